"""Brings the lines of one plan into it: what is new, what is known already, what cannot be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from application.plans.history_file import entries as e
from application.plans.history_file.parsing import Line
from application.plans.history_file.places import Place
from application.plans.history_file.problems import Notes
from application.plans.history_file.report import DoctorReport, Totals, counts, totals
from application.plans.history_file.telling import entries_of, facts_of
from application.ports import Change
from domain.plans.goals import GoalCarriedOver, Stage
from domain.plans.plan import KEYS, PARTS
from domain.shared.facts import Fact
from domain.shared.ids import Id, derived_id
from domain.shared.refusals import NotAllowed

E = TypeVar("E", bound=e.Entry)
Fingerprint = Callable[[str], str]

_LINES = Id("7f0b7f7e-2f0f-5a38-8d5e-6d1f0c9a4b17")
_TOLD_APART = {KEYS[part] for part in ("guidance", "activities", "courses", "service")}


@dataclass(slots=True)
class Bringing:
    """One plan, and the lines brought into it so far."""

    place: Place
    fingerprint: Fingerprint
    notes: Notes
    before: Totals = field(init=False)
    facts: list[Fact] = field(default_factory=list)
    _lines: Counter[str] = field(default_factory=Counter)
    _new: Counter[str] = field(default_factory=Counter)
    _told: set[Id] = field(init=False)
    _known: dict[Id, e.Entry] = field(init=False)
    _goals: dict[str, e.GoalEntry | None] = field(init=False)

    def __post_init__(self) -> None:
        plan = self.place.plan.case
        self.before = totals(plan)
        # All that was ever told, since what was corrected away is not brought in again.
        self._told = {
            getattr(fact, KEYS[PARTS[type(fact)]])
            for fact in plan.facts
            if type(fact) in PARTS and KEYS.get(PARTS[type(fact)]) in _TOLD_APART
        }
        known = [entry for entry in entries_of(plan, "") if entry.id]
        self._known = {entry.id: _canonical(entry) for entry in known if entry.id}
        approved = (c for c, g in plan.goals.by_code.items() if g.stage is Stage.APPROVED)
        self._goals = dict.fromkeys(approved)

    def add(self, line: Line) -> None:
        """Take a line along: its facts if it is new, nothing if it is known already."""
        kind = str(line.entry.__struct_config__.tag)
        self._lines[kind] += 1
        self._refuse_misplaced(line)
        entry = line.entry
        if isinstance(entry, e.GoalEntry):
            is_new = self._is_new_goal(line.number, entry)
        else:
            identified = self._identified(line.number, entry)
            if identified is None:
                return
            entry = identified
            is_new = self._is_new(line.number, entry)
        if is_new:
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

    def report(self, *, recorded: bool) -> DoctorReport:
        """Return what came of the lines; the plan is folded on if they were recorded."""
        plan = self.place.plan.case
        if recorded:
            plan.fold(self.facts)
        return DoctorReport(
            doctor=plan.doctor,
            plan=self.place.plan.case_id,
            organisation=self.place.organisation.case_id,
            kinds=counts(self._lines, self._new),
            before=self.before,
            after=totals(plan) if recorded else None,
        )

    def numbers(self) -> tuple[int, int]:
        """Return how many lines came, and how many of them are new."""
        return self._lines.total(), self._new.total()

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

    def _identified(self, number: int, entry: E) -> E | None:
        """Return the entry with its id; words count by a fingerprint only their key can make."""
        text = e.text_of(entry)
        try:
            words = self.fingerprint(text) if text else ""
        except NotAllowed:
            self.notes.note(
                number,
                "text",
                nb="kan ikke lagres: nøkkelen til legens tekster er slettet; la kolonnen stå tom.",
                en="cannot be kept: the key to the doctor's texts was destroyed; leave it empty.",
            )
            return None
        if entry.id:
            return entry
        line = msgspec.json.encode(_canonical(entry)).decode()
        return msgspec.structs.replace(entry, id=derived_id(_LINES, f"{line}|{words}"))

    def _is_new(self, number: int, entry: e.AnyEntry) -> bool:
        assert entry.id is not None
        known, told = self._known.get(entry.id), _canonical(entry)
        if known and known != told:
            self.notes.note(
                number,
                "id",
                nb="er kjent fra før med annet innhold; rett det i planen, eller la id stå tom.",
                en="is known already, of other content; correct it in the plan, or leave it empty.",
            )
        if known or entry.id in self._told:
            return False
        self._known[entry.id] = told
        return True

    def _is_new_goal(self, number: int, entry: e.GoalEntry) -> bool:
        if entry.goal not in self._goals:
            self._goals[entry.goal] = entry
            carried = GoalCarriedOver(
                goal=entry.goal, approved_on=entry.day, stated_in=entry.stated_in, seen=()
            )
            return carried not in self.place.plan.case.facts
        earlier = self._goals[entry.goal]
        if earlier and earlier != entry:
            self.notes.note(
                number,
                "goals",
                nb=f"{entry.goal} er godkjent {earlier.day} på en annen linje; behold én av dem.",
                en=f"{entry.goal} is approved on {earlier.day} by another line; keep one of them.",
            )
        return False


def _canonical(entry: e.Entry) -> e.Entry:
    """Return the entry as its id is made from it: the order of its goals tells nothing."""
    plain = e.without_text(entry)
    goals: tuple[str, ...] = getattr(entry, "goals", ())
    return msgspec.structs.replace(plain, goals=tuple(sorted(goals))) if goals else plain
