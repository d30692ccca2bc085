"""Reading a proceeding: its trail, its words, and who opened them."""

from __future__ import annotations

from collections.abc import Callable

from application.access import Act
from application.actors import Actor, Role
from application.plans.disclosing import Disclosing, Words
from application.ports import Opening, Openings
from application.proceedings.acting import At, ProceedingActing, kept_from, refuse_other_instance
from application.proceedings.gaps import gaps
from application.proceedings.trail import Trail, trail
from domain.shared.facts import Fact
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
        at = self._seen(proceeding, actor)
        return self._trail(proceeding, at, kept_from(at.case, actor))

    def unasked(self, proceeding: Id) -> Trail:
        """Return the trail for the one who runs the machine, beside the database."""
        return self._trail(proceeding, self._proceedings.at(proceeding, None), lambda _: False)

    def words(self, proceeding: Id, actor: Actor, *, reason: str | None) -> tuple[Words, ...]:
        """Open the texts: of parties, decisions and grounds; the audit says why."""
        at = self._seen(proceeding, actor)
        hidden = kept_from(at.case, actor)
        return self._disclosing.words_of(
            proceeding,
            lambda one: not hidden(one.fact),
            subject=at.plan.plan.case.subject,
            reason=reason,
            actor=actor,
            parties=own_of(at, actor),
        )

    def openings(self, proceeding: Id, actor: Actor) -> tuple[Opening, ...]:
        """Return who opened which text, oldest first; raises NotFound or NotPermitted."""
        at = self._seen(proceeding, actor, Act.SEE_OPENINGS)
        found = self._openings.of_case(proceeding, subject=at.plan.plan.case.subject)
        hidden = kept_from(at.case, actor)
        return tuple(one for one in found if not hidden(at.case.facts[one.version - 1]))

    def _seen(self, proceeding: Id, actor: Actor, act: Act = Act.SEE_PROCEEDING) -> At:
        return seen_by(self._proceedings, proceeding, actor, act)

    def _trail(self, proceeding: Id, at: At, hidden: Callable[[Fact], bool]) -> Trail:
        plan = at.plan.plan.case_id
        return trail(
            proceeding,
            at.case,
            told=self._histories.history(proceeding),
            plan=(plan, self._histories.history(plan)),
            findings_now=self._findings_now(at),
            hidden=hidden,
        )

    def _findings_now(self, at: At) -> tuple[Finding, ...]:
        """Return what would be found today, beside what was found then."""
        return gaps(self._proceedings, at.plan, at.case.kind, self._proceedings.today)


def seen_by(
    proceedings: ProceedingActing, proceeding: Id, actor: Actor, act: Act = Act.SEE_PROCEEDING
) -> At:
    """Return the proceeding to one who may see it; raises NotFound or NotPermitted."""
    at = proceedings.at(proceeding, actor)
    at.plan.permit(act, actor, proceedings.today)
    refuse_other_instance(at.case, Act.SEE_PROCEEDING, actor)
    return at


def own_of(at: At, actor: Actor) -> frozenset[Id]:
    """Return whose own matter the words are: of the doctor and of all who handle them."""
    handling = frozenset({actor.person}) if actor.acting_as is not Role.AUDITOR else frozenset()
    return handling | {at.plan.plan.case.doctor}
