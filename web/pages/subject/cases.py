"""What is told of a case, or of what came in, that a form is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from application.actors import Actor
from application.proceedings.trails.told.step_words import STEPS
from application.proceedings.trails.trail import Trail
from application.proceedings.trails.words import BODIES, KINDS, word
from domain.shared.ids import Id
from domain.shared.texts import Text
from web.pages.casework.looking import capital, names_in, names_of, trail_of
from web.pages.fields import Path
from web.pages.subject.facts import RECEIVED, Fact
from web.pages.visit import services

Names = Mapping[Any, str]
UNKNOWN = Text(nb="En som ikke er kjent her", en="Somebody not known here")


def proceeding(path: Path, by: Actor) -> Iterator[Fact]:
    """Yield the case and its party, and what of the case is named."""
    trail = trail_of(path["proceeding"], by)
    names = names_in(trail)
    yield Text(nb="Sak", en="Case"), capital(word(KINDS, trail.kind))
    yield Text(nb="Part", en="Party"), names.get(trail.party)
    for name, tells in PARTS.items():
        if name in path:
            yield from tells(trail, path[name], names)


def incoming(path: Path, by: Actor) -> Iterator[Fact]:
    card = services().incoming.card(path["incoming"], by)
    sender = names_of([card.sender])[card.sender] if card.sender else UNKNOWN
    yield Text(nb="Fra", en="From"), sender
    yield RECEIVED, card.received_on
    yield Text(nb="Sendt til", en="Sent to"), BODIES[card.addressed_to]


def _appeal(trail: Trail, appeal: Id, names: Names) -> Iterator[Fact]:
    for one in trail.appeals:
        if one.appeal == appeal:
            yield Text(nb="Klage fra", en="Appeal from"), names.get(one.appellant)
            yield RECEIVED, one.received_on


def _request(trail: Trail, request: Id, _: Names) -> Iterator[Fact]:
    for one in trail.preparation.access:
        if one.request == request:
            yield (
                Text(nb="Krav om innsyn kom inn", en="Request for access came in"),
                (one.received_on),
            )


def _question(trail: Trail, question: Id, names: Names) -> Iterator[Fact]:
    for one in trail.preparation.impartiality:
        if one.question == question:
            yield (
                Text(nb="Habiliteten til", en="The impartiality of"),
                (names.get(one.official) if one.official else BODIES.get(one.instance)),
            )
            yield Text(nb="Reist av", en="Raised by"), names.get(one.raised_by)
            yield Text(nb="Reist", en="Raised"), one.raised_on


def _claim(trail: Trail, claim: Id, names: Names) -> Iterator[Fact]:
    for one in trail.aside.costs:
        if one.claim == claim:
            yield (
                Text(nb="Krav om sakskostnader fra", en="Claim for costs from"),
                (names.get(one.claimant)),
            )
            yield RECEIVED, one.received_on
            yield Text(nb="Kroner", en="Kroner"), one.claimed


def _deferral(trail: Trail, deferral: Id, _: Names) -> Iterator[Fact]:
    for one in trail.aside.deferrals:
        if one.deferral == deferral:
            yield Text(nb="Utsettelse bedt om", en="Deferral asked for"), one.received_on


def _sending(trail: Trail, sending: Id, _: Names) -> Iterator[Fact]:
    for one in trail.without_effect:
        if one.sending == sending:
            yield Text(nb="Det som kom inn", en="What came in"), one.says
            yield RECEIVED, one.received_on


def _document(trail: Trail, document: Id, names: Names) -> Iterator[Fact]:
    """Yield a document by its number in the room, since its name is opened apart."""
    for number, one in enumerate(trail.documents, start=1):
        if one.document == document:
            yield Text(nb="Dokument", en="Document"), number
            yield Text(nb="Sendt av", en="Sent by"), names.get(one.sent_by)
            yield RECEIVED, one.received_on


def _version(trail: Trail, version: int, _: Names) -> Iterator[Fact]:
    for one in trail.steps:
        if one.version == version:
            yield Text(nb="Hendelse", en="Fact"), capital(word(STEPS, one.tag))
            yield Text(nb="Registrert", en="Recorded"), one.recorded_at


PARTS: Mapping[str, Callable[[Trail, Any, Names], Iterator[Fact]]] = {
    "appeal": _appeal,
    "request": _request,
    "question": _question,
    "claim": _claim,
    "deferral": _deferral,
    "sending": _sending,
    "document": _document,
    "version": _version,
}
