"""Documents the code writes about itself, compared with what was accepted."""

from __future__ import annotations

import os
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def assert_approved(name: str, text: str) -> None:
    """Compare with docs/<name>; ``APPROVE=1`` accepts the new text."""
    assert text.endswith("\n"), f"docs/{name} must end with a newline"
    document = DOCS / name
    if os.environ.get("APPROVE"):
        document.parent.mkdir(exist_ok=True)
        document.write_text(text, encoding="utf-8")
    accepted = document.read_text(encoding="utf-8") if document.exists() else ""
    assert accepted == text, (
        f"docs/{name} says something else; accept with APPROVE=1 (make approve)"
    )
