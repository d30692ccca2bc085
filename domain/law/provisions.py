"""How the specialist training regulation is divided, and which of its provisions name others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.law.specialist_training import ACT, NEW_SCHEME
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Version


@dataclass(frozen=True, slots=True)
class Divided:
    """How many sentences each paragraph of a section has, and its letters where it has some."""

    sentences: tuple[int, ...]
    letters: dict[int, str]

    def has(self, cited: Citation) -> bool:
        """Return whether the section has the paragraph, sentence and letter that are cited."""
        if cited.paragraph is None:
            return cited.sentence is None and cited.letter is None
        if cited.paragraph > len(self.sentences):
            return False
        letters = self.letters.get(cited.paragraph, "")
        if cited.letter:
            return cited.letter in letters
        return (cited.sentence or 1) <= self.sentences[cited.paragraph - 1]


def _section(name: str, *versions: tuple[date, str]) -> Dated[Divided]:
    return Dated(
        f"§ {name}",
        *(
            Version(
                in_force_from=day, value=_divided(shape), citation=Citation(act=ACT, section=name)
            )
            for day, shape in versions
        ),
    )


def _divided(shape: str) -> Divided:
    """Read "2 1a-e 3": a paragraph of two sentences, one with letters a to e, one of three."""
    sentences, letters = [], {}
    for number, word in enumerate(shape.split(), start=1):
        count, first_to_last = word[0], word[1:]
        sentences.append(int(count))
        if first_to_last:
            first, last = ord(first_to_last[0]), ord(first_to_last[-1])
            letters[number] = "".join(map(chr, range(first, last + 1)))
    return Divided(tuple(sentences), letters)


SECTIONS: dict[str, Dated[Divided]] = {
    name: _section(name, *versions)
    for name, versions in {
        "2": ((NEW_SCHEME, "1 3 2 4 2 3 3"),),
        "8": ((NEW_SCHEME, "2 1 2 5"), (date(2025, 1, 1), "2 1 2 3")),
        "18": ((NEW_SCHEME, "3 1"), (date(2020, 6, 17), "3 1 2")),
        "19": ((NEW_SCHEME, "1 3"),),
        "21": ((NEW_SCHEME, "2 1 1"),),
        "23": ((NEW_SCHEME, "2a-d"),),
        "25": ((NEW_SCHEME, "2a-e 2 2 1 1"), (date(2022, 9, 1), "2a-e 2 3 1 1")),
        "26": ((NEW_SCHEME, "2 1 3 1"),),
        "28": ((NEW_SCHEME, "1 3 1"),),
        "29": ((NEW_SCHEME, "1a-c 1"), (date(2019, 6, 21), "1a-c 1 2")),
        "31": (
            (NEW_SCHEME, "1 1 3 3"),
            (date(2019, 6, 21), "1 1 1a-b 1a-c 3"),
            (date(2020, 3, 19), "1 1 1a-b 1a-c 2 3"),
        ),
        "35": ((NEW_SCHEME, "1a-b 1a-k"),),
        "37": ((NEW_SCHEME, "1 1a-c 1a-c 1"),),
    }.items()
}
"""The sections cited here, as they were divided from each day on which that changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One provision that names another, from the day it first did."""

    at: Citation
    to: Citation
    since: date = NEW_SCHEME


def _to(
    section: str, paragraph: int, *, sentence: int | None = None, letter: str | None = None
) -> Citation:
    return Citation(act=ACT, section=section, paragraph=paragraph, sentence=sentence, letter=letter)


def _references() -> Iterator[Reference]:
    whose_appeal = {"a": _to("8", 4, sentence=5), "h": _to("25", 4), "i": _to("25", 5)}
    for letter, named in {**whose_appeal, "k": _to("21", 1)}.items():
        yield Reference(at=_to("35", 2, letter=letter), to=named)
    yield Reference(at=_to("2", 4, sentence=2), to=Citation(act=ACT, section="31"))
    yield Reference(at=_to("8", 4, sentence=4), to=_to("2", 4, sentence=1))
    yield Reference(at=_to("18", 3, sentence=1), to=_to("18", 1, sentence=1))
    yield Reference(at=_to("21", 1, sentence=2), to=_to("23", 1, letter="d"))
    yield Reference(at=_to("25", 4), to=_to("25", 3, sentence=2))
    yield Reference(at=_to("29", 1, letter="b"), to=Citation(act=ACT, section="2"))
    for named in (_to("2", 1), _to("2", 4, sentence=1), _to("25", 1, letter="e")):
        yield Reference(at=_to("31", 1), to=named)


REFERENCES = tuple(_references())
