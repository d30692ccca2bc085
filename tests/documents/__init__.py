"""Pages the code prints about itself."""
