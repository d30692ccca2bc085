"""Text as the font can print it: no character is lost unseen, none shows as an empty box.

An archive file may hold no character without a glyph (ISO 19005-2, 6.2.11.8).
"""

from __future__ import annotations

import unicodedata

from infrastructure.letters.fonts import characters

# Controls and formats, among them those that turn the order of reading.
_SHOWS_NOTHING = frozenset({"Cc", "Cf"})
_LINES = frozenset("\n\t")
_VARIANTS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


def printable(text: str) -> str:
    """Return the text composed, without what shows nothing, and with codes for what is lacking."""
    return "".join(map(_printed, unicodedata.normalize("NFC", text)))


def _printed(character: str) -> str:
    code = ord(character)
    if character in _LINES:
        return character
    if unicodedata.category(character) in _SHOWS_NOTHING or any(code in one for one in _VARIANTS):
        return ""
    return character if code in characters() else f"[U+{code:04X}]"
