"""Who can appeal beside the party: a person in the directory, or an establishment."""

from __future__ import annotations

from application.acting import Acting
from application.organisations.naming import names_of_establishments
from domain.shared.ids import Id


def refuse_unknown_appellant(acting: Acting, appellant: Id | None) -> None:
    """Raise Invalid for one that is neither in the directory nor in the register."""
    if appellant and not names_of_establishments(acting.histories, (appellant,)):
        acting.refuse_unknown(appellant, field="appellant")
