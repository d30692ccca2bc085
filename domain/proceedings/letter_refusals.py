"""Why a letter of a case is not written, sent or found, or said to have arrived."""

from __future__ import annotations

from datetime import date

from domain.shared.refusals import Invalid, NotAllowed, NotFound


def unknown_letter() -> NotFound:
    return NotFound(
        "unknown-letter",
        nb="Saken har ikke noe slikt brev.",
        en="The case has no such letter.",
        field="letter",
    )


def letter_of_another() -> Invalid:
    return Invalid(
        "letter-of-another",
        nb="Brevet er ingen underretning om denne avgjørelsen; skriv en først.",
        en="The letter is no notice of this ruling; write one first.",
        rule="L-FVL-12",
        field="letter",
    )


def not_forwarded() -> NotAllowed:
    return NotAllowed(
        "not-forwarded",
        nb="Klagen er ikke sendt til klageinstansen; send den, så skrives oversendelsesbrevet.",
        en="The appeal is not forwarded; forward it, then the letter is written.",
        rule="L-FVL-08",
    )


def arrival_known(day: date | None) -> Invalid:
    return Invalid(
        "arrival-known",
        nb=f"Underretningen er ført som kommet fram ({day}). Si i «reason» hvorfor det rettes; "
        "klagefristen kan bli en annen.",
        en=f"The notice is entered as arrived ({day}). Say in 'reason' why that is corrected; the "
        "time to appeal may become another.",
        rule="L-FVL-01",
        field="reason",
    )
