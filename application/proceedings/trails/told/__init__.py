"""The trail of a decision in sentences, under headings, for whoever reads it on paper or screen."""
