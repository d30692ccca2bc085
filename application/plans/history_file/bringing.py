"""Brings the lines of one plan into it: what is new, what is known already, what cannot be."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from application.plans.history_file import entries as e
from application.plans.history_file.parsing import Line
from application.plans.history_file.places import Place
from application.plans.history_file.problems import Notes
from application.plans.history_file.remembered import Fingerprint, Remembered
from application.plans.history_file.report import DoctorReport, Totals, counts, totals
from application.plans.history_file.telling import facts_of
from application.ports import Change
from domain.plans.plan import TrainingPlan
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.name_no_patient import listed, places_in


@dataclass(slots=True)
class Bringing:
    """One plan, and the lines brought into it so far.

    ``patients_not_named`` is what the one who brings the file says of all words in it.
    """

    place: Place
    fingerprint: Fingerprint
    notes: Notes
    patients_not_named: bool = False
    before: Totals = field(init=False)
    facts: list[Fact] = field(default_factory=list)
    _lines: Counter[str] = field(default_factory=Counter)
    _new: Counter[str] = field(default_factory=Counter)
    _remembered: Remembered = field(init=False)

    def __post_init__(self) -> None:
        plan = self.place.plan.case
        self.before = totals(plan)
        self._remembered = Remembered(plan, self.fingerprint, self.notes)

    def knows(self, line: Line, *, by_code: bool) -> bool:
        """Return whether the plan has what a line tells; a goal ``by_code``, or by its content."""
        return self._remembered.knows(line.entry, by_code=by_code)

    def add(self, line: Line) -> None:
        """Take a line along: its facts if it is new, nothing if it is known already."""
        kind = str(line.entry.__struct_config__.tag)
        self._lines[kind] += 1
        entry: e.AnyEntry | None = line.entry
        if not isinstance(entry, e.GoalEntry):
            entry = self._remembered.identified(line.number, line.entry)
        if entry and self._remembered.is_new(line.number, entry):
            self._refuse_misplaced(line)
            self._refuse_patients(line)
            self._new[kind] += 1
            self.facts += facts_of(entry)

    def change(self) -> Change:
        plan = self.place.plan
        return Change(
            case_id=plan.case_id,
            version=plan.version,
            facts=tuple(self.facts),
            subject=plan.case.subject,
        )

    def report(self) -> DoctorReport:
        """Return what came, or would come, of the lines."""
        plan = self.place.plan
        return DoctorReport(
            doctor=plan.case.doctor,
            plan=plan.case_id,
            organisation=self.place.organisation.case_id,
            kinds=counts(self._lines, self._new),
            before=self.before,
            after=self._after(),
        )

    def numbers(self) -> tuple[int, int]:
        """Return how many lines came, and how many of them are new."""
        return self._lines.total(), self._new.total()

    def _after(self) -> Totals:
        """Fold a plan of its own, as the one that was loaded is to stay as it is recorded."""
        if not self.facts:
            return self.before
        plan = TrainingPlan()
        plan.fold((*self.place.plan.case.facts, *self.facts))
        return totals(plan)

    def _refuse_misplaced(self, line: Line) -> None:
        entry, starts_on = line.entry, self.place.plan.case.opened.starts_on
        if isinstance(entry, e.SessionEntry | e.ActivityEntry) and entry.day < starts_on:
            self.notes.note(
                line.number,
                "day",
                nb=f"{entry.day} er før spesialiseringen startet {starts_on} (R-DEF-02).",
                en=f"{entry.day} is before the training started on {starts_on} (R-DEF-02).",
            )
        if isinstance(entry, e.ActivityEntry | e.ServiceEntry) and entry.arena:
            self._refuse_unknown_arena(line.number, entry.arena)

    def _refuse_unknown_arena(self, number: int, arena: str) -> None:
        arenas = self.place.arenas
        if arena not in arenas:
            listed = ", ".join(sorted(arenas))
            self.notes.note(
                number,
                "arena",
                nb=f"«{arena}» er ingen læringsarena i virksomheten; den har {listed}.",
                en=f'"{arena}" is no arena of the establishment; it has {listed}.',
            )

    def _refuse_patients(self, line: Line) -> None:
        """Note where words seem to name a patient, unless somebody answers for the file."""
        found = places_in(Confidential(e.text_of(line.entry) or ""))
        if not found or self.patients_not_named:
            return
        nb, en = listed(found)
        self.notes.note(
            line.number,
            "text",
            nb=f"noe som ligner et fødselsnummer står i teksten ({nb}). Ingen pasient skal kunne "
            "kjennes igjen (R-KP-03): ta det bort, eller bekreft for hele filen med "
            "«patientsNotNamed» (--patients-not-named) at det ikke gjelder en pasient.",
            en=f"something that looks like an identity number stands in the text ({en}). No "
            "patient may be recognisable (R-KP-03): take it out, or confirm for the whole file "
            "with 'patientsNotNamed' (--patients-not-named) that it concerns no patient.",
        )
