"""Lists of products and suppliers, read."""
