"""The acts on a guidance group; only its organiser may do them (R-GRP-03)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from application.acting import required_text
from application.actors import Actor, Order
from application.groups import commands as c
from application.groups.acting import GroupActing, Read, Told
from application.groups.earlier import earlier
from application.groups.retelling import retold
from application.ports import Loaded, Receipt
from domain.catalogue.group_years import GroupYear
from domain.groups.facts import GroupFactCorrected
from domain.groups.group import Group
from domain.groups.refusals import refuse_impossible_length
from domain.law.book import LawBook
from domain.plans.rules.correct_fact import FactCorrection, correct_fact
from domain.plans.rules.receive_diploma import Diploma, receive_diploma


class GroupService:
    """Every act on a group; each returns the receipt of what was recorded."""

    def __init__(self, groups: GroupActing, law: LawBook) -> None:
        self._groups = groups
        self._law = law

    def form(self, command: c.FormGroup, actor: Actor, order: Order) -> Receipt:
        on = self._groups.acting.legal_day(command.formed_on, field="formedOn")

        def decide(at: Loaded[Group], _: Read) -> Told:
            return Told(at.case.form(name=command.name, on=on))

        return self._groups.on_group(command.group, actor, order, decide)

    def plan_year(self, command: c.PlanGroupYear, actor: Actor, order: Order) -> Receipt:
        def decide(at: Loaded[Group], _: Read) -> Told:
            return Told(
                at.case.plan_year(
                    command.year,
                    first_day=command.first_day,
                    last_day=command.last_day,
                    gatherings=command.gatherings,
                )
            )

        return self._groups.on_group(command.group, actor, order, decide)

    def admit(self, command: c.AdmitMember, actor: Actor, order: Order) -> Receipt:
        def decide(at: Loaded[Group], read: Read) -> Told:
            year = at.case.year(command.year)
            joined_on = command.first_day or year.first_day
            (plan,) = read([command.plan])
            plan.case.path.refuse_if_over(self._groups.acting.clock.today())
            admitted = at.case.admit(
                command.year, plan.case.doctor, plan=plan.case_id, first_day=joined_on
            )
            joined = plan.case.groups.join(
                command.group,
                name=at.case.be_formed().name,
                year=command.year,
                joined_on=joined_on,
                last_day=year.last_day,
                gatherings=year.gatherings,
                earlier=earlier(plan, read),
            )
            return Told(admitted, ((plan, joined),))

        return self._groups.on_group(command.group, actor, order, decide)

    def release(self, command: c.ReleaseMember, actor: Actor, order: Order) -> Receipt:
        year, doctor, last_day = command.year, command.doctor, command.last_day

        def decide(at: Loaded[Group], read: Read) -> Told:
            left = at.case.leave(year, doctor, last_day=last_day)
            member = at.case.member(year, doctor, last_day, field="lastDay")
            (plan,) = read([member.plan])
            told = plan.case.groups.leave(command.group, year=year, last_day=last_day)
            return Told(left, ((plan, told),))

        return self._groups.on_group(command.group, actor, order, decide)

    def hold(self, command: c.HoldGathering, actor: Actor, order: Order) -> Receipt:
        year, minutes = command.year, command.duration_minutes
        held_on = self._groups.acting.legal_day(command.held_on, field="heldOn")

        def decide(at: Loaded[Group], read: Read) -> Told:
            held = at.case.hold(
                command.gathering,
                year,
                held_on=held_on,
                duration_minutes=minutes,
                present=command.present,
            )
            members = (at.case.member(year, d, held_on, field="present") for d in held.present)
            told = (
                (
                    plan,
                    plan.case.groups.attend(
                        command.gathering,
                        group=command.group,
                        year=year,
                        held_on=held_on,
                        duration_minutes=minutes,
                    ),
                )
                for plan in read(member.plan for member in members)
            )
            return Told(held, tuple(told))

        return self._groups.on_group(command.group, actor, order, decide)

    def checks_of_gathering(self) -> Mapping[str, Callable[[Any], object]]:
        """Return what refuses a field of a gathering by itself, for one who is told all at once."""
        return {
            "held_on": partial(self._groups.acting.legal_day, field="heldOn"),
            "duration_minutes": refuse_impossible_length,
        }

    def issue_diploma(self, command: c.IssueDiploma, actor: Actor, order: Order) -> Receipt:
        """Issue a diploma; that its hours are few is found and shown, and does not hinder it."""
        on = self._groups.acting.legal_day(command.issued_on, field="issuedOn")

        def decide(at: Loaded[Group], read: Read) -> Told:
            issued = at.case.issue_diploma(command.doctor, diploma=command.diploma, on=on)
            member = at.case.of_year(GroupYear.SECOND, command.doctor)[-1]
            (plan,) = read([member.plan])
            received = receive_diploma(
                Diploma(
                    plan=plan.case,
                    group=command.group,
                    diploma=issued.diploma,
                    on=on,
                    law=self._law,
                    earlier=earlier(plan, read),
                )
            )
            return Told(issued, ((plan, received),))

        return self._groups.on_group(command.group, actor, order, decide)

    def correct(self, command: c.CorrectGroupFact, actor: Actor, order: Order) -> Receipt:
        reason = required_text(command.reason, field="reason")
        today = self._groups.acting.clock.today()

        def decide(at: Loaded[Group], read: Read) -> Told:
            at.case.be_formed()
            corrected = at.case.mark(
                GroupFactCorrected, command.version, by=actor.person, on=today, reason=reason
            )
            fact = at.case.facts[command.version - 1]
            told = (
                (
                    plan,
                    correct_fact(
                        FactCorrection(
                            plan=plan.case,
                            stored=plan.stored,
                            version=version,
                            reason=reason,
                            by=actor.person,
                            on=today,
                        )
                    ),
                )
                for plan, version in retold(fact, command.group, at.case, read)
            )
            return Told(corrected, tuple(told))

        return self._groups.on_group(command.group, actor, order, decide)
