"""What came in and found no case: taken in, sent on, placed or set aside."""
