"""Is a supervisor (veileder) qualified on a day? Asked here, and nowhere else (R-SUP-02).

Qualified is a recorded specialist, or one an exemption of this very plan covers, its last day
included (AMB-53). That a supervisor may have another specialty during a long stay elsewhere
(section 25, third paragraph, third sentence) is not asked: no fact shows such a stay.
"""

from __future__ import annotations

from datetime import date

from domain.calendar.spans import Span, covers
from domain.law.book import LawBook
from domain.plans.exemptions import Endings
from domain.plans.plan import TrainingPlan
from domain.plans.setting import Setting
from domain.shared.findings import Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text


def qualified_spans(
    plan: TrainingPlan, setting: Setting, person: Id, ending: Endings | None = None
) -> tuple[Span, ...]:
    """Return on which days the person is qualified; ``ending``: were exemptions to end then."""
    exempted = plan.exemptions.of_supervisor(person, ending)
    return (*setting.specialists.get(person, ()), *exempted)


def qualified_on(plan: TrainingPlan, setting: Setting, person: Id, day: date) -> bool:
    return covers(qualified_spans(plan, setting, person), day)


def exempted_on(plan: TrainingPlan, setting: Setting, person: Id, day: date) -> Span | None:
    """Return the exemption that makes the person qualified on the day, if nothing else does."""
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
    if rule is None or qualified_on(plan, setting, person, day):
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
