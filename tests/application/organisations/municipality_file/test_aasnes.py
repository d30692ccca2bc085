"""The municipality whose plan came with the rules: its seven arenas as printed."""

from __future__ import annotations

from datetime import date

import pytest

from application.organisations.municipality_file.file import aasnes
from domain.catalogue.arenas import Arena, Presence, offered, uncovered
from domain.catalogue.catalogue import CATALOGUE
from domain.catalogue.goals import is_clinical

AASNES = aasnes()
BY_CODE = {arena.code: arena for arena in AASNES.arenas}
CLINICAL = frozenset(goal.code for goal in CATALOGUE.goals if is_clinical(goal.code))
BEFORE = CATALOGUE.codes_in_force(date(2026, 2, 28))
AFTER = CATALOGUE.codes_in_force(date(2026, 3, 1))
OLD_NINE = ("LM-04", "LM-19", "LM-20", "LM-21", "LM-22", "LM-23", "LM-59", "LM-60", "LM-73")


def arenas(*codes: str) -> tuple[Arena, ...]:
    return tuple(BY_CODE[code] for code in codes)


def numbers(codes: tuple[str, ...]) -> list[int]:
    return [int(code.removeprefix("ALM-")) for code in codes]


@pytest.mark.parametrize(
    ("code", "goals", "common_goals", "external"),
    [
        pytest.param("ARE-01", 83, "all", False, id="R-ARE-01"),
        pytest.param("ARE-02", 28, "all", False, id="R-ARE-02"),
        pytest.param("ARE-03", 48, "all", False, id="R-ARE-03"),
        pytest.param("ARE-04", 26, "all", False, id="R-ARE-04"),
        pytest.param("ARE-05", 51, OLD_NINE, False, id="R-ARE-05"),
        pytest.param("ARE-06", 2, "all", True, id="R-ARE-06"),
        pytest.param("ARE-07", 8, (), True, id="R-ARE-07"),
    ],
)
def test_each_arena_offers_the_goals_the_plan_prints(
    code: str, goals: int, common_goals: object, *, external: bool
) -> None:
    arena = BY_CODE[code]
    assert (len(arena.goals), arena.common_goals, arena.external) == (goals, common_goals, external)
    assert arena.supervision == (Presence.ON_SITE, Presence.REMOTE)


@pytest.mark.parametrize(
    ("code", "printed", "read_as"),
    [
        pytest.param("ARE-03", "028,-030", [28, 29, 30], id="AMB-32-clinical"),
        pytest.param("ARE-07", "065-067,068- 070", [65, 66, 67, 68, 69, 70], id="R-ARE-07"),
    ],
)
def test_a_misprinted_range_is_kept_as_printed_and_read_as_meant(
    code: str, printed: str, read_as: list[int]
) -> None:
    assert printed in BY_CODE[code].printed
    assert set(read_as) <= set(numbers(BY_CODE[code].goals))


def test_the_misprinted_old_common_goals_are_read_as_meant() -> None:
    assert BY_CODE["ARE-05"].printed_common == "LM04, 19,-23, 59, 60 og 73"
    assert "LM-21" in offered(BY_CODE["ARE-05"], BEFORE)


def test_the_refugee_service_offers_no_common_goal_of_the_new_set() -> None:
    assert all(map(is_clinical, offered(BY_CODE["ARE-05"], AFTER)))


def test_the_union_of_all_arenas_offers_every_clinical_goal() -> None:
    assert len(CLINICAL) == 88
    assert uncovered(AASNES.arenas, CLINICAL) == ()


@pytest.mark.parametrize("codes", [pytest.param(BEFORE, id="LM"), pytest.param(AFTER, id="FKM")])
def test_the_union_of_all_arenas_offers_every_goal_in_force(codes: frozenset[str]) -> None:
    assert uncovered(AASNES.arenas, codes) == ()


def test_the_practice_alone_leaves_five_goals() -> None:
    assert numbers(uncovered(arenas("ARE-01"), CLINICAL)) == [55, 67, 68, 70, 85]


def test_practice_hospital_and_emergency_care_offer_everything() -> None:
    assert uncovered(arenas("ARE-01", "ARE-06", "ARE-07"), AFTER) == ()


@pytest.mark.parametrize(
    ("goal", "places"),
    [
        pytest.param("ALM-055", ["ARE-06"], id="note-3-055"),
        pytest.param("ALM-067", ["ARE-05", "ARE-07"], id="note-3-067"),
        pytest.param("ALM-068", ["ARE-02", "ARE-07"], id="note-3-068"),
        pytest.param("ALM-070", ["ARE-02", "ARE-07"], id="note-3-070"),
        pytest.param("ALM-085", ["ARE-06"], id="note-3-085"),
    ],
)
def test_what_the_practice_lacks_is_offered_elsewhere(goal: str, places: list[str]) -> None:
    assert [arena.code for arena in AASNES.arenas if goal in arena.goals] == places


def test_thirteen_goals_are_offered_by_the_practice_alone() -> None:
    others = tuple(arena for arena in AASNES.arenas if arena.code != "ARE-01")
    only_there = [5, 7, 10, 11, 14, 15, 25, 26, 27, 32, 86, 87, 88]
    assert numbers(uncovered(others, CLINICAL)) == only_there


def test_the_municipality_is_registered_from_the_first_day_of_the_scheme() -> None:
    assert AASNES.name == "Åsnes kommune"
    assert AASNES.registered.first_day == date(2019, 3, 1)
    assert AASNES.programme.first_day == date(2019, 3, 1)
