"""A trail in words, printed to be read by a lawyer and compared with what was accepted."""

from __future__ import annotations

from application.proceedings.trails.told.trail import told_trail
from tests.support.approval import assert_approved
from tests.support.trails import NAMES, quashed_trail
from web.cli.trail_text import printed

HEAD = """# A trail, as it is read

What `alis decision trail ID` prints of a case with everything in it, in Norwegian and with
`--language en`: an approval refused, appealed by two, one dismissed and one heard, quashed and
returned, and decided anew. It is asked under another law book (`--law hearing-2024`).
"""


def test_the_trail_in_words_is_the_one_accepted() -> None:
    sections = told_trail(quashed_trail(), NAMES)
    told = ("\n".join(printed(sections, language, 100)) for language in ("nb", "en"))
    pages = "\n".join(f"\n```text\n{page}\n```" for page in told)
    assert_approved("trail.md", f"{HEAD}{pages}\n")
