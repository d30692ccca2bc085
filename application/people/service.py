"""Entering people in the directory, and looking names up."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from application.access import Act
from application.actors import Actor
from application.people.access_log import IDENTITY, LookLine, looks_at
from application.people.directory import Directory, FormerName, Person
from application.permitting import permit_in_office
from application.ports import Clock, Histories, Openings
from application.standing import roles_held
from domain.shared.identifiers import Synthetic, check_identity_number, normalised_hpr
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, KeyReused, NotFound

IDENTITY_NUMBER = re.compile("[0-9]{11}")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterPerson:
    person: Id
    name: str
    email: str | None = None
    hpr: str | None = None
    identity_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RenamePerson:
    """``last_day`` is the last of the former name, yesterday if not given."""

    person: Id
    name: str
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A person as entered; ``repeated`` tells that the same had been entered before."""

    person: Person
    repeated: bool


class PeopleService:
    """The directory, behind its access rules."""

    def __init__(
        self,
        directory: Directory,
        histories: Histories,
        clock: Clock,
        synthetic: Synthetic,
        openings: Openings,
    ) -> None:
        self._directory = directory
        self._histories = histories
        self._clock = clock
        self._synthetic = synthetic
        self._openings = openings

    def enter(self, command: EnterPerson, actor: Actor) -> Entered:
        """Enter a person once; raises KeyReused if the id was given to somebody else."""
        permit_in_office(Act.ENTER_PERSON, actor, roles_held(self._histories, actor, self._clock))
        person, number = self._checked(command)
        if self._directory.enter(person, identity_number=number):
            return Entered(person=person, repeated=False)
        before = self._directory.people([command.person])[command.person]
        same_number = self._directory.has_identity_number(command.person, number)
        if before != person or not same_number:
            raise KeyReused(
                "key-reused",
                nb="Den samme nøkkelen er brukt før, om en annen person.",
                en="The same key was used before, of another person.",
            )
        return Entered(person=before, repeated=True)

    def enter_unasked(self, command: EnterPerson) -> Person:
        """Enter a person on behalf of the one who runs the machine."""
        person, number = self._checked(command)
        self._directory.enter(person, identity_number=number)
        return person

    def _checked(self, command: EnterPerson) -> tuple[Person, str | None]:
        """Return the person and identity number as they are kept; raises Invalid."""
        if not command.name.strip():
            raise Invalid("name-missing", nb="Oppgi navnet.", en="State the name.", field="name")
        if command.email:
            _check_email(command.email)
        number = command.identity_number
        return _person(command), None if number is None else self._identity_number(number)

    def checks(self) -> Mapping[str, Callable[[str], object]]:
        """Return what refuses a field of an entry by itself, for one who is told all at once."""
        return {
            "email": _check_email,
            "hpr": normalised_hpr,
            "identity_number": self._identity_number,
        }

    def _identity_number(self, written: str) -> str:
        return check_identity_number(
            written, on=self._clock.today(), allow_synthetic=self._synthetic
        )

    def see(self, person: Id, actor: Actor) -> Person:
        """Return what is known of a person, to themselves and to administrators."""
        if person != actor.person:
            permit_in_office(Act.SEE_PERSON, actor, roles_held(self._histories, actor, self._clock))
        if found := self._directory.people([person]).get(person):
            return self._looked_at(found, actor)
        raise _unknown()

    def rename(self, command: RenamePerson, actor: Actor) -> Person:
        """Give a person another name; the former stays with its last day."""
        permit_in_office(Act.ENTER_PERSON, actor, roles_held(self._histories, actor, self._clock))
        name = command.name.strip()
        if not name:
            raise Invalid("name-missing", nb="Oppgi navnet.", en="State the name.", field="name")
        before = self._clock.today() - timedelta(days=1)
        self._directory.rename(command.person, name, last_day=command.last_day or before)
        return self.see(command.person, actor)

    def former_names(self, person: Id, actor: Actor) -> Sequence[FormerName]:
        """Return the names a person had, to themselves and to administrators."""
        self.see(person, actor)
        return self._directory.former_names(person)

    def find(self, hpr: str, actor: Actor) -> Person:
        """Return the person with an HPR number, so that nobody is entered twice."""
        permit_in_office(Act.SEE_PERSON, actor, roles_held(self._histories, actor, self._clock))
        if found := self._directory.with_hpr(normalised_hpr(hpr)):
            return self._looked_at(found, actor)
        raise _unknown()

    def looks(self, actor: Actor) -> tuple[LookLine, ...]:
        """Return who else read of the actor, latest first: everybody sees their own log."""
        return looks_at(actor.person, directory=self._directory, openings=self._openings)

    def _looked_at(self, found: Person, actor: Actor) -> Person:
        """Note that a person was looked up by another."""
        if found.person != actor.person:
            self._openings.note_look(found.person, IDENTITY, by=actor)
        return found

    def having(self, number: str) -> Id:
        """Return whom an HPR number is of, or an identity number; raises NotFound or Invalid.

        The register of health personnel is public; a leader or a representative need not be in it.
        """
        if found := self._with(number):
            return found.person
        raise _of_no_identity_number() if is_identity_number(number) else _of_no_number(number)

    def named(self, number: str, actor: Actor) -> Id:
        """Return the same to one who is about to name them; by identity number that is noted."""
        person = self.having(number)
        if is_identity_number(number) and person != actor.person:
            self._openings.note_look(person, IDENTITY, by=actor)
        return person

    def _with(self, number: str) -> Person | None:
        if is_identity_number(number):
            return self._directory.with_identity_number(number.strip())
        return self._directory.with_hpr(normalised_hpr(number))

    def names(self, ids: Collection[Id]) -> Mapping[Id, str]:
        """Return the names of people met in a view the reader was permitted to see."""
        return {person: found.name for person, found in self._directory.people(ids).items()}


def _check_email(written: str) -> None:
    if not EMAIL.fullmatch(written):
        raise Invalid(
            "email-malformed",
            nb="En e-postadresse skrives som kari@kommune.no.",
            en="An e-mail address is written like kari@kommune.no.",
            field="email",
        )


def _person(command: EnterPerson) -> Person:
    return Person(
        person=command.person,
        name=command.name.strip(),
        email=command.email,
        hpr=normalised_hpr(command.hpr) if command.hpr else None,
    )


def _of_no_number(hpr: str) -> NotFound:
    return NotFound(
        "unknown-hpr",
        nb=f"Ingen med HPR-nummer {hpr} er lagt inn. En administrator legger inn personer.",
        en=f"Nobody with HPR number {hpr} is entered. An administrator enters people.",
    )


def is_identity_number(number: str) -> bool:
    """Return whether this has the form of one; an HPR number is shorter."""
    return bool(IDENTITY_NUMBER.fullmatch(number.strip()))


def _of_no_identity_number() -> NotFound:
    # The number itself is told nowhere, for refusals are noted.
    return NotFound(
        "unknown-identity-number",
        nb="Ingen med dette fødselsnummeret er lagt inn. En administrator legger inn personer.",
        en="Nobody with this identity number is entered. An administrator enters people.",
    )


def _unknown() -> NotFound:
    return NotFound("unknown-person", nb="Personen finnes ikke.", en="There is no such person.")
