"""A till's sales file, read into daily sales per product, with a report that accounts for every row."""
