"""The one font of the letters, from a locked package, and which characters it has."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import font_source_sans_pro
from fontTools.ttLib import TTFont

# Upright only: the italics lack letters of Sami names.
FACES = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf")


def font_bytes(face: str) -> bytes:
    """Return the file of a face."""
    return _path(face).read_bytes()


@cache
def characters() -> frozenset[int]:
    """Return the characters that every face has."""
    found = [_characters(face) for face in FACES]
    return frozenset(found[0].intersection(*found[1:]))


def _characters(face: str) -> set[int]:
    with TTFont(_path(face), lazy=True) as font:
        return set(font.getBestCmap())


def _path(face: str) -> Path:
    return Path(font_source_sans_pro.font_directory) / face
