"""From a file's bytes to a table of texts, and what the texts of its columns mean."""
