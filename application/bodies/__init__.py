"""What can be asked of the public bodies around the training."""
