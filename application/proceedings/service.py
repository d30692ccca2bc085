"""The acts on a decision, by the instance that decides."""

from __future__ import annotations

from datetime import date

from application.access import FOR_ESTABLISHMENT, Act
from application.acting import required_text, text
from application.actors import Actor, Order, Role
from application.ports import Receipt
from application.proceedings import commands as c
from application.proceedings.acting import At, ProceedingActing, Told
from application.proceedings.before.gaps import gaps
from application.proceedings.before.preparing import receipt_of
from application.proceedings.exempting import seen_of, taken_up
from application.proceedings.kinds import KINDS, OF_A_DOCTOR, OF_AN_ESTABLISHMENT, listed
from application.proceedings.rooms import act_of_ruling
from domain.law.establishments import rests_on
from domain.law.remedies import OF_ESTABLISHMENTS, DecisionKind
from domain.proceedings.rules.reversal import reverse
from domain.shared.citation import Citation
from domain.shared.facts import Fact, Seen
from domain.shared.findings import Finding
from domain.shared.refusals import Invalid

ACT = Act.CONDUCT_PROCEEDING
OF_GOALS = frozenset({DecisionKind.GOAL_OUTCOME, DecisionKind.RECOGNITION_OF_GOALS})
"""What is decided of one goal, which is named by its code."""


class DecisionService:
    """Every act on a decision; each returns the receipt."""

    def __init__(self, proceedings: ProceedingActing) -> None:
        self._proceedings = proceedings
        self._law = proceedings.law

    def open(self, command: c.OpenProceeding, actor: Actor, order: Order) -> Receipt:
        today = self._proceedings.today
        # A doctor's own comes in today; where an official opens it, maybe nobody applied.
        own = actor.acting_as is Role.DOCTOR
        received = today if own else self._known(command.received_on, "receivedOn")
        if command.kind in OF_ESTABLISHMENTS:
            kinds, said = listed(OF_A_DOCTOR), KINDS[command.kind]
            raise Invalid(
                "kind-of-an-establishment",
                nb=f"«{said.nb}» gjelder en virksomhet, ikke en lege; velg {kinds.nb}.",
                en=f"'{said.en}' is of an establishment, not of a doctor; choose {kinds.en}.",
                rule="L-SPF-35",
                field="kind",
            )

        self._refuse_astray(command)

        def decide(at: At) -> tuple[Fact, ...]:
            opened = at.case.open(
                command.kind,
                party=at.about.party,
                organisation=at.about.organisation.case_id,
                plan=command.plan,
                about=command.about,
                received_on=received,
                by=actor.person,
                on=today,
                law=self._law,
            )
            if received is None:
                return (opened,)
            return (opened, receipt_of(self._proceedings, at, command, received, actor))

        return self._proceedings.on_new(command.proceeding, command.plan, actor, order, decide)

    def open_of_establishment(
        self, command: c.OpenForEstablishment, actor: Actor, order: Order
    ) -> Receipt:
        """Open a case the establishment is the party of; it has no plan, and is its own case."""
        today = self._proceedings.today
        own = actor.acting_as in FOR_ESTABLISHMENT
        received = today if own else self._known(command.received_on, "receivedOn")
        if command.kind not in OF_ESTABLISHMENTS:
            kinds, said = listed(OF_AN_ESTABLISHMENT), KINDS[command.kind]
            raise Invalid(
                "kind-of-a-doctor",
                nb=f"«{said.nb}» gjelder en lege, ikke en virksomhet; velg {kinds.nb}.",
                en=f"'{said.en}' is of a doctor, not of an establishment; choose {kinds.en}.",
                rule="L-SPF-35",
                field="kind",
            )

        def decide(at: At) -> Told:
            opened = at.case.open(
                command.kind,
                party=command.organisation,
                organisation=command.organisation,
                plan=None,
                about=command.exemption or "",
                received_on=received,
                by=actor.person,
                on=today,
                law=self._law,
            )
            cases = self._proceedings.acting.histories
            elsewhere = taken_up(cases, command.exemption, opened, command.proceeding)
            if received is None:
                return Told((opened,), elsewhere)
            receipt = receipt_of(self._proceedings, at, command, received, actor)
            return Told((opened, receipt), elsewhere)

        return self._proceedings.on_new_of(
            command.proceeding, command.organisation, actor, order, decide
        )

    def decide(self, command: c.MakeDecision, actor: Actor, order: Order) -> Receipt:
        """Decide today; what was found, seen and used of the law is kept with it."""
        on, written = self._proceedings.today, required_text(command.text, field="text")

        def decide(at: At) -> Fact:
            findings = self._findings(at, on)
            return at.case.decide(
                command.outcome,
                text=written,
                conditions=text(command.conditions),
                consulted=command.consulted,
                reasons_later=command.reasons_later,
                seen=self._seen(at),
                basis=(*rests_on(at.case.kind, on, self._law), *_basis(findings)),
                findings=findings,
                by=actor.person,
                on=on,
                law=self._law,
            )

        return self._proceedings.on_proceeding(
            command.proceeding, ACT, actor, order, decide, terms=command.exemption
        )

    def reverse(self, command: c.ReverseDecision, actor: Actor, order: Order) -> Receipt:
        """Reverse today, by the body whose ruling it is that stands."""
        written = required_text(command.text, field="text")
        act = act_of_ruling(self._proceedings, command.proceeding, None)

        def decide(at: At) -> Fact:
            return reverse(
                at.case,
                command.ground,
                command.outcome,
                text=written,
                by=actor.person,
                on=self._proceedings.today,
                law=self._law,
            )

        return self._proceedings.on_proceeding(
            command.proceeding, act, actor, order, decide, terms=command.exemption
        )

    def close(self, command: c.CloseProceeding, actor: Actor, order: Order) -> Receipt:
        on = self._proceedings.today
        return self._proceedings.on_proceeding(
            command.proceeding, ACT, actor, order, lambda at: at.case.close(by=actor.person, on=on)
        )

    def _refuse_astray(self, command: c.OpenProceeding) -> None:
        """Raise Invalid unless a decision about goals names one, and others name none."""
        if command.kind in OF_GOALS:
            self._proceedings.catalogue.goal(command.about, field="about")
        elif command.about:
            raise Invalid(
                "about-not-meant",
                nb="Saken gjelder ikke et læringsmål; la «Om hva» (about) stå tomt.",
                en="The case is not about a goal; leave 'About what' (about) empty.",
                field="about",
            )

    def _findings(self, at: At, on: date) -> tuple[Finding, ...]:
        """Return what an application for approval lacked on the day, kept with the decision."""
        return gaps(self._proceedings, at.about.plan, at.case.kind, on)

    def _seen(self, at: At) -> tuple[Seen, ...]:
        """Return the facts that stood last when it was decided: of the party, and around it."""
        cases = self._proceedings.acting.histories
        return (*at.about.seen(self._law), *seen_of(cases, at.case.be_open()))

    def _known(self, day: date | None, field: str) -> date | None:
        return self._proceedings.acting.legal_day(day, field=field) if day else None


def _basis(findings: tuple[Finding, ...]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(cited for finding in findings for cited in finding.basis))
