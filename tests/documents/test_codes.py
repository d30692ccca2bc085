"""docs/codes.md lists every code a refusal can carry; a renamed one shows as a changed line."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.support.approval import assert_approved
from web.api import problems

ROOT = Path(__file__).parents[2]
LAYERS = ("domain", "application", "infrastructure", "web")
CODE = re.compile(r"[a-z]+(-[a-z]+)*")
HEAD = """\
# Codes of refusals

Written by the tests. A code is stable and meant for programs: it stands as `code` in every problem
of the API, and in brackets where the command line refuses. What is wrong, and what would be right,
is said in words beside it.

| Code | Says |
| --- | --- |
"""


def refusals(module: Path) -> Iterator[tuple[str, str]]:
    """Yield the code and the English words of each refusal that is made in a module."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args and makes(node.func):
            first, words = node.args[0], {k.arg: k.value for k in node.keywords}
            code = first.value if isinstance(first, ast.Constant) else None
            if isinstance(code, str) and CODE.fullmatch(code) and "en" in words:
                yield code, said(words["en"])
        match node:
            # A class that stands on another, but for its code.
            case ast.Assign([ast.Attribute(attr="code")], ast.Constant(str(code))):
                yield code, said(ast.Name("words"))


def makes(called: ast.expr) -> bool:
    """Return whether what is called makes a refusal; a problem in a file names a field instead."""
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name != "note"


def set_beside() -> Iterator[tuple[str, str]]:
    """Yield the codes of what no act refuses: what Flask does, and faults of ours."""
    yield "unexpected", problems._UNEXPECTED.en
    for status, words in problems._SAID.items():
        yield status.phrase.lower().replace(" ", "-"), words.en


def said(words: ast.expr) -> str:
    """Return the words as they stand in the program, with what varies in braces."""
    match words:
        case ast.Constant():
            return str(words.value)
        case ast.JoinedStr():
            return "".join(said(part) for part in words.values)
        case ast.FormattedValue():
            return "{...}"
        case ast.BinOp():
            return said(words.left) + said(words.right)
    return "{...}"


def test_every_code_of_a_refusal_is_in_the_document() -> None:
    modules = [module for layer in LAYERS for module in sorted((ROOT / layer).rglob("*.py"))]
    made = {one for module in modules for one in refusals(module)}
    found = sorted(made | set(set_beside()))
    lines = [f"| `{code}` | {' '.join(words.replace('|', '/').split())} |" for code, words in found]
    assert len(lines) > 40
    assert_approved("codes.md", HEAD + "\n".join(lines) + "\n")
