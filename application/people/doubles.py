"""Two entries of one person: merged by a marked fact in every case that names the double."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.access import Act
from application.acting import Acting, Decided
from application.actors import Actor, Order
from application.people.directory import Directory
from application.permitting import permit_in_office
from application.ports import Change, Histories, Loaded, Receipt
from application.sessions import Sessions
from application.standing import roles_held
from domain.bodies.body import Body
from domain.bodies.facts import BodyPersonMerged
from domain.exemptions.exemption import Exemption
from domain.exemptions.facts import ExemptionPersonMerged
from domain.groups.facts import GroupPersonMerged
from domain.groups.group import Group
from domain.incoming.facts import IncomingPersonMerged
from domain.incoming.incoming import Incoming
from domain.organisations.facts import OrganisationPersonMerged
from domain.organisations.organisation import Organisation
from domain.plans.corrections import PlanPersonMerged
from domain.plans.plan import TrainingPlan, plan_id
from domain.practitioners.practitioner import Authorisation, Practitioner
from domain.proceedings.facts import ProceedingPersonMerged
from domain.proceedings.proceeding import Proceeding
from domain.shared.case import Case, PersonMerged
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed

MARKS: dict[type[Case], type[PersonMerged]] = {
    TrainingPlan: PlanPersonMerged,
    Organisation: OrganisationPersonMerged,
    Body: BodyPersonMerged,
    Group: GroupPersonMerged,
    Exemption: ExemptionPersonMerged,
    Proceeding: ProceedingPersonMerged,
    Incoming: IncomingPersonMerged,
}
"""The fact that tells each kind of case of the merging."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePeople:
    """``double`` turned out to be ``into``, who keeps everything."""

    double: Id
    into: Id


class DoubleService:
    """Nothing is rewritten: before the merging is known, a case reads as it did."""

    def __init__(self, acting: Acting, directory: Directory, sessions: Sessions) -> None:
        self._acting = acting
        self._directory = directory
        self._sessions = sessions

    @property
    def _histories(self) -> Histories:
        return self._acting.histories

    def merge(self, command: MergePeople, actor: Actor, order: Order) -> Receipt:
        """Merge in one append, all cases or none; then mark the entry, and sign it out."""
        permit_in_office(
            Act.MERGE_PEOPLE, actor, roles_held(self._histories, actor, self._acting.clock)
        )
        self._acting.refuse_unknown(command.double, field="double")
        self._acting.refuse_unknown(command.into, field="into")
        if command.double == command.into:
            raise Invalid(
                "merged-with-oneself",
                nb="Oppgi to ulike registreringer.",
                en="State two different entries.",
                field="into",
            )
        receipt = self._acting.perform(
            actor, order, lambda: Decided(changes=tuple(self._changes(command, actor)))
        )
        self._directory.merge(command.double, command.into)
        self._sessions.end_all(command.double)
        return receipt

    def _changes(self, command: MergePeople, actor: Actor) -> Iterator[Change]:
        naming = dict(self._histories.naming(command.double))
        practitioners = dict.fromkeys((command.double, command.into), Practitioner)
        found = self._histories.load({**naming, **practitioners})
        today, changes = self._acting.clock.today(), 0
        for case_id, kind in naming.items():
            if kind in MARKS:
                changes += 1
                loaded: Loaded[Any] = found[case_id]
                mark = _mark(MARKS[kind], command, actor, today)
                if kind is TrainingPlan:
                    self._refuse_impossible(loaded.case, mark, command)
                yield Change(case_id=case_id, version=loaded.version, facts=(mark,))
        theirs = found[command.into]
        if more := tuple(_public_acts(found[command.double].case, theirs.case)):
            changes += 1
            yield Change(case_id=command.into, version=theirs.version, facts=more)
        if not changes:
            raise NotAllowed(
                "nothing-to-merge",
                nb="Ingen sak nevner den doble registreringen.",
                en="No case names the double entry.",
                field="double",
            )

    def _refuse_impossible(
        self, plan: TrainingPlan, mark: PersonMerged, command: MergePeople
    ) -> None:
        """Raise NotAllowed if one person would have two plans in a place, or guide themselves."""
        theirs = plan.doctor == command.double and plan.path.ended_on is None
        if theirs and self._is_under_way(command.into, plan):
            raise NotAllowed(
                "both-have-plans",
                nb="Begge registreringene har en utdanningsplan i samme virksomhet; avbryt "
                "den som ble åpnet ved en feil, først.",
                en="Both entries have a training plan at the same establishment; withdraw the "
                "one opened in error first.",
                rule="R-PLN-01",
                field="double",
            )
        after = TrainingPlan()
        after.fold([*plan.facts, mark])
        if any(held.person == after.doctor for held in after.roles.appointments.all):
            raise NotAllowed(
                "would-guide-themselves",
                nb="Da ville legen vært veileder eller supervisør for seg selv.",
                en="The doctor would then be their own supervisor.",
                rule="R-ROL-02",
                field="double",
            )
        after.roles.refuse_two_supervisors()

    def _is_under_way(self, person: Id, plan: TrainingPlan) -> bool:
        """Return whether the person has a plan under way where another plan is."""
        where = plan.opened.organisation
        ids = [plan_id(one, where) for one in self._directory.same([person])]
        found: Mapping[Id, Loaded[TrainingPlan]] = self._histories.load(
            dict.fromkeys(ids, TrainingPlan)
        )
        return any(
            held.case.opening.opened and held.case.path.ended_on is None for held in found.values()
        )


def _mark(
    kind: type[PersonMerged], command: MergePeople, actor: Actor, today: date
) -> PersonMerged:
    return kind(double=command.double, into=command.into, merged_by=actor.person, merged_on=today)


def _public_acts(double: Practitioner, into: Practitioner) -> Iterator[Fact]:
    """Yield what public acts say of the double and is not known of the other."""
    for held in double.authorisations:
        if not any(held.span.overlaps(span) for span in into.authorised):
            yield into.authorise(
                Authorisation(held.fact.kind),
                first_day=held.span.first_day,
                last_day=held.span.ends_on,
                stated_in=held.fact.stated_in,
            )
    for approval in double.approvals:
        known = into.specialties.get(approval.fact.specialty, [])
        if not any(approval.span.overlaps(span) for span in known):
            yield into.approve_as_specialist(
                approval.fact.specialty,
                first_day=approval.span.first_day,
                last_day=approval.span.ends_on,
                stated_in=approval.fact.stated_in,
            )
    for course in double.completed:
        if course.completed_on not in into.courses:
            yield course
