"""The notice of a decision (underretning om vedtak), of a first instance and of an appeal body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from application.letters.addressed import Addressed
from application.letters.against import Against, Appealable, Final, against, cited, tells
from application.letters.frame import Frame, framed
from application.letters.letter import (
    Block,
    Heading,
    Letter,
    LetterKind,
    Paragraph,
    Points,
    Term,
    Terms,
)
from application.letters.writing import acts, day, length, place, places, told
from domain.calendar.words import capital
from domain.law.notices import NoticeContent
from domain.law.party_rights import PartyRights
from domain.law.timers import TimerRule
from domain.shared.citation import Citation
from domain.shared.dated import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Appealed:
    """What the decision of an appeal body is about: who decided before, and the appeal."""

    first_body: str
    first_decided_on: date
    appeal_received_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided. ``matter`` is a noun phrase: spesialistgodkjenning i allmennmedisin.

    ``outcome`` is one or two whole sentences; ``text`` the reasons as they were written, its
    paragraphs parted by blank lines, and empty where they are given on demand. ``appealed`` is
    given for the decision of an appeal body, which always gives its reasons.
    """

    matter: str
    outcome: str
    text: str
    decided_on: date
    basis: tuple[Citation, ...]
    conditions: str | None = None
    appealed: Appealed | None = None

    def __post_init__(self) -> None:
        if self.appealed and not self.text.strip():
            raise ValueError("a decision on an appeal needs its reasons (section 24)")


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsoTold:
    """What a notice tells where the case gives reason to, None where it does not.

    ``deferral``: the decision could be carried out to the party's detriment meanwhile (§ 42).
    ``costs``: the time to claim them (§ 36). ``lawsuit_first_appeal``: the body decided that
    one must appeal before going to court (§ 27 b), with the time after which one may all the same.
    ``lawsuit_within``: the time to go to court (helsepersonelloven § 71).
    """

    deferral: bool = False
    costs: Version[TimerRule] | None = None
    lawsuit_first_appeal: Version[TimerRule] | None = None
    lawsuit_within: Version[TimerRule] | None = None


NOTHING_MORE = AlsoTold()


def decision_notice(
    frame: Frame,
    decision: Decision,
    way: Against,
    rights: PartyRights,
    also: AlsoTold = NOTHING_MORE,
) -> Letter:
    """Return the notice; who decided is the sender, and ``way`` what can be done against it."""
    what = "vedtak i klagesak" if decision.appealed else "vedtak"
    title = f"{capital(rights.notice)} om {what}: {decision.matter}"
    blocks = (
        *_decided(frame, decision, rights),
        *against(way, rights, frame.to),
        *_rights(way, rights, also, frame.to),
        *acts(_cited(way, rights, also)),
    )
    return framed(frame, LetterKind.DECISION_NOTICE, title, blocks)


def notice_says(frame: Frame, way: Against, also: AlsoTold) -> tuple[NoticeContent, ...]:
    """Return what such a notice tells, of the things that the law asks of it."""
    says = {
        NoticeContent.ACCESS_TO_DOCUMENTS: True,
        NoticeContent.CASE_HANDLER: frame.case_handler is not None,
        NoticeContent.RESPONSIBLE: frame.responsible is not None,
        NoticeContent.DEFERRAL: also.deferral,
        NoticeContent.LAWSUIT: bool(also.lawsuit_first_appeal or also.lawsuit_within),
        NoticeContent.COSTS: also.costs is not None,
        NoticeContent.GUIDANCE: isinstance(way, Appealable),
    }
    return (*tells(way), *(content for content, is_told in says.items() if is_told))


def _decided(frame: Frame, decision: Decision, rights: PartyRights) -> Iterator[Block]:
    yield Terms(caption="Vedtaket", terms=tuple(_terms(frame, decision)))
    yield Heading(text="Vedtak")
    yield from told(decision.outcome)
    if decision.conditions:
        yield Heading(text="Vilkår")
        yield from told(decision.conditions)
    yield Heading(text="Begrunnelse")
    yield from told(decision.text) or (Paragraph(text=_on_demand(rights, frame.to)),)
    if decision.basis:
        yield Heading(text="Regler vedtaket bygger på")
        yield Points(items=tuple(dict.fromkeys(one.nb for one in decision.basis)))


