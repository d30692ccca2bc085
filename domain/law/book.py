"""The law book: the rules a case is judged by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from domain.law import (
    administration,
    aside,
    courts,
    digital_notices,
    notices,
    remedies,
    service_time,
    training_timers,
    transition,
)
from domain.law import guidance as guiding
from domain.law import specialist_training as training
from domain.law.timers import StatedDayRule, TimerRule, YearlyDayRule
from domain.shared import identifiers
from domain.shared.dated import Dated, Repeal, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class LawBook:
    """Those rules in force, or those someone proposes. ``snapshot``: the day last read.

    ``announced_by``: the day up to which announcements were read, None for all of them.
    """

    name: str
    snapshot: date
    announced_by: date | None = None
    guidance: Dated[guiding.GuidanceRule]
    guidance_regularity: Dated[guiding.RegularityRule]
    guidance_preparation: Dated[guiding.PreparationRule]
    assessment: Dated[training.AssessmentRule]
    supervisor: Dated[training.SupervisorRule]
    supervisor_during_stay: Dated[training.SupervisorDuringStayRule]
    supervisor_exemption: Dated[training.SupervisorExemptionRule]
    group_years: Dated[guiding.GroupYearsRule]
    group_hours: Dated[guiding.GroupHoursRule]
    group_year_in_open_practice: Dated[guiding.OpenPracticeYearRule]
    entry: Dated[training.EntryRule]
    entry_after_foreign_training: Dated[training.EntryExceptionRule]
    entry_after_covid_19: Dated[training.EntryExceptionRule]
    entry_with_eea_education: Dated[training.EntryExceptionRule]
    registration: Dated[training.RegistrationRule]
    beginning: Dated[training.BeginningRule]
    service: Dated[service_time.ServiceRule]
    part_one: Dated[service_time.PartOneRule]
    open_practice: Dated[service_time.OpenPracticeRule]
    open_practice_floor: Dated[service_time.OpenPracticeFloorRule]
    open_practice_exemption: Dated[service_time.OpenPracticeExemptionRule]
    service_caps: Dated[service_time.ServiceCapsRule]
    institution: Dated[service_time.InstitutionRule]
    other_specialty: Dated[service_time.OtherSpecialtyRule]
    essential_part: Dated[service_time.EssentialPartRule]
    confirmed_service: Dated[service_time.ConfirmedServiceRule]
    part_time: Dated[service_time.PartTimeRule]
    absence: Dated[service_time.AbsenceRule]
    old_scheme: Dated[transition.OldSchemeRule]
    goals_assessed: Dated[transition.GoalsAssessedRule]
    identity_numbers: Dated[identifiers.IdentityNumberRule]
    counting: Dated[courts.CountingRule]
    end_of_period: Dated[courts.EndOfPeriodRule]
    holidays: Dated[courts.HolidaysRule]
    equal_to_holidays: Dated[courts.HolidaysRule]
    administration_act: Dated[administration.AdministrationRule]
    appeal: Dated[TimerRule]
    appeal_once_known: Dated[TimerRule]
    appeal_by_others: Dated[TimerRule]
    representative: Dated[administration.RepresentativeRule]
    interruption: Dated[administration.InterruptionRule]
    extension: Dated[administration.ExtensionRule]
    appeal_filing: Dated[digital_notices.FilingRule]
    repeated_appeal: Dated[TimerRule]
    late_appeal: Dated[administration.LateAppealRule]
    late_appeal_cap: Dated[TimerRule]
    wrong_body: Dated[administration.WrongBodyRule]
    corrected_appeal: Dated[administration.CorrectionRule]
    cost_claim: Dated[TimerRule]
    detriment_notice: Dated[TimerRule]
    lawsuit_despite_appeal: Dated[TimerRule]
    lawsuit_condition: Dated[aside.LawsuitConditionRule]
    deferral: Dated[aside.DeferralRule]
    superior_reversal: Dated[aside.SuperiorReversalRule]
    superior_review_notice: Dated[TimerRule]
    superior_reversal_notice: Dated[TimerRule]
    superior_reversal_of_appeal: Dated[TimerRule]
    provisional_reply: Dated[TimerRule]
    digital_notice: Dated[digital_notices.DigitalNoticeRule]
    second_alert: Dated[TimerRule]
    digital_filing: Dated[digital_notices.FilingRule]
    half_yearly_meeting: Dated[TimerRule]
    second_reassessment: Dated[TimerRule]
    supervisor_exemption_ends: Dated[StatedDayRule]
    approval_processing: Dated[TimerRule]
    specialist_processing: Dated[TimerRule]
    appeal_processing: Dated[TimerRule]
    lawsuit_after_board: Dated[TimerRule]
    exemption_report: Dated[YearlyDayRule]
    notice_content: Dated[notices.NoticeContentRule]
    goal_outcome_remedy: Dated[remedies.RemedyRule]
    specialist_approval_remedy: Dated[remedies.RemedyRule]
    recognition_remedy: Dated[remedies.RemedyRule]
    supervisor_exemption_remedy: Dated[remedies.RemedyRule]
    half_time_remedy: Dated[remedies.RemedyRule]
    establishment_remedy: Dated[remedies.RemedyRule]
    registration_remedy: Dated[remedies.RemedyRule]
    municipal_remedy: Dated[remedies.RemedyRule]

    @property
    def version(self) -> str:
        """Return the name a decision keeps of the book it was made under."""
        known = f" as announced by {self.announced_by}" if self.announced_by else ""
        return f"{self.name}/{self.snapshot}{known}"

    def rules(self) -> Mapping[str, Dated[Any]]:
        """Return every rule of the book by its name in an amendment."""
        return dict(self._rules())

    def as_announced_by(self, day: date) -> LawBook:
        """Return the book of those who had read what was announced by the day, and no more."""
        known: dict[str, Any] = {name: rule.as_announced_by(day) for name, rule in self._rules()}
        return replace(self, announced_by=day, **known)

    def amended(
        self, name: str, versions: Mapping[str, Sequence[Version[Any] | Repeal]]
    ) -> LawBook:
        """Return the book as it would be with further versions of the rules named."""
        rules = self.rules()
        new: dict[str, Any] = {rule: rules[rule].amended(*told) for rule, told in versions.items()}
        return replace(self, name=name, **new)

    def _rules(self) -> Iterator[tuple[str, Dated[Any]]]:
        values = ((field.name, getattr(self, field.name)) for field in fields(self))
        return ((name, value) for name, value in values if isinstance(value, Dated))


IN_FORCE = LawBook(
    name="in-force",
    snapshot=date(2026, 7, 2),
    guidance=guiding.GUIDANCE,
    guidance_regularity=guiding.GUIDANCE_REGULARITY,
    guidance_preparation=guiding.GUIDANCE_PREPARATION,
    assessment=training.ASSESSMENT,
    supervisor=training.SUPERVISOR,
    supervisor_during_stay=training.SUPERVISOR_DURING_STAY,
    supervisor_exemption=training.SUPERVISOR_EXEMPTION,
    group_years=guiding.GROUP_YEARS,
    group_hours=guiding.GROUP_HOURS,
    group_year_in_open_practice=guiding.GROUP_YEAR_IN_OPEN_PRACTICE,
    entry=training.ENTRY,
    entry_after_foreign_training=training.ENTRY_AFTER_FOREIGN_TRAINING,
    entry_after_covid_19=training.ENTRY_AFTER_COVID_19,
    entry_with_eea_education=training.ENTRY_WITH_EEA_EDUCATION,
    registration=training.REGISTRATION,
    beginning=training.BEGINNING,
    service=service_time.SERVICE,
    part_one=service_time.PART_ONE,
    open_practice=service_time.OPEN_PRACTICE,
    open_practice_floor=service_time.OPEN_PRACTICE_FLOOR,
    open_practice_exemption=service_time.OPEN_PRACTICE_EXEMPTION,
    service_caps=service_time.SERVICE_CAPS,
    institution=service_time.INSTITUTION,
    other_specialty=service_time.OTHER_SPECIALTY,
    essential_part=service_time.ESSENTIAL_PART,
    confirmed_service=service_time.CONFIRMED_SERVICE,
    part_time=service_time.PART_TIME,
    absence=service_time.ABSENCE,
    old_scheme=transition.OLD_SCHEME,
    goals_assessed=transition.GOALS_ASSESSED,
    identity_numbers=identifiers.IDENTITY_NUMBERS,
    counting=courts.COUNTING,
    end_of_period=courts.END_OF_PERIOD,
    holidays=courts.HOLIDAYS,
    equal_to_holidays=courts.EQUAL_TO_HOLIDAYS,
    administration_act=administration.ADMINISTRATION,
    appeal=administration.APPEAL,
    appeal_once_known=administration.APPEAL_ONCE_KNOWN,
    appeal_by_others=administration.APPEAL_BY_OTHERS,
    representative=administration.REPRESENTATIVE,
    interruption=administration.INTERRUPTION,
    extension=administration.EXTENSION,
    appeal_filing=administration.APPEAL_FILING,
    repeated_appeal=administration.REPEATED_APPEAL,
    late_appeal=administration.LATE_APPEAL,
    late_appeal_cap=administration.LATE_APPEAL_CAP,
    wrong_body=administration.WRONG_BODY,
    corrected_appeal=administration.CORRECTED_APPEAL,
    cost_claim=administration.COST_CLAIM,
    detriment_notice=administration.DETRIMENT_NOTICE,
    lawsuit_despite_appeal=administration.LAWSUIT_DESPITE_APPEAL,
    lawsuit_condition=aside.LAWSUIT_CONDITION,
    deferral=aside.DEFERRAL,
    superior_reversal=aside.SUPERIOR_REVERSAL,
    superior_review_notice=aside.SUPERIOR_REVIEW_NOTICE,
    superior_reversal_notice=aside.SUPERIOR_REVERSAL_NOTICE,
    superior_reversal_of_appeal=aside.SUPERIOR_REVERSAL_OF_APPEAL,
    provisional_reply=administration.PROVISIONAL_REPLY,
    digital_notice=digital_notices.DIGITAL_NOTICE,
    second_alert=digital_notices.SECOND_ALERT,
    digital_filing=digital_notices.DIGITAL_FILING,
    half_yearly_meeting=training_timers.HALF_YEARLY_MEETING,
    second_reassessment=training_timers.SECOND_REASSESSMENT,
    supervisor_exemption_ends=training_timers.SUPERVISOR_EXEMPTION_ENDS,
    approval_processing=training_timers.APPROVAL_PROCESSING,
    specialist_processing=training_timers.SPECIALIST_PROCESSING,
    appeal_processing=training_timers.APPEAL_PROCESSING,
    lawsuit_after_board=training_timers.LAWSUIT_AFTER_BOARD,
    exemption_report=training_timers.EXEMPTION_REPORT,
    notice_content=notices.NOTICE_CONTENT,
    goal_outcome_remedy=remedies.GOAL_OUTCOME_REMEDY,
    specialist_approval_remedy=remedies.SPECIALIST_APPROVAL_REMEDY,
    recognition_remedy=remedies.RECOGNITION_REMEDY,
    supervisor_exemption_remedy=remedies.SUPERVISOR_EXEMPTION_REMEDY,
    half_time_remedy=remedies.HALF_TIME_REMEDY,
    establishment_remedy=remedies.ESTABLISHMENT_REMEDY,
    registration_remedy=remedies.REGISTRATION_REMEDY,
    municipal_remedy=remedies.MUNICIPAL_REMEDY,
)
