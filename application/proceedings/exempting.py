"""A proceeding about an exemption: what it comes to takes effect in the exemption and the plans.

It follows from what the establishment's own history is told in the same append, and from nothing
else, so that neither can say something the other does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from application.acting import refuse_oneself
from application.actors import Actor
from application.exemptions.acting import At
from application.exemptions.correcting import told_in_plans
from application.exemptions.service import ended, told_of_grant
from application.ports import Change, Loaded, Loading
from application.proceedings.telling import TOLD_AS_DECISIONS
from domain.exemptions import facts as e
from domain.exemptions.exemption import Exemption
from domain.exemptions.outcome import Came, ExemptionTerms, come_to, take_up
from domain.exemptions.refusals import RULE
from domain.law.book import LawBook
from domain.law.exemptions import ExemptionKind
from domain.law.remedies import DecisionKind
from domain.organisations.decisions import OrganisationDecisionTold, OrganisationWithdrawalTold
from domain.plans.exemptions import Ending
from domain.plans.plan import TrainingPlan
from domain.proceedings.appeal_facts import AppealDismissed
from domain.proceedings.facts import ProceedingFactCorrected, ProceedingOpened
from domain.proceedings.preparation_facts import ApplicationWithdrawn
from domain.proceedings.proceeding import Proceeding
from domain.shared.facts import Fact, Seen
from domain.shared.ids import Id
from domain.shared.refusals import Invalid

MARK = ProceedingFactCorrected
DECIDES = (*TOLD_AS_DECISIONS, AppealDismissed)
EXEMPTION_OF = {
    DecisionKind.SUPERVISOR_EXEMPTION: ExemptionKind.SUPERVISOR_SPECIALTY,
    DecisionKind.HALF_TIME_EXEMPTION: ExemptionKind.HALF_TIME_PRACTICE,
}
"""The kind of exemption that a kind of case is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """An act on a proceeding as it comes to the exemption."""

    proceeding: Loaded[Proceeding]
    facts: Sequence[Fact]
    told: Sequence[Fact]
    terms: ExemptionTerms | None


def taken_up(
    cases: Loading, exemption: Id | None, opened: ProceedingOpened, proceeding: Id
) -> tuple[Change, ...]:
    """Return that a proceeding decides an application; raises Invalid where it names the wrong."""
    kind = EXEMPTION_OF.get(DecisionKind(opened.kind))
    if exemption and kind:
        return (_taken_up(cases, exemption, opened, proceeding),)
    # What half time is an exemption from is repealed: there may be none to name (AMB-43).
    if exemption is None and kind is not ExemptionKind.SUPERVISOR_SPECIALTY:
        return ()
    if exemption:
        raise _not_meant()
    raise Invalid(
        "exemption-missing",
        nb="Oppgi hvilket fritak saken gjelder i «exemption»; det søkes det om først, blant "
        "virksomhetens fritak.",
        en="State in 'exemption' which exemption the case is about; it is applied for first, "
        "among the exemptions of the establishment.",
        rule=RULE,
        field="exemption",
    )


def _taken_up(cases: Loading, exemption: Id, opened: ProceedingOpened, proceeding: Id) -> Change:
    loaded: Loaded[Exemption] = cases.load({exemption: Exemption})[exemption]
    fact = take_up(
        loaded.case,
        proceeding,
        organisation=opened.organisation,
        kind=EXEMPTION_OF[DecisionKind(opened.kind)],
        on=opened.opened_on,
    )
    return _change(loaded, (fact,))


def seen_of(cases: Loading, opened: ProceedingOpened) -> tuple[Seen, ...]:
    """Return the last fact of the exemption a case is about, which a decision of it leans on."""
    if opened.plan or not opened.about:
        return ()
    loaded: Loaded[Exemption] = cases.load({Id(opened.about): Exemption})[Id(opened.about)]
    return loaded.last_seen()


def in_exemption(cases: Loading, ruled: Ruled, actor: Actor, law: LawBook) -> tuple[Change, ...]:
    """Return what an act comes to in the exemption and the plans it covers."""
    opened = ruled.proceeding.case.opened
    if opened is None or DecisionKind(opened.kind) not in EXEMPTION_OF or not opened.about:
        _refuse_terms(ruled)
        return ()
    at = _at(cases, Id(opened.about))
    _refuse_oneself(at, ruled, actor)
    changing = _Changing(at)
    for mark in ruled.facts:
        if isinstance(mark, MARK):
            _correct(changing, ruled, mark, actor)
    for told in ruled.told:
        if isinstance(told, OrganisationDecisionTold):
            _decide(changing, ruled, told, actor, law)
        elif isinstance(told, OrganisationWithdrawalTold):
            on = told.withdrawn_on
            changing.tell(e.ExemptionWithdrawn(withdrawn_by=actor.person, withdrawn_on=on))
    return changing.changes()


def _refuse_oneself(at: At, ruled: Ruled, actor: Actor) -> None:
    """Raise NotPermitted to those it would exempt, whatever they rule, and if they undo a ruling.

    To maintain, to uphold and to dismiss decide as much as what changes something.
    """
    facts = ruled.proceeding.case.facts
    undone = [facts[one.corrects - 1] for one in ruled.facts if isinstance(one, MARK)]
    if any(isinstance(one, DECIDES) for one in (*ruled.facts, *undone)):
        for person in at.about():
            refuse_oneself(actor, person)


