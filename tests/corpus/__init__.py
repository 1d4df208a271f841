"""Sales files made from known truth, each with one trap or two, to see whether they are read right."""
