"""What the specialist training regulation says, on the days it changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.law.book import IN_FORCE
from domain.shared.citation import Citation
from domain.shared.dated import Dated, NoRuleInForce, Version
from domain.shared.findings import Confidence

NEW_SCHEME = date(2019, 3, 1)


@pytest.mark.parametrize(
    ("day", "hours", "averaged", "amended_by"),
    [
        pytest.param(
            NEW_SCHEME,
            "31.5",
            "each-year",
            "FOR-2018-12-19-2171",
            id="R-SUP-03-first",
        ),
        pytest.param(
            date(2020, 12, 31),
            "31.5",
            "each-year",
            "FOR-2018-12-19-2171",
            id="R-SUP-03-2020-last",
        ),
        pytest.param(
            date(2021, 1, 1),
            "42",
            "each-year",
            "FOR-2020-12-09-2780",
            id="R-SUP-03-2021-first",
        ),
        pytest.param(
            date(2021, 12, 31),
            "42",
            "each-year",
            "FOR-2020-12-09-2780",
            id="R-SUP-03-2021-last",
        ),
        pytest.param(
            date(2022, 1, 1),
            "42",
            "each-year",
            "FOR-2021-12-21-3790",
            id="R-SUP-03-2022-first",
        ),
        pytest.param(
            date(2024, 12, 31),
            "42",
            "each-year",
            "FOR-2021-12-21-3790",
            id="R-SUP-03-2024-last",
        ),
        pytest.param(
            date(2025, 1, 1),
            "42",
            "whole-path",
            "FOR-2024-12-16-3129",
            id="R-SUP-03-2025-first",
        ),
    ],
)
def test_the_hours_of_guidance_owed_follow_the_day(
    day: date, hours: str, averaged: str, amended_by: str
) -> None:
    version = IN_FORCE.guidance.on(day)
    assert version.value.hours_a_year == Decimal(hours)
    assert version.value.averaged == averaged
    assert version.citation.amended_by == amended_by
    assert version.citation.nb.startswith("spesialistforskriften § 2 tredje ledd")


@pytest.mark.parametrize(
    ("day", "added"),
    [
        pytest.param(date(2021, 12, 31), (False, False), id="R-SUP-03-2021-last"),
        pytest.param(date(2022, 1, 1), (True, False), id="R-SUP-03-2022-first"),
        pytest.param(date(2024, 12, 31), (True, False), id="R-SUP-03-2024-last"),
        pytest.param(date(2025, 1, 1), (True, True), id="R-SUP-03-2025-first"),
    ],
)
def test_words_were_added_where_and_how_guidance_is_given(
    day: date, added: tuple[bool, bool]
) -> None:
    rule = IN_FORCE.guidance.on(day).value
    assert (rule.only_while_in_registered_service, rule.regularly) == added


def test_two_kinds_of_advisers_are_heard() -> None:
    rule = IN_FORCE.assessment.on(NEW_SCHEME).value
    assert (rule.supervisors, rule.clinical_supervisors) == (1, 1)


def test_the_supervisor_is_a_specialist_in_general_practice() -> None:
    assert IN_FORCE.supervisor.on(NEW_SCHEME).value.specialty == "allmennmedisin"


def test_group_guidance_takes_two_years_of_sixty_hours() -> None:
    years, hours = IN_FORCE.group_years.on(NEW_SCHEME), IN_FORCE.group_hours.on(NEW_SCHEME)
    assert (years.value.years, years.confidence) == (2, Confidence.A)
    assert years.citation.nb == "spesialistforskriften § 2 fjerde ledd"
    # The hours are recommended on an official page; the law has no number.
    assert (hours.value.hours_a_year, hours.confidence) == (60, Confidence.B)


def test_nothing_of_the_regulation_is_judged_before_the_new_scheme() -> None:
    rules: tuple[Dated[Any], ...] = (
        IN_FORCE.guidance,
        IN_FORCE.assessment,
        IN_FORCE.supervisor,
        IN_FORCE.group_years,
        IN_FORCE.group_hours,
        IN_FORCE.group_year_in_open_practice,
    )
    for rule in rules:
        with pytest.raises(NoRuleInForce):
            rule.on(date(2019, 2, 28))


def test_a_decision_keeps_the_name_of_the_book_it_was_made_under() -> None:
    assert IN_FORCE.version == "in-force/2026-07-02"


def test_no_rule_of_the_book_comes_into_force_unannounced() -> None:
    """Rules to come are known long ahead; none begins between the last reading and 2032."""
    starts = [
        version.in_force_from for rule in IN_FORCE.rules().values() for version in rule.versions
    ]
    assert [day for day in starts if day > IN_FORCE.snapshot] == [date(2032, 1, 1)]


def test_a_proposal_can_be_tried_before_it_is_law() -> None:
    proposal = Version(
        in_force_from=date(2027, 1, 1),
        value=replace(IN_FORCE.guidance.wordings[-1].value, hours_a_year=Decimal(50)),
        citation=Citation(act="PROPOSAL-1", section="1"),
    )
    proposed = IN_FORCE.amended("proposed", {"guidance": (proposal,)})
    assert proposed.guidance.on(date(2026, 12, 31)) == IN_FORCE.guidance.on(date(2026, 12, 31))
    assert proposed.guidance.on(date(2027, 1, 1)).value.hours_a_year == Decimal(50)
    assert proposed.version == "proposed/2026-07-02"
