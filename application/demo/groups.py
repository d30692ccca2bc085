"""The demo's guidance groups: one an autumn, each going through its two years."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from application.actors import Role
from application.demo.book import Book, Scribe
from domain.catalogue.group_years import GroupYear
from domain.groups.group import Group
from domain.shared.days import OSLO
from domain.shared.facts import Fact
from domain.shared.ids import Id, derived_id

GATHERINGS = 10
SIX_HOURS = 360
_GROUPS = Id("7d4c1b55-1d0f-5f0d-9b0e-2f9d5f3f6a07")
_WEDNESDAY = 2
_AFTERNOON, _MORNING = time(15, 30), time(10)

Telling = Callable[[Group], Fact]


@dataclass(slots=True, kw_only=True)
class GuidanceGroup:
    """A group with a calendar known from the start.

    The doctors' lives are simulated one after the other, so what they come to is noted and told
    in the order of time once all have been lived.
    """

    autumn: int
    book: Book[Group]
    organiser: Id
    _noted: list[tuple[datetime, int, Telling]] = field(default_factory=list)
    _present: dict[tuple[GroupYear, datetime], list[Id]] = field(default_factory=dict)

    @classmethod
    def formed_for(cls, autumn: int, *, organiser: Id, scribe: Scribe) -> GuidanceGroup:
        """Return the group that begins in the autumn of a year."""
        case_id = derived_id(_GROUPS, str(autumn))
        book = Book(case_id, Group(), scribe, subject=case_id)
        return cls(autumn=autumn, book=book, organiser=organiser)

    @property
    def name(self) -> str:
        return f"Veiledningsgruppe Solør {self.autumn}"

    def first_day(self, year: GroupYear) -> date:
        return date(self._starts(year), 9, 1)

    def last_day(self, year: GroupYear) -> date:
        return date(self._starts(year) + 1, 6, 30)

    def admission(self, year: GroupYear) -> datetime:
        """Return when members of a year are admitted."""
        return _weekday(date(self._starts(year), 8, 18), _MORNING)

    def diplomas(self) -> datetime:
        return _weekday(date(self.autumn + 2, 6, 18), _MORNING)

    def gatherings(self, year: GroupYear) -> Iterator[datetime]:
        """Yield when the group meets: the second Wednesday from September to June."""
        first = self.first_day(year)
        for months in range(GATHERINGS):
            month = (first.month + months - 1) % 12 + 1
            day = date(first.year + (month < first.month), month, 8)
            yield datetime.combine(
                day + timedelta(days=(_WEDNESDAY - day.weekday()) % 7), _AFTERNOON, tzinfo=OSLO
            )

    def gathering_id(self, at: datetime) -> Id:
        return derived_id(self.book.case_id, at.date().isoformat())

    def note(self, at: datetime, telling: Telling) -> None:
        """Have something told of the group at an instant."""
        self._noted.append((at, len(self._noted), telling))

    def note_present(self, year: GroupYear, at: datetime, doctor: Id) -> None:
        self._present.setdefault((year, at), []).append(doctor)

    def tell(self) -> Book[Group]:
        """Tell everything noted, in the order of time, and return the group's book."""
        if not self.book.recorded and self._noted:
            self._form()
            for (year, at), present in self._present.items():
                self.note(at, self._holding(year, at, tuple(present)))
            for at, _, telling in sorted(self._noted, key=lambda noted: noted[:2]):
                self._record(telling(self.book.case), at)
        return self.book

    def _form(self) -> None:
        at = _weekday(date(self.autumn, 5, 2), _MORNING)
        self._record(self.book.case.form(name=self.name, on=at.date()), at)
        for year in GroupYear:
            planned = self.book.case.plan_year(
                year,
                first_day=self.first_day(year),
                last_day=self.last_day(year),
                gatherings=GATHERINGS,
            )
            self._record(planned, at)

    def _holding(self, year: GroupYear, at: datetime, present: tuple[Id, ...]) -> Telling:
        return lambda group: group.hold(
            self.gathering_id(at),
            year,
            held_on=at.date(),
            duration_minutes=SIX_HOURS,
            present=present,
        )

    def _record(self, fact: Fact, at: datetime) -> None:
        self.book.record(fact, at=at, by=self.organiser, acting_as=Role.GROUP_ORGANISER)

    def _starts(self, year: GroupYear) -> int:
        return self.autumn + (year is GroupYear.SECOND)


def _weekday(day: date, hour: time) -> datetime:
    """Return an hour of the day, or of the Monday after a weekend."""
    while day.weekday() > _WEDNESDAY + 2:
        day += timedelta(days=1)
    return datetime.combine(day, hour, tzinfo=OSLO)
