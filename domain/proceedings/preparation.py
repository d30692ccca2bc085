"""What comes before the decision: the application, a reply meanwhile, the party's own word.

What the party sends is recorded whatever the state of the case; what it then brings about is
judged with it. Only what an official does is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from domain.law.advance_notice_places import OF_ACT, AdvanceNoticePlaces, LeftOut
from domain.law.aside_places import regime_of
from domain.law.book import LawBook
from domain.proceedings import refusals
from domain.proceedings.access import AccessRequests
from domain.proceedings.grounds import place_of
from domain.proceedings.impartiality import Impartiality
from domain.proceedings.preparation_facts import (
    AdvanceNoticeGiven,
    AdvanceNoticeLeftOut,
    ApplicationReceived,
    ApplicationWithdrawn,
    CommentsReceived,
    ProvisionalReplySent,
)
from domain.proceedings.preparation_refusals import (
    RULE,
    application_withdrawn,
    found_broken,
    refuse_past,
    unheard,
)
from domain.shared.case import Effects
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Seen
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, RuleBroken

# The only outcome that is not to the party's detriment: ``Decided.GRANTED``.
GRANTED = "granted"


@dataclass(slots=True)
class Preparation:
    """What is known of the time before the decision, as the facts so far leave it."""

    received: ApplicationReceived | None = None
    replies: list[ProvisionalReplySent] = field(default_factory=list)
    notices: list[AdvanceNoticeGiven] = field(default_factory=list)
    left_out: AdvanceNoticeLeftOut | None = None
    comments: list[CommentsReceived] = field(default_factory=list)
    withdrawals: list[ApplicationWithdrawn] = field(default_factory=list)
    access: AccessRequests = field(default_factory=AccessRequests)
    impartiality: Impartiality = field(default_factory=Impartiality)
    # What came since the last advance notice.
    _heard: list[CommentsReceived] = field(default_factory=list)

    # what the party sends

    def receive(
        self,
        reference: str,
        *,
        received_on: date,
        seen: tuple[Seen, ...],
        findings: tuple[Finding, ...],
        by: Id,
        on: date,
        law: LawBook,
    ) -> ApplicationReceived:
        """Give the receipt of an application, with what it showed and lacked that day."""
        return ApplicationReceived(
            reference=reference,
            received_on=received_on,
            entered_by=by,
            entered_on=on,
            seen=seen,
            findings=findings,
            law=law.version,
        )

    def comment(
        self, comments: Confidential, *, received_on: date, decided_on: date | None, by: Id
    ) -> CommentsReceived:
        """Take in what the party has to say; late, it is marked as such."""
        after_day = bool(self.notices) and received_on > self.notices[-1].comment_by
        after_decision = decided_on is not None and received_on > decided_on
        return CommentsReceived(
            comments=comments,
            received_on=received_on,
            late=after_day or after_decision,
            entered_by=by,
        )

    def withdraw(
        self,
        because: Confidential | None,
        *,
        applied: bool,
        decided_on: date | None,
        received_on: date,
        by: Id,
        on: date,
    ) -> ApplicationWithdrawn:
        """Take the application back; one that is decided, or was never made, is not undone."""
        return ApplicationWithdrawn(
            because=because,
            received_on=received_on,
            ends=applied and decided_on is None and self.withdrawn is None,
            entered_by=by,
            entered_on=on,
        )

    # what the body does

    def reply(
        self,
        expected_on: date,
        *,
        because: Confidential,
        applied: bool,
        decided_on: date | None,
        by: Id,
        on: date,
        law: LawBook,
    ) -> ProvisionalReplySent:
        """Tell when an answer is expected; raises Invalid for a day that is not to come."""
        self._refuse_over(decided_on)
        rule = law.provisional_reply.on(on)
        if not applied:
            raise NotAllowed(
                "nobody-waits-for-a-reply",
                nb="Ingen har søkt i saken, så ingen venter på et foreløpig svar.",
                en="Nobody applied in the case, so nobody waits for a provisional reply.",
                rule=RULE,
                basis=(rule.citation,),
            )
        refuse_past(expected_on, on, field="expectedOn", basis=rule.citation)
        return ProvisionalReplySent(
            expected_on=expected_on,
            because=because,
            sent_by=by,
            sent_on=on,
            law=law.version,
            basis=(rule.citation,),
        )

    def give_notice(
        self,
        text: Confidential,
        comment_by: date,
        *,
        decided_on: date | None,
        by: Id,
        on: date,
        law: LawBook,
    ) -> AdvanceNoticeGiven:
        """Tell the party what is to be decided; given again, the last day to comment counts."""
        self._refuse_over(decided_on)
        places = _places(law, on)
        refuse_past(comment_by, on, field="commentBy", basis=places.time_to_comment)
        basis = tuple(dict.fromkeys((places.notice, places.time_to_comment)))
        return AdvanceNoticeGiven(
            text=text, comment_by=comment_by, given_by=by, given_on=on, basis=basis
        )

    def leave_notice_out(
        self,
        ground: LeftOut,
        because: Confidential,
        *,
        decided_on: date | None,
        by: Id,
        on: date,
        law: LawBook,
    ) -> AdvanceNoticeLeftOut:
        """State why no advance notice is given; raises NotAllowed once one was."""
        self._refuse_over(decided_on)
        places = _places(law, on)
        basis = place_of(ground, places.left_out, rule=RULE, basis=places.notice)
        if self.notices:
            day = self.notices[-1].comment_by
            raise NotAllowed(
                "advance-notice-given",
                nb=f"Forhåndsvarsel er gitt; parten har til og med {day} på å uttale seg.",
                en=f"An advance notice was given; the party has until {day} to comment.",
                rule=RULE,
                basis=(places.notice,),
            )
        return AdvanceNoticeLeftOut(
            ground=ground, because=because, left_out_by=by, left_out_on=on, basis=basis
        )

    # questions

    @property
    def withdrawn(self) -> ApplicationWithdrawn | None:
        """Return the withdrawal that ended the case, if there is one."""
        return next((one for one in self.withdrawals if one.ends), None)

    @property
    def comment_by(self) -> date | None:
        """Return until when comments are waited for; None where nobody was asked, or all came."""
        return self.notices[-1].comment_by if self.notices and not self._heard else None

    def refuse_to_decide(
        self, outcome: str, *, applied: bool, by: Id, on: date, law: LawBook
    ) -> None:
        """Raise where the party was not heard, or the one who decides is not impartial."""
        if self.withdrawn:
            raise application_withdrawn(self.withdrawn.received_on)
        places = _places(law, on)
        found = [
            *self.impartiality.against_deciding(by, regime_of(law, on)),
            *self._not_awaited(on, places.time_to_comment),
        ]
        heard = applied or self.notices or self.comments or self.left_out
        if outcome != GRANTED and not heard:
            found.append(unheard(places.notice))
        if found:
            raise RuleBroken(*found)

    def _not_awaited(self, on: date, basis: Citation) -> Iterator[Finding]:
        day = self.comment_by
        if day and on <= day:
            yield found_broken(
                basis,
                nb=f"Parten er varslet og har til og med {day} på å uttale seg; vedtak kan "
                "treffes når uttalelsen er kommet, eller dagen etter.",
                en=f"The party was given notice and has until {day} to comment; it is decided "
                "when the comments have come, or the day after.",
            )

    def _refuse_over(self, decided_on: date | None) -> None:
        if decided_on:
            raise refusals.decided_already(decided_on)
        if self.withdrawn:
            raise application_withdrawn(self.withdrawn.received_on)

    # effects

    def effects(self) -> Effects:
        return {
            ApplicationReceived: self._received,
            ProvisionalReplySent: lambda fact, _: self.replies.append(fact),
            AdvanceNoticeGiven: self._given,
            AdvanceNoticeLeftOut: self._left_out,
            CommentsReceived: self._commented,
            ApplicationWithdrawn: lambda fact, _: self.withdrawals.append(fact),
            **self.access.effects(),
            **self.impartiality.effects(),
        }

    def _received(self, fact: ApplicationReceived, _: int) -> None:
        self.received = fact

    def _given(self, fact: AdvanceNoticeGiven, _: int) -> None:
        self.notices.append(fact)
        self._heard.clear()

    def _left_out(self, fact: AdvanceNoticeLeftOut, _: int) -> None:
        self.left_out = fact

    def _commented(self, fact: CommentsReceived, _: int) -> None:
        self.comments.append(fact)
        # What was written before the notice is no answer to it, though it arrives after it.
        if self.notices and fact.received_on >= self.notices[-1].given_on:
            self._heard.append(fact)


def _places(law: LawBook, on: date) -> AdvanceNoticePlaces:
    """Return the places of the act that governs a decision still to be made."""
    return OF_ACT[regime_of(law, on)]
