"""How many days before people are reminded, and of what: data, a line a kind.

It is those it concerns, and the leaders in office. A mail may be read by others, so of a concern
it does not say what it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.shared.enforced import Due
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminding:
    """When people are reminded, and what is told; ``legal``: whether law says so."""

    days_before: tuple[int, ...]
    legal: bool
    says: Text


REMINDERS: Mapping[str, Reminding] = {
    "old-scheme": Reminding(
        days_before=(90, 30, 14, 7, 1),
        legal=True,
        says=Text(
            nb="Siste dag for å søke spesialistgodkjenning etter den gamle ordningen",
            en="The last day to apply for specialist approval under the earlier scheme",
        ),
    ),
    "invitations": Reminding(
        days_before=(14, 1),
        legal=False,
        says=Text(
            nb="Veileder skal være invitert eller oppnevnt",
            en="A supervisor is to be invited or appointed",
        ),
    ),
    "individual-plan": Reminding(
        days_before=(30, 7, 1),
        legal=False,
        says=Text(
            nb="Den individuelle utdanningsplanen skal være godtatt av alle tre",
            en="The individual training plan is to be agreed to by all three",
        ),
    ),
    "review": Reminding(
        days_before=(30, 14, 1),
        legal=False,
        says=Text(
            nb="Halvårsmøtet skal være holdt", en="The half-yearly review is to have been held"
        ),
    ),
    "concern": Reminding(
        days_before=(7, 1),
        legal=False,
        says=Text(
            nb="Noe i utdanningen skal være besvart",
            en="Something in the training is to be answered",
        ),
    ),
    "follow-up": Reminding(
        days_before=(14, 1),
        legal=False,
        says=Text(
            nb="Det som er avtalt, skal følges opp", en="What was agreed is to be followed up"
        ),
    ),
    "exemption-ends": Reminding(
        days_before=(90, 30, 14, 7, 1),
        legal=True,
        says=Text(
            nb="Siste dag for fritaket fra kravet om at veilederen er spesialist",
            en="The last day of the exemption from the supervisor being a specialist",
        ),
    ),
    "appeal": Reminding(
        days_before=(7, 1),
        legal=True,
        says=Text(
            nb="Siste dag for å klage på avslaget på fritak",
            en="The last day to appeal the refusal of an exemption",
        ),
    ),
    "decision-appeal": Reminding(
        days_before=(7, 1),
        legal=True,
        says=Text(nb="Siste dag for å klage på et vedtak", en="The last day to appeal a decision"),
    ),
    "appeal-correction": Reminding(
        days_before=(7, 1),
        legal=False,
        says=Text(
            nb="Det klagen mangler, skal være kommet inn", en="What the appeal lacks is to be in"
        ),
    ),
    "supervisor-ends": Reminding(
        days_before=(30, 14, 7, 1),
        legal=False,
        says=Text(
            nb="Veilederens siste dag; ingen er oppnevnt etter",
            en="The supervisor's last day; nobody is appointed after",
        ),
    ),
}

FARTHEST = max(max(one.days_before) for one in REMINDERS.values())


def reminder_due(due: Due, day: date, *, reminded: int | None) -> int | None:
    """Return which reminder is to be sent on a day, None if none is.

    Of several that were missed only the closest is sent; none once the day has passed.
    """
    left = (due.due_on - day).days
    reached = [days for days in REMINDERS[due.kind].days_before if 0 <= left <= days]
    if not reached or (reminded is not None and reminded <= min(reached)):
        return None
    return min(reached)
