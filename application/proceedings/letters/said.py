"""Small phrases of the letters: what an appeal lacks, and whether it was in time."""

from __future__ import annotations

from datetime import date

from application.letters.writing import day
from domain.calendar.timeliness import Verdict
from domain.proceedings.appeal import Appeal, Defect

LACKING = {
    Defect.AUTHORITY: "fullmakt fra den det klages for",
    Defect.SIGNATURE: "underskrift",
    Defect.DECISION_NOT_NAMED: "hvilket vedtak det klages over",
    Defect.CHANGE_NOT_NAMED: "hvilken endring som ønskes",
    Defect.ALREADY_HEARD: "noe som ikke er avgjort i klagesak før",
}


def in_time(appeal: Appeal, last_day: date | None) -> str:
    """Return how being in time was judged, in one or two sentences."""
    last = f" Siste dag for å klage var {day(last_day)}." if last_day else ""
    if appeal.verdict is Verdict.IN_TIME:
        return f"Klagen er fremsatt i tide.{last}"
    taken_on = " Den er tatt til behandling likevel." if appeal.accepted else ""
    if appeal.verdict is Verdict.LATE:
        return f"Klagen er fremsatt etter at fristen var ute.{last}{taken_on}"
    return f"Om klagen er fremsatt i tide, er vurdert av en saksbehandler.{last}{taken_on}"
