"""What a page says of itself to those who guard it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V", bound=Callable[..., object])


def open_to_all(view: V) -> V:
    """Mark a page that is shown to one who is not signed in; all others are refused."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view
