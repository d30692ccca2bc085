"""The law as typed, dated, cited values."""
