"""What is recorded of a decision: how it came about, its notice, and the time to appeal."""

from __future__ import annotations

from datetime import date

from domain.calendar.deadlines import Step
from domain.shared.case import Correction, PersonMerged
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.enforced import Lapsed, Reminded
from domain.shared.facts import Fact, Seen
from domain.shared.findings import Finding
from domain.shared.ids import Id


class ProceedingOpened(Fact, frozen=True, kw_only=True, tag="proceeding.opened"):
    """An application came in, or a decision was to be made without one."""

    kind: str
    # The doctor, or the establishment that applied.
    party: Id
    # Where the doctor is in training, or which establishment applied.
    organisation: Id
    plan: Id | None
    # The goal or whatever else it is about, by its code.
    about: str
    decided_by: str
    # None where nobody applied.
    received_on: date | None
    opened_by: Id
    opened_on: date


class DecisionMade(Fact, frozen=True, kw_only=True, tag="proceeding.decided"):
    """The body decided; what it saw, whom it heard and the law it used are kept as they were."""

    outcome: str
    decided_by: Id
    decided_on: date
    # What the party gets to read, and on which conditions.
    text: Confidential
    conditions: Confidential | None
    consulted: tuple[Id, ...]
    seen: tuple[Seen, ...]
    law: str
    basis: tuple[Citation, ...]
    findings: tuple[Finding, ...]
    remedy: str
    heard_by: str | None
    # The reasons were left out, and are given on demand (section 24, second paragraph).
    reasons_later: bool = False


class DecisionReversed(Fact, frozen=True, kw_only=True, tag="proceeding.reversed"):
    """The body changed its own decision without an appeal being decided (omgjøring)."""

    ground: str
    outcome: str
    text: Confidential
    reversed_by: Id
    reversed_on: date
    law: str
    basis: tuple[Citation, ...]
    # A body other than the one whose decision it was: the one that hears appeals against it.
    by_superior: bool = False


class NoticeSent(Fact, frozen=True, kw_only=True, tag="proceeding.notice-sent"):
    """The notice of the decision was sent, with all that it must say."""

    channel: str
    says: tuple[str, ...]
    # Why the names of those behind it were left out.
    left_out_because: Confidential | None
    sent_by: Id
    dispatched_on: date
    basis: tuple[Citation, ...]
    # The letter that was sent, where it was written here.
    letter: Id | None = None
    # The version of the ruling it is of; 0: the last there was.
    ruling: int = 0


class NoticeArrived(Fact, frozen=True, kw_only=True, tag="proceeding.notice-arrived"):
    """The notice arrived, or was made available and alerted of; told again it is a correction."""

    channel: str
    arrived_on: date | None
    available_on: date | None
    alerted_on: date | None
    representative_arrived_on: date | None
    arrival_basis: str | None
    entered_by: Id
    entered_on: date
    # The version of the ruling it is of; 0: the last there was.
    ruling: int = 0
    # Why it is entered again, which may move a time that was over.
    because: Confidential | None = None


class NoticeRepeated(Fact, frozen=True, kw_only=True, tag="proceeding.notice-repeated"):
    """The party was alerted once more of a decision not opened; that restarts nothing."""

    alerted_on: date
    entered_by: Id
    basis: tuple[Citation, ...]
    # The version of the ruling it is of; 0: the last there was.
    ruling: int = 0


class ReasonsDemanded(Fact, frozen=True, kw_only=True, tag="proceeding.reasons-demanded"):
    """The party demanded the reasons of the decision, whether or not in time to interrupt."""

    demanded_on: date
    entered_by: Id
    # The version of the ruling it is of; 0: the last there was.
    ruling: int = 0


class ReasonsGiven(Fact, frozen=True, kw_only=True, tag="proceeding.reasons-given"):
    """The reasons reached the party on a day."""

    arrived_on: date
    text: Confidential
    given_by: Id
    # The version of the ruling it is of; 0: the last there was.
    ruling: int = 0


class PeriodExtended(Fact, frozen=True, kw_only=True, tag="proceeding.period-extended"):
    """The time to appeal was extended before it was over."""

    until: date
    extended_by: Id
    extended_on: date
    because: Confidential
    # The version of the ruling it is of; 0: the last there was.
    ruling: int = 0


class AppealDeadlineComputed(Fact, frozen=True, kw_only=True, tag="proceeding.deadline-computed"):
    """The time to appeal as computed from what was known, step by step."""

    # None the first time, and while reasons were waited for.
    was: date | None
    last_day: date | None
    settled: bool
    because: str
    computed_on: date
    steps: tuple[Step, ...]
    law: str
    # The version of the ruling it is of; 0: the last there was.
    ruling: int = 0


class ProceedingDeadlineLapsed(Lapsed, frozen=True, kw_only=True, tag="proceeding.deadline-lapsed"):
    """The time to appeal had run out without an appeal."""


class ProceedingReminderSent(Reminded, frozen=True, kw_only=True, tag="proceeding.reminder-sent"):
    """People were reminded of a day of the proceeding to come."""


class ProceedingFactCorrected(
    Correction, frozen=True, kw_only=True, tag="proceeding.fact-corrected"
):
    """An earlier fact of the proceeding was marked as recorded in error, with the reason."""


class ProceedingPersonMerged(
    PersonMerged, frozen=True, kw_only=True, tag="proceeding.person-merged"
):
    """Two ids in the proceeding were found to be one person's."""


DecisionFact = (
    ProceedingOpened
    | DecisionMade
    | DecisionReversed
    | NoticeSent
    | NoticeArrived
    | NoticeRepeated
    | ReasonsDemanded
    | ReasonsGiven
    | PeriodExtended
    | AppealDeadlineComputed
    | ProceedingDeadlineLapsed
    | ProceedingReminderSent
    | ProceedingFactCorrected
    | ProceedingPersonMerged
)
