"""Looking into files: what they are by their content, and what in them is not taken."""
