"""From when an application could be accepted: the first day on which nothing need be missing."""

from __future__ import annotations

from datetime import date

import pytest

from domain.plans.rules.apply_for_approval import readiness
from domain.shared.days import day_before
from domain.shared.facts import Fact
from tests.support.absences import absence_entered
from tests.support.accounts import (
    INSTITUTION,
    OTHER,
    OTHER_SPECIALTY,
    day,
    monthly,
    served,
    sessions,
)
from tests.support.ready import (
    APPLIES,
    SERVICE,
    application,
)


@pytest.mark.parametrize(
    ("changed", "on", "earliest"),
    [
        pytest.param(
            {"service": SERVICE[:4]}, "2025-07-01", "2026-01-02", id="six-months-from-tomorrow"
        ),
        pytest.param(
            {"service": (*SERVICE[:5],)}, APPLIES, APPLIES, id="only-the-confirmation-is-missing"
        ),
        pytest.param({"goals": ()}, APPLIES, APPLIES, id="goals-can-be-approved-today"),
        pytest.param({"groups": ()}, "2025-12-31", "2027-12-31", id="two-group-years"),
        pytest.param(
            {
                "service": (
                    *SERVICE[:4],
                    *served("2025-07-01", "2026-12-31", kind=INSTITUTION, confirmed=None),
                )
            },
            APPLIES,
            "2026-12-31",
            id="R-CNF-01-service-that-goes-on-is-confirmed-when-it-is-over",
        ),
    ],
)
def test_the_earliest_possible_day(
    changed: dict[str, tuple[Fact, ...]], on: str, earliest: str
) -> None:
    assert readiness(application(on, **changed)).earliest == day(earliest)


@pytest.mark.parametrize(
    ("away_from", "away_to"),
    [("2020-01-01", "2021-12-31"), ("2020-01-01", "2023-12-31"), ("2020-01-01", "2024-12-31")],
)
def test_with_more_than_the_caps_let_count_the_earliest_day_is_still_enough(
    away_from: str, away_to: str
) -> None:
    """L-SPF-31: 39 months of another specialty count, however much of it was away."""
    away = absence_entered(first_day=day(away_from), last_day=day(away_to))
    before = served("2020-01-01", "2024-12-31", kind=OTHER_SPECIALTY)
    on = day("2025-01-01")
    gaps = readiness(application(str(on), service=(*before, away))).missing
    (earliest,) = (gap.earliest for gap in gaps if gap.finding.rule == "R-SVC-01")
    assert earliest
    for applies, enough in ((earliest, True), (day_before(earliest), False)):
        more = served("2025-01-02", str(day_before(applies)), kind=INSTITUTION)
        asked = application(str(applies), service=(*before, away, *more))
        assert (asked.service.missing == 0) is enough


@pytest.mark.parametrize(
    ("hours", "earliest"),
    [pytest.param(9, "2026-01-01", id="one-session"), pytest.param(10, "2026-01-02", id="two")],
)
def test_guidance_that_is_counted_together_takes_the_sessions_it_takes(
    hours: int, earliest: str
) -> None:
    """R-SUP-03: a session lasts ten hours at most; the first day of 2026 owes a little too."""
    guidance = (*monthly("2021-01", 48, 4), *sessions(("2025-06-01", 21 - hours)))
    gaps = readiness(application(guidance=guidance)).missing
    assert [(gap.finding.rule, gap.earliest) for gap in gaps] == [("R-SUP-03", day(earliest))]


def test_a_group_year_outside_open_practice_a_person_sets_aside() -> None:
    """R-GRP-02."""
    service = (
        *served("2021-01-01", "2021-12-31"),
        *served("2022-01-01", "2023-12-31", kind=OTHER),
        *served("2024-01-01", "2025-06-30"),
        *served("2025-07-01", "2025-12-31", kind=INSTITUTION),
    )
    gaps = readiness(application(service=service)).missing
    assert [(gap.finding.rule, gap.earliest) for gap in gaps] == [("R-GRP-02", None)]


@pytest.mark.parametrize("percentage", [100, 50])
@pytest.mark.parametrize("away_from", ["2022-01-01", "2022-10-01"])
def test_what_absence_took_off_comes_back_as_more_is_served(
    away_from: str, percentage: int
) -> None:
    """L-SPF-31: on the earliest day the service is enough, and the day before it is not."""
    away = absence_entered(first_day=day(away_from), last_day=day("2023-06-30"))
    before = (*served("2021-01-01", "2023-12-31", percentage), *served("2024-01-01", "2024-12-31"))
    on = day("2025-01-01")

    def lacks(last_day: date, applies: date) -> bool:
        more = served("2025-01-02", str(last_day), kind=INSTITUTION) if last_day > on else ()
        asked = application(str(applies), service=(*before, away, *more))
        return asked.service.missing > 0

    gaps = readiness(application(str(on), service=(*before, away))).missing
    (earliest,) = (gap.earliest for gap in gaps if gap.finding.rule == "R-SVC-01")
    assert earliest
    assert not lacks(day_before(earliest), earliest)
    assert lacks(day_before(day_before(earliest)), day_before(earliest))


def test_open_practice_and_an_institution_are_served_one_after_the_other() -> None:
    """R-SVC-05: six months in an institution, after six that open practice still lacks."""
    service = (*served("2021-01-01", "2022-06-30"), *served("2022-07-01", "2025-12-31", kind=OTHER))
    gaps = {
        gap.finding.rule: gap.earliest for gap in readiness(application(service=service)).missing
    }
    assert gaps["R-SVC-02"] == day("2026-07-02")
    assert gaps["R-SVC-05"] == day("2027-01-02")


def test_a_year_that_stands_for_itself_cannot_be_made_up_for() -> None:
    guidance = monthly("2022-01", 48, 4)
    assert readiness(application(guidance=guidance)).earliest is None
