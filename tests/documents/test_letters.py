"""The words of the letters, printed to be read by a lawyer and compared with what was accepted."""

from __future__ import annotations

from tests.support.approval import assert_approved
from tests.support.letter_text import plain
from tests.support.letters import every_letter, under_the_act_of_2025
from tests.support.letters_to_establishments import received, refused

HEAD = """# The letters

Every word of the letters to parties, with examples of what is filled in. Between letters stands a
line; the first lines of each are its sender, day, case and addressee.
"""


def test_the_words_of_the_letters_are_those_accepted() -> None:
    to_others = (refused(), received())
    letters = (*every_letter().values(), *under_the_act_of_2025(), *to_others)
    told = "\n\n---\n\n".join(map(plain, letters))
    assert_approved("letters.md", f"{HEAD}\n---\n\n{told}\n")
