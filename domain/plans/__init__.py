"""The doctor's individual training plan."""
