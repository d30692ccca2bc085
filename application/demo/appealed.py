"""Cases of the demo that were refused, appealed and sent on some days ago, and wait to be heard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from application.actors import Role
from application.demo.career import Career
from application.demo.casework import Acting, Casework
from domain.law.remedies import DecisionKind, Instance
from domain.proceedings.rules.first_instance import LateGround

DECIDED, APPEALED, SENT_ON = (timedelta(days=days) for days in (45, 28, 6))
"""How long before the last day each was done."""
NO_TIME_RUNS = (LateGround.NO_TIME_RUNS, "Avgjørelsen behandles som et enkeltvedtak.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Appealed:
    """Who decides a case, who hears the appeal, and what they and the party say."""

    kind: DecisionKind
    decided_by: Instance
    heard_by: Instance
    refused: str
    grounds: str
    maintained: str


MUNICIPAL = Appealed(
    kind=DecisionKind.MUNICIPAL,
    decided_by=Instance.ESTABLISHMENT,
    heard_by=Instance.MUNICIPAL_APPEALS,
    refused="Permisjon med lønn til et kurs i utlandet innvilges ikke.",
    grounds="Kurset finnes ikke i Norge, og andre har fått slik permisjon.",
    maintained="Kommunen holder fast ved at kurset ikke er nødvendig for læringsmålene.",
)
RECOGNITION = Appealed(
    kind=DecisionKind.RECOGNITION_OF_GOALS,
    decided_by=Instance.DIRECTORATE,
    heard_by=Instance.PERSONNEL_BOARD,
    refused="Tjenesten i utlandet viser ikke at læringsmålet er oppnådd.",
    grounds="Attesten fra sykehuset beskriver nettopp dette.",
    maintained="Attesten beskriver tjenesten, ikke hva legen behersket.",
)
EXEMPTION = Appealed(
    kind=DecisionKind.SUPERVISOR_EXEMPTION,
    decided_by=Instance.DIRECTORATE,
    heard_by=Instance.HELSEKLAGE,
    refused="Det er ikke vist at en spesialist ikke kunne skaffes.",
    grounds="Stillingen er lyst ut tre ganger uten søkere som er spesialister.",
    maintained="Utlysningene gjaldt en annen stilling.",
)


def send_on(career: Career, case: Casework, one: Appealed, *, party: Acting, draw: Random) -> None:
    """Have an opened case refused, appealed by its party and sent on, in the last weeks."""

    def refuse(at: datetime) -> None:
        by = _decider(career, one, at)
        case.refuse(one.refused, at=at, by=by)
        case.notify(at=at, by=by)

    def appeal(at: datetime) -> None:
        case.file(one.grounds, to=one.decided_by, at=at, by=party)

    def forward(at: datetime) -> None:
        by = _decider(career, one, at)
        case.send_on(one.maintained, to=one.heard_by, late=NO_TIME_RUNS, at=at, by=by)

    for before, act in ((DECIDED, refuse), (APPEALED, appeal), (SENT_ON, forward)):
        career.later(career.until.date() - before, act, draw=draw)


def _decider(career: Career, one: Appealed, at: datetime) -> Acting:
    if one.decided_by is Instance.ESTABLISHMENT:
        return career.world.leader(at), Role.LEADER
    return career.world.person("helsedirektoratet"), Role.DIRECTORATE_OFFICER
