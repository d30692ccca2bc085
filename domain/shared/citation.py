"""Where in the law something is said, down to the sentence."""

from __future__ import annotations

import msgspec

_ORDINALS = ("", "første", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende", "åttende")


class Citation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One place in one act. ``paragraph`` is the law's *ledd*, ``section`` its *paragraf*.

    ``annex`` is where in the act's annexes (*vedlegg*) the section points: "2 C21 21.3".
    """

    act: str
    section: str
    paragraph: int | None = None
    sentence: int | None = None
    letter: str | None = None
    amended_by: str | None = None
    annex: str | None = None

    @property
    def nb(self) -> str:
        """Return the place as Norwegian lawyers write it."""
        parts = [f"{self.act} § {self.section}"]
        if self.paragraph:
            parts.append(f"{_ORDINALS[self.paragraph]} ledd")
        if self.sentence:
            parts.append(f"{_ORDINALS[self.sentence]} punktum")
        if self.letter:
            parts.append(f"bokstav {self.letter}")
        place = " ".join(parts)
        return f"{place}, jf. vedlegg {self.annex}" if self.annex else place

    @property
    def en(self) -> str:
        """Return the place in English, where *paragraf* is section and *ledd* paragraph."""
        parts = [f"{self.act} section {self.section}"]
        if self.paragraph:
            parts.append(f"paragraph {self.paragraph}")
        if self.sentence:
            parts.append(f"sentence {self.sentence}")
        if self.letter:
            parts.append(f"letter {self.letter}")
        if self.annex:
            parts.append(f"cf. annex {self.annex}")
        return ", ".join(parts)

    def __str__(self) -> str:
        return self.nb
