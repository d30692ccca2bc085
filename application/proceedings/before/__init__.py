"""Before the decision: received, told, heard, who may act."""
