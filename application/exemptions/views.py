"""What can be seen of exemptions: one on a day, those of an establishment, what would fall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from application.access import Act
from application.actors import Actor
from application.exemptions.rows import VIEW, ExemptionRow
from application.permitting import permit, permit_in_office, unknown_case
from application.ports import Clock, Histories, Loaded, Views
from application.standing import offices_of, roles_in
from domain.bodies.body import BodyKind
from domain.calendar.deadlines import Step
from domain.calendar.spans import Span
from domain.exemptions.exemption import Exemption
from domain.exemptions.facts import (
    ExemptionExtended,
    ExemptionGranted,
    ExemptionRefused,
    ExemptionRevoked,
)
from domain.exemptions.notice import AppealDeadlineComputed, NoticeArrived
from domain.exemptions.status import status_on, statuses
from domain.organisations.organisation import Organisation
from domain.shared.citation import Citation
from domain.shared.ids import Id

DECISIONS = (ExemptionGranted, ExemptionRefused, ExemptionExtended, ExemptionRevoked)
DECISION_NAMES = dict(zip(DECISIONS, ("granted", "refused", "extended", "revoked"), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusDays:
    """A status and its days; the last one has no end."""

    status: str
    first_day: date
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """One decision; ``appeal_body`` is who an appeal over a refusal of the Directorate goes to."""

    decision: str
    decided_on: date
    last_day: date | None
    stated_in: str
    law: str
    basis: tuple[Citation, ...]
    appeal_body: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealLine:
    """A time to appeal as it was computed once; the last line is what holds now."""

    computed_on: date
    because: str
    arrived_on: date | None
    last_day: date
    was: date | None
    steps: tuple[Step, ...]
    law: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptionCard:
    """One exemption as of a day, as known at an instant.

    ``proceeding``: the one that decides it, with its notice and what is appealed; there
    ``appeal`` is empty.
    """

    exemption: Id
    on: date
    status: str | None
    kind: str
    organisation: Id
    supervisor: Id | None
    plans: tuple[Id, ...]
    supporting: tuple[str, ...]
    applied_on: date
    first_day: date | None
    last_day: date | None
    statuses: tuple[StatusDays, ...]
    decisions: tuple[DecisionLine, ...]
    noticed_on: date | None
    appeal: tuple[AppealLine, ...]
    proceeding: Id | None
    version: int


def exemption_card(exemption_id: Id, exemption: Exemption, day: date) -> ExemptionCard:
    """Return the card; raises NotFound."""
    applied, granted = exemption.be_applied_for(), exemption.granted
    return ExemptionCard(
        exemption=exemption_id,
        on=day,
        status=status_on(exemption, day),
        kind=applied.kind,
        organisation=applied.organisation,
        supervisor=applied.supervisor,
        plans=granted.plans if granted else applied.plans,
        supporting=applied.supporting,
        applied_on=applied.applied_on,
        first_day=granted.first_day if granted else None,
        last_day=exemption.last_day if granted else None,
        statuses=tuple(_days(status, span) for status, span in statuses(exemption)),
        decisions=tuple(_decisions(exemption)),
        noticed_on=exemption.expired.noticed_on if exemption.expired else None,
        appeal=tuple(_appeal(exemption)),
        proceeding=exemption.taken_up.proceeding if exemption.taken_up else None,
        version=exemption.version,
    )


def _appeal(exemption: Exemption) -> Iterator[AppealLine]:
    """Yield the times to appeal in the order they were computed, the old ones kept in sight."""
    arrived_on = None
    told = enumerate(exemption.facts, start=1)
    for fact in (fact for version, fact in told if version not in exemption.struck):
        if isinstance(fact, NoticeArrived):
            # A corrected arrival is followed by what it made of the deadline.
            corrected, arrived_on = arrived_on is not None, fact.arrived_on or fact.alerted_on
            if not corrected:
                yield AppealLine(
                    computed_on=fact.entered_on,
                    because="arrival",
                    arrived_on=arrived_on,
                    last_day=fact.last_day,
                    was=None,
                    steps=fact.steps,
                    law=fact.law,
                )
        elif isinstance(fact, AppealDeadlineComputed):
            yield AppealLine(
                computed_on=fact.computed_on,
                because=fact.because,
                arrived_on=arrived_on,
                last_day=fact.last_day,
                was=fact.was,
                steps=fact.steps,
                law=fact.law,
            )


def _days(status: str, span: Span) -> StatusDays:
    return StatusDays(status=status, first_day=span.first_day, last_day=span.ends_on)


def _decisions(exemption: Exemption) -> list[DecisionLine]:
    """Return what was decided, oldest first, also what was set aside since.

    What can be done against one of a proceeding is said there.
    """
    stands = (
        fact
        for version, fact in enumerate(exemption.facts, start=1)
        if version not in exemption.struck
    )
    return [
        DecisionLine(
            decision=DECISION_NAMES[type(fact)],
            decided_on=fact.decided_on,
            last_day=None if isinstance(fact, ExemptionRefused) else fact.last_day,
            stated_in=fact.stated_in,
            law=fact.law,
            basis=fact.basis,
            appeal_body=BodyKind.HELSEKLAGE
            if isinstance(fact, ExemptionRefused) and exemption.taken_up is None
            else None,
        )
        for fact in stands
        if isinstance(fact, DECISIONS)
    ]


class ExemptionReading:
    """The views of exemptions, for the establishment, the Directorate and the audit."""

    def __init__(self, histories: Histories, views: Views, clock: Clock) -> None:
        self._histories = histories
        self._views = views
        self._clock = clock

    def exemption(
        self,
        exemption: Id,
        actor: Actor,
        *,
        known_at: datetime | None = None,
        on: date | None = None,
    ) -> ExemptionCard:
        """Return one exemption as it was on a day, as known at an instant; now if not given."""
        self.seen_by(exemption, actor, Act.SEE_EXEMPTION)
        upto = self._histories.position_at(known_at) if known_at else None
        found = self._histories.load({exemption: Exemption}, upto=upto)[exemption]
        day = on or (self._clock.day_of(known_at) if known_at else self._clock.today())
        return exemption_card(exemption, found.case, day)

    def of_establishment(self, organisation: Id, actor: Actor) -> Sequence[ExemptionRow]:
        """Return the establishment's exemptions with their status today, the latest first."""
        wanted = {**offices_of(replace(actor, acting_for=None)), organisation: Organisation}
        roles = roles_in(self._histories.load(wanted), actor, self._clock)
        permit_in_office(Act.SEE_EXEMPTION, replace(actor, acting_for=organisation), roles)
        today = self._clock.today()
        rows = self._views.rows(VIEW, organisation=organisation, on=today)
        return sorted(rows, key=lambda row: (row.first_day, row.case_id), reverse=True)

    def seen_by(self, exemption: Id, actor: Actor, act: Act) -> Loaded[Exemption]:
        """Return the exemption as it stands to one who may do this; raises NotFound otherwise."""
        found: Loaded[Exemption] = self._histories.load({exemption: Exemption})[exemption]
        applied = found.case.applied
        if applied is None:
            raise unknown_case()
        wanted = offices_of(replace(actor, acting_for=None))
        around = self._histories.load({**wanted, applied.organisation: Organisation})
        permit(act, actor, roles_in(around, actor, self._clock))
        return found
