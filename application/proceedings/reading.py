"""Reading a proceeding: its trail, its words, and who opened them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from application.access import Act
from application.actors import Actor, Role
from application.law.named import law_named
from application.people.access_log import TRAIL
from application.plans import standing
from application.plans.disclosing import Disclosing, Words
from application.plans.standing import Standing
from application.plans.stays import application_of, record_of
from application.ports import Loading, Opening, Openings
from application.proceedings.acting import (
    At,
    ProceedingActing,
    is_of_party,
    kept_from,
    refuse_other_instance,
)
from application.proceedings.exempting import EXEMPTION_OF
from application.proceedings.own_case import own_case
from application.proceedings.trails.as_seen import as_seen
from application.proceedings.trails.effect import in_effect
from application.proceedings.trails.found import Facts, Found, found_beside, kept_with
from application.proceedings.trails.trail import Trail, trail
from domain.exemptions.exemption import Exemption
from domain.law.book import LawBook
from domain.law.remedies import DecisionKind, Instance
from domain.plans.rules.apply_for_approval import wanting
from domain.proceedings.rules.file_appeal import meant_by
from domain.proceedings.rules.first_instance import may_hear
from domain.shared.facts import Fact, Recorded
from domain.shared.findings import Finding
from domain.shared.ids import Id


class ProceedingReading:
    """Shows a proceeding to the doctor, the instance it is with, and the audit."""

    def __init__(self, proceedings: ProceedingActing, openings: Openings) -> None:
        self._proceedings = proceedings
        self._histories = proceedings.acting.histories
        self._openings = openings
        self._disclosing = Disclosing(self._histories, openings)

    def trail(self, proceeding: Id, actor: Actor, *, law: str | None = None) -> Trail:
        """Return the trail, with what the law book named finds; raises NotFound or NotPermitted."""
        at = self.seen(proceeding, actor)
        if actor.person not in at.about.people(self._proceedings.today):
            self._openings.note_look(at.about.subject, TRAIL, by=actor, case_id=proceeding)
        book = law_named(law) if law else self._proceedings.law
        return self._trail(proceeding, at, book, kept_from(at.case, actor))

    def unasked(self, proceeding: Id, *, law: LawBook | None = None) -> Trail:
        """Return the trail for the one who runs the machine, beside the database."""
        at = self._proceedings.at(proceeding, None)
        return self._trail(proceeding, at, law or self._proceedings.law, lambda _: False)

    def words(self, proceeding: Id, actor: Actor, *, reason: str | None) -> tuple[Words, ...]:
        """Open the texts: of parties, decisions and grounds; the audit says why."""
        at = self.seen(proceeding, actor)
        hidden = kept_from(at.case, actor)
        return self._disclosing.words_of(
            proceeding,
            lambda one: not hidden(one.fact),
            subject=at.about.subject,
            reason=reason,
            actor=actor,
            parties=own_of(at, actor, self._proceedings.today),
        )

    def plans_asked_for(self, proceeding: Id, actor: Actor) -> tuple[Id, ...]:
        """Return the plans of the exemption a case is about, to whoever has the case before them.

        An appeal body decides of them though it reads no exemption but by its case.
        """
        opened = self.seen(proceeding, actor).case.be_open()
        if opened.kind not in EXEMPTION_OF or not opened.about:
            return ()
        about = Id(opened.about)
        case: Exemption = self._histories.load({about: Exemption})[about].case
        return case.be_applied_for().plans

    def may_hear(self, proceeding: Id, appeal: Id, actor: Actor) -> tuple[Instance, ...]:
        """Return the bodies an appeal may be forwarded to, to one who sees the case."""
        return may_hear(self.seen(proceeding, actor).case, appeal, self._proceedings.law)

    def appealed_now(self, proceeding: Id, actor: Actor) -> int | None:
        """Return the version of the ruling that an appeal of the party would be over today."""
        case = self.seen(proceeding, actor).case
        meant = meant_by(case, case.be_open().party)
        return meant.at if meant else None

    def openings(self, proceeding: Id, actor: Actor) -> tuple[Opening, ...]:
        """Return who opened which text, oldest first; raises NotFound or NotPermitted."""
        at = self.seen(proceeding, actor, Act.SEE_OPENINGS)
        found = self._openings.of_case(proceeding, subject=at.about.subject)
        hidden = kept_from(at.case, actor)
        return tuple(one for one in found if not hidden(at.case.facts[one.version - 1]))

    def reason(self, at: At, actor: Actor, said: str | None) -> str | None:
        """Return why a text is opened; raises Invalid where it must be said why, and is not."""
        return self._disclosing.reason(
            said, actor, own_of(at, actor, self._proceedings.today), writers={""}
        )

    def seen(self, proceeding: Id, actor: Actor, act: Act = Act.SEE_PROCEEDING) -> At:
        return seen_by(self._proceedings, proceeding, actor, act)

    def _trail(self, proceeding: Id, at: At, law: LawBook, hidden: Callable[[Fact], bool]) -> Trail:
        own = at.about.own.case_id
        told = self._histories.history(proceeding)
        now = self._found_now(at, law)
        return trail(
            proceeding,
            at.case,
            told=told,
            own=(own, self._histories.history(own)),
            findings_now=now.findings if now else (),
            found=(*self._found_then(at, told, law), *((now,) if now else ())),
            law=law,
            hidden=hidden,
            today=self._proceedings.today,
            in_effect=in_effect(self._histories, at),
        )

    def _found_then(self, at: At, told: Sequence[Recorded], law: LawBook) -> Iterator[Found]:
        """Yield what was found when it was decided, and what the law book finds of the same."""
        made = at.case.decided
        if made is None or at.case.kind is not DecisionKind.SPECIALIST_APPROVAL:
            return
        yield kept_with(made)
        recorded_at = told[at.case.ruled.made_at[-1] - 1].recorded_at
        assert recorded_at
        cases = as_seen(self._histories, made.seen, recorded_at)
        plan = standing.of_plan(cases, at.about.own.case_id, None)
        findings = self._wanting(cases, plan, law, made.decided_on)
        yield found_beside(made, findings, facts=Facts.THEN, on=made.decided_on, law=law.version)

    def _found_now(self, at: At, law: LawBook) -> Found | None:
        """Return what the law book finds today, for the kind of decision it finds anything of."""
        if at.case.kind is not DecisionKind.SPECIALIST_APPROVAL:
            return None
        today = self._proceedings.today
        findings = self._wanting(self._histories, at.about.plan, law, today)
        return found_beside(at.case.decided, findings, facts=Facts.NOW, on=today, law=law.version)

    def _wanting(
        self, cases: Loading, plan: Standing | None, law: LawBook, on: date
    ) -> tuple[Finding, ...]:
        assert plan  # of a doctor: no establishment becomes a specialist
        record = record_of(cases, plan, law)
        asked = application_of(record, law, self._proceedings.catalogue, submitted_on=on, on=on)
        return wanting(asked)


def seen_by(
    proceedings: ProceedingActing, proceeding: Id, actor: Actor, act: Act = Act.SEE_PROCEEDING
) -> At:
    """Return the proceeding to one who may see it; raises NotFound or NotPermitted."""
    at = proceedings.at(proceeding, actor)
    at.about.permit(act, actor, proceedings.today)
    refuse_other_instance(at.case, Act.SEE_PROCEEDING, actor)
    # In the room of a body is what is kept from the party, and one may be both.
    if not is_of_party(at.case, actor) and actor.person in at.about.people(proceedings.today):
        raise own_case(proceedings.regime(at.case))
    return at


def own_of(at: At, actor: Actor, today: date) -> frozenset[Id]:
    """Return whose own matter the words are: of the party and of all who handle them."""
    handling = frozenset({actor.person}) if actor.acting_as is not Role.AUDITOR else frozenset()
    return handling | at.about.people(today)
