"""How people come in and go out: by which provider, as whom, and what is noted of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from application.access import Act
from application.actors import Actor
from application.doors import Door, Entered, Going, OnTheWay, SignInLine, SignInLog, Taken
from application.entrance_refusals import not_ours, other_person, two_entries, unknown_person
from application.people.directory import Directory
from application.permitting import permit_in_office
from application.ports import Clock, Histories
from application.sessions import Session, Sessions, SignedIn
from application.signing_in import Identity, Leaving, UsedOnce
from application.standing import roles_held
from domain.shared.ids import Id
from domain.shared.refusals import NotFound, Refused

SIGNED_IN, ANEW, SIGNED_OUT, EVERYWHERE = "signed-in", "proved-anew", "signed-out", "out-everywhere"
ENDED_BY_PROVIDER, ENDED_BY_OFFICE = "ended-by-provider", "ended-by-system-administrator"
OPERATIONS = "operations"
"""In the log in place of a provider, where an office ended the sessions."""

NAME = re.compile("[a-z]{1,20}")


LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSessions:
    """A person is to be signed out of every browser: a key was lost, a phone stolen."""

    person: Id


class Entrance:
    """Every way in and out; who somebody is, never what they may do."""

    def __init__(
        self,
        *,
        sessions: Sessions,
        on_the_way: OnTheWay,
        log: SignInLog,
        once: UsedOnce,
        directory: Directory,
        histories: Histories,
        clock: Clock,
        doors: Sequence[Door] = (),
    ) -> None:
        self.sessions = sessions
        self.doors = tuple(doors)
        self._on_the_way = on_the_way
        self._log = log
        self._once = once
        self._directory = directory
        self._histories = histories
        self._clock = clock

    def door(self, name: str) -> Door:
        """Return the provider of that name; raises NotFound."""
        found = next((door for door in self.doors if door.name == name), None)
        if found is None:
            raise NotFound(
                "no-such-provider",
                nb="Her kan man ikke logge inn på den måten.",
                en="One cannot sign in that way here.",
            )
        return found

    def door_of(self, issuer: str) -> Door | None:
        return next((door for door in self.doors if door.issuer == issuer), None)

    def begin(self, door: Door, redirect_uri: str, *, back_to: str) -> Going:
        """Return where to send the browser; raises Unavailable."""
        return self._begin(door, None, redirect_uri, back_to=back_to)

    def begin_again(self, door: Door, secret: str, redirect_uri: str, *, back_to: str) -> Going:
        """Have the one signed in prove anew who they are, at the same provider."""
        at_provider = self.sessions.at_provider(secret)
        if at_provider is None:
            raise not_ours()
        return self._begin(door, at_provider.subject, redirect_uri, back_to=back_to)

    def _begin(self, door: Door, subject: str | None, redirect_uri: str, *, back_to: str) -> Going:
        try:
            begun, url = (
                door.provider.begin(redirect_uri)
                if subject is None
                else door.provider.begin_again(redirect_uri, subject=subject)
            )
        except Refused as refused:
            self._log.note(door.name, refused.code, person=None)
            raise
        return Going(url=url, secret=self._on_the_way.keep(begun, back_to=back_to))

    def take(self, secret: str | None) -> Taken | None:
        """Return what the browser began, once: whatever comes of it, it is gone."""
        return self._on_the_way.take(secret) if secret else None

    def complete(
        self,
        door: Door,
        taken: Taken | None,
        answer: Mapping[str, str] | None,
        *,
        before: tuple[str, Session] | None,
        language: str,
    ) -> Entered:
        """Open a session for whom the provider vouches for; raises, and notes it, if it does not.

        ``before`` is the session the browser has; ``answer`` is None where it cannot be read.
        """
        whom = before[1].person if before else None
        try:
            if taken is None or answer is None:
                raise not_ours()
            who = door.provider.complete(taken.begun, answer)
            person = self._person(who)
            if taken.begun.subject is not None and before and person != whom:
                raise other_person()
        except Refused as refused:
            self._log.note(door.name, refused.code, person=whom)
            raise
        anew = before[0] if before and taken.begun.subject is not None else None
        secret = self._admit(person, _signed_in(who), before=before, anew=anew, language=language)
        self._log.note(door.name, ANEW if anew else SIGNED_IN, person=person)
        return Entered(secret=secret, person=person, back_to=taken.back_to)

    def vouch(
        self,
        provider: str,
        person: Id,
        how: SignedIn,
        *,
        before: tuple[str, Session] | None,
        language: str,
    ) -> str:
        """Let in one of the demo's people, for whom nobody vouches; return the secret."""
        anew = before[0] if before and before[1].person == person else None
        secret = self._admit(person, how, before=before, anew=anew, language=language)
        self._log.note(provider, ANEW if anew else SIGNED_IN, person=person)
        return secret

    def _admit(
        self,
        person: Id,
        how: SignedIn,
        *,
        before: tuple[str, Session] | None,
        anew: str | None,
        language: str,
    ) -> str:
        """Return a new secret; whichever the browser had is worth nothing any more."""
        secret = self.sessions.again(anew, how) if anew else None
        if secret:
            return secret
        if before:
            self.sessions.end(before[0])
        return self.sessions.open(person, how, language=language)

    def _person(self, who: Identity) -> Id:
        """Return who in the directory it is; nobody is made up."""
        by_number = self._directory.with_identity_number(who.identity_number)
        by_hpr = self._directory.with_hpr(who.hpr_number) if who.hpr_number else None
        if by_number and by_hpr and by_number.person != by_hpr.person:
            raise two_entries()
        if by_number:
            return by_number.person
        # Found by HPR number alone only where no other identity number contradicts it.
        if by_hpr and self._directory.has_identity_number(by_hpr.person, None):
            return by_hpr.person
        raise unknown_person()

    def leave(
        self, secret: str, session: Session, *, back_to: str, state: str, everywhere: bool
    ) -> Leaving | None:
        """End the session, or all of the person's; return how to leave the provider too, if so."""
        door = self.door_of(session.issuer)
        at_provider = self.sessions.at_provider(secret)
        if everywhere:
            self.sessions.end_all(session.person)
        else:
            self.sessions.end(secret)
        name = door.name if door else _plain(session.issuer)
        self._log.note(name, EVERYWHERE if everywhere else SIGNED_OUT, person=session.person)
        if door is None or at_provider is None or at_provider.id_token is None:
            return None
        try:
            return door.provider.leave(at_provider.id_token, back_to=back_to, state=state)
        except Refused:
            # Signed out here all the same; the provider's own session lasts until it ends.
            return None

    def logged_out(self, door: Door, token: str) -> bool:
        """End what the provider says has ended; raises NotSignedIn. False if it was said before."""
        told = door.provider.logged_out(token)
        key = f"logout:{told.issuer}:{told.token_id}"
        first = self._once.first(key, until=told.expires_at)
        # Said once more it ends what it was said of, if something failed the first time, and
        # nothing that was opened since.
        ended = self.sessions.end_of_provider(
            told.issuer,
            subject=told.subject,
            session=told.session,
            before=None if first else told.issued_at,
        )
        for person in sorted(set(ended)):
            self._log.note(door.name, ENDED_BY_PROVIDER, person=person)
        return first

    def end_sessions(self, person: Id, actor: Actor) -> int:
        """End every session of a person, by an office that may; return how many there were."""
        roles = roles_held(self._histories, actor, self._clock)
        permit_in_office(Act.END_SESSIONS, actor, roles)
        if person not in self._directory.people([person]):
            raise NotFound(
                "unknown-person",
                nb="Personen finnes ikke.",
                en="There is no such person.",
                field="person",
            )
        ended = self.sessions.end_all(person)
        LOG.info("%s had %s sessions of %s ended", actor.person, ended, person)
        self._log.note(OPERATIONS, ENDED_BY_OFFICE, person=person)
        return ended

    def lines(self, person: Id, *, most: int) -> Sequence[SignInLine]:
        """Return the latest sign-ins of a person, for themselves."""
        return self._log.of(person, most=most)


def _plain(issuer: str) -> str:
    """Return the demo's name as it is; a provider that is no longer used here has none."""
    return issuer if NAME.fullmatch(issuer) else "other"


def _signed_in(who: Identity) -> SignedIn:
    return SignedIn(
        issuer=who.issuer,
        subject=who.subject,
        provider_session=who.session,
        authenticated_at=who.signed_in_at,
        id_token=who.id_token,
    )
