"""What is true of specialist training, regardless of computers."""
