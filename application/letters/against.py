"""What can be done against a decision, as a notice tells it: an appeal, another way, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from application.letters.addressed import A_PERSON, Addressed
from application.letters.letter import Block, Heading, Paragraph, Points
from application.letters.writing import length, paragraphs, place, places
from domain.calendar.words import capital
from domain.law.digital_notices import Decides, FilingRule
from domain.law.notices import NoticeContent
from domain.law.party_rights import PartyRights
from domain.law.timers import TimerRule, Unit
from domain.shared.citation import Citation
from domain.shared.dated import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Appealable:
    """The decision can be appealed to ``heard_by``, through the body that decided it.

    ``heard_by_law`` says where that is settled; ``arrival``, for a digital notice alone, where
    it is said when such a notice has arrived; ``counting`` where the counting of days is said.
    """

    sent_to: str
    heard_by: str
    heard_by_law: Citation
    period: Version[TimerRule]
    by_letter: Version[FilingRule]
    digital: Version[FilingRule]
    arrival: Citation | None = None
    counting: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAssessment:
    """There is no appeal, but a new assessment that ``asked_of`` arranges."""

    asked_of: str
    basis: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Final:
    """The decision of an appeal body: it cannot be appealed."""

    basis: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled:
    """The law does not settle the way; ``says`` tells what is known, in whole sentences."""

    says: str
    ask: str


Against = Appealable | NewAssessment | Final | Unsettled

_IN_TIME = {
    Decides.HANDED_OVER: "En klage i brev er fremsatt i tide når den er overlatt til "
    "posten før fristen er ute",
    Decides.ARRIVED: "En elektronisk klage må ha kommet fram før fristen er ute",
    Decides.SENT_OR_DELIVERED: "Klagen er fremsatt i tide når den er sendt eller levert "
    "før fristen er ute",
}


def against(way: Against, rights: PartyRights, to: Addressed = A_PERSON) -> tuple[Block, ...]:
    """Return the part of a notice that says what can be done against the decision."""
    match way:
        case Appealable():
            return tuple(_appealable(way, rights, to))
        case NewAssessment():
            says = (
                "Avgjørelsen er ikke nevnt blant vedtakene som kan påklages, men "
                f"{to.you} har rett til ny vurdering. Den ber {to.you} {way.asked_of} om "
                f"({place(way.basis)}). Sender {to.you} likevel en klage, blir den tatt imot og "
                "vurdert."
            )
            return (Heading(text="Rett til ny vurdering"), Paragraph(text=says))
        case Final():
            says = f"Vedtaket er endelig og kan ikke påklages ({place(way.basis)})."
            return (Heading(text="Vedtaket er endelig"), Paragraph(text=says))
        case Unsettled():
            ask = f"Er {to.you} uenig, kan {to.you} skrive til {way.ask}, som tar stilling til det."
            told = (*paragraphs(way.says), ask)
            heading = Heading(text=f"Hvis {to.you} er uenig")
            return (heading, *(Paragraph(text=text) for text in told))


def tells(way: Against) -> tuple[NoticeContent, ...]:
    """Return which of the things that a notice must tell are told of the way."""
    if not isinstance(way, Appealable):
        return ()
    return (
        NoticeContent.RIGHT_TO_APPEAL,
        NoticeContent.DEADLINE,
        NoticeContent.APPEAL_BODY,
        NoticeContent.PROCEDURE,
    )


def cited(way: Against) -> tuple[Citation, ...]:
    """Return the places in the law that the way itself brings along."""
    match way:
        case Appealable():
            arrival = (way.arrival,) if way.arrival else ()
            rules = (way.period.citation, way.by_letter.citation, way.digital.citation)
            return (way.heard_by_law, *rules, *arrival, *way.counting)
        case Final() | NewAssessment():
            return (way.basis,)
        case Unsettled():
            return ()


def _appealable(way: Appealable, rights: PartyRights, to: Addressed) -> Iterator[Block]:
    yield Heading(text=f"{capital(to.you)} kan klage på vedtaket")
    yield Paragraph(
        text=f"{capital(to.you)} har rett til å klage på vedtaket "
        f"({place(rights.right_to_appeal)}). Klagen sender {to.you} til {way.sent_to}. "
        f"Endrer ikke {way.sent_to} vedtaket, sendes saken videre "
        f"til {way.heard_by}, som er klageinstans og avgjør klagen ({place(way.heard_by_law)})."
    )
    yield Heading(text="Frist for å klage")
    yield Paragraph(
        text=f"Fristen er {length(way.period)} fra {rights.notice}en om vedtaket kom fram til "
        f"{to.you_object} ({place(way.period.citation)}).{_arrival(way, rights, to)}"
        f"{_counting(way, rights)}"
    )
    rules = dict.fromkeys((way.by_letter, way.digital))
    in_time = " ".join(_said_in_time(rule) for rule in rules)
    yield Paragraph(
        text=f"{in_time} En klage som kommer for sent, kan likevel bli behandlet hvis "
        f"{to.you_or_who_acts} ikke kan lastes for det, eller hvis særlige grunner gjør det "
        f"rimelig ({place(rights.late)})."
    )
    yield from _how(way, rights, to)


def _arrival(way: Appealable, rights: PartyRights, to: Addressed) -> str:
    if way.arrival is None:
        return ""
    return (
        f" {capital(rights.notice)}en regnes som kommet fram når vedtaket er gjort tilgjengelig "
        f"for {to.you_object} og varsel om det er sendt. Det har ingen betydning når {to.you} "
        "åpner det "
        f"({place(way.arrival)})."
    )


def _counting(way: Appealable, rights: PartyRights) -> str:
    if not way.counting:
        return ""
    weekday = (
        f" Fristen ender på samme ukedag som {rights.notice}en kom fram."
        if way.period.value.unit is Unit.WEEKS
        else ""
    )
    return (
        f"{weekday} Er siste dag en lørdag eller en helligdag, varer fristen til og med nærmeste "
        f"virkedag ({places(way.counting)})."
    )


def _said_in_time(rule: Version[FilingRule]) -> str:
    return f"{_IN_TIME[rule.value.decides]} ({place(rule.citation)})."


def _how(way: Appealable, rights: PartyRights, to: Addressed) -> Iterator[Block]:
    yield Heading(text=f"Slik klager {to.you}")
    yield Paragraph(text=f"Klagen skal være skriftlig ({place(rights.form)}) og")
    signed = (
        f"være underskrevet av {to.signed_by}, eller sendt slik at det er "
        f"sikkert at den kommer fra {to.you_object} ({place(rights.signature)})"
        if rights.signature
        else None
    )
    yield Points(
        items=(
            *((signed,) if signed else ()),
            f"si hvilket vedtak {to.you} klager på",
            f"si hvilken endring {to.you} ønsker i vedtaket",
        )
    )
    yield Paragraph(
        text=f"{capital(to.you)} bør også si hvorfor {to.you} klager ({place(rights.reasons)}). "
        "Er det noe som ikke har vært kjent i saken før, ta det med. Mangler klagen noe, får "
        f"{to.you} en kort frist til å rette det ({place(rights.mending)}). "
        f"{capital(way.sent_to)} gir {to.you_object} veiledning om {to.you} ber om det "
        f"({place(rights.guidance)})."
    )
