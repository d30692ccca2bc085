"""What can be done against each kind of decision, to whom, and by which provision."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.book import IN_FORCE
from domain.law.remedies import DecisionKind, Instance, Remedy
from domain.proceedings.remedies import route

DAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("kind", "remedy", "heard_by", "provision"),
    [
        pytest.param(
            "specialist-approval",
            Remedy.APPEAL,
            Instance.PERSONNEL_BOARD,
            "§ 35 første ledd bokstav a",
            id="L-SPF-35-specialist-approval",
        ),
        pytest.param(
            "recognition-of-goals",
            Remedy.APPEAL,
            Instance.PERSONNEL_BOARD,
            "§ 35 første ledd bokstav b",
            id="L-SPF-35-recognition",
        ),
        pytest.param(
            "supervisor-exemption",
            Remedy.APPEAL,
            Instance.HELSEKLAGE,
            "§ 35 andre ledd bokstav h",
            id="L-SPF-35-refused-veileder-exemption",
        ),
        pytest.param(
            "registration",
            Remedy.APPEAL,
            Instance.HELSEKLAGE,
            "§ 35 andre ledd bokstav k",
            id="L-SPF-35-registration",
        ),
        pytest.param(
            "establishment-approval",
            Remedy.APPEAL,
            Instance.HELSEKLAGE,
            "§ 35 andre ledd bokstav j",
            id="L-SPF-35-approval-of-an-establishment",
        ),
        pytest.param(
            "goal-outcome",
            Remedy.NEW_ASSESSMENT,
            Instance.COUNTY_GOVERNOR,
            "§ 26 andre ledd",
            id="AMB-29-a-goal-leads-to-a-new-assessment",
        ),
        pytest.param(
            "municipal-decision",
            Remedy.A_PERSON_DECIDES,
            Instance.MUNICIPAL_APPEALS,
            "§ 28 andre ledd første punktum",
            id="AMB-40-municipal",
        ),
    ],
)
def test_the_way_against_a_decision(
    kind: str, remedy: Remedy, heard_by: Instance, provision: str
) -> None:
    found = route(DecisionKind(kind), IN_FORCE, DAY)
    assert (found.remedy, found.heard_by) == (remedy, heard_by)
    assert found.rule is not None
    assert found.rule.citation.nb.endswith(provision)
    assert (found.period is not None) is (remedy is Remedy.APPEAL)


@pytest.mark.parametrize(
    ("day", "remedy"),
    [
        pytest.param(date(2024, 12, 31), Remedy.APPEAL, id="AMB-43-the-last-day"),
        pytest.param(date(2025, 1, 1), Remedy.A_PERSON_DECIDES, id="AMB-43-the-day-after"),
    ],
)
def test_the_way_against_half_time_ends_with_the_requirement(day: date, remedy: Remedy) -> None:
    found = route(DecisionKind.HALF_TIME_EXEMPTION, IN_FORCE, day)
    assert found.remedy is remedy
    assert [odd.id for odd in found.ambiguities] == ["AMB-43"]


def test_where_no_source_names_a_body_a_person_decides() -> None:
    found = route(DecisionKind.POINTS, IN_FORCE, DAY)
    assert (found.remedy, found.heard_by, found.rule) == (Remedy.A_PERSON_DECIDES, None, None)


@pytest.mark.parametrize("kind", DecisionKind)
def test_every_kind_of_decision_has_a_way(kind: DecisionKind) -> None:
    """Before the regulation there was none to read here; then a person decides."""
    assert route(kind, IN_FORCE, DAY).remedy in Remedy
    assert route(kind, IN_FORCE, date(2019, 2, 28)).remedy is Remedy.A_PERSON_DECIDES


def test_what_the_municipal_council_decided_itself_goes_to_the_ministry() -> None:
    """L-FVL-13: section 28, second paragraph, third sentence; a person sees to it."""
    found = route(DecisionKind.MUNICIPAL, IN_FORCE, DAY)
    assert (
        "the ministry where the municipal council itself decided" in found.ambiguities[0].choice.en
    )
