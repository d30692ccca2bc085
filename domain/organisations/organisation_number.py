"""The nine digits of the Register of Legal Entities, whose last digit checks the rest."""

from __future__ import annotations

import re

_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


def is_organisation_number(digits: str) -> bool:
    """Return whether these are nine digits that check; spaces are the caller's to remove."""
    if not re.fullmatch(r"[0-9]{9}", digits):
        return False
    weighed = sum(int(d) * weight for d, weight in zip(digits, _WEIGHTS, strict=False))
    # A remainder of 1 would need the digit 10: such numbers are never given out.
    return (11 - weighed % 11) % 11 == int(digits[-1])
