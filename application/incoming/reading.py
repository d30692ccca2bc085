"""Reading what came in: the inbox of an office, one's own with its receipt, and the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from application.access import Act
from application.actors import Actor, Role
from application.incoming.acting import (
    IncomingActing,
    here,
    is_official,
    refuse_elsewhere,
    room_of,
)
from application.incoming.authority import authority_since
from application.incoming.rows import VIEW, IncomingRow
from application.people.access_log import INCOMING
from application.permitting import permit_in_office, unknown_case
from application.plans.disclosing import Disclosing, Words
from application.ports import Loaded, Opening, Openings, Views
from application.standing import roles_held, roles_in
from domain.incoming.incoming import Incoming, Stage
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingLine:
    """One thing that waits in an inbox."""

    incoming: Id
    sender: Id | None
    because: str
    addressed_to: str
    channel: str
    sent_on: date | None
    received_on: date
    here_since: date
    days_waited: int
    # Of a document: its id, and since when its sender has authority in the case it was sent to.
    document: Id | None
    authority_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectLine:
    """That it was sent on, by whom it was had until then, and to whom."""

    from_body: str
    to: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDocument:
    """The document that came in; its name is among the words, its content opened apart."""

    document: Id
    media_type: str
    size_in_bytes: int
    names_no_patient: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingCard:
    """One thing that came in, with its receipt: the reference and the instant it was recorded."""

    incoming: Id
    recorded_at: datetime | None
    sender: Id | None
    because: str
    addressed_to: str
    channel: str
    sent_on: date | None
    received_on: date
    stage: str
    with_body: str
    organisation: Id | None
    redirected: tuple[RedirectLine, ...]
    proceeding: Id | None
    appeal: Id | None
    ground: str | None
    document: KeptDocument | None
    authority_on: date | None
    version: int


class IncomingReading:
    """Shows it to whoever sent it, the office it is with, and the audit."""

    def __init__(self, incoming: IncomingActing, views: Views, openings: Openings) -> None:
        self._incoming = incoming
        self._histories = incoming.acting.histories
        self._clock = incoming.acting.clock
        self._views = views
        self._openings = openings
        self._disclosing = Disclosing(self._histories, openings)

    def inbox(self, actor: Actor) -> tuple[IncomingLine, ...]:
        """Return what waits in the inbox of the actor's office, the oldest first."""
        held = roles_held(self._histories, actor, self._clock)
        permit_in_office(Act.HANDLE_INCOMING, actor, held)
        there, today = room_of(actor), self._clock.today()
        rows: Sequence[IncomingRow] = self._views.rows(
            VIEW, instance=str(there.instance), stage=str(Stage.WAITING)
        )
        ours = [row for row in rows if row.organisation == there.organisation]
        found = self._histories.load({row.case_id: Incoming for row in ours})
        return tuple(
            self._line(row, found[row.case_id].case, today) for row in sorted(ours, key=_oldest)
        )

    def own(self, person: Id) -> tuple[IncomingCard, ...]:
        """Return what a person sent, or what was entered as sent by them, the latest first."""
        rows: Sequence[IncomingRow] = self._views.rows(VIEW, sender=person)
        found = self._histories.load({row.case_id: Incoming for row in rows})
        cards = [self._card(loaded) for loaded in found.values() if loaded.case.received]
        return tuple(sorted(cards, key=_latest, reverse=True))

    def card(self, incoming: Id, actor: Actor) -> IncomingCard:
        """Return one of them; also a body that had it before sees what became of it."""
        loaded = self.seen(incoming, actor, before=True)
        if actor.person != loaded.case.be_received().sender:
            subject = loaded.case.subject(incoming)
            self._openings.note_look(subject, INCOMING, by=actor, case_id=incoming)
        return self._card(loaded)

    def words(self, incoming: Id, actor: Actor, *, reason: str | None) -> tuple[Words, ...]:
        """Open what was written; the audit says why."""
        loaded = self.seen(incoming, actor)
        parties = frozenset() if actor.acting_as is Role.AUDITOR else frozenset({actor.person})
        return self._disclosing.words_of(
            incoming,
            lambda _: True,
            subject=loaded.case.subject(incoming),
            reason=reason,
            actor=actor,
            parties=parties,
        )

    def openings(self, incoming: Id, actor: Actor) -> tuple[Opening, ...]:
        """Return who opened which text, oldest first, to whoever sent it and to the audit."""
        loaded = self.seen(incoming, actor)
        if is_official(actor):
            held = roles_held(self._histories, actor, self._clock)
            permit_in_office(Act.SEE_OPENINGS, actor, held)
        subject = loaded.case.subject(incoming)
        return tuple(self._openings.of_case(incoming, subject=subject))

    def seen(self, incoming: Id, actor: Actor, *, before: bool = False) -> Loaded[Incoming]:
        """Return it to one who may see it; raises NotFound or NotPermitted."""
        found = self._incoming.found(incoming, actor)
        loaded = here(found[incoming])
        own = loaded.case.be_received().sender == actor.person
        held = roles_in(found, actor, self._clock)
        # One who left the office they claim reads what they sent as anybody does.
        in_office = is_official(actor) and bool(held)
        if own and not in_office and actor.acting_as is not Role.AUDITOR:
            return loaded
        if not held:
            raise unknown_case()
        permit_in_office(Act.SEE_INCOMING, actor, held)
        had = before and is_official(actor) and room_of(actor) in loaded.case.rooms
        if is_official(actor) and not had:
            refuse_elsewhere(loaded.case, room_of(actor))
        return loaded

    def _card(self, loaded: Loaded[Incoming]) -> IncomingCard:
        case, received = loaded.case, loaded.case.be_received()
        recorded = self._histories.history(loaded.case_id)
        return IncomingCard(
            incoming=loaded.case_id,
            recorded_at=recorded[0].recorded_at,
            sender=received.sender,
            because=received.because,
            addressed_to=received.to,
            channel=case.filing.channel,
            sent_on=case.filing.sent,
            received_on=case.received_on,
            stage=case.stage,
            with_body=case.room.instance,
            organisation=case.room.organisation,
            redirected=tuple(
                RedirectLine(from_body=had.instance, to=one.to, on=one.redirected_on)
                for had, one in zip(case.rooms, case.redirected, strict=False)
            ),
            proceeding=case.placed.proceeding if case.placed else None,
            appeal=getattr(case.placed, "appeal", None),
            ground=case.set_aside.ground if case.set_aside else None,
            document=_document(case),
            authority_on=self._authority_since(case),
            version=loaded.version,
        )

    def _line(self, row: IncomingRow, case: Incoming, today: date) -> IncomingLine:
        return IncomingLine(
            incoming=row.case_id,
            sender=row.sender,
            because=row.because,
            addressed_to=row.addressed_to,
            channel=row.channel,
            sent_on=row.sent_on,
            received_on=row.received_on,
            here_since=row.here_since,
            days_waited=(today - row.received_on).days,
            document=case.document.document if case.document else None,
            authority_on=self._authority_since(case),
        )

    def _authority_since(self, case: Incoming) -> date | None:
        return authority_since(self._histories, case, self._clock.today())


def _document(case: Incoming) -> KeptDocument | None:
    one = case.document
    if one is None:
        return None
    return KeptDocument(
        document=one.document,
        media_type=one.media_type,
        size_in_bytes=one.size_in_bytes,
        names_no_patient=one.names_no_patient,
    )


def _latest(card: IncomingCard) -> tuple[date, Id]:
    return card.received_on, card.incoming


def _oldest(row: IncomingRow) -> tuple[date, Id]:
    return row.received_on, row.case_id
