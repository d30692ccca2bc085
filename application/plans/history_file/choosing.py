"""Chooses the plan each line belongs to: the open one, or one that is over and knows the line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from application.plans.history_file.bringing import Bringing
from application.plans.history_file.columns import HPR, ORGANISATION
from application.plans.history_file.parsing import Line
from application.plans.history_file.places import Place, Places
from application.plans.history_file.problems import Notes
from domain.shared.ids import Id


@dataclass(slots=True)
class Choosing:
    """The plans of each doctor, and the lines that no open plan could take."""

    places: Places
    bring: Callable[[Place], Bringing]
    notes: Notes
    _plans: dict[Id, tuple[Bringing, ...]] = field(default_factory=dict)
    _left: dict[Id, list[int]] = field(default_factory=dict)

    def add(self, line: Line) -> None:
        """Bring a line into the plan it belongs to, or note why there is none."""
        plans = self._of(line.entry.doctor)
        asked = line.organisation
        named = tuple(one for one in plans if not asked or one.place.is_named(asked))
        running = [one for one in named if not one.place.over_since]
        if known := _knowing(line, named):
            known.add(line)
        elif all(one.place.over_since for one in plans):
            self._left.setdefault(line.entry.doctor, []).append(line.number)
        elif not named:
            self._nowhere(line, plans)
        elif not running:
            self._over(line, named[0].place)
        elif running[1:]:
            self._several(line, running)
        else:
            running[0].add(line)

    def brought(self) -> list[Bringing]:
        """Return the plans that lines came to; notes once of each doctor who has no open plan."""
        for doctor, lines in self._left.items():
            self._closed(doctor, lines)
        return [one for plans in self._plans.values() for one in plans if one.numbers()[0]]

    def _of(self, doctor: Id) -> tuple[Bringing, ...]:
        if doctor not in self._plans:
            self._plans[doctor] = tuple(map(self.bring, self.places.get(doctor, ())))
        return self._plans[doctor]

    def _closed(self, doctor: Id, lines: list[int]) -> None:
        """Note a doctor without an open plan, at the first of the lines."""
        number, over = len(lines), [one.place for one in self._of(doctor)]
        since_nb = "; ".join(f"{place.name} siden {place.over_since}" for place in over)
        since_en = "; ".join(f"{place.name} since {place.over_since}" for place in over)
        why_nb = f"utdanningen er over hos {since_nb}" if over else "åpne den først"
        why_en = f"the training is over at {since_en}" if over else "open it first"
        lines_nb = "1 ny linje" if number == 1 else f"{number} nye linjer"
        lines_en = "1 new line" if number == 1 else f"{number} new lines"
        self.notes.note(
            lines[0],
            HPR,
            nb=f"legen har ingen åpen utdanningsplan her; {why_nb}. Det gjelder {lines_nb}.",
            en=f"the doctor has no open training plan here; {why_en}. It concerns {lines_en}.",
        )

    def _nowhere(self, line: Line, plans: tuple[Bringing, ...]) -> None:
        named = ", ".join(one.place.name for one in plans if not one.place.over_since)
        self.notes.note(
            line.number,
            ORGANISATION,
            nb=f"«{line.organisation}»: der har legen ingen åpen plan; planer finnes hos {named}.",
            en=f'"{line.organisation}": the doctor has no open plan there; plans are at {named}.',
        )

    def _over(self, line: Line, place: Place) -> None:
        self.notes.note(
            line.number,
            ORGANISATION,
            nb=f"utdanningen hos {place.name} er over siden {place.over_since}; nytt føres ikke "
            "inn i den planen.",
            en=f"the training at {place.name} is over since {place.over_since}; nothing new is "
            "brought into that plan.",
        )

    def _several(self, line: Line, running: list[Bringing]) -> None:
        named = ", ".join(one.place.name for one in running)
        self.notes.note(
            line.number,
            HPR,
            nb=f"legen har flere åpne planer: {named}; skriv hvilken i kolonnen organisation.",
            en=f"the doctor has several open plans: {named}; say which in the column organisation.",
        )


def _knowing(line: Line, plans: tuple[Bringing, ...]) -> Bringing | None:
    """Return the plan that is over and knows the line, unless the one that is open does.

    A goal approved where the training is over may be new to the open plan, so there its code
    alone does not make it known, unless the line names the establishment.
    """
    over = [one for one in plans if one.place.over_since]
    running = [one for one in plans if not one.place.over_since]
    if not over or any(one.knows(line, by_code=True) for one in running):
        return None
    by_code = not running
    return next((one for one in over if one.knows(line, by_code=by_code)), None)
