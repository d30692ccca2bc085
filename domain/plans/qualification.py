"""Is a supervisor (veileder) qualified on a day? Asked here, and nowhere else (R-SUP-02).

Qualified is a recorded specialist, one an exemption of this very plan covers, its last day
included (AMB-53), or during a long stay outside the establishment a specialist in another
specialty (section 25, third paragraph, third sentence).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.calendar.months import months_after
from domain.calendar.span_sets import Spans, common, cut_at, without
from domain.calendar.spans import Span, covers
from domain.law.book import LawBook
from domain.law.specialist_training import SupervisorDuringStayRule
from domain.plans.exemptions import Endings
from domain.plans.plan import TrainingPlan
from domain.plans.service import ServiceEntered, ServiceKind
from domain.plans.setting import Setting
from domain.shared.dated import Version
from domain.shared.days import day_before
from domain.shared.findings import Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text


def qualified_spans(
    plan: TrainingPlan,
    setting: Setting,
    law: LawBook,
    person: Id,
    ending: Endings | None = None,
) -> Spans:
    """Return on which days the person is qualified; ``ending``: were exemptions to end then."""
    exempted = plan.exemptions.of_supervisor(person, ending)
    during_stays = qualified_during_stays(plan, setting, law, person)
    return (*setting.specialists.get(person, ()), *exempted, *during_stays)


def qualified_during_stays(plan: TrainingPlan, setting: Setting, law: LawBook, person: Id) -> Spans:
    """Return on which days of stays elsewhere another specialty makes the person qualified.

    A stay that is not long counts while an appointment lasts that somebody gave a reason for.
    """
    return tuple(
        span
        for stay in stays_under_another(plan, setting, law, person)
        for span in common(
            (stay.days,), (stay.days,) if stay.is_long else plan.roles.excused(person)
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StayElsewhere:
    """Days of a stay outside the establishment, by one wording; ``whole``: all of its days."""

    days: Span
    whole: Span
    rule: Version[SupervisorDuringStayRule]

    @property
    def is_long(self) -> bool:
        long_by = day_before(months_after(self.whole.first_day, self.rule.value.months))
        return long_by <= self.whole.last_day


def stays_under_another(
    plan: TrainingPlan, setting: Setting, law: LawBook, person: Id
) -> Iterator[StayElsewhere]:
    """Yield the stays, long or not, during which the person had another specialty."""
    specialist = setting.otherwise_specialists.get(person, ())
    if not specialist:
        return
    rule = law.supervisor_during_stay
    starts = [version.in_force_from for version in rule.versions]
    for whole in _stays_elsewhere(plan, setting):
        for days in cut_at(common((whole,), specialist), starts):
            version = rule.find(days.first_day)
            if version:
                yield StayElsewhere(days=days, whole=whole, rule=version)


def _stays_elsewhere(plan: TrainingPlan, setting: Setting) -> Spans:
    """Return the days of service outside the establishment, without those also served in it."""
    entered = [period.entered for period in plan.service.by_id.values()]
    outside = {post.period for post in entered if _is_outside(post, setting)}
    return without(
        (post.span for post in entered if post.period in outside),
        (post.span for post in entered if post.period not in outside),
    )


def _is_outside(post: ServiceEntered, setting: Setting) -> bool:
    """Return whether a post is elsewhere; general practice of no named arena may be here."""
    if post.arena is None:
        return post.kind in {ServiceKind.INSTITUTION, ServiceKind.OTHER_SPECIALTY}
    return post.arena in setting.external_arenas


def qualified_on(plan: TrainingPlan, setting: Setting, law: LawBook, person: Id, day: date) -> bool:
    return covers(qualified_spans(plan, setting, law, person), day)


def exempted_on(plan: TrainingPlan, setting: Setting, person: Id, day: date) -> Span | None:
    """Return the exemption that covers the day, if the person needs one."""
    if setting.specialist_on(person, day):
        return None
    spans = [span for span in plan.exemptions.of_supervisor(person) if day in span]
    return max(spans, key=lambda span: span.last_day, default=None)


def no_qualified_supervisor(
    plan: TrainingPlan, setting: Setting, law: LawBook, person: Id, day: date
) -> Finding | None:
    """Return what is flagged, and never erased, of guidance by one who was not qualified.

    It is R-EXM-01 where an exemption has ended, R-SUP-02 where there was none.
    """
    rule = law.supervisor.find(day)
    if rule is None or qualified_on(plan, setting, law, person, day):
        return None
    exempted = [span for span in plan.exemptions.of_supervisor(person) if span.last_day < day]
    elsewhere = qualified_during_stays(plan, setting, law, person)
    away = [span for span in elsewhere if span.last_day < day]
    specialty = rule.value.specialty
    if exempted:
        last_day = max(span.last_day for span in exempted)
        return Finding(
            rule="R-EXM-01",
            force=Force.SOFT,
            says=Text(
                nb=f"Ingen kvalifisert veileder den {day}: fritaket fra kravet om spesialitet i "
                f"{specialty} løp ut etter {last_day}.",
                en=f"No qualified supervisor on {day}: the exemption from being a specialist in "
                f"{specialty} ended after {last_day}.",
            ),
            basis=(rule.citation, law.supervisor_exemption.on(day).citation),
        )
    if away:
        last_day = max(span.last_day for span in away)
        return Finding(
            rule="R-SUP-02",
            force=Force.SOFT,
            says=Text(
                nb=f"Ingen kvalifisert veileder den {day}: veilederen har en annen spesialitet, og "
                f"oppholdet utenfor virksomheten var over etter {last_day}.",
                en=f"No qualified supervisor on {day}: the supervisor has another specialty, and "
                f"the stay outside the establishment was over after {last_day}.",
            ),
            basis=(rule.citation, law.supervisor_during_stay.on(last_day).citation),
        )
    return Finding(
        rule="R-SUP-02",
        force=Force.SOFT,
        says=Text(
            nb=f"Veilederen var ikke registrert som spesialist i {specialty} den {day}.",
            en=f"The supervisor was not recorded as a specialist in {specialty} on {day}.",
        ),
        basis=(rule.citation,),
    )
