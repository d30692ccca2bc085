"""Everything the clock is to bring about on a day, in order; done again it changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from application.acting import Acting
from application.enforcement.lapse import lapse
from application.enforcement.outages import Outage, note_outages
from application.enforcement.outcome import Outcome
from application.enforcement.post import Postbox
from application.enforcement.recompute import recompute
from application.enforcement.remind import remind
from application.exemptions.expiring import ExpiryService
from application.ports import NotYetVisible, Views
from domain.law.book import LawBook

SECONDS_FOR_THE_ROWS = 30.0


class Enforcement:
    """The work of the clock. Whether it is done late or never changes nobody's position."""

    def __init__(
        self,
        acting: Acting,
        views: Views,
        postbox: Postbox,
        expiry: ExpiryService,
        law: LawBook,
    ) -> None:
        self._acting = acting
        self._views = views
        self._postbox = postbox
        self._law = law
        self._expiry = expiry

    def sweep(self, day: date | None = None) -> dict[str, Outcome]:
        """Do all of it as of a day, today if not given; return how each went."""
        day = self._acting.legal_day(day, field="day")
        self._wait_for_the_rows()
        return {
            "recompute": recompute(self._acting, self._views, self._law, day),
            "lapse": self.lapse(day),
            "expire": self.expire(day),
            "remind": self.remind(day),
        }

    def _wait_for_the_rows(self) -> None:
        """Raise NotYetVisible if the rows stay behind: a sweep that saw nothing would say so."""
        position = self._acting.histories.position()
        if not self._views.wait_for(position, seconds=SECONDS_FOR_THE_ROWS):
            raise NotYetVisible(
                "rows-behind",
                nb="De oppbevarte radene er ikke kommet så langt som det som er registrert; "
                "arbeideren («alis worker») bringer dem dit.",
                en="The kept rows have not come as far as what is recorded; the worker "
                "('alis worker') brings them there.",
            )

    def note_outages(self, outages: Sequence[Outage]) -> Outcome:
        return note_outages(self._acting, outages)

    def lapse(self, day: date) -> Outcome:
        return lapse(self._acting, self._views, self._law, day)

    def expire(self, day: date) -> Outcome:
        """Note the exemptions that are over; one noted for a day to come would be a guess."""
        found = self._expiry.expire(min(day, self._acting.clock.today()))
        failed = dict.fromkeys(found.failed, "not noted; see the log")
        return Outcome(recorded=len(found.noted), failed=failed)

    def remind(self, day: date) -> Outcome:
        return remind(self._acting, self._views, self._postbox, self._law, day)
