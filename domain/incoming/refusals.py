"""Why an official's act on what came in is refused; what a party sends is refused for its days."""

from __future__ import annotations

from datetime import date

from domain.law.remedies import Instance
from domain.shared.citation import Citation
from domain.shared.refusals import Invalid, NotAllowed, NotFound


def unknown_incoming() -> NotFound:
    return NotFound("unknown-case", nb="Saken finnes ikke.", en="There is no such case.")


def refuse_odd_days(
    sent_on: date | None, received_on: date, *, today: date, went_on: date | None = None
) -> None:
    """Raise Invalid for days that cannot be."""
    if received_on > today:
        raise Invalid(
            "day-in-future",
            nb=f"{received_on} er ikke kommet ennå; i dag er {today}.",
            en=f"{received_on} has not come yet; today is {today}.",
            rule="L-FVL-05",
            field="receivedOn",
        )
    if went_on and received_on > went_on:
        raise Invalid(
            "days-out-of-order",
            nb=f"Det ble sendt videre {went_on} og kan ikke ha kommet inn {received_on}.",
            en=f"It was sent on on {went_on} and cannot have come in on {received_on}.",
            rule="L-FVL-05",
            field="receivedOn",
        )
    if sent_on and received_on < sent_on:
        raise Invalid(
            "days-out-of-order",
            nb=f"Det kan ikke ha kommet fram {received_on}, før det ble sendt {sent_on}.",
            en=f"It cannot have arrived on {received_on}, before it was sent on {sent_on}.",
            rule="L-FVL-05",
            field="sentOn",
        )


def received_already() -> NotAllowed:
    return NotAllowed(
        "received-already",
        nb="Dette er allerede tatt imot.",
        en="This has been taken in already.",
    )


def dealt_with(how: str, on: date) -> NotAllowed:
    words = {"placed": ("plassert i en sak", "placed in a case")}
    nb, en = words.get(how, ("lagt til side", "set aside"))
    return NotAllowed(
        "dealt-with",
        nb=f"Dette ble {nb} {on}. Var det feil, rettes det først.",
        en=f"This was {en} on {on}. If that was an error, it is corrected first.",
    )


def there_already(to: Instance) -> Invalid:
    return Invalid(
        "there-already",
        nb=f"Det er alt hos {to}; velg organet det skal til.",
        en=f"It is with {to} already; choose the body it is to go to.",
        field="to",
    )


def no_room_there(
    to: Instance, rooms: tuple[Instance, ...], basis: tuple[Citation, ...]
) -> Invalid:
    named = ", ".join(sorted(rooms))
    return Invalid(
        "no-inbox-there",
        nb=f"{to} har ingen innboks her; velg en av {named}, og oppgi hvilken virksomhet når det "
        "er en virksomhet.",
        en=f"{to} has no inbox here; choose one of {named}, and say which establishment where it "
        "is one.",
        rule="L-EFV-03",
        basis=basis,
        field="to",
    )


def sent_by_the_party() -> NotAllowed:
    return NotAllowed(
        "sent-by-the-party",
        nb="Avsenderen sendte dette selv; dagen det kom fram, er registrert her og endres ikke.",
        en="The sender sent this here; the day it arrived was recorded then and does not change.",
    )


def sender_named() -> Invalid:
    return Invalid(
        "sender-named",
        nb="Avsenderen er oppgitt; «sentByParty» er bare for en som ikke er ført med navn her. "
        "Sendte noen andre det for parten, vises fullmakten i klagesaken.",
        en="The sender is stated; 'sentByParty' is only for one who is not entered by name here. "
        "If another sent it for the party, authority is shown in the appeal.",
        rule="R-APP-03",
        field="sentByParty",
    )


def received_for_good() -> NotAllowed:
    return NotAllowed(
        "received-for-good",
        nb="At noe kom inn, kan ikke rettes bort. Var dagene feil, føres de rette; hører det ikke "
        "hjemme her, legges det til side.",
        en="That something came in cannot be corrected away. If its days were wrong the right "
        "ones are entered; what does not belong here is set aside.",
        field="version",
    )


def still_in_the_proceeding() -> NotAllowed:
    return NotAllowed(
        "corrected-in-the-proceeding",
        nb="Det står i saken det ble plassert i; rett det der først.",
        en="It stands in the proceeding it was placed in; correct it there first.",
        field="version",
    )


def a_document() -> NotAllowed:
    return NotAllowed(
        "is-a-document",
        nb="Dette er et dokument; ta det inn i saken («take-in»). Er det en klage, føres den for "
        "seg.",
        en="This is a document; take it into the case ('take-in'). If it is an appeal, that is "
        "entered on its own.",
    )


def no_document() -> NotAllowed:
    return NotAllowed(
        "not-a-document",
        nb="Her er det ikke noe dokument å ta inn; plasser det som klage, eller legg det til side.",
        en="There is no document to take in; place it as an appeal, or set it aside.",
    )
