"""The letter that sends an appeal on to the appeal body (oversendelse), copied to the party."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from application.letters.frame import Frame, framed
from application.letters.letter import (
    Block,
    Heading,
    Letter,
    LetterKind,
    Paragraph,
    Points,
    Quote,
    Table,
    Term,
    Terms,
)
from application.letters.writing import acts, day, paragraphs, place, told
from domain.calendar.words import capital
from domain.law.party_rights import PartyRights
from domain.shared.citation import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """The decision that is appealed, as it was made."""

    matter: str
    decided_by: str
    decided_on: date
    outcome: str
    basis: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appealed:
    """The appeal: when it came and how its being in time was judged, and what it says.

    ``words`` are the appellant's own: the change wanted, and why.
    ``in_time`` is the judgment in one or two whole sentences.
    """

    appellant: str
    received_on: date
    in_time: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document that goes along, with its day where it has one."""

    title: str
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the first instance says: why it maintains the decision, and what is new since.

    ``maintained_because`` is text with paragraphs parted by blank lines; ``partly`` says in
    whole sentences what was changed, where only the rest goes on. ``new`` has a line each.
    """

    maintained_because: str
    new: tuple[str, ...]
    documents: tuple[Document, ...]
    partly: str | None = None


def forwarding_letter(
    frame: Frame,
    contested: Contested,
    appealed: Appealed,
    statement: Statement,
    rights: PartyRights,
) -> Letter:
    """Return the letter to the appeal body, who is the addressee; copies are the frame's."""
    blocks = (
        *_heads(contested, appealed),
        _sent_on(frame, statement, rights),
        *_contested(contested),
        *_appealed(appealed),
        *_statement(statement),
        *_documents(statement),
        *acts((rights.forwarding,)),
    )
    title = f"Oversendelse av klagesak: {contested.matter}"
    return framed(frame, LetterKind.APPEAL_FORWARDED, title, blocks)


def _heads(contested: Contested, appealed: Appealed) -> Iterator[Block]:
    yield Terms(
        caption="Klagesaken",
        terms=(
            Term(name="Saken gjelder", description=capital(contested.matter)),
            Term(name="Klager", description=appealed.appellant),
            Term(
                name="Vedtak det er klaget på",
                description=f"{contested.decided_by}, {day(contested.decided_on)}",
            ),
            Term(name="Klagen mottatt", description=day(appealed.received_on)),
        ),
    )


def _sent_on(frame: Frame, statement: Statement, rights: PartyRights) -> Paragraph:
    what = "den delen av vedtaket som ikke er endret" if statement.partly else "vedtaket"
    return Paragraph(
        text=f"{frame.sender} har behandlet klagen og opprettholder {what}. Dokumentene i saken "
        f"sendes med dette til {frame.addressee} som klageinstans ({place(rights.forwarding)}). "
        f"Kopi av uttalelsen sendes klageren ({place(rights.statement_copied)})."
    )


def _contested(contested: Contested) -> Iterator[Block]:
    yield Heading(text="Vedtaket")
    yield from told(contested.outcome)
    yield Paragraph(text="Vedtaket bygger på disse reglene:")
    yield Points(items=tuple(dict.fromkeys(one.nb for one in contested.basis)))


def _appealed(appealed: Appealed) -> Iterator[Block]:
    yield Heading(text="Klagen")
    yield from told(appealed.in_time)
    yield Paragraph(text="Klageren skriver:")
    yield Quote(paragraphs=paragraphs(appealed.words))


def _statement(statement: Statement) -> Iterator[Block]:
    yield Heading(text="Hvorfor vedtaket opprettholdes")
    if statement.partly:
        yield from told(statement.partly)
    yield from told(statement.maintained_because)
    yield Heading(text="Nytt siden vedtaket")
    if statement.new:
        yield Points(items=statement.new)
    else:
        yield Paragraph(text="Det er ikke kommet fram noe nytt siden vedtaket ble truffet.")


def _documents(statement: Statement) -> Iterator[Block]:
    yield Heading(text="Dokumenter som følger saken")
    rows = tuple(
        (str(number), document.title, day(document.on) if document.on else "uten dato")
        for number, document in enumerate(statement.documents, start=1)
    )
    if not rows:
        yield Paragraph(text="Ingen dokumenter følger med dette brevet.")
        return
    yield Table(caption="Dokumentliste", columns=("Nr.", "Dokument", "Dato"), rows=rows)
