"""Reading a proceeding: its trail, its words, and who opened them."""

from __future__ import annotations

from application.access import Act
from application.actors import Actor, Role
from application.plans.disclosing import Disclosing, Words
from application.ports import Opening, Openings
from application.proceedings.acting import At, ProceedingActing, refuse_other_instance
from application.proceedings.gaps import gaps
from application.proceedings.trail import Trail, trail
from domain.shared.findings import Finding
from domain.shared.ids import Id


class ProceedingReading:
    """Shows a proceeding to the doctor, the instance it is with, and the audit."""

    def __init__(self, proceedings: ProceedingActing, openings: Openings) -> None:
        self._proceedings = proceedings
        self._histories = proceedings.acting.histories
        self._openings = openings
        self._disclosing = Disclosing(self._histories, openings)

    def trail(self, proceeding: Id, actor: Actor) -> Trail:
        """Return the trail; raises NotFound or NotPermitted."""
        return self._trail(proceeding, self.seen(proceeding, actor))

    def unasked(self, proceeding: Id) -> Trail:
        """Return the trail for the one who runs the machine, beside the database."""
        return self._trail(proceeding, self._proceedings.at(proceeding, None))

    def words(self, proceeding: Id, actor: Actor, *, reason: str | None) -> tuple[Words, ...]:
        """Open the texts: of parties, decisions and grounds; the audit says why."""
        at = self.seen(proceeding, actor)
        plan = at.plan.plan.case
        return self._disclosing.words_of(
            proceeding,
            lambda _: True,
            subject=plan.subject,
            reason=reason,
            actor=actor,
            parties=self._parties(at, actor),
        )

    def openings(self, proceeding: Id, actor: Actor) -> tuple[Opening, ...]:
        """Return who opened which text, oldest first; raises NotFound or NotPermitted."""
        at = self.seen(proceeding, actor, Act.SEE_OPENINGS)
        found = self._openings.of_case(proceeding, subject=at.plan.plan.case.subject)
        return tuple(found)

    def note(self, at: At, version: int, field: str, actor: Actor, *, reason: str | None) -> None:
        """Note that one text is opened; raises Invalid where it must be said why, and is not."""
        plan = at.plan.plan.case
        why = self._disclosing.reason(reason, actor, self._parties(at, actor), writers={""})
        self._openings.note(
            at.proceeding.case_id, [(version, field)], by=actor, reason=why, subject=plan.subject
        )

    def _parties(self, at: At, actor: Actor) -> frozenset[Id]:
        """Return whose own matter the texts are: they are written to those who handle it."""
        handling = frozenset({actor.person}) if actor.acting_as is not Role.AUDITOR else frozenset()
        return handling | {at.plan.plan.case.doctor}

    def seen(self, proceeding: Id, actor: Actor, act: Act = Act.SEE_PROCEEDING) -> At:
        at = self._proceedings.at(proceeding, actor)
        at.plan.permit(act, actor, self._proceedings.today)
        refuse_other_instance(at.case, Act.SEE_PROCEEDING, actor)
        return at

    def _trail(self, proceeding: Id, at: At) -> Trail:
        plan = at.plan.plan.case_id
        return trail(
            proceeding,
            at.case,
            told=self._histories.history(proceeding),
            plan=(plan, self._histories.history(plan)),
            findings_now=self._findings_now(at),
            law=self._proceedings.law,
        )

    def _findings_now(self, at: At) -> tuple[Finding, ...]:
        """Return what would be found today, beside what was found then."""
        return gaps(self._proceedings, at.plan, at.case.kind, self._proceedings.today)
