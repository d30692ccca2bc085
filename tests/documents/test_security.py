"""The page on security names files and tests that are there, and answers for every line."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| (.+?) \| (.+) \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`([^`]+)`")
OPEN = ("Not met", "Left to the operator")
LINES = """
    1.2.1 1.2.4 1.2.10 1.3.7 1.5.1 1.5.2 2.2.1 2.2.2 2.2.3 2.3.1 2.3.3 2.3.4 2.3.5 2.4.1
    3.3.1 3.3.2 3.3.3 3.3.4 3.4.1 3.4.3 3.4.4 3.4.5 3.4.6 3.4.8 3.5.1 3.5.3 3.6.1 4.1.3
    4.1.4 5.2.1 5.2.2 5.3.2 5.4.2 6.3.3 6.8.1 6.8.2 6.8.4 7.1.1 7.2.4 7.3.1 7.3.2 7.4.1
    7.4.2 7.4.5 7.5.3 7.6.1 8.1.1 8.1.2 8.2.1 8.2.2 8.2.3 8.3.1 8.3.2 8.3.3 8.4.1 9.1.2
    9.2.1 9.2.3 10.1.2 10.2.1 10.2.2 10.4.16 10.5.1 10.5.2 10.5.3 10.5.4 10.5.5 11.1.1
    11.3.3 11.3.4 11.4.3 12.3.1 13.2.2 13.3.1 13.4.2 14.1.1 14.2.1 14.2.7 14.3.2 15.1.2
    15.3.3 15.4.2 16.2.1 16.2.2 16.3.1 16.3.2 16.3.3 16.4.1 16.4.2 16.4.3 16.5.2 16.5.3
    16.5.4
"""
"""The lines of ASVS 5.0 that bind us."""
BINDING = frozenset(re.findall(r"\S+", LINES))
Row = tuple[str, str, str, str]
ROWS: list[Row] = [row.groups() for row in ROW.finditer(PAGE)]  # type: ignore[misc]


def missing(named: str) -> bool:
    """Return whether a file, or a test of a file, is not there."""
    path, _, test = named.partition("::")
    if not (ROOT / path).exists():
        return True
    return bool(test) and test not in names_in(path)


@cache
def names_in(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return frozenset(one.name for one in tree.body if isinstance(one, ast.FunctionDef))


def files_in(cell: str) -> list[str]:
    return [named for named in NAMED.findall(cell) if "/" in named or "::" in named]


def test_every_line_that_binds_us_is_answered_once() -> None:
    lines = [line for line, *_ in ROWS]
    assert len(lines) == len(set(lines))
    assert set(lines) == BINDING


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_what_is_named_is_there_and_what_is_lacking_is_said(row: Row) -> None:
    _, asked, met_by, shown_by = row
    assert asked.strip()
    named = [*files_in(met_by), *files_in(shown_by)]
    assert [one for one in named if missing(one)] == []
    tests = [one for one in files_in(shown_by) if "::test_" in one]
    assert tests or shown_by.startswith(OPEN)
    assert all(one.startswith("tests/") for one in tests)


def test_what_is_not_there_would_be_seen() -> None:
    here = "tests/documents/test_security.py"
    assert not missing(f"{here}::test_what_is_not_there_would_be_seen")
    assert missing(f"{here}::test_that_was_taken_away")
    assert missing("web/nowhere.py")
