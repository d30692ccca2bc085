"""What can be asked to have done with a decision, its notice and the appeals against it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.letters.letter import LetterKind
from domain.calendar.appeal_question import ArrivalBasis, Channel
from domain.exemptions.outcome import ExemptionTerms
from domain.law.notices import NoticeContent
from domain.law.remedies import DecisionKind, Instance
from domain.law.reversal_places import ReversalGround
from domain.proceedings.appeal import Defect, Outcome, Review
from domain.proceedings.rules.first_instance import LateGround
from domain.proceedings.rulings import Decided
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProceeding:
    """Apply for a decision, or open the case of one to be made; ``about`` names a goal.

    A doctor's own application comes in the day it is sent here. An official states the day one
    came in, and leaves it out where nobody applied.
    """

    plan: Id
    proceeding: Id
    kind: DecisionKind
    about: str = ""
    received_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenForEstablishment:
    """Apply for a decision as an establishment, or open the case of one about it.

    What one who acts for it sends comes in today; an official states the day one came in, and
    leaves it out where nobody applied. ``exemption``: the one that was applied for, which the
    case decides.
    """

    organisation: Id
    proceeding: Id
    kind: DecisionKind
    exemption: Id | None = None
    received_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeDecision:
    """Decide; the text is what the party gets to read, with its reasons.

    ``reasons_later``: they are left out and given on demand; then a demand interrupts the time.
    ``exemption``: for which days and plans an exemption is granted, in a case about one.
    """

    proceeding: Id
    outcome: Decided
    text: str
    conditions: str | None = None
    consulted: tuple[Id, ...] = ()
    reasons_later: bool = False
    exemption: ExemptionTerms | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverseDecision:
    """Change one's own decision without an appeal; the text is what the party gets to read."""

    proceeding: Id
    ground: ReversalGround
    outcome: Decided
    text: str
    exemption: ExemptionTerms | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnRuling:
    """An act on one ruling of a proceeding: the version it was told at, the last where none is."""

    proceeding: Id
    ruling: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SendNotice(OnRuling):
    """Send the notice: a ``letter`` written here, or another, and ``says`` what it tells."""

    channel: Channel
    says: tuple[NoticeContent, ...] = ()
    letter: Id | None = None
    left_out_because: str | None = None
    dispatched_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueLetter(OnRuling):
    """Write a letter of what stands in the case: of a ruling, or of an appeal.

    ``responsible`` is named beside the one who writes it; ``deferral`` tells of the right to ask
    that it is not carried out meanwhile.
    """

    letter: Id
    kind: LetterKind
    appeal: Id | None = None
    responsible: Id | None = None
    contact: str | None = None
    deferral: bool = False
    names_left_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterArrival(OnRuling):
    """Enter when the notice arrived; entered again it is a correction, and takes a reason."""

    channel: Channel = Channel.LETTER
    reason: str | None = None
    arrived_on: date | None = None
    available_on: date | None = None
    alerted_on: date | None = None
    representative_arrived_on: date | None = None
    arrival_basis: ArrivalBasis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatNotice(OnRuling):
    alerted_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandReasons(OnRuling):
    """Demand the reasons; an official states the day a demand was made."""

    demanded_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveReasons(OnRuling):
    text: str
    arrived_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendPeriod(OnRuling):
    until: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAppeal:
    """Appeal, or enter one that came in; the doctor's own arrives the day it is sent here.

    An official says what it lacks, who appeals if that is another than the party, a person or
    an establishment, and who sent it. ``knew_on``: when another knew, or should have known, of
    the decision. ``reached_on``: when one that was received by another body came to the one that
    decides. ``ruling``: the version of the one it is over; one over costs is meant only where it
    is named.
    """

    proceeding: Id
    appeal: Id
    grounds: str | None = None
    channel: Channel = Channel.DIGITAL
    sent_on: date | None = None
    received_on: date | None = None
    received_by: Instance | None = None
    defects: tuple[Defect, ...] = ()
    appellant: Id | None = None
    sent_by: Id | None = None
    knew_on: date | None = None
    reached_on: date | None = None
    ruling: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OnAppeal:
    """An act on one appeal that needs no more said."""

    proceeding: Id
    appeal: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandCorrection(OnAppeal):
    """Ask for what is lacking; 14 days unless another short time is given."""

    days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MendAppeal(OnAppeal):
    defects: tuple[Defect, ...]
    received_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptLate(OnAppeal):
    ground: LateGround
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissAppeal(OnAppeal):
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAppeal(OnAppeal):
    """Look at the decision anew; ``result``: what the party has where another's appeal changed it.

    What the party's own appeal changed is to the party's good, and needs none.
    """

    outcome: Review
    text: str
    result: Decided | None = None
    exemption: ExemptionTerms | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRest(OnAppeal):
    maintained: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardAppeal(OnAppeal):
    """Send the case on; ``documents``: the internal ones that go with it."""

    to: Instance
    documents: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideAppeal(OnAppeal):
    """Decide; ``result`` is what the party has where the decision is changed.

    ``to_detriment`` is said where what the appellant holds is quashed.
    """

    outcome: Outcome
    text: str
    result: Decided | None = None
    to_detriment: bool | None = None
    exemption: ExemptionTerms | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseProceeding:
    proceeding: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectProceedingFact:
    """Mark a fact of the proceeding as recorded in error, in the plan that tells it as well."""

    proceeding: Id
    version: int
    reason: str
