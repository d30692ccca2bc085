"""Every file opens the same way, and none is longer than can be read in one sitting."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST = 300
FOLDERS = ("domain", "application", "infrastructure", "web", "tests")
MODULES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
every_module = pytest.mark.parametrize(
    "module", MODULES, ids=lambda module: str(module.relative_to(ROOT))
)


@every_module
def test_a_file_is_short(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST


@every_module
def test_a_module_says_what_it_is_for_and_reads_its_annotations_late(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    if not tree.body and module.name == "__init__.py":
        return
    assert ast.get_docstring(tree), "the first line says the one thing the module is for"
    if module.name == "__init__.py":
        return
    first = tree.body[1]
    assert isinstance(first, ast.ImportFrom)
    assert first.module == "__future__"
    assert [name.name for name in first.names] == ["annotations"]


@every_module
def test_the_first_line_of_a_module_is_one_sentence(module: Path) -> None:
    described = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "."
    assert described.splitlines()[0].endswith((".", "?"))
