"""Writing the histories of plans out, as a file that can be brought in again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from application.actors import MACHINE, Actor
from application.people.access_log import HISTORY_FILE
from application.people.directory import Directory
from application.plans.history_file import entries as e
from application.plans.history_file.places import Place, placed
from application.plans.history_file.telling import entries_of
from application.plans.history_file.writing import written
from application.ports import Histories, Loaded, Openings
from domain.organisations.organisation import Organisation
from domain.plans.plan import TrainingPlan
from domain.shared.confidential import Confidential
from domain.shared.facts import tag_of
from domain.shared.ids import Id
from domain.shared.refusals import NotFound

AT_A_TIME = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Whose histories to write: of one plan, of an establishment, or all there are.

    With a ``reason`` the confidential words come along, opened. ``by``: who is noted to have read.
    """

    plan: Id | None = None
    organisation: str | None = None
    reason: str | None = None
    by: Actor = MACHINE


class HistoryExport:
    """Writes without asking who: for the command line beside the database, never over HTTP."""

    def __init__(self, histories: Histories, directory: Directory, openings: Openings) -> None:
        self._histories = histories
        self._openings = openings
        self._directory = directory

    def lines(self, wanted: Wanted) -> Iterator[str]:
        """Return the lines of the file; raises NotFound for what is not there."""
        if wanted.organisation is not None:
            self._refuse_unknown(wanted.organisation)
        if wanted.plan and not self._places([wanted.plan]):
            raise NotFound("unknown-plan", nb="Planen finnes ikke.", en="There is no such plan.")
        return written(self._entries(wanted), _Names(self._directory))

    def _entries(self, wanted: Wanted) -> Iterator[tuple[str, e.AnyEntry]]:
        """Yield the entries some plans at a time, so that no more is held."""
        ids = [wanted.plan] if wanted.plan else sorted(self._histories.having("plan.opened"))
        for first in range(0, len(ids), AT_A_TIME):
            for place in self._places(ids[first : first + AT_A_TIME]):
                if wanted.organisation in (None, *_numbers(place.organisation)):
                    yield from self._of_plan(place, wanted)

    def _places(self, ids: Sequence[Id]) -> list[Place]:
        loaded = self._histories.load(dict.fromkeys(ids, TrainingPlan))
        opened = [plan for plan in loaded.values() if plan.case.opening.opened]
        by_doctor = placed(self._histories, opened)
        found = [place for places in by_doctor.values() for place in places]
        return sorted(found, key=lambda place: place.plan.case_id)

    def _refuse_unknown(self, number: str) -> None:
        ids = self._histories.having("organisation.registered")
        known = self._histories.load(dict.fromkeys(ids, Organisation))
        if not any(number in _numbers(one) for one in known.values()):
            raise NotFound(
                "unknown-organisation",
                nb=f"Ingen virksomhet er registrert med nummer {number}.",
                en=f"No establishment is registered with number {number}.",
            )

    def _of_plan(self, place: Place, wanted: Wanted) -> Iterator[tuple[str, e.AnyEntry]]:
        registered = place.organisation.case.registered
        name = registered.name if registered else place.establishment
        plan, by = place.plan.case, wanted.by
        if by.person != plan.doctor:
            self._openings.note_look(plan.subject, HISTORY_FILE, by=by, case_id=place.plan.case_id)
        texts = self._texts(place, wanted.reason, by) if wanted.reason else {}
        for entry in sorted(entries_of(place.plan.case, name), key=_order):
            words = {"text": texts[entry.id]} if entry.id in texts else {}
            yield place.establishment, msgspec.structs.replace(entry, **words)

    def _texts(self, place: Place, reason: str, by: Actor) -> dict[Id, str]:
        """Open the words of sessions and activities, but for those of a lost key, and note it."""
        plan = place.plan.case
        sealed: dict[Id, tuple[int, str, Confidential]] = {}
        for session in plan.guidance.sessions.values():
            if session.minutes and session.minuted_at:
                key = session.drafted.session
                sealed[key] = (session.minuted_at, "minutes", session.minutes.minutes)
        for activity in plan.activities.by_id.values():
            if description := activity.logged.description:
                key = activity.logged.activity
                sealed[key] = (activity.logged_at, "description", description)
        texts, places = {}, []
        for key, (version, name, text) in sealed.items():
            tag = tag_of(plan.facts[version - 1])
            context = f"{place.plan.case_id}|{version}|{tag}|{name}"
            words = self._histories.open_text(text, subject=plan.subject, context=context)
            if words is not None:
                texts[key] = words
                places.append((version, name))
        if places:
            self._openings.note(
                place.plan.case_id, places, by=by, reason=reason, subject=plan.subject
            )
        return texts


class _Names:
    """How people are named; each is looked up once."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._known: dict[Id, str] = {}

    def __call__(self, person: Id) -> str:
        if person not in self._known:
            found = self._directory.people([person]).get(person)
            self._known[person] = (found and found.hpr) or person
        return self._known[person]


def _numbers(organisation: Loaded[Organisation]) -> tuple[str | None, str]:
    registered = organisation.case.registered
    return (registered.organisation_number if registered else None), organisation.case_id


def _order(entry: e.AnyEntry) -> tuple[object, ...]:
    key = entry.goal if isinstance(entry, e.GoalEntry) else entry.id
    return (str(entry.__struct_config__.tag), entry.day, str(key))
