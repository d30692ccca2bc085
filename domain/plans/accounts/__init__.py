"""What a doctor has done so far, counted as the law counts it: pure functions of plan, law, day."""
