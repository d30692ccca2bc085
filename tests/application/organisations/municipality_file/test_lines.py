"""Where in a TOML file things stand."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.organisations.municipality_file.lines import Path, lines_of

AWKWARD = '''\
# a [[comment]] = "with everything"
title = "a = # [[b]] \\" c"  # and another
[owner]
"strange \\u00e5 key".'second.part' = 1
long = """
[[not.a.table]]
not = "a key" \\""" """""
raw = \'\'\'
'' = ''
\'\'\'

[[arenas]]
code = 'A'
name = { nb = "x", en = "y, }" }
goals = [
    "one", # ] not the end
    ["two", "three"],

    { deep = 1 },
]
[arenas.more]
day = 2019-03-01 07:30:00
[[arenas]]
code = "B"
[[arenas.parts]]
x = 1
[[ arenas . parts ]]
x = [ ]
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        pytest.param(("title",), 2, id="top-key"),
        pytest.param(("owner",), 3, id="table"),
        pytest.param(("owner", "strange å key", "second.part"), 4, id="quoted-dotted-key"),
        pytest.param(("owner", "long"), 5, id="text-over-lines"),
        pytest.param(("owner", "raw"), 8, id="raw-text-over-lines"),
        pytest.param(("arenas", 1), 12, id="first-entry"),
        pytest.param(("arenas", 1, "name", "en"), 14, id="inline-table"),
        pytest.param(("arenas", 1, "goals", 1), 16, id="list-item"),
        pytest.param(("arenas", 1, "goals", 2, 2), 17, id="list-in-list"),
        pytest.param(("arenas", 1, "goals", 3, "deep"), 19, id="table-in-list"),
        pytest.param(("arenas", 1, "more", "day"), 22, id="table-of-an-entry"),
        pytest.param(("arenas", 2, "code"), 24, id="second-entry"),
        pytest.param(("arenas", 2, "parts", 2, "x"), 28, id="entries-of-an-entry"),
    ],
)
def test_each_place_has_its_line(path: Path, line: int) -> None:
    assert lines_of(AWKWARD)[path] == line


def test_the_line_endings_of_windows_change_nothing() -> None:
    assert lines_of(AWKWARD.replace("\n", "\r\n")) == lines_of(AWKWARD)


def paths(value: object, path: Path = ()) -> set[Path]:
    match value:
        case dict():
            inner = [paths(v, (*path, k)) for k, v in value.items()]
        case list():
            inner = [paths(v, (*path, n)) for n, v in enumerate(value, start=1)]
        case _:
            inner = []
    return set().union(*inner) | ({path} if path else set())


def test_every_value_the_reader_finds_has_a_line() -> None:
    found = paths(tomllib.loads(AWKWARD))
    assert found - lines_of(AWKWARD).keys() == {("arenas",), ("arenas", 2, "parts")}


@given(st.lists(st.text(alphabet="ab[]{}#=,'\\\" \n", max_size=12), max_size=5))
def test_what_a_text_says_never_moves_what_comes_after(texts: list[str]) -> None:
    quoted = [text.replace("\\", "\\\\").replace('"', '\\"') for text in texts]
    document = "".join(f'k{n} = """{text}"""\n' for n, text in enumerate(quoted))
    tomllib.loads(document)
    before = 1
    for n, text in enumerate(texts):
        assert lines_of(document)[(f"k{n}",)] == before
        before += text.count("\n") + 1
