"""May this leader appoint this person as the doctor's supervisor (veileder)?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.calendar.spans import asked_span
from domain.law.book import LawBook
from domain.law.specialist_training import INDIVIDUAL_SUPERVISOR
from domain.plans.plan import TrainingPlan
from domain.plans.qualification import (
    StayElsewhere,
    exempted_on,
    qualified_on,
    stays_under_another,
)
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
    if _during_stay(asked) or qualified_on(
        asked.plan, asked.setting, asked.law, asked.person, asked.first_day
    ):
        return None
    rule = asked.law.supervisor.on(asked.first_day)
    return Finding(
        rule="R-SUP-02",
        # Where a law book lets great experience do, somebody says why it does here (R-REG-08).
        force=Force.SOFT if rule.value.or_experienced else Force.HARD,
        says=Text(
            nb=f"Veilederen er ikke registrert som spesialist i {rule.value.specialty} "
            f"den {asked.first_day}, og planen har verken et fritak eller et opphold utenfor "
            "virksomheten, ført som tjeneste, der en annen spesialitet holder.",
            en=f"The supervisor is not recorded as a specialist in {rule.value.specialty} "
            f"on {asked.first_day}, and the plan has neither an exemption nor a stay outside the "
            "establishment, entered as service, where another specialty does.",
        ),
        basis=(rule.citation,),
    )


def stays_elsewhere_for_long(asked: SupervisorAppointment) -> Finding | None:
    """What is long is ours to say, so the leader may say why a shorter stay is."""
    stay = _during_stay(asked)
    if stay is None or stay.is_long:
        return None
    whole, months = stay.whole, stay.rule.value.months
    return Finding(
        rule="R-SUP-02",
        force=Force.SOFT,
        confidence=stay.rule.confidence,
        says=Text(
            nb=f"Oppholdet utenfor virksomheten ({whole.first_day} - {whole.last_day}) er kortere "
            f"enn {months} måneder; bare under lengre opphold kan veilederen ha en "
            "annen spesialitet.",
            en=f"The stay outside the establishment ({whole.first_day} - {whole.last_day}) is "
            f"shorter than {months} months; only during a long one may the supervisor "
            "have another specialty.",
        ),
        basis=(stay.rule.citation,),
    )


def outlasts_the_stay(asked: SupervisorAppointment) -> Finding | None:
    stay = _during_stay(asked)
    if stay is None or (asked.last_day and asked.last_day <= stay.days.last_day):
        return None
    return Finding(
        rule="R-SUP-02",
        force=Force.INFO,
        says=Text(
            nb=f"Veilederen har en annen spesialitet; oppholdet utenfor virksomheten varer til og "
            f"med {stay.days.last_day}, og oppnevningen er uten grunnlag fra dagen etter.",
            en=f"The supervisor has another specialty; the stay outside the establishment lasts "
            f"to {stay.days.last_day}, and from the day after the appointment has no basis.",
        ),
        basis=(stay.rule.citation,),
    )


def _during_stay(asked: SupervisorAppointment) -> StayElsewhere | None:
    """Return the stay that alone makes another specialty do on the first day, long or not."""
    if asked.setting.specialist_on(asked.person, asked.first_day) or exempted_on(
        asked.plan, asked.setting, asked.person, asked.first_day
    ):
        return None
    stays = stays_under_another(asked.plan, asked.setting, asked.law, asked.person)
    return next((stay for stay in stays if asked.first_day in stay.days), None)


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
    stays_elsewhere_for_long,
    outlasts_the_stay,
    has_taken_a_course,
)


def appoint_supervisor(asked: SupervisorAppointment) -> SupervisorAppointed:
    """Appoint the supervisor; raises NotAllowed, RuleBroken or NotJustified."""
    asked.plan.roles.refuse_second_supervisor(asked_span(asked.first_day, asked.last_day))
    findings = decide(CONDITIONS, asked, asked.justification)
    basis = [INDIVIDUAL_SUPERVISOR, asked.law.supervisor.on(asked.first_day).citation]
    if exempted_on(asked.plan, asked.setting, asked.person, asked.first_day):
        basis.append(asked.law.supervisor_exemption.on(asked.first_day).citation)
    if stay := _during_stay(asked):
        basis.append(stay.rule.citation)
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
