"""Beside the appeals: costs, deferral, the body above."""
