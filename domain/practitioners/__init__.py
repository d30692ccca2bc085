"""What is true of a person by public act."""
