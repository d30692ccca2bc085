"""Letters: what a party is told on paper, composed of plain arguments and printed elsewhere."""
