"""Free text about a person is open or sealed, and never shows itself."""

from __future__ import annotations

import pytest

from domain.shared.confidential import Confidential


def test_a_text_is_either_open_or_sealed() -> None:
    assert Confidential("åpent").sealed is None
    assert Confidential(sealed="lukket").text is None
    with pytest.raises(ValueError, match="either open or sealed"):
        Confidential()
    with pytest.raises(ValueError, match="either open or sealed"):
        Confidential("åpent", sealed="lukket")


@pytest.mark.parametrize("text", [Confidential("hemmelig"), Confidential(sealed="hemmelig")])
def test_a_text_never_shows_itself_in_logs(text: Confidential) -> None:
    assert "hemmelig" not in f"{text!r} {text}"
    assert repr(text) in {"Confidential(open)", "Confidential(sealed)"}


def test_texts_are_equal_when_they_say_the_same_in_the_same_form() -> None:
    assert Confidential("en") == Confidential("en")
    assert Confidential("en") != Confidential("to")
    assert Confidential("en") != Confidential(sealed="en")
    assert Confidential("en") != "en"
    assert len({Confidential("en"), Confidential("en"), Confidential(sealed="en")}) == 2
