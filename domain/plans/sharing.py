"""Minutes shared by the doctor with a supervisor who did not take part (L-KP-01)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from domain.shared.case import Effects
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed


class MinutesShared(Fact, frozen=True, kw_only=True, tag="plan.minutes-shared"):
    """The doctor let a supervisor who had not taken part read the minutes of a session."""

    session: Id
    person: Id
    shared_by: Id
    shared_on: date

    @property
    def sharing(self) -> tuple[Id, Id]:
        return self.session, self.person


class MinutesUnshared(Fact, frozen=True, kw_only=True, tag="plan.minutes-unshared"):
    """The doctor took back that a supervisor could read the minutes of a session."""

    session: Id
    person: Id
    unshared_by: Id
    unshared_on: date

    @property
    def sharing(self) -> tuple[Id, Id]:
        return self.session, self.person


SharingFact = MinutesShared | MinutesUnshared


@dataclass(slots=True)
class Sharing:
    """With whom the minutes of each session are shared, as the facts so far leave it."""

    readers: dict[Id, set[Id]] = field(default_factory=dict)

    # acts

    def share(self, session: Id, person: Id, *, by: Id, on: date) -> MinutesShared:
        if person in self.with_whom(session):
            raise NotAllowed(
                "minutes-already-shared",
                nb="Referatet er allerede delt med vedkommende.",
                en="The minutes are shared with them already.",
                rule="L-KP-01",
                field="person",
            )
        return MinutesShared(session=session, person=person, shared_by=by, shared_on=on)

    def unshare(self, session: Id, person: Id, *, by: Id, on: date) -> MinutesUnshared:
        if person not in self.with_whom(session):
            raise NotAllowed(
                "minutes-not-shared",
                nb="Referatet er ikke delt med vedkommende.",
                en="The minutes are not shared with them.",
                rule="L-KP-01",
                field="person",
            )
        return MinutesUnshared(session=session, person=person, unshared_by=by, unshared_on=on)

    def with_whom(self, session: Id) -> frozenset[Id]:
        """Return those the doctor lets read the minutes of a session."""
        return frozenset(self.readers.get(session, ()))

    # effects

    def effects(self) -> Effects:
        """Return what each kind of fact does; asked once, for each is done a million times."""
        return {MinutesShared: self._shared, MinutesUnshared: self._unshared}

    def _shared(self, fact: MinutesShared, _: int) -> None:
        self.readers.setdefault(fact.session, set()).add(fact.person)

    def _unshared(self, fact: MinutesUnshared, _: int) -> None:
        self.readers[fact.session].discard(fact.person)
