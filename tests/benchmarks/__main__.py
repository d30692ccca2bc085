"""Measures and writes the report: ``python -m tests.benchmarks [--quick] [--only NAME]``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from infrastructure.collector import collect_rarely
from infrastructure.embedded import EmbeddedPostgres
from tests.benchmarks import report
from tests.benchmarks.machine import machine
from tests.benchmarks.sections import SECTIONS, Section
from tests.benchmarks.servers import durable_server
from tests.benchmarks.sizes import FULL, QUICK, Sizes

DOCS = Path(__file__).parents[2] / "docs"


def main(arguments: Sequence[str] | None = None) -> None:
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    asked.add_argument("--quick", action="store_true", help="only see that everything runs")
    asked.add_argument("--only", choices=SECTIONS, help="one benchmark alone")
    asked.add_argument("--into", type=Path, default=DOCS, help="the folder of the report")
    told = asked.parse_args(arguments)
    collect_rarely()
    names = [told.only] if told.only else list(SECTIONS)
    with durable_server() as server:
        facts = machine(server)
        sections = [_measured(name, server, QUICK if told.quick else FULL) for name in names]
    every = report.among(told.into, sections[0]) if told.only else sections
    report.write(told.into, facts, every)
    sys.stdout.write(report.page(facts, sections))


def _measured(name: str, server: EmbeddedPostgres, sizes: Sizes) -> Section:
    sys.stderr.write(f"measuring: {name}\n")
    return SECTIONS[name](server, sizes)


if __name__ == "__main__":
    main()
