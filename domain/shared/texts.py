"""A sentence for people, in Norwegian and English."""

from __future__ import annotations

import msgspec


class Text(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The same sentence in both languages; Norwegian comes first where only one is shown."""

    nb: str
    en: str

    def __str__(self) -> str:
        return self.en
