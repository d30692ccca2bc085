"""What can be asked to have done with an exemption."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.calendar.appeal_question import ArrivalBasis, Channel
from domain.exemptions.exemption import SupportingFact
from domain.law.exemptions import ExemptionKind
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyForExemption:
    """Apply for a supervisor and the plans of the establishment that are to be covered.

    An exemption from half time in open practice is for one plan, and names no supervisor.
    """

    exemption: Id
    organisation: Id
    kind: ExemptionKind
    plans: tuple[Id, ...]
    supervisor: Id | None = None
    supporting: tuple[SupportingFact, ...] = ()
    applied_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawApplication:
    exemption: Id
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantExemption:
    """Grant it for ``plans``, all that were applied for if not given.

    Without a last day it is refused by the rule that asks for one, not as a malformed request.
    """

    exemption: Id
    first_day: date
    stated_in: str
    last_day: date | None = None
    plans: tuple[Id, ...] | None = None
    decided_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseExemption:
    exemption: Id
    stated_in: str
    decided_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterNotice:
    """Enter when the notice of the refusal arrived, or was made available and alerted of.

    Entered again it is a correction, and the time to appeal is computed anew.
    """

    exemption: Id
    channel: Channel = Channel.LETTER
    arrived_on: date | None = None
    available_on: date | None = None
    alerted_on: date | None = None
    arrival_basis: ArrivalBasis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendExemption:
    exemption: Id
    stated_in: str
    last_day: date | None = None
    decided_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeExemption:
    exemption: Id
    last_day: date
    stated_in: str
    decided_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectExemptionFact:
    """Mark a fact of the exemption as recorded in error, in the plans it was told to as well."""

    exemption: Id
    version: int
    reason: str
