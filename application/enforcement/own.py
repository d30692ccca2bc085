"""What is due for a person: their own days, and those of the establishments they lead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from application.actors import Actor, Role
from application.enforcement.lines import DeadlineLine, deadline_line, refuse_out_of_range
from application.enforcement.post import Calendars, Postbox, Posted
from application.enforcement.reminders import REMINDERS
from application.enforcement.rows import DeadlineRow
from application.on_behalf import on_behalf_of
from application.ports import Clock, Views
from domain.shared.ids import Id
from domain.shared.refusals import NotFound
from domain.shared.texts import Text

IN_A_CALENDAR = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageLine:
    """One message to the person, and whether it was sent by mail."""

    kind: str
    case_id: Id
    due_on: date
    put_on: date
    sent: bool
    says: Text


class OwnDays:
    """Answers for the person who asks, or for whoever holds the secret of their calendar."""

    def __init__(self, views: Views, clock: Clock, postbox: Postbox, calendars: Calendars) -> None:
        self._views = views
        self._clock = clock
        self._postbox = postbox
        self._calendars = calendars

    def deadlines(self, actor: Actor, *, days: int) -> tuple[DeadlineLine, ...]:
        """Return what is overdue, and what is due in so many days, the earliest first."""
        refuse_out_of_range(days)
        return self._of(actor.person, days, overdue=date.min)

    def messages(self, actor: Actor) -> tuple[MessageLine, ...]:
        return tuple(map(_line, self._postbox.posted(person=actor.person)))

    def make_calendar(self, actor: Actor) -> str:
        """Return the secret of a new calendar; the one before it is withdrawn."""
        return self._calendars.make(actor.person)

    def withdraw_calendar(self, actor: Actor) -> None:
        self._calendars.withdraw(actor.person)

    def calendar(self, secret: str) -> tuple[DeadlineLine, ...]:
        """Return what the calendar of a secret shows; raises NotFound."""
        person = self._calendars.whose(secret)
        if person is None:
            raise NotFound(
                "unknown-calendar",
                nb="Det er ingen kalender på denne adressen; lag en ny i «min side».",
                en="There is no calendar at this address; make a new one where you sign in.",
            )
        today = self._clock.today()
        with on_behalf_of(person, today):
            return self._of(person, IN_A_CALENDAR, overdue=today)

    def _of(self, person: Id, days: int, *, overdue: date) -> tuple[DeadlineLine, ...]:
        """Return the days to come, and those past since a day that nothing was done about."""
        today = self._clock.today()
        due = partial(
            self._views.due, "deadlines", first_day=overdue, last_day=today + timedelta(days=days)
        )
        offices = self._views.rows("offices", person=person, on=today)
        led = {office.case_id for office in offices if office.role == Role.LEADER}
        found = {*due(person=person), *due(other=person)}
        found |= {row for organisation in led for row in due(organisation=organisation)}
        return tuple(deadline_line(row, today) for row in sorted(found, key=_order))


def _order(row: DeadlineRow) -> tuple[object, ...]:
    return row.due_on, row.case_id, row.kind, row.subject


def _line(posted: Posted) -> MessageLine:
    told = posted.message
    return MessageLine(
        kind=told.kind,
        case_id=told.case_id,
        due_on=told.due_on,
        put_on=told.put_on,
        sent=posted.sent_at is not None,
        says=REMINDERS[told.kind].says,
    )
