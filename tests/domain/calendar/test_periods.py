"""The register of periods: a row each, by its rule, with how it ends and whom it binds."""

from __future__ import annotations

from datetime import date

import pytest

from domain.calendar.periods import (
    REGISTER,
    correction_deadline,
    others_deadline,
    period,
    report_due,
)
from domain.law.book import IN_FORCE
from domain.law.new_administration import with_new_act
from domain.law.timers import Nature, Rolls
from domain.shared.findings import Confidence
from domain.shared.refusals import Invalid

ROWS = [
    # name, start, last day, nature, rolls, confidence
    ("appeal", "2026-03-16", "2026-04-07", "legal", "yes", "A"),
    ("appeal_once_known", "2026-04-10", "2026-05-04", "legal", "yes", "A"),
    ("appeal_by_others", "2026-11-30", "2027-03-01", "legal", "yes", "A"),
    ("repeated_appeal", "2026-04-24", "2026-05-04", "legal", "yes", "A"),
    ("cost_claim", "2026-05-04", "2026-05-26", "legal", "yes", "A"),
    ("detriment_notice", "2026-01-20", "2026-04-20", "legal, for the authority", "no", "A"),
    ("detriment_notice", "2026-04-21", "2026-07-21", "legal, for the authority", "no", "A"),
    ("detriment_notice", "2026-02-01", "2026-05-01", "legal, for the authority", "no", "A"),
    ("lawsuit_despite_appeal", "2026-04-21", "2026-10-21", "legal", "no", "A"),
    # 21 June 2026 is a Sunday, and 30 May 2026 a Saturday: an authority's days do not move.
    ("superior_review_notice", "2026-05-31", "2026-06-21", "legal, for the authority", "no", "A"),
    ("superior_reversal_notice", "2026-02-28", "2026-05-28", "legal, for the authority", "no", "A"),
    ("superior_reversal_notice", "2026-11-30", "2027-02-28", "legal, for the authority", "no", "A"),
    (
        "superior_reversal_of_appeal",
        "2026-05-09",
        "2026-05-30",
        "legal, for the authority",
        "no",
        "A",
    ),
    ("provisional_reply", "2026-01-31", "2026-02-28", "legal, for the authority", "no", "A"),
    ("second_alert", "2026-04-10", "2026-04-17", "legal, for the authority", "no", "A"),
    ("second_alert", "2026-03-31", "2026-04-07", "legal, for the authority", "no", "A"),
    ("second_reassessment", "2025-08-31", "2026-02-28", "legal", "no", "A"),
    ("half_yearly_meeting", "2025-03-01", "2025-09-01", "local", "no", "C"),
    ("half_yearly_meeting", "2025-09-01", "2026-03-01", "local", "no", "C"),
    ("approval_processing", "2018-01-02", "2018-02-13", "service target, never law", "no", "B"),
    ("specialist_processing", "2026-02-01", "2026-05-01", "service target, never law", "no", "B"),
    ("appeal_processing", "2026-01-31", "2026-05-31", "service target, never law", "no", "B"),
    ("appeal_processing", "2026-04-21", "2026-08-21", "service target, never law", "no", "B"),
    ("lawsuit_after_board", "2026-11-30", "2027-05-31", "legal", "yes", "C"),
    ("lawsuit_after_board", "2025-11-01", "2026-05-04", "legal", "yes", "C"),
]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=f"{REGISTER[row[0]].rule}-{row[0].replace('_', '-')}-{row[1]}")
        for row in ROWS
    ],
)
def test_a_row_of_the_register(row: tuple[str, ...]) -> None:
    name, start, last, nature, rolls, confidence = row
    day = date.fromisoformat(start)
    found = period(name, day, IN_FORCE)
    version = IN_FORCE.rules()[name].on(day)
    assert str(found.last_day) == last
    assert (version.value.nature, version.value.rolls) == (Nature(nature), Rolls(rolls))
    assert version.confidence is Confidence(confidence)
    assert found.steps[0].rule == REGISTER[name].rule
    assert found.steps[0].basis == (version.citation,)
    assert found.steps[0].confidence is version.confidence


def test_every_row_of_the_register_is_tried() -> None:
    assert {row[0] for row in ROWS} == set(REGISTER)


