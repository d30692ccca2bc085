"""The numbers of appeals in words, each with the cases behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from application.proceedings.counted.statistics import NO_RULE, AppealStatistics, Group, Number
from application.proceedings.trails.told.lines import Line, Section, day, line
from application.proceedings.trails.words import COUNTED, KINDS, word
from domain.shared.ids import Id
from domain.shared.texts import Text

NONE: Mapping[str, Text] = {NO_RULE: Text(nb="uten funn", en="on no finding")}


def told_statistics(
    found: AppealStatistics, establishments: Mapping[Id, str]
) -> tuple[Section, ...]:
    """Return the numbers under headings; what is nought stands only under all together."""
    named: dict[str, Text] = {key: Text(nb=name, en=name) for key, name in establishments.items()}
    return (
        Section(heading=_span(found), lines=tuple(_numbers(found.together, 0, nought=True))),
        _section(Text(nb="Etter slags vedtak", en="By kind"), found.by_kind, KINDS),
        _section(
            Text(nb="Etter regel vedtaket bygger på", en="By the rules it rested on"),
            found.by_rule,
            NONE,
        ),
        _section(Text(nb="Etter virksomhet", en="By establishment"), found.by_organisation, named),
    )


def _span(found: AppealStatistics) -> Text:
    nb, en = "Vedtak og hva det ble av dem", "Decisions, and what became of them"
    if found.first_day:
        nb, en = f"{nb}, fra {day(found.first_day).nb}", f"{en}, from {day(found.first_day).en}"
    if found.last_day:
        nb = f"{nb}, til og med {day(found.last_day).nb}"
        en = f"{en}, to {day(found.last_day).en}, that day included"
    return Text(nb=nb, en=en)


def _section(heading: Text, groups: Iterable[Group], names: Mapping[str, Text]) -> Section:
    told = []
    for group in groups:
        name = word(names, group.key)
        told += [line(name.nb, name.en), *_numbers(group.numbers, 1, nought=False)]
    return Section(heading=heading, lines=tuple(told) or (line("Ingen.", "None."),))


def _numbers(numbers: Iterable[Number], depth: int, *, nought: bool) -> Iterator[Line]:
    for one in numbers:
        if one.number or nought:
            name = word(COUNTED, one.of)
            yield line(f"{name.nb}: {one.number}", f"{name.en}: {one.number}", depth)
        # Two decisions of one case are two, and the case stands once.
        for case in dict.fromkeys(each.proceeding for each in one.behind):
            yield line(case, case, depth + 1)
