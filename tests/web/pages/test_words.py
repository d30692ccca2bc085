"""Both languages say all there is to say on the pages: nothing lacks, is doubtful or left over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

PAGES = Path(__file__).parents[3] / "web/pages"
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2")]


def used() -> set[Any]:
    found = extract_from_dir(PAGES, METHODS)
    return {message for _, _, message, _, _ in found}


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_catalogue_is_complete(language: str) -> None:
    with (PAGES / f"translations/{language}/LC_MESSAGES/messages.po").open("rb") as told:
        catalogue = {one.id: one for one in read_po(told) if one.id}
    assert set(catalogue) == used()
    for message in catalogue.values():
        assert not message.fuzzy
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(said), message.id


def test_bokmaal_says_what_is_written_on_the_pages() -> None:
    with (PAGES / "translations/nb/LC_MESSAGES/messages.po").open("rb") as told:
        assert all(one.string == one.id for one in read_po(told) if one.id)