def test_a_target_is_never_called_a_deadline_and_time_to_wait_is_told_so() -> None:
    target = period("appeal_processing", date(2026, 1, 31), IN_FORCE)
    assert target.steps[0].says.nb.startswith("Målet er fire måneder")
    assert "ingen frist" in target.steps[0].says.nb
    waiting = period("second_reassessment", date(2026, 1, 31), IN_FORCE)
    assert waiting.steps[0].says.en == "Six months must pass from Saturday 31 January 2026."
    assert [odd.id for odd in waiting.ambiguities] == ["AMB-49"]


@pytest.mark.parametrize(
    ("knew", "last"),
    [
        pytest.param(None, "2027-03-01", id="L-FVL-02-never-knew"),
        pytest.param("2026-12-10", "2026-12-31", id="L-FVL-02-knew"),
        pytest.param("2027-02-20", "2027-03-01", id="L-FVL-02-knew-late"),
    ],
)
def test_others_appeal_within_three_months_at_the_latest(knew: str | None, last: str) -> None:
    knew_on = date.fromisoformat(knew) if knew else None
    assert str(others_deadline(knew_on, date(2026, 11, 30), IN_FORCE).last_day) == last


@pytest.mark.parametrize(
    ("letter", "days", "last"),
    [
        pytest.param("2026-03-30", None, "2026-04-13", id="L-FVL-06"),
        pytest.param("2026-04-21", None, "2026-05-05", id="L-FVL-06-end-to-end"),
        pytest.param("2026-04-17", None, "2026-05-04", id="L-FVL-06-a-holiday"),
        pytest.param("2026-04-21", 7, "2026-04-28", id="AMB-33-fewest"),
        pytest.param("2026-04-21", 21, "2026-05-12", id="AMB-33-most"),
    ],
)
def test_a_defective_appeal_is_mended_within_a_short_time(
    letter: str, days: int | None, last: str
) -> None:
    found = correction_deadline(date.fromisoformat(letter), IN_FORCE, days=days)
    assert str(found.last_day) == last
    assert [odd.id for odd in found.ambiguities] == ["AMB-33"]
    assert found.steps[-1].rule == "AMB-33"
    assert "aldri under 7 eller over 21" in found.steps[-1].says.nb
    assert found.steps[0].confidence is Confidence.C


@pytest.mark.parametrize("days", [6, 22, 0, -1])
def test_a_time_that_is_not_short_is_refused(days: int) -> None:
    with pytest.raises(Invalid) as told:
        correction_deadline(date(2026, 4, 21), IN_FORCE, days=days)
    assert (told.value.code, told.value.rule) == ("short-time-outside", "L-FVL-06")


@pytest.mark.parametrize(
    ("year", "due"),
    [
        pytest.param(2026, None, id="L-KOMP-02-not-yet"),
        pytest.param(2027, "2027-03-31", id="L-KOMP-02-first"),
        pytest.param(2028, "2028-03-31", id="L-KOMP-02-second"),
        # A Saturday, with Easter after it: whether it moves is not settled.
        pytest.param(2029, "2029-04-03", id="L-KOMP-02-last"),
        pytest.param(2030, None, id="L-KOMP-02-no-more"),
        pytest.param(2019, None, id="L-KOMP-02-before-the-rule"),
    ],
)
def test_the_municipality_reports_by_31_march(year: int, due: str | None) -> None:
    found = report_due(year, IN_FORCE)
    assert (str(found.last_day) if found else None) == due
    if found:
        assert found.raw_day == date(year, 3, 31)
        assert found.settled is (due == str(found.raw_day))
        assert found.steps[0].confidence is Confidence.C


def test_days_stated_by_a_decision_or_a_regulation_count_themselves() -> None:
    exemption = IN_FORCE.supervisor_exemption_ends.on(date(2026, 1, 1))
    assert (exemption.value.counts_itself, exemption.value.rolls) == (True, Rolls.NO)
    assert exemption.citation.nb == "spesialistforskriften § 25 fjerde ledd"
    assert IN_FORCE.old_scheme.on(date(2026, 1, 1)).value.last_day == date(2026, 12, 31)
    assert date(2026, 12, 31).weekday() == 3


@pytest.mark.parametrize("name", sorted(REGISTER))
def test_no_length_changes_with_the_new_act(name: str) -> None:
    law = with_new_act(IN_FORCE, date(2027, 1, 1))
    day = date(2027, 1, 4)
    assert period(name, day, law).last_day == period(name, day, IN_FORCE).last_day
