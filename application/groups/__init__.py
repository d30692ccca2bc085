"""Running guidance groups, and looking at them."""
