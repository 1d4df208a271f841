"""From bytes to a table of texts."""
