"""A good file of a municipality that does not exist, and how it is spoilt."""

from __future__ import annotations

import pytest

from application.organisations.municipality_file.file import read
from application.organisations.municipality_file.problems import FileRefused, Problem

GOOD = """\
[organisation]
name = "Fjellvik kommune"
organisation_number = "123 456 785"

[registered]
first_day = 2019-03-01
decided_on = 2019-04-01
source = "Helsedirektoratets vedtak"

[programme]
first_day = 2020-01-01
guidance = "Hver uke."
assessment = "Hvert halvår."
supervision = "Hver dag."

[[arenas]]
code = "ARE-01"
name = { nb = "Fastlegekontor", en = "GP practice" }
kind = "open-unselected-practice"
location = "Fjellvik"
external = false
goals = ["ALM-001..ALM-054", "ALM-056"]
printed = "ALM 001-054 og 056"
common_goals = "all"
supervision = ["on-site", "remote"]

[[arenas]]
code = "ARE-02"
name = { nb = "Sykehjem", en = "Nursing home" }
kind = "nursing-home"
location = "Fjellvik"
external = false
goals = [
    "ALM-055",
    "ALM-085",
]
common_goals = ["FKM-001..FKM-003"]
supervision = ["on-site"]
"""


def problems(text: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(FileRefused) as refused:
        read(text, "fjellvik.toml")
    return refused.value.problems


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)
