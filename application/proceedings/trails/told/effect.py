"""What a case about an establishment has come to outside it, in words."""

from __future__ import annotations

from collections.abc import Iterator

from application.proceedings.trails.effect import EffectDays
from application.proceedings.trails.told.lines import Line, day, line
from application.proceedings.trails.trail import Trail
from domain.law.remedies import DecisionKind
from domain.shared.texts import Text

HOLDS = {
    DecisionKind.REGISTRATION: Text(nb="Virksomheten er registrert", en="It is registered"),
    DecisionKind.ESTABLISHMENT_APPROVAL: Text(nb="Virksomheten er godkjent", en="It is approved"),
    DecisionKind.SUPERVISOR_EXEMPTION: Text(nb="Fritaket gjelder", en="The exemption holds"),
    DecisionKind.HALF_TIME_EXEMPTION: Text(nb="Fritaket gjelder", en="The exemption holds"),
}
NEVER = {
    DecisionKind.REGISTRATION: Text(
        nb="Virksomheten er ikke registrert.", en="It is not registered."
    ),
    DecisionKind.ESTABLISHMENT_APPROVAL: Text(
        nb="Virksomheten er ikke godkjent.", en="It is not approved."
    ),
    DecisionKind.SUPERVISOR_EXEMPTION: Text(
        nb="Det er ikke gitt fritak.", en="No exemption is granted."
    ),
    DecisionKind.HALF_TIME_EXEMPTION: Text(
        nb="Det er ikke gitt fritak.", en="No exemption is granted."
    ),
}


def effect(trail: Trail) -> Iterator[Line]:
    """Yield what it comes to now, day by day; nothing where the case is about a doctor."""
    kind = DecisionKind(trail.kind)
    if kind not in HOLDS:
        return
    for one in trail.in_effect:
        days = _days(one)
        yield line(f"{HOLDS[kind].nb} {days.nb}.", f"{HOLDS[kind].en} {days.en}.")
    if not trail.in_effect:
        yield line(NEVER[kind].nb, NEVER[kind].en)


def _days(one: EffectDays) -> Text:
    first = day(one.first_day)
    if one.last_day is None:
        return Text(nb=f"fra {first.nb}", en=f"from {first.en}")
    last = day(one.last_day)
    return Text(
        nb=f"fra {first.nb} til og med {last.nb}",
        en=f"from {first.en} up to and including {last.en}",
    )
