"""The pages of a running demo, as Chromium shows them."""
