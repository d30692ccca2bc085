"""The benchmarks run from end to end; what they come to is for people to read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from domain.plans.kinds import PlanFact
from domain.shared.facts import Fact
from tests.benchmarks.library_plan import LibraryPlan
from tests.benchmarks.sections import SECTIONS

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("kind", get_args(PlanFact), ids=lambda kind: kind.__name__)
def test_the_library_is_given_all_that_our_facts_hold(kind: type[Fact]) -> None:
    theirs = getattr(LibraryPlan, kind.__name__)
    declared = {name for one in theirs.__mro__ for name in vars(one).get("__annotations__", {})}
    assert set(kind.__struct_fields__) <= declared


@pytest.mark.slow
def test_a_quick_run_tells_of_every_benchmark(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.benchmarks", "--quick", "--into", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=120)
    told = json.loads((tmp_path / "benchmarks.json").read_text(encoding="utf-8"))
    page = (tmp_path / "benchmarks.md").read_text(encoding="utf-8")
    assert [one["name"].lower() for one in told["benchmarks"]] == list(SECTIONS)
    for one in told["benchmarks"]:
        assert f"## {one['name']}" in page
        spreads = (*one["facts_a_second"], *one["ratios"], *one["milliseconds"])
        assert spreads
        for spread in spreads:
            assert 0 < spread["least"] <= spread["middle"] <= spread["most"]
    assert told["machine"]["fsync"] == told["machine"]["synchronous_commit"] == "on"
