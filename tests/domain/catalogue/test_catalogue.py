"""Which goals were law on which day."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.catalogue.catalogue import CATALOGUE, Catalogue
from domain.catalogue.goals import is_clinical
from domain.shared.refusals import Invalid

LAST_OF_THE_OLD = date(2026, 2, 28)
FIRST_OF_THE_NEW = date(2026, 3, 1)
OLD = [4, 13, 19, 20, 21, 22, 23, 32, 33, 34, 41, 42, 43, 46, 47, 51, 55, 59, 60, *range(70, 75)]


def count(series: str, day: date) -> int:
    return sum(code.startswith(f"{series}-") for code in CATALOGUE.codes_in_force(day))


@pytest.mark.parametrize(
    ("day", "clinical", "old", "new"),
    [
        pytest.param(date(2019, 2, 28), 0, 0, 0, id="before-the-scheme"),
        pytest.param(date(2019, 3, 1), 88, 24, 0, id="L-LG-01-first-day"),
        pytest.param(date(2024, 8, 31), 88, 24, 0, id="L-LG-02-before-LM-75"),
        pytest.param(date(2024, 9, 1), 88, 25, 0, id="L-LG-02-with-LM-75"),
        pytest.param(LAST_OF_THE_OLD, 88, 25, 0, id="L-LG-02-last-day-of-the-old-set"),
        pytest.param(FIRST_OF_THE_NEW, 88, 0, 14, id="L-LG-02-first-day-of-the-new-set"),
        pytest.param(date(2026, 7, 2), 88, 0, 14, id="L-LG-02-as-last-read"),
    ],
)
def test_each_day_has_its_set_of_goals(day: date, clinical: int, old: int, new: int) -> None:
    assert (count("ALM", day), count("LM", day), count("FKM", day)) == (clinical, old, new)


def test_the_clinical_goals_have_no_gaps() -> None:
    clinical = [goal.code for goal in CATALOGUE.goals if is_clinical(goal.code)]
    assert clinical == [f"ALM-{number:03d}" for number in range(1, 89)]


@pytest.mark.parametrize(
    ("chapter", "goals"),
    [
        pytest.param("21.1", 5, id="L-LG-01-21.1"),
        pytest.param("21.2", 14, id="L-LG-01-21.2"),
        pytest.param("21.3", 22, id="L-LG-01-21.3"),
        pytest.param("21.4", 14, id="L-LG-01-21.4"),
        pytest.param("21.5", 30, id="L-LG-01-21.5"),
        pytest.param("21.6", 3, id="L-LG-01-21.6"),
        pytest.param("A2", 1, id="L-LG-02-A2"),
        pytest.param("A3", 3, id="L-LG-02-A3"),
        pytest.param("A4", 1, id="L-LG-02-A4"),
        pytest.param("A6", 2, id="L-LG-02-A6"),
        pytest.param("A7", 2, id="L-LG-02-A7"),
        pytest.param("A8", 1, id="L-LG-02-A8"),
        pytest.param("A9", 4, id="L-LG-02-A9"),
    ],
)
def test_each_chapter_has_its_goals(chapter: str, goals: int) -> None:
    themes = Counter(goal.theme.nb.partition(" ")[0] for goal in CATALOGUE.goals)
    assert themes[chapter] == goals


def test_the_old_common_goals_are_the_ones_counted() -> None:
    codes = CATALOGUE.codes_in_force(date(2024, 8, 31))
    assert {code for code in codes if not is_clinical(code)} == {f"LM-{n:02d}" for n in OLD}


def test_an_old_common_goal_says_its_text_is_not_known() -> None:
    old = [goal for goal in CATALOGUE.goals if goal.code.startswith("LM-")]
    assert all("teksten er ikke i kildene" in goal.title.nb for goal in old)
    assert all("text not in the sources" in goal.title.en for goal in old)
    assert all(goal.repealed_by is not None for goal in old)


def test_titles_are_short_and_distinct_in_both_languages() -> None:
    norwegian = [goal.title.nb for goal in CATALOGUE.goals]
    english = [goal.title.en for goal in CATALOGUE.goals]
    assert max(map(len, norwegian + english)) <= 70
    assert len(set(norwegian)) == len(set(english)) == len(CATALOGUE.goals)


def test_each_goal_tells_where_the_annex_says_it() -> None:
    assert CATALOGUE.goal("ALM-085").basis.annex == "2 C21 21.5"
    new = CATALOGUE.goal("FKM-009").basis
    assert (new.annex, new.amended_by) == ("2 A7", "FOR-2025-01-24-114")


@pytest.mark.parametrize(
    ("written", "suggested"),
    [
        pytest.param("ALM-31", "ALM-031", id="too-few-digits"),
        pytest.param("alm031", "ALM-031", id="small-letters"),
        pytest.param("ALM-089", "ALM-088", id="past-the-end"),
        pytest.param("LM-4", "LM-04", id="old-code"),
    ],
)
def test_an_unknown_goal_is_refused_with_what_was_meant(written: str, suggested: str) -> None:
    with pytest.raises(Invalid) as refused:
        CATALOGUE.goal(written)
    assert (refused.value.code, refused.value.field) == ("unknown-goal", "goal")
    assert f"«{written}»; mente du {suggested}" in refused.value.text.nb
    assert f'"{written}"; did you mean {suggested}' in refused.value.text.en


def test_an_unknown_goal_like_no_other_gets_no_suggestion() -> None:
    with pytest.raises(Invalid, match=r'no learning goal "whatever"\.$'):
        CATALOGUE.goal("whatever")


def test_a_code_is_never_used_twice() -> None:
    goal = CATALOGUE.goal("ALM-001")
    with pytest.raises(ValueError, match="its own"):
        Catalogue((goal, goal))


@given(st.integers(0, 4000).map(lambda days: date(2019, 1, 1) + timedelta(days=days)))
def test_old_and_new_common_goals_are_never_law_together(day: date) -> None:
    assert not (count("LM", day) and count("FKM", day))
