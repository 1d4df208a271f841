"""What columns and rows of unknown tills mean."""
