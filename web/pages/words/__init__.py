"""What codes and fields are called on pages: tables, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from domain.shared.texts import Text


def read(name: str) -> Mapping[str, Any]:
    """Return a table that lies beside this file."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))


def text(both: list[str]) -> Text:
    nb, en = both
    return Text(nb=nb, en=en)
