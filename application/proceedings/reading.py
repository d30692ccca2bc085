"""Reading a proceeding: its trail, its words, and who opened them."""

from __future__ import annotations

from application.access import Act
from application.actors import Actor, Role
from application.plans.disclosing import Disclosing, Words
from application.plans.stays import application_of, record_of
from application.ports import Opening, Openings
from application.proceedings.acting import At, ProceedingActing, refuse_other_instance
from application.proceedings.trail import Trail, trail
from domain.law.remedies import DecisionKind
from domain.plans.rules.apply_for_approval import wanting
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
        return self._trail(proceeding, self._seen(proceeding, actor))

    def unasked(self, proceeding: Id) -> Trail:
        """Return the trail for the one who runs the machine, beside the database."""
        return self._trail(proceeding, self._proceedings.at(proceeding, None))

    def words(self, proceeding: Id, actor: Actor, *, reason: str | None) -> tuple[Words, ...]:
        """Open the texts: of parties, decisions and grounds; the audit says why."""
        at = self._seen(proceeding, actor)
        # It is written to those who handle it, and by them or the doctor.
        handling = frozenset({actor.person}) if actor.acting_as is not Role.AUDITOR else frozenset()
        plan = at.plan.plan.case
        return self._disclosing.words_of(
            proceeding,
            lambda _: True,
            subject=plan.subject,
            reason=reason,
            actor=actor,
            parties=handling | {plan.doctor},
        )

    def openings(self, proceeding: Id, actor: Actor) -> tuple[Opening, ...]:
        """Return who opened which text, oldest first; raises NotFound or NotPermitted."""
        at = self._seen(proceeding, actor, Act.SEE_OPENINGS)
        found = self._openings.of_case(proceeding, subject=at.plan.plan.case.subject)
        return tuple(found)

    def _seen(self, proceeding: Id, actor: Actor, act: Act = Act.SEE_PROCEEDING) -> At:
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
        if at.case.kind is not DecisionKind.SPECIALIST_APPROVAL:
            return ()
        proceedings, today = self._proceedings, self._proceedings.today
        record = record_of(self._histories, at.plan, proceedings.law)
        asked = application_of(
            record, proceedings.law, proceedings.catalogue, submitted_on=today, on=today
        )
        return wanting(asked)
