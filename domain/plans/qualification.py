"""Is a supervisor (veileder) qualified on a day? Asked here, and nowhere else (R-SUP-02).

Qualified is a recorded specialist, one an exemption of this very plan covers, its last day
included (AMB-53), or during a stay outside the establishment a specialist in another specialty
(section 25, third paragraph, third sentence); whether the stay is a long one is asked when the
supervisor is appointed.
"""

from __future__ import annotations

from datetime import date

from domain.calendar.span_sets import Spans, common, cut_at, without
from domain.calendar.spans import Span, covers
from domain.law.book import LawBook
from domain.plans.exemptions import Endings
from domain.plans.plan import TrainingPlan
from domain.plans.setting import Setting
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
    """Return on which days of stays elsewhere another specialty makes the person qualified."""
    specialist = setting.otherwise_specialists.get(person, ())
    if not specialist:
        return ()
    rule = law.supervisor_during_stay
    starts = [version.in_force_from for version in rule.versions]
    days = common(stays_elsewhere(plan, setting), specialist)
    return tuple(span for span in cut_at(days, starts) if rule.find(span.first_day))


def stays_elsewhere(plan: TrainingPlan, setting: Setting) -> Spans:
    """Return the days of service outside the establishment, without those also served in it."""
    entered = [period.entered for period in plan.service.by_id.values()]
    outside = {post.period for post in entered if setting.is_outside(post.arena)}
    return without(
        (post.span for post in entered if post.period in outside),
        (post.span for post in entered if post.period not in outside),
    )


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
    ended = [span for span in plan.exemptions.of_supervisor(person) if span.last_day < day]
    if not ended:
        return Finding(
            rule="R-SUP-02",
            force=Force.SOFT,
            says=Text(
                nb=f"Veilederen var ikke registrert som spesialist i {rule.value.specialty} "
                f"den {day}.",
                en=f"The supervisor was not recorded as a specialist in {rule.value.specialty} "
                f"on {day}.",
            ),
            basis=(rule.citation,),
        )
    last_day = max(span.last_day for span in ended)
    return Finding(
        rule="R-EXM-01",
        force=Force.SOFT,
        says=Text(
            nb=f"Ingen kvalifisert veileder den {day}: fritaket fra kravet om spesialitet i "
            f"{rule.value.specialty} løp ut etter {last_day}.",
            en=f"No qualified supervisor on {day}: the exemption from being a specialist in "
            f"{rule.value.specialty} ended after {last_day}.",
        ),
        basis=(rule.citation, law.supervisor_exemption.on(day).citation),
    )