def _on_demand(rights: PartyRights, to: Addressed) -> str:
    return (
        f"Vedtaket er truffet uten at grunnene er gjengitt. {capital(to.you)} kan kreve å få dem, "
        f"så lenge klagefristen ikke er ute ({place(rights.reasons_on_demand)})."
    )


def _terms(frame: Frame, decision: Decision) -> Iterator[Term]:
    yield Term(name="Saken gjelder", description=capital(decision.matter))
    if frame.to.party:
        yield Term(name="Part", description=frame.to.party)
    yield Term(name="Avgjort av", description=frame.sender)
    yield Term(name="Avgjort", description=day(decision.decided_on))
    if before := decision.appealed:
        first = f"{before.first_body}, {day(before.first_decided_on)}"
        yield Term(name="Vedtak det er klaget på", description=first)
        yield Term(name="Klagen mottatt", description=day(before.appeal_received_on))


def _rights(way: Against, rights: PartyRights, also: AlsoTold, to: Addressed) -> Iterator[Block]:
    yield Heading(text="Innsyn i sakens dokumenter")
    yield Paragraph(
        text=f"{capital(to.you)} har rett til å se dokumentene i saken, med de unntakene som "
        f"følger av loven ({places(rights.access)}). Retten gjelder også nå som vedtaket er "
        "truffet."
    )
    if also.deferral:
        yield Heading(text="Utsatt iverksetting")
        yield Paragraph(text=_deferral(way, rights, to))
    if also.costs:
        yield Heading(text="Sakskostnader")
        yield Paragraph(text=_costs(way, rights, also.costs, to))
    if also.lawsuit_first_appeal or also.lawsuit_within:
        yield Heading(text="Søksmål")
        yield from _lawsuit(rights, also, to)


def _deferral(way: Against, rights: PartyRights, to: Addressed) -> str:
    until = "klagefristen er ute eller klagen er avgjort"
    if isinstance(way, Final):
        until = f"det foreligger endelig dom, dersom {to.you} går til søksmål"
    return (
        f"{capital(to.you)} kan be om at vedtaket ikke iverksettes før {until} "
        f"({place(rights.deferral)})."
    )


def _costs(way: Against, rights: PartyRights, claim: Version[TimerRule], to: Addressed) -> str:
    when = (
        f"Er vedtaket endret {to.to_your_favour}"
        if isinstance(way, Final)
        else f"Blir vedtaket endret {to.to_your_favour} etter klage"
    )
    return (
        f"{when}, kan {to.you} kreve dekket vesentlige kostnader som har vært nødvendige for "
        f"å få det endret ({place(rights.costs)}). Kravet må være fremsatt senest "
        f"{length(claim)} etter at {rights.notice}en om det nye vedtaket kom fram til "
        f"{to.you_object} ({place(claim.citation)})."
    )


def _lawsuit(rights: PartyRights, also: AlsoTold, to: Addressed) -> Iterator[Block]:
    if period := also.lawsuit_first_appeal:
        yield Paragraph(
            text="Søksmål om gyldigheten av vedtaket, eller krav om erstatning som følge av det, "
            f"kan ikke reises uten at {to.you} har brukt adgangen til å klage og klagen er "
            f"avgjort. Søksmål kan likevel reises når det er gått {length(period)} fra "
            f"{to.you} klaget første gang, og det ikke skyldes forsømmelse {to.on_your_part} at "
            f"klagen ikke er avgjort ({place(period.citation)})."
        )
    if period := also.lawsuit_within:
        yield Paragraph(
            text=f"Vil {to.you} bringe vedtaket inn for domstolene, må det gjøres innen "
            f"{length(period)} fra {rights.notice}en om vedtaket kom fram til "
            f"{to.you_object} ({place(period.citation)})."
        )


def _cited(way: Against, rights: PartyRights, also: AlsoTold) -> tuple[Citation, ...]:
    timers = (also.costs, also.lawsuit_first_appeal, also.lawsuit_within)
    return (
        *cited(way),
        *rights.access,
        *(timer.citation for timer in timers if timer),
    )
