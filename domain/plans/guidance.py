"""Guidance sessions (veiledning): drafted, minuted, finalised by the supervisor."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.shared.case import Effects
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound

LONGEST = 600
"""More minutes than a working day of talking is a typing error."""


class SessionDrafted(
    Fact, frozen=True, kw_only=True, omit_defaults=True, tag="plan.session-drafted"
):
    """Doctor or supervisor entered a guidance session that was held."""

    session: Id
    supervisor: Id
    held_on: date
    duration_minutes: int
    goals: tuple[str, ...]
    drafted_by: Id
    findings: tuple[Finding, ...] = ()


class SessionMinuted(Fact, frozen=True, kw_only=True, tag="plan.session-minuted"):
    """Doctor or supervisor wrote the minutes (referat) of a guidance session."""

    session: Id
    minutes: Confidential
    written_by: Id
    written_on: date


class SessionFinalised(Fact, frozen=True, kw_only=True, tag="plan.session-finalised"):
    """The supervisor confirmed that a guidance session took place as minuted."""

    session: Id
    finalised_by: Id
    finalised_on: date


class SessionDiscarded(Fact, frozen=True, kw_only=True, tag="plan.session-discarded"):
    """A drafted guidance session was taken out again before it was finalised."""

    session: Id
    discarded_by: Id
    discarded_on: date


GuidanceFact = SessionDrafted | SessionMinuted | SessionFinalised | SessionDiscarded


class SessionStage(StrEnum):
    """Where a guidance session is on its way; only finalised hours count."""

    DRAFT = "draft"
    FINALISED = "finalised"
    DISCARDED = "discarded"


# Named once: up to Python 3.11 finding an enum's member takes longer than the rest of an effect.
_DRAFT, _FINALISED, _DISCARDED = SessionStage


@dataclass(slots=True)
class Session:
    """One guidance session on its way; the versions are those of its facts."""

    drafted: SessionDrafted
    drafted_at: int
    stage: SessionStage = _DRAFT
    minuted_at: int | None = None
    minutes: SessionMinuted | None = None
    finalised: SessionFinalised | None = None
    finalised_at: int | None = None


@dataclass(slots=True)
class Guidance:
    """The doctor's guidance sessions, as the facts so far leave them."""

    sessions: dict[Id, Session] = field(default_factory=dict)

    # acts

    def draft(
        self,
        session: Id,
        *,
        supervisor: Id,
        held_on: date,
        duration_minutes: int,
        goals: tuple[str, ...],
        by: Id,
        findings: tuple[Finding, ...] = (),
    ) -> SessionDrafted:
        """Enter a session; ``duration_minutes`` is guidance itself, without preparation."""
        if session in self.sessions:
            raise NotAllowed(
                "session-exists", nb="Samtalen finnes allerede.", en="The session already exists."
            )
        if not 0 < duration_minutes <= LONGEST:
            raise Invalid(
                "duration-out-of-range",
                nb=f"Varigheten må være mellom 1 og {LONGEST} minutter.",
                en=f"The duration must be between 1 and {LONGEST} minutes.",
                field="durationMinutes",
            )
        return SessionDrafted(
            session=session,
            supervisor=supervisor,
            held_on=held_on,
            duration_minutes=duration_minutes,
            goals=goals,
            drafted_by=by,
            findings=findings,
        )

    def write_minutes(
        self, session: Id, minutes: Confidential, *, by: Id, on: date
    ) -> SessionMinuted:
        self.drafted(session)
        return SessionMinuted(session=session, minutes=minutes, written_by=by, written_on=on)

    def finalise(self, session: Id, *, by: Id, on: date) -> SessionFinalised:
        self.drafted(session)
        return SessionFinalised(session=session, finalised_by=by, finalised_on=on)

    def discard(self, session: Id, *, by: Id, on: date) -> SessionDiscarded:
        self.drafted(session)
        return SessionDiscarded(session=session, discarded_by=by, discarded_on=on)

    def session(self, session: Id) -> Session:
        """Return the session; raises NotFound."""
        try:
            return self.sessions[session]
        except KeyError:
            raise NotFound(
                "unknown-session",
                nb="Planen har ingen slik veiledningssamtale.",
                en="The plan has no such guidance session.",
                field="session",
            ) from None

    def drafted(self, session: Id) -> Session:
        """Return the session if it is still a draft; raises NotFound or NotAllowed."""
        found = self.session(session)
        if found.stage is not _DRAFT:
            raise NotAllowed(
                "session-closed",
                nb="Samtalen er ferdigstilt eller forkastet og kan ikke endres.",
                en=f"The session is {found.stage} and cannot be changed.",
                rule="R-SUP-04",
            )
        return found

    # effects

    def effects(self) -> Effects:
        """Return what each kind of fact does; asked once, for each is done a million times."""
        return {
            SessionDrafted: self._drafted,
            SessionMinuted: self._minuted,
            SessionFinalised: self._finalised,
            SessionDiscarded: self._discarded,
        }

    def _drafted(self, fact: SessionDrafted, at: int) -> None:
        self.sessions[fact.session] = Session(fact, at)

    def _minuted(self, fact: SessionMinuted, at: int) -> None:
        session = self.sessions[fact.session]
        session.minutes, session.minuted_at = fact, at

    def _finalised(self, fact: SessionFinalised, at: int) -> None:
        session = self.sessions[fact.session]
        session.stage, session.finalised, session.finalised_at = _FINALISED, fact, at

    def _discarded(self, fact: SessionDiscarded, _: int) -> None:
        self.sessions[fact.session].stage = _DISCARDED
