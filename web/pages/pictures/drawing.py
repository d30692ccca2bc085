"""What a picture is made of; sizes are in its own units, 100 of them an inch of a wide screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A bar, a line or a dot; ``look`` is a class of the style sheet, which knows the theme."""

    look: str
    x: float
    y: float
    width: float = 0
    height: float = 0
    points: str = ""
    radius: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    x: float
    y: float
    says: Text | str
    anchor: str = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """``says`` is what one who does not see it is told; ``table`` has the same numbers."""

    title: Text
    says: Text
    width: float
    height: float
    shapes: Sequence[Shape]
    labels: Sequence[Label]
    head: tuple[Text, ...]
    rows: Sequence[Sequence[Any]]
