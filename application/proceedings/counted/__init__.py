"""What became of decisions, in numbers with the cases behind."""
