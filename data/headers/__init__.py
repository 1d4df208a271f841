"""The headers that tills, suppliers and owners write for the columns that we know."""
