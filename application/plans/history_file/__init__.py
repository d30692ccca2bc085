"""Histories brought in from another portal, and out again, by one documented file."""
