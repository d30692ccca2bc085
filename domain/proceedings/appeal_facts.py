"""What is recorded of an appeal (klage), from the day it came in to the body that heard it."""

from __future__ import annotations

from datetime import date

from domain.calendar.deadlines import Step
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Seen
from domain.shared.ids import Id


class AppealFiled(Fact, frozen=True, kw_only=True, tag="proceeding.appeal-filed"):
    """An appeal came in; nothing keeps it out, and whether it was in time is judged with it."""

    appeal: Id
    appellant: Id
    # Who sent it, where that is a representative.
    sent_by: Id
    channel: str
    sent_on: date | None
    received_on: date
    received_by: str
    defects: tuple[str, ...]
    grounds: Confidential | None
    verdict: str
    late: str | None
    steps: tuple[Step, ...]
    law: str
    entered_by: Id
    # The version of the ruling appealed against; 0: the first there was.
    against: int = 0
    # When another than the party knew of it, and when it came to the body that decides if it had
    # come to another before.
    knew_on: date | None = None
    reached_on: date | None = None


class AppealSupplemented(Fact, frozen=True, kw_only=True, tag="proceeding.appeal-supplemented"):
    """More came in from one whose appeal was running already."""

    appeal: Id
    grounds: Confidential | None
    sent_by: Id
    received_on: date
    entered_by: Id
    # It may be what was sent in time while the first was not (section 30).
    channel: str | None = None
    sent_on: date | None = None
    received_by: str | None = None
    verdict: str | None = None
    late: str | None = None
    steps: tuple[Step, ...] = ()
    reached_on: date | None = None
    # What this sending lacks, of what an appeal may lack.
    defects: tuple[str, ...] = ()


class TimelinessJudged(Fact, frozen=True, kw_only=True, tag="proceeding.timeliness-judged"):
    """Whether an appeal was in time, judged anew when the time to appeal was computed anew."""

    appeal: Id
    was: str
    verdict: str
    late: str | None
    steps: tuple[Step, ...]
    law: str
    judged_on: date


class CorrectionDemanded(Fact, frozen=True, kw_only=True, tag="proceeding.correction-demanded"):
    """The body asked, by a day, for what the appeal lacked."""

    appeal: Id
    defects: tuple[str, ...]
    letter_on: date
    answer_by: date
    demanded_by: Id
    basis: tuple[Citation, ...]


class AppealMended(Fact, frozen=True, kw_only=True, tag="proceeding.appeal-mended"):
    """What the appeal lacked came in; it keeps the day it was made."""

    appeal: Id
    defects: tuple[str, ...]
    received_on: date
    entered_by: Id


class LateAppealAccepted(Fact, frozen=True, kw_only=True, tag="proceeding.late-appeal-accepted"):
    """An appeal that was late, or may have been, was taken on all the same."""

    appeal: Id
    ground: str
    because: Confidential
    accepted_by: Id
    accepted_on: date
    basis: tuple[Citation, ...]


class AppealDismissed(Fact, frozen=True, kw_only=True, tag="proceeding.appeal-dismissed"):
    """The first instance turned the appeal away, for a condition that was not met."""

    appeal: Id
    because: Confidential
    dismissed_by: Id
    dismissed_on: date
    basis: tuple[Citation, ...]


class AppealWithdrawn(Fact, frozen=True, kw_only=True, tag="proceeding.appeal-withdrawn"):
    """The appellant withdrew the appeal before it was decided."""

    appeal: Id
    withdrawn_by: Id
    withdrawn_on: date


class AppealReviewed(Fact, frozen=True, kw_only=True, tag="proceeding.appeal-reviewed"):
    """The first instance looked at its decision anew: changed it, in part, or maintained it."""

    appeal: Id
    outcome: str
    because: Confidential
    reviewed_by: Id
    reviewed_on: date
    seen: tuple[Seen, ...]
    law: str
    basis: tuple[Citation, ...]
    # What the party has after it, where the appeal that changed the decision was another's.
    result: str | None = None


class RestAnswered(Fact, frozen=True, kw_only=True, tag="proceeding.rest-answered"):
    """The appellant said whether the rest is maintained after a change in part."""

    appeal: Id
    maintained: bool
    answered_on: date
    entered_by: Id


class AppealForwarded(Fact, frozen=True, kw_only=True, tag="proceeding.appeal-forwarded"):
    """The documents were sent to the body that hears the appeal."""

    appeal: Id
    to: str
    forwarded_by: Id
    forwarded_on: date
    basis: tuple[Citation, ...]


class DetrimentNotified(Fact, frozen=True, kw_only=True, tag="proceeding.detriment-notified"):
    """The appellant was told that the decision may be changed to their detriment."""

    appeal: Id
    notified_by: Id
    notified_on: date
    basis: tuple[Citation, ...]


class AppealDecided(Fact, frozen=True, kw_only=True, tag="proceeding.appeal-decided"):
    """The appeal body decided; its decision cannot be appealed."""

    appeal: Id
    outcome: str
    to_detriment: bool
    text: Confidential
    decided_by: Id
    decided_on: date
    seen: tuple[Seen, ...]
    law: str
    basis: tuple[Citation, ...]
    # What the party has after it, where the decision was changed.
    result: str | None = None


class ProceedingClosed(Fact, frozen=True, kw_only=True, tag="proceeding.closed"):
    """Nothing was left to do."""

    closed_by: Id
    closed_on: date


AppealFact = (
    AppealFiled
    | AppealSupplemented
    | TimelinessJudged
    | CorrectionDemanded
    | AppealMended
    | LateAppealAccepted
    | AppealDismissed
    | AppealWithdrawn
    | AppealReviewed
    | RestAnswered
    | AppealForwarded
    | DetrimentNotified
    | AppealDecided
    | ProceedingClosed
)
