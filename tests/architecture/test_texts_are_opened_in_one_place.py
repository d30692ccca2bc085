"""A confidential text is opened where its opening is noted, and nowhere else."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OPENING = {"open_text", "open_file"}
WHERE = {
    "application/contents.py": {"open_file"},
    "application/plans/disclosing.py": {"open_text"},
    "application/plans/history_file/export.py": {"open_text"},
}
MODULES = sorted((ROOT / "application").rglob("*.py")) + sorted((ROOT / "web").rglob("*.py"))


def called(source: str) -> set[str]:
    """Return the names of the methods a module calls."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return {call.func.attr for call in calls if isinstance(call.func, ast.Attribute)}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(ROOT)))
def test_texts_are_opened_only_where_it_is_noted(module: Path) -> None:
    opens = OPENING & called(module.read_text("utf-8"))
    assert opens == WHERE.get(str(module.relative_to(ROOT)), set())


def test_an_opening_elsewhere_would_be_seen() -> None:
    assert called("histories.open_text(sealed)") == {"open_text"}