def _refuse_terms(ruled: Ruled) -> None:
    if ruled.terms:
        raise _not_meant()


def _not_meant() -> Invalid:
    return Invalid(
        "exemption-not-meant",
        nb="Saken gjelder ikke et fritak det er søkt om her; utelat «exemption».",
        en="The case is about no exemption that was applied for here; leave 'exemption' out.",
        rule=RULE,
        field="exemption",
    )


class _Changing:
    """The exemption and its plans, while facts are told one after the other."""

    def __init__(self, at: At) -> None:
        self.at = at
        self.facts: list[Fact] = []
        self.in_plans: dict[Id, list[Fact]] = {}

    def tell(self, fact: Fact, *, applied: bool = False) -> None:
        self.facts.append(fact)
        if not applied:
            self.at.case.apply(fact)

    def tell_plan(self, plan: Loaded[TrainingPlan], fact: Fact) -> None:
        self.in_plans.setdefault(plan.case_id, []).append(fact)
        plan.case.apply(fact)

    def changes(self) -> tuple[Change, ...]:
        if not self.facts:
            return ()
        plans = (
            Change(
                case_id=plan,
                version=self.at.plans[plan].version,
                facts=tuple(facts),
                subject=self.at.plans[plan].case.subject,
            )
            for plan, facts in self.in_plans.items()
        )
        return (_change(self.at.exemption, tuple(self.facts)), *plans)


def _decide(
    changing: _Changing, ruled: Ruled, told: OrganisationDecisionTold, actor: Actor, law: LawBook
) -> None:
    at = changing.at
    came = Came(
        proceeding=ruled.proceeding.case_id,
        outcome=told.outcome,
        by=actor.person,
        on=told.decided_on,
        stated_in=reference(ruled.proceeding.case_id, _ruling_at(ruled)),
        terms=ruled.terms,
        was=ruled.proceeding.case.rulings.outcome,
    )
    covered = at.covered() if at.case.granted else ()
    for fact in come_to(at.case, came, law):
        changing.tell(fact, applied=True)
        for plan, in_plan in _in_plans(at, covered, fact):
            changing.tell_plan(plan, in_plan)


def _in_plans(
    at: At, covered: Sequence[Loaded[TrainingPlan]], fact: Fact
) -> Iterator[tuple[Loaded[TrainingPlan], Fact]]:
    if isinstance(fact, e.ExemptionRevoked):
        yield from ended(
            at, Ending.REVOKED, last_day=fact.last_day, noted_on=fact.decided_on, plans=covered
        )
    elif isinstance(fact, e.ExemptionGranted):
        yield from told_of_grant(at, fact)


def _correct(
    changing: _Changing, ruled: Ruled, mark: ProceedingFactCorrected, actor: Actor
) -> None:
    """Mark what the corrected fact came to, the last of it first, in the plans as well."""
    at, struck = changing.at, ruled.proceeding.case.facts[mark.corrects - 1]
    for version in range(at.exemption.version, 0, -1):
        fact = at.case.facts[version - 1]
        if version in at.case.struck or not _came_of(fact, struck, mark.corrects, ruled):
            continue
        for plan, marked in told_in_plans(
            at, fact, at.plans.values(), reason=mark.reason, by=actor.person, on=mark.corrected_on
        ):
            changing.tell_plan(plan, marked)
        changing.tell(
            at.case.mark(
                e.ExemptionFactCorrected,
                version,
                by=actor.person,
                on=mark.corrected_on,
                reason=mark.reason,
            )
        )


def _came_of(fact: Fact, struck: Fact, version: int, ruled: Ruled) -> bool:
    """Return whether a fact of the exemption is what one of the proceeding came to."""
    proceeding = ruled.proceeding.case_id
    if isinstance(struck, ProceedingOpened):
        return isinstance(fact, e.ExemptionTakenUp) and fact.proceeding == proceeding
    if isinstance(struck, ApplicationWithdrawn):
        # One that came when there was no application left had withdrawn nothing.
        return struck.ends and isinstance(fact, e.ExemptionWithdrawn)
    return getattr(fact, "stated_in", None) == reference(proceeding, version)


def _ruling_at(ruled: Ruled) -> int:
    """Return the version at which the ruling of an act will be told."""
    before = ruled.proceeding.version
    return next(
        before + at
        for at, fact in enumerate(ruled.facts, start=1)
        if isinstance(fact, TOLD_AS_DECISIONS)
    )


def reference(proceeding: Id, version: int) -> str:
    """Return where a decision is stated: in which proceeding, and at which of its facts."""
    return f"{proceeding} / {version}"


def _at(cases: Loading, exemption: Id) -> At:
    loaded: Loaded[Exemption] = cases.load({exemption: Exemption})[exemption]
    wanted: dict[Id, Any] = dict.fromkeys(loaded.case.be_applied_for().plans, TrainingPlan)
    return At(exemption=loaded, plans=cases.load(wanted))


def _change(loaded: Loaded[Exemption], facts: Iterable[Fact]) -> Change:
    return Change(
        case_id=loaded.case_id,
        version=loaded.version,
        facts=tuple(facts),
        subject=loaded.case_id,
    )
