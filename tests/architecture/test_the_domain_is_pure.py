"""The domain reads no clock, draws no lots, and knows nobody but msgspec."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "domain").rglob("*.py"))
every_module = pytest.mark.parametrize(
    "module", MODULES, ids=lambda module: str(module.relative_to(ROOT))
)

KNOWN = {"domain", "msgspec"}
IMPURE_MODULES = {"io", "os", "pathlib", "random", "secrets", "socket", "subprocess", "time"}
CLOCKS = {"date", "datetime", "datetime.date", "datetime.datetime"}
IMPURE_NAMES = {".now", ".today", ".utcnow", ".uuid1", ".uuid4", "uuid1", "uuid4", "open"}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def named(tree: ast.AST) -> Iterator[str]:
    """Yield every name that is imported or read; one called on another has a dot."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield f".{node.func.attr}"
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) in CLOCKS:
            yield f".{node.attr}"
        elif isinstance(node, ast.Name):
            yield node.id


def impurities(source: str) -> set[str]:
    tree = ast.parse(source)
    modules = {name.partition(".")[0] for name in imported(tree)}
    strangers = {name for name in modules if name not in KNOWN | set(sys.stdlib_module_names)}
    return strangers | (modules & IMPURE_MODULES) | (set(named(tree)) & IMPURE_NAMES)


@every_module
def test_a_module_of_the_domain_is_a_function_of_its_arguments(module: Path) -> None:
    assert impurities(module.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from datetime import date\ndate.today()", ".today"),
        ("from datetime import datetime\ndatetime.now()", ".now"),
        ("import datetime\ndatetime.datetime.now()", ".now"),
        ("from datetime import datetime\nclock = datetime.now", ".now"),
        ("from datetime import date as day\nday.today()", ".today"),
        ("from uuid import uuid4", "uuid4"),
        ("import uuid\nuuid.uuid4()", ".uuid4"),
        ("import random", "random"),
        ("import time", "time"),
        ("import time as t", "time"),
        ("from os import urandom", "os"),
        ("open('x')", "open"),
        ("import flask", "flask"),
    ],
)
def test_an_impurity_is_found_wherever_it_hides(source: str, found: str) -> None:
    assert found in impurities(source)
