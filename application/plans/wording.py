"""What is written of a doctor's work and learning: no patient may be recognisable in it."""

from __future__ import annotations

from application.acting import required_text, text
from domain.shared.confidential import Confidential
from domain.shared.name_no_patient import refuse_identity_numbers


def of_work(written: str | None) -> Confidential | None:
    """Return it as confidential text; raises RuleBroken where an identity number stands in it."""
    found = text(written)
    if found:
        refuse_identity_numbers(found)
    return found


def required_of_work(written: str, *, field: str) -> Confidential:
    """Return the same; raises Invalid if it is empty."""
    found = required_text(written, field=field)
    refuse_identity_numbers(found)
    return found
