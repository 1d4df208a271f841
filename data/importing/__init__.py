"""Sales files taken into the shop, and taken out again."""
