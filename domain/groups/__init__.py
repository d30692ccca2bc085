"""Guidance groups, and those who take part in them."""
