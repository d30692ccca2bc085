"""Invented histories of plans and establishments: random, but such as could have been recorded."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from uuid import UUID

from domain.catalogue.arenas import Arena, ArenaKind, Presence
from domain.catalogue.catalogue import CATALOGUE
from domain.law.book import IN_FORCE
from domain.organisations.facts import ArenaOpened, OfficerAppointed, OrganisationRegistered
from domain.organisations.organisation import Office
from domain.plans import activities, goals, guidance, old_scheme, opening, outcomes, roles
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Seen
from domain.shared.ids import Id
from domain.shared.texts import Text
from tests.support.elsewhere import Elsewhere, some_id

NOBODY = Id(f"{UUID(int=0)}")
FIRST_DAY = date(2021, 3, 1)
SEALED = Confidential(
    sealed=b64encode(
        b"\x01" + b"a sealed text of a sentence or two, as the store keeps it" * 2
    ).decode()
)
BASIS = (Citation(act="spesialistforskriften", section="26", paragraph=1),)
CODES = tuple(goal.code for goal in CATALOGUE.goals)
UNDER_WAY = 5
"""How much of a kind waits for somebody at most."""
ARENAS = ("ARE-01", "ARE-02", "ARE-03")


def seen(rng: Random) -> Seen:
    return Seen(case=some_id(rng), version=rng.randint(1, 9), sha256=f"{rng.getrandbits(256):064x}")


def establishment(leader: Id) -> list[Fact]:
    """Return an establishment with three arenas and a leader."""
    registered = OrganisationRegistered(
        name="Fjellvik kommune",
        organisation_number=None,
        registered_from=date(2019, 3, 1),
        decided_on=None,
        stated_in="vedtak",
        basis=BASIS,
    )
    arenas = [arena(code, CODES[place::3]) for place, code in enumerate(ARENAS)]
    opened = [ArenaOpened(arena=one, first_day=date(2020, 1, 1)) for one in arenas]
    return [registered, *opened, leading(leader)]


def leading(person: Id, *, first_day: date = date(2020, 1, 1)) -> OfficerAppointed:
    return OfficerAppointed(person=person, office=Office.LEADER, first_day=first_day, last_day=None)


def arena(code: str, offered: tuple[str, ...]) -> Arena:
    return Arena(
        code=code,
        name=Text(nb=code, en=code),
        kind=ArenaKind.NURSING_HOME,
        location="Fjellvik",
        external=False,
        goals=offered,
        printed="",
        common_goals=(),
        printed_common="",
        supervision=(Presence.ON_SITE,),
    )


@dataclass(kw_only=True)
class Training:
    """One doctor's plan on its way; ``next`` is the next fact."""

    rng: Random
    organisation: Id
    doctor: Id
    leader: Id
    supervisor: Id = NOBODY
    told: int = 0
    day: date = FIRST_DAY
    sessions: dict[Id, str] = field(default_factory=dict)
    activities: dict[Id, str] = field(default_factory=dict)
    goals: dict[str, str] = field(default_factory=dict)
    elsewhere: Elsewhere = field(init=False)

    def __post_init__(self) -> None:
        self.elsewhere = Elsewhere(rng=self.rng, codes=CODES)

    def next(self) -> Fact:
        beginning = (self._opened, self._supervised, self._arenas, self._begun_before)
        tell = beginning[self.told] if self.told < len(beginning) else self._choose()
        self.told += 1
        self.day += timedelta(days=self.rng.random() < 0.9)
        return tell()

    def _choose(self) -> Callable[[], Fact]:
        kinds = (
            self._session,
            self._activity,
            self._goal,
            self._clinically_supervised,
            lambda: self.elsewhere.next(self.day),
        )
        return self.rng.choices(kinds, weights=(50, 30, 20, 0.2, 3))[0]

    def _begun_before(self) -> Fact:
        return old_scheme.OldSchemeStated(
            begun_on=self.day,
            stated_in="bekreftelse",
            entered_by=self.leader,
            entered_on=self.day,
        )

    def _opened(self) -> Fact:
        return opening.PlanOpened(
            doctor=self.doctor,
            organisation=self.organisation,
            employment_model=opening.EmploymentModel.SALARIED_GP,
            starts_on=self.day,
            part_one_completed_on=self.day,
            part_one_exception=None,
            opened_by=self.doctor,
            opened_on=self.day,
            seen=(seen(self.rng),),
            law=IN_FORCE.version,
            basis=BASIS,
            findings=(),
        )

    def _supervised(self) -> Fact:
        self.supervisor = some_id(self.rng)
        return roles.SupervisorAppointed(
            person=self.supervisor,
            first_day=self.day,
            last_day=None,
            appointed_by=self.leader,
            appointed_on=self.day,
            seen=(seen(self.rng),),
            law=IN_FORCE.version,
            basis=BASIS,
            findings=(),
        )

    def _clinically_supervised(self) -> Fact:
        return roles.ClinicalSupervisorAppointed(
            person=some_id(self.rng),
            competence_area="psykiatri",
            first_day=self.day,
            last_day=self.day + timedelta(days=400),
            appointed_by=self.leader,
            appointed_on=self.day,
        )

    def _arenas(self) -> Fact:
        chosen = tuple(self.rng.sample(ARENAS, self.rng.randint(1, len(ARENAS))))
        return opening.ArenasPlanned(arenas=chosen, planned_by=self.doctor, planned_on=self.day)

    def _session(self) -> Fact:
        under_way = [key for key, stage in self.sessions.items() if stage != "done"]
        if not under_way or (len(under_way) < UNDER_WAY and self.rng.random() < 0.33):
            key = some_id(self.rng)
            self.sessions[key] = "drafted"
            return guidance.SessionDrafted(
                session=key,
                supervisor=self.supervisor,
                held_on=self.day,
                duration_minutes=self.rng.randint(20, 120),
                goals=tuple(self.rng.sample(CODES, 2)),
                drafted_by=self.doctor,
            )
        return self._session_on(self.rng.choice(under_way))

    def _session_on(self, key: Id) -> Fact:
        if self.sessions[key] == "drafted":
            self.sessions[key] = "minuted"
            return guidance.SessionMinuted(
                session=key, minutes=SEALED, written_by=self.doctor, written_on=self.day
            )
        self.sessions[key] = "done"
        if self.rng.random() < 0.05:
            return guidance.SessionDiscarded(
                session=key, discarded_by=self.doctor, discarded_on=self.day
            )
        return guidance.SessionFinalised(
            session=key, finalised_by=self.supervisor, finalised_on=self.day
        )

    def _activity(self) -> Fact:
        under_way = [key for key, stage in self.activities.items() if stage != "done"]
        if not under_way or (len(under_way) < UNDER_WAY and self.rng.random() < 0.33):
            key = some_id(self.rng)
            self.activities[key] = "logged"
            return activities.ActivityLogged(
                activity=key,
                kind=activities.ActivityKind.PROCEDURE,
                presence=activities.Presence.ANY,
                done_on=self.day,
                arena=ARENAS[0],
                goals=tuple(self.rng.sample(CODES, 2)),
                description=SEALED,
            )
        return self._activity_on(self.rng.choice(under_way))

    def _activity_on(self, key: Id) -> Fact:
        if self.activities[key] == "logged":
            self.activities[key] = "submitted"
            return activities.ActivitySubmitted(
                activity=key, to=self.supervisor, submitted_on=self.day
            )
        if self.rng.random() < 0.1:
            self.activities[key] = "logged"
            return activities.ActivityReturned(
                activity=key, returned_by=self.supervisor, comment=SEALED, returned_on=self.day
            )
        self.activities[key] = "done"
        return activities.ActivitySigned(
            activity=key,
            signed_by=self.supervisor,
            capacity=roles.Capacity.SUPERVISOR,
            channel=activities.Channel.ON_SITE,
            signed_on=self.day,
        )

    def _goal(self) -> Fact:
        under_way = [c for c, stage in self.goals.items() if stage in ("submitted", "recommended")]
        few = len(under_way) < UNDER_WAY
        code = self.rng.choice(CODES if few else under_way)
        stage = self.goals.get(code, "open")
        if stage == "open":
            self.goals[code] = "submitted"
            return goals.GoalSubmitted(
                goal=code, consulted=self.supervisor, consulted_on=self.day, submitted_on=self.day
            )
        if stage == "submitted":
            self.goals[code] = "recommended"
            return self._recommended(code)
        if stage == "recommended" and self.rng.random() < 0.8:
            self.goals[code] = "approved"
            return self._approved(code)
        self.goals[code] = "open"
        return goals.GoalReturned(
            goal=code, returned_by=self.leader, returned_on=self.day, comment=SEALED
        )

    def _recommended(self, code: str) -> Fact:
        capacity = self.rng.choice(tuple(roles.Capacity))
        return goals.GoalRecommended(
            goal=code,
            given_by=self.supervisor,
            capacity=capacity,
            advice=goals.Advice.ACHIEVED,
            given_on=self.day,
        )

    def _approved(self, code: str) -> Fact:
        evidence = seen(self.rng)
        heard = outcomes.Heard(
            person=self.supervisor,
            capacity=roles.Capacity.SUPERVISOR,
            advice=goals.Advice.ACHIEVED,
            seen=evidence,
        )
        return goals.GoalApproved(
            goal=code,
            approved_by=self.leader,
            approved_on=self.day,
            statement=SEALED,
            justification=None,
            heard=(heard, heard),
            evidence=(evidence, seen(self.rng)),
            law=IN_FORCE.version,
            basis=BASIS,
            findings=(),
        )
