"""A proceeding (sak): one decision, how it came about, its notice, and the appeals against it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from domain.law.book import LawBook
from domain.law.remedies import DecisionKind, Instance
from domain.proceedings import refusals
from domain.proceedings.appeal import STAGE_NAMES, Appeal
from domain.proceedings.appeal_facts import AppealFiled, ProceedingClosed
from domain.proceedings.appeals import Appeals
from domain.proceedings.aside import Aside
from domain.proceedings.document_facts import DocumentAttached
from domain.proceedings.documents import Document, Documents
from domain.proceedings.facts import (
    DecisionMade,
    ProceedingDeadlineLapsed,
    ProceedingFactCorrected,
    ProceedingOpened,
    ProceedingPersonMerged,
    ProceedingReminderSent,
    ReasonsDemanded,
)
from domain.proceedings.leaning import leans
from domain.proceedings.letter_facts import LetterIssued
from domain.proceedings.letter_refusals import unknown_letter
from domain.proceedings.preparation import Preparation
from domain.proceedings.remedies import Route, route
from domain.proceedings.ruled import Ruled
from domain.proceedings.rulings import SET_ASIDE, Decided, Ruling
from domain.shared.case import Case, Effects
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.enforced import Lapsed, Noticed, Reminded
from domain.shared.facts import Fact, Seen
from domain.shared.findings import Finding
from domain.shared.ids import Id


class Proceeding(Case):
    """One proceeding, folded from its facts."""

    def begin(self) -> None:
        self.opened: ProceedingOpened | None = None
        self.closed: ProceedingClosed | None = None
        self.preparation = Preparation()
        self.documents = Documents()
        self.appeals = Appeals()
        self.ruled = Ruled(self.appeals)
        self.rulings = self.ruled.rulings
        self.letters: list[LetterIssued] = []
        self.aside = Aside(self.ruled)
        self.enforced = Noticed()

    # acts

    def open(
        self,
        kind: DecisionKind,
        *,
        party: Id,
        organisation: Id,
        plan: Id | None,
        about: str,
        received_on: date | None,
        by: Id,
        on: date,
        law: LawBook,
    ) -> ProceedingOpened:
        """Open a case of a kind; who decides it follows from the law (L-SPF-35)."""
        if self.opened:
            raise refusals.opened_already()
        way = route(kind, law, on)
        return ProceedingOpened(
            kind=kind,
            party=party,
            organisation=organisation,
            plan=plan,
            about=about,
            decided_by=way.decided_by or Instance.ESTABLISHMENT,
            received_on=received_on,
            opened_by=by,
            opened_on=on,
        )

    def decide(
        self,
        outcome: Decided,
        *,
        text: Confidential,
        conditions: Confidential | None,
        consulted: tuple[Id, ...],
        seen: tuple[Seen, ...],
        basis: tuple[Citation, ...],
        findings: tuple[Finding, ...],
        by: Id,
        on: date,
        law: LawBook,
        reasons_later: bool = False,
    ) -> DecisionMade:
        """Decide, and keep what was seen as it was; a later change never alters it.

        Decided once, it is decided again only when the appeal body set the decision aside.
        """
        opened = self.be_running()
        standing = self.rulings.standing
        if standing and standing.outcome != SET_ASIDE:
            raise refusals.decided_already(standing.decided_on)
        earliest = standing.decided_on if standing else opened.received_on or opened.opened_on
        refusals.refuse_before(on, earliest, field="decidedOn", rule="L-FVL-15")
        applied = bool(opened.received_on)
        self.preparation.refuse_to_decide(outcome, applied=applied, by=by, on=on, law=law)
        way = route(self.kind, law, on)
        return DecisionMade(
            outcome=outcome,
            decided_by=by,
            decided_on=on,
            text=text,
            conditions=conditions,
            consulted=consulted,
            seen=seen,
            law=law.version,
            basis=(*basis, *((way.rule.citation,) if way.rule else ())),
            findings=findings,
            remedy=way.remedy,
            heard_by=way.heard_by,
            reasons_later=reasons_later,
        )

    def close(self, *, by: Id, on: date) -> ProceedingClosed:
        """Close the case; raises RuleBroken while an appeal is running (R-APP-05)."""
        self.be_running()
        last = None if self.preparation.withdrawn else self.be_ruled()
        if running := self.appeals.running:
            stages = {STAGE_NAMES[one.stage] for one in running}
            nb, en = (", ".join(sorted(getattr(one, at) for one in stages)) for at in ("nb", "en"))
            raise refusals.broken(
                "R-APP-05",
                nb=f"Saken kan ikke avsluttes mens en klage er underveis ({nb}); "
                "opprettholdes vedtaket, skal klagen sendes klageinstansen.",
                en=f"The case cannot be closed while an appeal is under way ({en}); if the "
                "decision is maintained the appeal is forwarded to the appeal body.",
            )
        if self.rulings.outcome == SET_ASIDE:
            raise refusals.to_be_decided_anew()
        if last and any(one.notice.is_waited_for for one in (*self.rulings.to_be_told, last)):
            raise refusals.not_notified()
        self.aside.refuse_waiting()
        return ProceedingClosed(closed_by=by, closed_on=on)

    # questions

    @property
    def kind(self) -> DecisionKind:
        return DecisionKind(self.be_open().kind)

    @property
    def outcome(self) -> str | None:
        """Return what the party has, as the last ruling that changed it leaves it."""
        return self.rulings.outcome

    @property
    def is_to_be_decided(self) -> bool:
        return self.outcome in (None, SET_ASIDE)

    @property
    def decided(self) -> DecisionMade | None:
        """Return the decision as it was last made by the body that decides."""
        return self.ruled.made[-1] if self.ruled.made else None

    def be_open(self) -> ProceedingOpened:
        """Return how it began; raises NotFound."""
        if self.opened is None:
            raise refusals.unknown_proceeding()
        return self.opened

    def be_running(self) -> ProceedingOpened:
        """Return how it began; raises NotFound, and NotAllowed once it is closed."""
        opened = self.be_open()
        if self.closed:
            raise refusals.closed_already(self.closed.closed_on)
        return opened

    def be_ruled(self, version: int = 0) -> Ruling:
        """Return a ruling, the last for 0; raises NotFound, Invalid or NotAllowed."""
        self.be_open()
        return self.rulings.of(version)

    def ruling_against(self, appeal: Appeal) -> Ruling | None:
        """Return the ruling an appeal is against; None where it came before any."""
        return self.ruled.appealed(appeal.filed)

    def letter(self, letter: Id) -> tuple[int, LetterIssued]:
        """Return a letter and the version it was told at; raises NotFound."""
        for at, fact in enumerate(self.facts, start=1):
            if isinstance(fact, LetterIssued) and fact.letter == letter and at not in self.struck:
                return at, fact
        raise unknown_letter()

    def way(self, law: LawBook) -> Route:
        opened, first = self.be_open(), self.rulings.first
        return route(self.kind, law, first.decided_on if first else opened.opened_on)

    def instance_with(self, appeal: Id | None = None) -> str:
        """Return the instance that has an appeal, or the case where none is named."""
        found = self.appeals.by_id.get(appeal) if appeal else None
        running = [found] if found else self.appeals.running
        sent = [one.forwarded.to for one in running if one.forwarded]
        return sent[-1] if sent else self.be_open().decided_by

    @property
    def instances(self) -> tuple[str, ...]:
        """Return every instance that has had the case: the one that decides comes first."""
        sent = [one.forwarded.to for one in self.appeals.by_id.values() if one.forwarded]
        return tuple(dict.fromkeys((self.be_open().decided_by, *sent)))

    def told(self, *kinds: type[Fact]) -> Iterator[tuple[int, Any]]:
        """Yield the facts of some kinds that were not recorded in error, with their versions."""
        for version, fact in enumerate(self.facts, start=1):
            if isinstance(fact, kinds) and version not in self.struck:
                yield version, fact

    def documents_kept_from(self, instance: str | None) -> frozenset[Id | None]:
        """Return the documents an instance may not know of, also those recorded in error.

        None is the parties.
        """
        told = (fact for fact in self.facts if isinstance(fact, DocumentAttached))
        by_id = self.documents.by_id
        kept = (by_id.get(fact.document) or Document(fact, 0) for fact in told)
        return frozenset(one.attached.document for one in kept if not one.is_open_to(instance))

    @property
    def first_instance(self) -> frozenset[Id]:
        """Return who decided anything at first instance, who cannot decide an appeal."""
        own = self.opened.decided_by if self.opened else ""
        ruled = {one.decided_by for one in self.rulings if one.body == own}
        reviewed = (one.reviewed for one in self.appeals.by_id.values())
        return frozenset(ruled | {one.reviewed_by for one in reviewed if one})

    def correctable(self, version: int) -> Fact:
        """Return the fact that may be corrected; raises Invalid or NotAllowed."""
        fact = super().correctable(version)
        if isinstance(fact, Lapsed | Reminded):
            raise refusals.noticed_by_the_clock()
        return fact

    # effects

    def effects(self) -> Effects:
        return {
            ProceedingOpened: self._opened,
            ProceedingClosed: self._closed,
            LetterIssued: lambda fact, _: self.letters.append(fact),
            ProceedingDeadlineLapsed: self.enforced.note_lapsed,
            ProceedingReminderSent: self.enforced.note_reminded,
            ProceedingFactCorrected: self.strike,
            ProceedingPersonMerged: self.merge,
            **self.preparation.effects(),
            **self.documents.effects(),
            **self.ruled.effects(),
            **self.aside.effects(),
            **{kind: self._reopening(effect) for kind, effect in self._reopened_by().items()},
            AppealFiled: self._reopening(self.appeals.effects()[AppealFiled]),
            ReasonsDemanded: self._reopening(self.rulings.effects()[ReasonsDemanded]),
        }

    def _reopened_by(self) -> Effects:
        return self.ruled.reopening() | self.aside.reopening()

    def leans(self, later: Fact, earlier: Fact) -> bool:
        revived = self.ruled.dismissed_by(getattr(earlier, "appeal", None))
        return leans(later, earlier, behind=self._appeal_behind(later), revived=revived)

    def _appeal_behind(self, later: Fact) -> Id | None:
        """Return the appeal whose ruling a fact is of, or is against."""
        version: int = getattr(later, "ruling", 0) or getattr(later, "against", 0)
        return getattr(self.facts[version - 1], "appeal", None) if version else None

    def _opened(self, fact: ProceedingOpened, _: int) -> None:
        self.opened = fact
        self.ruled.body, self.ruled.party = fact.decided_by, fact.party

    def _closed(self, fact: ProceedingClosed, _: int) -> None:
        self.closed = fact

    def _reopening(self, effect: Any) -> Any:
        """Return an effect that opens a closed case again."""

        def take_up(fact: Any, at: int) -> None:
            self.closed = None
            effect(fact, at)

        return take_up
