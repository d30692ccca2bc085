"""The receipt for an appeal: when it came, whether in time, what it lacks, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from application.letters.addressed import Addressed
from application.letters.frame import Frame, framed
from application.letters.letter import (
    Block,
    Heading,
    Letter,
    LetterKind,
    Paragraph,
    Points,
    Steps,
    Term,
    Terms,
)
from application.letters.writing import acts, day, length, numbered, place
from domain.calendar.appeal_question import Channel
from domain.calendar.deadlines import Step
from domain.calendar.timeliness import Late, Verdict
from domain.calendar.words import capital
from domain.law.party_rights import PartyRights
from domain.law.timers import TimerRule
from domain.shared.citation import Citation
from domain.shared.dated import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """The appeal as it came. ``matter`` and ``decided_on`` are of the decision it is against.

    ``received`` is a time where the clock noted it, and in Oslo's time; else a day.
    ``sent_on``: when a letter was handed to the post, where that is known.
    """

    matter: str
    decided_on: date
    decided_by: str
    appellant: str
    received: datetime | date
    channel: Channel
    sent_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Whether it came in time, with the steps of the deadline and then those of the judgment.

    ``last_day`` is None where no time to appeal runs or none is known.
    """

    verdict: Verdict
    late: Late | None
    last_day: date | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """What the appeal lacks, as noun phrases (underskrift), and by when it may be mended."""

    what: tuple[str, ...]
    answer_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Onward:
    """Who looks at the appeal, who decides it, and the promise of service of the first.

    ``target_on`` is the day the promise leads to, from the day the appeal came.
    """

    first_body: str
    appeal_body: str
    target: Version[TimerRule]
    target_on: date


def appeal_receipt(
    frame: Frame,
    received: Received,
    judged: Judged,
    onward: Onward,
    rights: PartyRights,
    *,
    lacking: Lacking | None = None,
) -> Letter:
    """Return the receipt."""
    blocks = (
        *_received(received),
        *_judged(judged, rights, frame.to),
        *(_lacking(lacking, rights, frame.to) if lacking else ()),
        *_onward(judged, onward, rights, frame.to),
        *acts(_cited(judged, rights)),
    )
    title = f"Vi har mottatt {frame.to.your_appeal}: {received.matter}"
    return framed(frame, LetterKind.APPEAL_RECEIPT, title, blocks)


def _received(received: Received) -> Iterator[Block]:
    channel = {Channel.LETTER: "Brev", Channel.DIGITAL: "Elektronisk"}[received.channel]
    decided = f"{received.decided_by}, {day(received.decided_on)}"
    sent = (Term(name="Sendt", description=day(received.sent_on)),) if received.sent_on else ()
    yield Terms(
        caption="Klagen",
        terms=(
            Term(name="Saken gjelder", description=capital(received.matter)),
            Term(name="Vedtak det er klaget på", description=decided),
            Term(name="Klager", description=received.appellant),
            Term(name="Mottatt", description=_when(received.received)),
            Term(name="Kanal", description=channel),
            *sent,
        ),
    )


def _when(received: datetime | date) -> str:
    if isinstance(received, datetime):
        return f"{day(received.date())} klokken {received:%H.%M}"
    return day(received)


def _judged(judged: Judged, rights: PartyRights, to: Addressed) -> Iterator[Block]:
    yield Heading(text="Er klagen fremsatt i tide?")
    yield Paragraph(text=_verdict(judged))
    if judged.steps:
        yield Paragraph(text="Slik er det beregnet:")
        yield Steps(steps=numbered(judged.steps))
    if judged.late is not None and judged.late is not Late.CANNOT_BE_TREATED:
        yield Paragraph(
            text=f"Mener {to.you} at {to.you_or_who_acts} ikke kan lastes for at klagen kom "
            "sent, eller at særlige grunner gjør det rimelig at den blir prøvd, bør "
            f"{to.you} skrive "
            f"det til oss ({place(rights.late)})."
        )


def _verdict(judged: Judged) -> str:
    last = f" Siste dag for å klage var {day(judged.last_day)}." if judged.last_day else ""
    match judged.verdict:
        case Verdict.IN_TIME:
            return f"Klagen er fremsatt i tide.{last}"
        case Verdict.LATE:
            return f"Klagen er fremsatt etter at fristen var ute.{last}"
        case Verdict.A_PERSON_DECIDES:
            person = "En saksbehandler tar stilling til det."
            return f"Det er ikke avgjort om klagen er fremsatt i tide. {person}{last}"


def _lacking(lacking: Lacking, rights: PartyRights, to: Addressed) -> Iterator[Block]:
    yield Heading(text="Dette mangler klagen")
    yield Points(items=lacking.what)
    yield Paragraph(
        text=f"{capital(to.you)} kan rette det innen {day(lacking.answer_by)} "
        f"({place(rights.mending)}). Gjør {to.you} det, er det fortsatt dagen klagen "
        "først ble fremsatt, som teller for klagefristen."
    )


def _onward(judged: Judged, onward: Onward, rights: PartyRights, to: Addressed) -> Iterator[Block]:
    first, then = onward.first_body, onward.appeal_body
    yield Heading(text="Hva skjer nå?")
    if judged.verdict is not Verdict.IN_TIME:
        yield Paragraph(
            text=f"{capital(first)} tar først stilling til om klagen kan behandles. Blir den "
            f"avvist, får {to.you} et eget vedtak om det, med grunnene. Ellers er det dette som "
            "skjer:"
        )
    yield Paragraph(
        text=f"{capital(first)} ser på saken på nytt og kan oppheve eller endre vedtaket hvis "
        f"klagen er begrunnet ({place(rights.review)}). Blir vedtaket ikke endret, sendes "
        f"dokumentene i saken til {then}, som avgjør klagen ({place(rights.forwarding)}). Skriver "
        f"{first} en uttalelse til {then}, får {to.you} kopi ({place(rights.statement_copied)})."
    )
    yield Heading(text="Hvor lang tid tar det?")
    yield Paragraph(
        text=f"{capital(first)} har som mål å være ferdig med klagen innen "
        f"{length(onward.target)} fra den kom, det vil si {day(onward.target_on)}. Dette er et mål "
        "for saksbehandlingen og ingen frist etter loven."
    )


def _cited(judged: Judged, rights: PartyRights) -> tuple[Citation, ...]:
    return (*(cited for step in judged.steps for cited in step.basis), rights.review)
