"""Public bodies and those who act for them."""
