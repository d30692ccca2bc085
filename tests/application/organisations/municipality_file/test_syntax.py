"""Files that cannot be read as TOML at all."""

from __future__ import annotations

import pytest

from tests.application.organisations.municipality_file.fjellvik import problems


@pytest.mark.parametrize(
    ("text", "line", "saying"),
    [
        pytest.param("[organisation]\nname Fjellvik\n", 2, "column 6", id="no-equals-sign"),
        pytest.param("a = 1\nday = 2019-13-01\n", 2, "2019-13-01 is not a day", id="no-such-month"),
        pytest.param("day = 2019-02-29\n", 1, "2019-02-29 is not a day", id="no-such-day"),
        pytest.param("a = 1\n\n[b", 3, "at its end", id="cut-off"),
        pytest.param("a = 1\na = 2\n", 2, "Cannot overwrite a value", id="the-same-key-twice"),
        pytest.param("a = " + "[" * 5000, 1, "too deep", id="lists-without-end"),
        pytest.param("a = " + "9" * 5000, 1, "digits", id="a-number-without-end"),
    ],
)
def test_a_file_that_is_not_toml_is_told_where(text: str, line: int, saying: str) -> None:
    (problem,) = problems(text)
    assert (problem.line, problem.field) == (line, "")
    assert saying in problem.says.en


def test_a_file_that_is_not_utf_8_is_told_where() -> None:
    (problem,) = problems('[organisation]\nname = "Åsnes"\n'.encode("latin-1"))
    assert (problem.line, problem.field) == (2, "")
    assert "UTF-8" in problem.says.nb
