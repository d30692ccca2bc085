"""May this leader appoint this person as the doctor's supervisor (veileder)?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.calendar.spans import asked_span
from domain.law.book import LawBook
from domain.law.specialist_training import INDIVIDUAL_SUPERVISOR
from domain.plans.plan import TrainingPlan
from domain.plans.qualification import exempted_on, qualified_on
from domain.plans.roles import SupervisorAppointed
from domain.plans.rules.common import is_oneself, leader_in_office
from domain.plans.setting import Setting
from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisorAppointment:
    """May this leader appoint this supervisor from this day?"""

    plan: TrainingPlan
    person: Id
    first_day: date
    last_day: date | None
    by: Id
    on: date
    setting: Setting
    law: LawBook
    justification: Confidential | None = None


def is_not_the_doctor(asked: SupervisorAppointment) -> Finding | None:
    if asked.person != asked.plan.doctor:
        return None
    return is_oneself(
        Text(nb="Legen kan ikke være sin egen veileder.", en="Nobody supervises themselves.")
    )


def is_qualified(asked: SupervisorAppointment) -> Finding | None:
    """On the first day; what becomes of later days is shown when they come (R-EXM-01)."""
    if qualified_on(asked.plan, asked.setting, asked.person, asked.first_day):
        return None
    rule = asked.law.supervisor.on(asked.first_day)
    return Finding(
        rule="R-SUP-02",
        # Where a law book lets great experience do, somebody says why it does here (R-REG-08).
        force=Force.SOFT if rule.value.or_experienced else Force.HARD,
        says=Text(
            nb=f"Veilederen er ikke registrert som spesialist i {rule.value.specialty} "
            f"den {asked.first_day}.",
            en=f"The supervisor is not recorded as a specialist in {rule.value.specialty} "
            f"on {asked.first_day}.",
        ),
        basis=(rule.citation,),
    )


def has_taken_a_course(asked: SupervisorAppointment) -> Finding | None:
    if asked.setting.took_course_by(asked.person, asked.first_day):
        return None
    return Finding(
        rule="R-SUP-08",
        force=Force.SOFT,
        confidence=Confidence.C,
        says=Text(
            nb="Det er ikke registrert veilederkurs; virksomheten skal tilby et.",
            en="No supervisor course is recorded; the establishment shall offer one.",
        ),
    )


def outlasts_the_exemption(asked: SupervisorAppointment) -> Finding | None:
    """Nobody is told too late that the appointment has no basis from a day on."""
    exempted = exempted_on(asked.plan, asked.setting, asked.person, asked.first_day)
    if exempted is None or (asked.last_day and asked.last_day <= exempted.last_day):
        return None
    return Finding(
        rule="R-EXM-01",
        force=Force.INFO,
        says=Text(
            nb=f"Veilederen er ikke spesialist; fritaket varer til og med {exempted.last_day}, og "
            "oppnevningen er uten grunnlag fra dagen etter.",
            en=f"The supervisor is no specialist; the exemption lasts to {exempted.last_day}, and "
            "from the day after the appointment has no basis.",
        ),
        basis=(asked.law.supervisor_exemption.on(asked.first_day).citation,),
    )


CONDITIONS = (
    leader_in_office,
    is_not_the_doctor,
    is_qualified,
    outlasts_the_exemption,
    has_taken_a_course,
)


def appoint_supervisor(asked: SupervisorAppointment) -> SupervisorAppointed:
    """Appoint the supervisor; raises NotAllowed, RuleBroken or NotJustified."""
    asked.plan.roles.refuse_second_supervisor(asked_span(asked.first_day, asked.last_day))
    findings = decide(CONDITIONS, asked, asked.justification)
    basis = [INDIVIDUAL_SUPERVISOR, asked.law.supervisor.on(asked.first_day).citation]
    if exempted_on(asked.plan, asked.setting, asked.person, asked.first_day):
        basis.append(asked.law.supervisor_exemption.on(asked.first_day).citation)
    return SupervisorAppointed(
        person=asked.person,
        first_day=asked.first_day,
        last_day=asked.last_day,
        appointed_by=asked.by,
        appointed_on=asked.on,
        seen=asked.setting.leant_on,
        law=asked.law.version,
        basis=tuple(basis),
        findings=findings,
        justification=asked.justification,
    )
