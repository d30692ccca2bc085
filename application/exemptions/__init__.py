"""Applying for exemptions, deciding them, and looking at what leans on them."""
