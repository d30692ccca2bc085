"""Bringing a history file in: everything is checked first, then all of it is recorded, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from application.access import Act
from application.acting import Acting, Decided
from application.actors import Actor, Order
from application.people.directory import Directory
from application.permitting import permit
from application.plans.history_file.bringing import Bringing
from application.plans.history_file.cells import Known
from application.plans.history_file.choosing import Choosing
from application.plans.history_file.parsing import Line, parsed, people_named
from application.plans.history_file.places import Place, places
from application.plans.history_file.problems import HistoryRefused, Notes
from application.plans.history_file.reading import read
from application.plans.history_file.report import ImportReport
from application.plans.history_file.rows import Row
from application.ports import IMPORTED, Receipt
from application.standing import offices_of, roles_in
from domain.catalogue.catalogue import Catalogue
from domain.organisations.organisation import Organisation
from domain.shared.facts import Seen
from domain.shared.ids import Id

Progress = Callable[[str, int, int], None]
"""Told a stage, how much of it is done, and of how much."""


def silent(_: str, __: int, ___: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryFile:
    """A file to bring in; ``organisation`` is the only establishment it may concern, if any.

    ``patients_not_named`` says that nothing in its words that looks like a patient's identity is.
    """

    content: bytes
    organisation: Id | None = None
    dry_run: bool = False
    patients_not_named: bool = False

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()


class _NothingToRecord(Exception):
    """It is a dry run, or everything in the file is recorded already."""


class HistoryImport:
    """Brings files in, for those who may, or for the one who runs the machine."""

    def __init__(self, acting: Acting, directory: Directory, catalogue: Catalogue) -> None:
        self._acting = acting
        self._directory = directory
        self._catalogue = catalogue

    def bring_in(
        self, file: HistoryFile, actor: Actor, order: Order, *, progress: Progress = silent
    ) -> ImportReport:
        """Record what is new in the file; raises HistoryRefused with everything wrong in it."""
        self._permit(file, actor)
        notes = Notes()
        rows = read(file.content, notes)
        brought: list[Bringing] = []

        def decided() -> Decided:
            self._permit(file, actor)
            brought[:] = self._brought(file, rows, notes, actor, progress)
            changes = tuple(one.change() for one in brought if one.facts)
            if file.dry_run or not changes:
                raise _NothingToRecord
            progress("recording", 0, sum(len(change.facts) for change in changes))
            return Decided(
                changes=changes, leant_on=_leant_on(one.place for one in brought if one.facts)
            )

        order = replace(order, source=f"{IMPORTED}{file.sha256}")
        try:
            receipt = self._acting.perform(actor, order, decided)
        except _NothingToRecord:
            return _report(file, brought, None)
        if receipt.repeated:
            brought = self._brought(file, rows, notes, actor, progress)
        return _report(file, brought, receipt)

    def _permit(self, file: HistoryFile, actor: Actor) -> None:
        """Ask who may, where a file comes over the network and so for one establishment."""
        if file.organisation:
            wanted = offices_of(replace(actor, acting_for=None))
            found = self._acting.histories.load(wanted | {file.organisation: Organisation})
            permit(Act.IMPORT_HISTORY, actor, roles_in(found, actor, self._acting.clock))

    def _brought(
        self, file: HistoryFile, rows: list[Row], told: Notes, actor: Actor, progress: Progress
    ) -> list[Bringing]:
        notes = Notes(list(told.problems))
        people = self._people(people_named(rows))
        known = Known(people=people, catalogue=self._catalogue, today=self._acting.clock.today())
        lines: list[Line] = []
        for line in parsed(rows, known, notes):
            lines.append(line)
            if not len(lines) % 1000:
                progress("reading", len(lines), len(rows))
        brought = self._into_plans(file, lines, notes, actor, progress)
        if notes.problems:
            raise HistoryRefused(notes.problems)
        return brought

    def _people(self, named: set[str]) -> dict[str, Id]:
        """Return who stands behind the HPR numbers and ids, by one look-up each."""
        ids = {Id(name) for name in named if "-" in name}
        by_hpr = self._directory.with_hprs(named - ids)
        known = self._directory.people(ids)
        return {name: person.person for name, person in by_hpr.items()} | {i: i for i in known}

    def _into_plans(
        self,
        file: HistoryFile,
        lines: list[Line],
        notes: Notes,
        actor: Actor,
        progress: Progress,
    ) -> list[Bringing]:
        histories = self._acting.histories
        where = (
            {file.organisation}
            if file.organisation
            else set(histories.having("organisation.registered"))
        )
        doctors = self._directory.same({line.entry.doctor for line in lines})
        found = places(histories, doctors, where, self._acting.clock.today())

        def bring(place: Place) -> Bringing:
            fingerprint = histories.fingerprints(place.plan.case.subject)
            return Bringing(place, fingerprint, notes, file.patients_not_named)

        choosing = Choosing(found, bring, notes)
        for count, line in enumerate(lines):
            if file.organisation and line.entry.doctor == actor.person:
                _refuse_own(line, notes)
            else:
                choosing.add(line)
            if not count % 1000:
                progress("checking", count, len(lines))
        return choosing.brought()


def _refuse_own(line: Line, notes: Notes) -> None:
    notes.note(
        line.number,
        "hpr",
        nb="er deg selv; ingen fører inn sin egen utdanning som leder eller administrator "
        "(R-ROL-02).",
        en="is yourself; nobody brings in their own training as leader or administrator "
        "(R-ROL-02).",
    )


def _leant_on(found: Iterable[Place]) -> tuple[Seen, ...]:
    """Return the establishments whose arenas the lines were checked against."""
    organisations = {place.organisation.case_id: place.organisation for place in found}
    return tuple(seen for one in organisations.values() for seen in one.last_seen())


def _report(file: HistoryFile, brought: list[Bringing], receipt: Receipt | None) -> ImportReport:
    recorded = receipt is not None
    numbers = [one.numbers() for one in brought]
    lines, new = sum(one for one, _ in numbers), sum(one for _, one in numbers)
    return ImportReport(
        sha256=file.sha256,
        lines=lines,
        new=new,
        known=lines - new,
        recorded=recorded,
        repeated=receipt.repeated if receipt else False,
        position=receipt.position if receipt else None,
        doctors=tuple(
            one.report() for one in sorted(brought, key=lambda one: one.place.plan.case_id)
        ),
    )
