"""The report of a run: JSON for programs, a page of tables for people."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.benchmarks.measuring import Spread
from tests.benchmarks.sections import Section

PREFACE = """\
# Benchmarks

Written by `make bench`. Ratios are taken within each round of one run, where the ways measured
take turns; the rates and times beside them depend on the machine and on what else it did. A section
measured alone (`--only`) stands among those of the run before.
"""
RATES = ("least", "median", "most")
TIMES = ("Milliseconds", *RATES, "target")
RATIOS = ("Times as fast", "least", "median", "most", "target")


def write(folder: Path, machine: Mapping[str, str], sections: Sequence[Section]) -> None:
    """Write both forms of the report."""
    folder.mkdir(parents=True, exist_ok=True)
    told = {"machine": machine, "benchmarks": [asdict(section) for section in sections]}
    text = json.dumps(told, indent=2, ensure_ascii=False)
    (folder / "benchmarks.json").write_text(f"{text}\n", encoding="utf-8")
    (folder / "benchmarks.md").write_text(page(machine, sections), encoding="utf-8")


def among(folder: Path, alone: Section) -> list[Section]:
    """Return a section among those the folder's report has, in the place of the one before it."""
    report = folder / "benchmarks.json"
    told = json.loads(report.read_text("utf-8"))["benchmarks"] if report.exists() else []
    found = {one["name"]: _section_of(one) for one in told}
    return list((found | {alone.name: alone}).values())


def _section_of(told: Mapping[str, Any]) -> Section:
    spreads = {
        name: tuple(Spread(**one) for one in told[name])
        for name in ("facts_a_second", "ratios", "milliseconds")
    }
    plain = {name: tuple(told[name]) for name in ("how", "found")}
    return Section(**{**told, **spreads, **plain})


def page(machine: Mapping[str, str], sections: Sequence[Section]) -> str:
    """Return the report as people read it."""
    facts = _table(("Machine", ""), [[name, value] for name, value in machine.items()])
    return "\n".join([PREFACE, facts, *(_section(section) for section in sections)])


def _section(section: Section) -> str:
    rates = [[rate.name, *_numbers(rate, ",.0f")] for rate in section.facts_a_second]
    ratios = [[one.name, *_numbers(one, ".2f"), _target(one, "at least")] for one in section.ratios]
    times = [
        [one.name, *_numbers(one, ".1f"), _target(one, "at most")] for one in section.milliseconds
    ]
    lines = [
        f"## {section.name}\n",
        f"Measured: {section.measured}.\n",
        *(f"* {line}" for line in section.how),
        "",
        *([_table(RATIOS, ratios)] if ratios else []),
        *([_table((section.counted, *RATES), rates)] if rates else []),
        *([_table(TIMES, times)] if times else []),
        *(f"{line}\n" for line in section.found),
    ]
    return "\n".join(lines)


def _numbers(given: Spread, form: str) -> list[str]:
    return [format(number, form) for number in (given.least, given.middle, given.most)]


def _target(given: Spread, side: str) -> str:
    return f"{side} {given.target:g}" if given.target else ""


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
