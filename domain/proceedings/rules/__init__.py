"""What the two instances may do with an appeal."""
