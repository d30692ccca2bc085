"""What came in and found no case: it waits for a person, and is never lost."""
