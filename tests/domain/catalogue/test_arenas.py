"""What arenas offer of the goals in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from domain.catalogue.arenas import Arena, ArenaKind, Presence, offered, uncovered
from domain.catalogue.catalogue import CATALOGUE
from domain.shared.texts import Text

BEFORE = CATALOGUE.codes_in_force(date(2026, 2, 28))
AFTER = CATALOGUE.codes_in_force(date(2026, 3, 1))

ARENA = Arena(
    code="ARE-01",
    name=Text(nb="Fastlegekontor", en="GP practice"),
    kind=ArenaKind.OPEN_UNSELECTED_PRACTICE,
    location="Storgata",
    external=False,
    goals=("ALM-001",),
    printed="ALM 001",
    common_goals=(),
    printed_common="",
    supervision=(Presence.ON_SITE,),
)

codes = st.frozensets(st.sampled_from(sorted(AFTER)))


def test_all_common_goals_means_those_in_force_on_the_day() -> None:
    arena = replace(ARENA, common_goals="all")
    assert offered(arena, BEFORE) == {"ALM-001"} | {c for c in BEFORE if c.startswith("LM-")}
    assert offered(arena, AFTER) == {"ALM-001"} | {c for c in AFTER if c.startswith("FKM-")}


def test_a_blank_list_offers_no_common_goals() -> None:
    assert offered(ARENA, AFTER) == {"ALM-001"}


def test_a_listed_goal_that_is_repealed_is_offered_no_longer() -> None:
    arena = replace(ARENA, common_goals=("LM-04",))
    assert "LM-04" in offered(arena, BEFORE)
    assert "LM-04" not in offered(arena, AFTER)


def test_no_arenas_leave_every_goal_uncovered_in_order() -> None:
    missing = uncovered((), AFTER)
    assert set(missing) == AFTER
    assert list(missing) == sorted(missing)


@given(codes, codes)
def test_what_is_uncovered_is_what_no_arena_offers(
    one: frozenset[str], two: frozenset[str]
) -> None:
    arenas = tuple(replace(ARENA, goals=tuple(goals)) for goals in (one, two))
    assert set(uncovered(arenas, AFTER)) == AFTER - one - two


def test_an_arena_survives_being_stored() -> None:
    for common in (("LM-04",), (), "all"):
        arena = msgspec.convert({**msgspec.to_builtins(ARENA), "common_goals": common}, Arena)
        assert msgspec.json.decode(msgspec.json.encode(arena), type=Arena) == arena
