"""Days and numbers from texts."""
