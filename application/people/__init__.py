"""Who the people behind the ids are."""
