"""The levels of the annex (L-LG-03): shown, and never decided on."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from domain.catalogue.catalogue import CATALOGUE
from domain.catalogue.levels import Level, level_of

IN_FORCE = [goal.code for goal in CATALOGUE.in_force(date(2026, 7, 2))]


@pytest.mark.parametrize(
    ("code", "level"),
    [
        pytest.param("ALM-022", Level.AWARE, id="L-LG-03-aware"),
        pytest.param("ALM-053", Level.KNOWS, id="L-LG-03-knows"),
        pytest.param("ALM-001", Level.INDEPENDENT, id="L-LG-03-independent"),
        pytest.param("FKM-001", Level.INDEPENDENT, id="L-LG-03-common-goal"),
        pytest.param("ALM-085", None, id="L-LG-03-the-annex-names-none"),
        pytest.param("LM-04", None, id="L-LG-03-former-goals-were-not-read"),
    ],
)
def test_the_level_of_a_goal(code: str, level: Level | None) -> None:
    assert level_of(code) is level


def test_how_many_goals_have_each_level() -> None:
    assert Counter(map(level_of, IN_FORCE)) == {
        Level.INDEPENDENT: 81,
        Level.KNOWS: 10,
        Level.AWARE: 3,
        None: 8,
    }
