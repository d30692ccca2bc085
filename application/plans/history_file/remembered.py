"""What a plan knows already of the lines of a file: by id, by content, by the code of a goal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec

from application.plans.history_file import entries as e
from application.plans.history_file.problems import Notes
from application.plans.history_file.telling import entries_of
from domain.plans.goals import GoalCarriedOver, Stage
from domain.plans.kinds import KEYS, PARTS
from domain.plans.plan import TrainingPlan
from domain.shared.case import renamed
from domain.shared.ids import Id, derived_id
from domain.shared.refusals import NotAllowed

E = TypeVar("E", bound=e.Entry)
Fingerprint = Callable[[str], str]

_LINES = Id("7f0b7f7e-2f0f-5a38-8d5e-6d1f0c9a4b17")
_TOLD_APART = {KEYS[part] for part in ("guidance", "activities", "courses", "service")}


class Remembered:
    """What was told in a plan, and of the lines of the file so far."""

    def __init__(self, plan: TrainingPlan, fingerprint: Fingerprint, notes: Notes) -> None:
        self._plan = plan
        self._fingerprint = fingerprint
        self._notes = notes
        # All that was ever told, since what was corrected away is not brought in again.
        self._told: set[Id] = {
            getattr(fact, KEYS[PARTS[type(fact)]])
            for fact in plan.facts
            if type(fact) in PARTS and KEYS.get(PARTS[type(fact)]) in _TOLD_APART
        }
        known = [entry for entry in entries_of(plan, "") if entry.id]
        self._known = {entry.id: _canonical(entry) for entry in known if entry.id}
        approved = (c for c, g in plan.goals.by_code.items() if g.stage is Stage.APPROVED)
        self._goals: dict[str, e.GoalEntry | None] = dict.fromkeys(approved)

    def knows(self, entry: e.AnyEntry, *, by_code: bool) -> bool:
        """Return whether the plan has what a line tells; nothing is noted.

        A goal is known by its code, or else only by a line that says the same of it.
        """
        if isinstance(entry, e.GoalEntry):
            return (by_code and entry.goal in self._goals) or self._carried(entry)
        try:
            key = self._id_of(entry)
        except NotAllowed:
            return False
        return key in self._known or key in self._told

    def identified(self, number: int, entry: E) -> E | None:
        """Return the entry with its id, or note why its words cannot be kept."""
        try:
            key = self._id_of(entry, checked=True)
        except NotAllowed:
            self._notes.note(
                number,
                "text",
                nb="kan ikke lagres: nøkkelen til legens tekster er slettet; la kolonnen stå tom.",
                en="cannot be kept: the key to the doctor's texts was destroyed; leave it empty.",
            )
            return None
        return msgspec.structs.replace(entry, id=key)

    def is_new(self, number: int, entry: e.AnyEntry) -> bool:
        """Remember an entry of a known id; return whether it was told for the first time."""
        if isinstance(entry, e.GoalEntry):
            return self._is_new_goal(number, entry)
        assert entry.id is not None
        known, told = self._known.get(entry.id), _canonical(entry)
        if known and known != told:
            self._notes.note(
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
            return not self._carried(entry)
        earlier = self._goals[entry.goal]
        if earlier and earlier != entry:
            self._notes.note(
                number,
                "goals",
                nb=f"{entry.goal} er godkjent {earlier.day} på en annen linje; behold én av dem.",
                en=f"{entry.goal} is approved on {earlier.day} by another line; keep one of them.",
            )
        return False

    def _carried(self, entry: e.GoalEntry) -> bool:
        carried = GoalCarriedOver(
            goal=entry.goal, approved_on=entry.day, stated_in=entry.stated_in, seen=()
        )
        return carried in self._plan.facts

    def _id_of(self, entry: e.Entry, *, checked: bool = False) -> Id:
        """Return the id; words count by a fingerprint only their key can make.

        ``checked``: raise NotAllowed for words that cannot be kept, also where the id is told.
        """
        if entry.id and not checked:
            return entry.id
        text = e.text_of(entry)
        words = self._fingerprint(text) if text else ""
        if entry.id:
            return entry.id
        ids = [_derived(one, words) for one in self._as_first_told(entry)]
        return next((one for one in ids if one in self._told), ids[0])

    def _as_first_told(self, entry: e.Entry) -> Iterator[e.Entry]:
        """Yield the entry with the ids people had before they were merged; a line stays itself."""
        own = msgspec.structs.replace(entry, doctor=self._plan.subject)
        yield own
        for double, into in self._plan.same.items():
            yield renamed(own, {into: double})


def _derived(entry: e.Entry, words: str) -> Id:
    line = msgspec.json.encode(_canonical(entry)).decode()
    return derived_id(_LINES, f"{line}|{words}")


def _canonical(entry: e.Entry) -> e.Entry:
    """Return the entry as its id is made from it: the order of its goals tells nothing."""
    plain = e.without_text(entry)
    goals: tuple[str, ...] = getattr(entry, "goals", ())
    return msgspec.structs.replace(plain, goals=tuple(sorted(goals))) if goals else plain
