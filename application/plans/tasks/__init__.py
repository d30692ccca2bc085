"""What waits for whom in a plan, and since when."""
