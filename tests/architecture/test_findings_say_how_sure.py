"""A finding without a place in the law is not said to be law."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]


def claiming_too_much(source: str) -> Iterator[int]:
    """Yield the lines of findings that name neither their basis nor how sure we are."""
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call) or getattr(call.func, "id", "") != "Finding":
            continue
        if not {"basis", "confidence"} & {keyword.arg for keyword in call.keywords}:
            yield call.lineno


def test_every_finding_names_its_basis_or_how_sure_we_are() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for folder in ("domain", "application")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for line in claiming_too_much(path.read_text("utf-8"))
    ]
    assert found == []


def test_one_that_names_neither_is_seen() -> None:
    assert list(claiming_too_much('x = Finding(rule="R-X-01", force=f, says=t)')) == [1]
    assert list(claiming_too_much('x = Finding(rule="R-X-01", basis=b)')) == []
