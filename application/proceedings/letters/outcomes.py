"""What a ruling came to, in the whole sentences a letter says it with."""

from __future__ import annotations

from application.letters.writing import day
from application.proceedings.exempting import reference
from application.proceedings.letters.material import Material
from domain.proceedings.appeal import Outcome
from domain.proceedings.appeal_facts import AppealDecided
from domain.proceedings.rulings import Decided, Ruling, Source

APPLIED = {
    Decided.GRANTED: "Søknaden om {matter} er innvilget.",
    Decided.PARTLY_GRANTED: "Søknaden om {matter} er innvilget delvis.",
    Decided.REFUSED: "Søknaden om {matter} er avslått.",
}
OF_ITS_OWN_ACCORD = {
    Decided.GRANTED: "Det er truffet vedtak om {matter} til gunst for {party}.",
    Decided.PARTLY_GRANTED: "Det er truffet vedtak om {matter}, delvis til gunst for {party}.",
    Decided.REFUSED: "Det er truffet vedtak om {matter} som går imot {party}.",
}


MET = "Klagen er tatt til følge."
OTHERWISE = {
    Source.DISMISSED: "Klagen er avvist.",
    Source.COSTS: "Kravet om dekning av sakskostnader er avgjort.",
}


def outcome_of(material: Material, ruling: Ruling, party: str = "") -> str:
    """Return the outcome of a ruling in one or two sentences; ``party``: as what it is spoken of.

    A letter to the party says «deg», or «virksomheten»; one to another names who the party is.
    """
    stated_in = reference(material.at.proceeding.case_id, ruling.at)
    granted = material.granted.get(stated_in, "")
    return f"{_came_to(material, ruling, party or material.party)} {granted}".strip()


def _came_to(material: Material, ruling: Ruling, whom: str) -> str:
    now = _has(material, ruling.outcome, whom)
    match ruling.source:
        case Source.REVERSED:
            return f"Vedtaket i saken er gjort om {day(ruling.decided_on)}. {now}"
        case Source.REVIEWED:
            return _reviewed(ruling, now)
        case Source.HEARD:
            return _heard(material, ruling, whom)
    return OTHERWISE.get(ruling.source, now)


def _reviewed(ruling: Ruling, now: str) -> str:
    if ruling.outcome is None:
        return "Avvisningen av klagen er opphevet, og klagen behandles."
    part = "" if ruling.outcome == Decided.GRANTED else "delvis "
    return f"Klagen er {part}tatt til følge. {now}"


def _heard(material: Material, ruling: Ruling, party: str) -> str:
    fact = material.fact(ruling.at)
    assert isinstance(fact, AppealDecided)
    first = material.body(material.case.be_open().decided_by)
    now = _has(material, ruling.outcome, party)
    match Outcome(fact.outcome):
        case Outcome.UPHELD:
            return f"Klagen er ikke tatt til følge. Vedtaket fra {first} opprettholdes."
        case Outcome.QUASHED:
            return f"Vedtaket er opphevet, og saken er sendt tilbake til {first} til ny behandling."
        case Outcome.DISMISSED:
            return "Klagen er avvist."
        case Outcome.CHANGED if fact.to_detriment:
            return f"Vedtaket er endret til skade for klageren. {now}"
    # How far an appeal for more than a part was met, the body's own reasons tell.
    met = "Vedtaket er endret." if ruling.outcome == Decided.PARTLY_GRANTED else MET
    return f"{met} {now}".strip()


def _has(material: Material, outcome: str | None, party: str) -> str:
    """Return what the party has now; nothing where the ruling left it as it was."""
    if outcome is None or outcome not in [*Decided]:
        return ""
    applied = material.case.be_open().received_on is not None
    told = (APPLIED if applied else OF_ITS_OWN_ACCORD)[Decided(outcome)]
    return told.format(matter=material.matter, party=party)
