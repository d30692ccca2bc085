"""What is owed, held, served and missing, shown with the facts and citations behind each figure."""
