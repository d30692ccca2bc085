"""Random orders of acts: dealt with at most once at a time, always somewhere, never lost."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from application.incoming.rows import incoming_rows
from domain.incoming.facts import IncomingPlaced, IncomingSetAside
from domain.incoming.incoming import ROOMS, Aside, Incoming, Stage
from domain.law.remedies import Instance
from domain.shared.ids import Id
from domain.shared.refusals import Refused
from tests.support.incoming import INCOMING, RECEIVED_ON, Arrived
from tests.support.plans import ORGANISATION

DAYS = st.integers(min_value=-3, max_value=3)


class InTheInbox(RuleBasedStateMachine):
    """One thing that came in, and officials who do whatever comes to their mind with it."""

    def __init__(self) -> None:
        super().__init__()
        self.story, self.today = Arrived(), RECEIVED_ON

    @initialize(at=st.sampled_from(Instance), named=st.booleans())
    def come(self, at: Instance, named: bool) -> None:  # noqa: FBT001 - drawn
        self.story.received(at, organisation=ORGANISATION if named else None)

    @rule(days=st.integers(min_value=0, max_value=3))
    def wait(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule(to=st.sampled_from(Instance), named=st.booleans())
    def redirect(self, to: Instance, named: bool) -> None:  # noqa: FBT001 - drawn
        rooms = len(self.story.case.rooms)
        if self._done(lambda: self.story.redirected(to, self._named(named), on=self.today)):
            assert len(self.story.case.rooms) == rooms + 1
            assert self.story.case.room.instance is to

    @rule()
    def place(self) -> None:
        waited = self.story.case.stage is Stage.WAITING
        assert self._done(lambda: self.story.placed(self.today)) is waited

    @rule(ground=st.sampled_from(Aside))
    def set_aside(self, ground: Aside) -> None:
        waited = self.story.case.stage is Stage.WAITING
        assert self._done(lambda: self.story.set_aside(self.today, ground)) is waited

    @rule(received=DAYS, sent=st.none() | DAYS)
    def change_days(self, received: int, sent: int | None) -> None:
        day = RECEIVED_ON + timedelta(days=received)
        sent_on = None if sent is None else RECEIVED_ON + timedelta(days=sent)
        self._done(lambda: self.story.changed(day, sent=sent_on, on=self.today))

    @rule(version=st.integers(min_value=1, max_value=9))
    def correct(self, version: int) -> None:
        before = self.story.case.be_received()
        self._done(lambda: self.story.corrected(version, on=self.today))
        assert self.story.case.be_received() == before

    @invariant()
    def it_is_dealt_with_at_most_once(self) -> None:
        case = self.story.case
        standing = [
            fact
            for version, fact in enumerate(case.facts, start=1)
            if isinstance(fact, IncomingPlaced | IncomingSetAside) and version not in case.struck
        ]
        assert len(standing) == (0 if case.stage is Stage.WAITING else 1)

    @invariant()
    def it_is_in_one_inbox_and_has_one_row(self) -> None:
        case = self.story.case
        (row,) = incoming_rows(INCOMING, case, {})
        assert case.room.instance in ROOMS
        assert (row.instance, row.organisation) == (case.room.instance, case.room.organisation)
        assert (row.organisation is not None) is (row.instance == Instance.ESTABLISHMENT)

    @invariant()
    def its_days_can_be(self) -> None:
        case = self.story.case
        sent, received = case.filing.sent, case.received_on
        assert (sent or date.min) <= received <= case.here_since <= self.today

    @invariant()
    def told_anew_it_is_the_same(self) -> None:
        anew = Incoming()
        anew.fold(list(self.story.case.facts))
        assert (anew.stage, anew.rooms, anew.filing) == (
            self.story.case.stage,
            self.story.case.rooms,
            self.story.case.filing,
        )

    def _done(self, act: object) -> bool:
        """Return whether the act was done; refused, it left everything as it was."""
        before = self.story.case.version
        try:
            act()  # type: ignore[operator]
        except Refused:
            assert self.story.case.version == before
            return False
        return True

    def _named(self, named: bool) -> Id | None:  # noqa: FBT001 - drawn
        return ORGANISATION if named else None


TestInTheInbox = InTheInbox.TestCase
