"""The goals of general practice (ALM), a module for each chapter of the annex."""
