"""Time-limited exemptions, which only the Directorate grants."""
