"""An exemption: applied for by an establishment, decided by the Directorate, limited in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from domain.calendar.appeal_question import AppealQuestion, of_arrival
from domain.exemptions import refusals
from domain.exemptions.facts import (
    ExemptionApplied,
    ExemptionExpired,
    ExemptionExtended,
    ExemptionFactCorrected,
    ExemptionGranted,
    ExemptionPersonMerged,
    ExemptionRefused,
    ExemptionRevoked,
    ExemptionSetAside,
    ExemptionTakenUp,
    ExemptionWithdrawn,
)
from domain.exemptions.notice import Notice
from domain.exemptions.undone import Undone
from domain.law.book import LawBook
from domain.law.exemptions import APPEALS, ExemptionKind
from domain.shared.case import Case, Correction, Effects, PersonMerged
from domain.shared.citation import Citation
from domain.shared.days import day_after
from domain.shared.enforced import Lapsed, Reminded
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid
from domain.shared.stated import stated


class SupportingFact(StrEnum):
    """What may speak for an exemption; none of it is enough without a decision (R-REG-08)."""

    HARD_TO_RECRUIT = "hard-to-recruit"
    NEIGHBOURS_ASKED = "neighbours-asked"
    OTHER_MEASURES_TRIED = "other-measures-tried"
    EXPERIENCED_GP = "experienced-gp"
    SUPERVISOR_COURSE = "supervisor-course"


class Exemption(Case):
    """One exemption, folded from its facts; its status on a day is in ``status.py``."""

    def begin(self) -> None:
        self.applied: ExemptionApplied | None = None
        self.withdrawn: ExemptionWithdrawn | None = None
        self.refused: ExemptionRefused | None = None
        self.granted: ExemptionGranted | None = None
        self.extensions: list[ExemptionExtended] = []
        self.revoked: ExemptionRevoked | None = None
        self.expired: ExemptionExpired | None = None
        self.taken_up: ExemptionTakenUp | None = None
        # What was decided and is no more, each until the day it was set aside.
        self.before: list[Undone] = []
        self.notice = Notice()

    # acts

    def apply_for(
        self,
        kind: ExemptionKind,
        *,
        organisation: Id,
        supervisor: Id | None,
        plans: tuple[Id, ...],
        supporting: tuple[SupportingFact, ...],
        by: Id,
        on: date,
        law: LawBook,
    ) -> ExemptionApplied:
        """Apply for one supervisor and some plans, or for the half time of one plan's doctor."""
        if self.applied:
            raise refusals.in_wrong_state("applied-for")
        refusals.basis_on(kind, on, law)
        covered = tuple(dict.fromkeys(plans))
        if kind is ExemptionKind.HALF_TIME_PRACTICE:
            fits = supervisor is None and len(covered) == 1
        else:
            fits = supervisor is not None and bool(covered)
        if not fits:
            raise Invalid(
                "exemption-about-nobody",
                nb="Oppgi veilederen og planene fritaket skal gjelde; fritak fra kravet om minst "
                "halv stilling gjelder én plan og ingen veileder.",
                en="State the supervisor and the plans to be covered; an exemption from half time "
                "covers one plan and no supervisor.",
                rule=refusals.RULE,
                field="plans" if supervisor or not covered else "supervisor",
            )
        return ExemptionApplied(
            kind=kind,
            organisation=organisation,
            supervisor=supervisor,
            plans=covered,
            supporting=tuple(dict.fromkeys(supporting)),
            applied_by=by,
            applied_on=on,
        )

    def withdraw(self, *, by: Id, on: date) -> ExemptionWithdrawn:
        refusals.refuse_before(on, self._undecided().applied_on, field="withdrawnOn")
        return ExemptionWithdrawn(withdrawn_by=by, withdrawn_on=on)

    def grant(
        self,
        *,
        first_day: date,
        last_day: date | None,
        plans: tuple[Id, ...] | None,
        by: Id,
        on: date,
        stated_in: str,
        law: LawBook,
    ) -> ExemptionGranted:
        """Grant it for some or all of the plans applied for."""
        applied = self._undecided()
        basis = refusals.basis_on(self.kind, on, law)
        refusals.refuse_before(on, applied.applied_on, field="decidedOn")
        last = refusals.given_last_day(last_day, basis)
        refusals.refuse_impossible_days(first_day, last)
        refusals.basis_on(self.kind, last, law)
        covered = applied.plans if plans is None else tuple(dict.fromkeys(plans))
        refusals.refuse_strangers(covered, applied.plans)
        return ExemptionGranted(
            plans=covered,
            first_day=first_day,
            last_day=last,
            decided_by=by,
            decided_on=on,
            stated_in=stated(stated_in, field="statedIn"),
            law=law.version,
            basis=(basis,),
        )

    def refuse(self, *, by: Id, on: date, stated_in: str, law: LawBook) -> ExemptionRefused:
        applied = self._undecided()
        basis = refusals.basis_on(self.kind, on, law)
        refusals.refuse_before(on, applied.applied_on, field="decidedOn")
        return ExemptionRefused(
            decided_by=by,
            decided_on=on,
            stated_in=stated(stated_in, field="statedIn"),
            law=law.version,
            basis=(basis, APPEALS),
        )

    def extend(
        self, last_day: date | None, *, by: Id, on: date, stated_in: str, law: LawBook
    ) -> ExemptionExtended:
        """Let it last longer; one that has expired by the day of the decision is over."""
        basis = self._decidable(on, law)
        refusals.refuse_after_expiry(on, self.last_day, basis)
        last = refusals.given_last_day(last_day, basis)
        refusals.refuse_no_later(last, self.last_day)
        refusals.refuse_impossible_days(self.be_granted().first_day, last)
        refusals.basis_on(self.kind, last, law)
        return ExemptionExtended(
            last_day=last,
            decided_by=by,
            decided_on=on,
            stated_in=stated(stated_in, field="statedIn"),
            law=law.version,
            basis=(basis,),
        )

    def revoke(
        self, last_day: date, *, by: Id, on: date, stated_in: str, law: LawBook
    ) -> ExemptionRevoked:
        """Let it end earlier, never before the decision; before its first day it never began."""
        basis = self._decidable(on, law)
        refusals.refuse_revoking(last_day, on, self.last_day)
        return ExemptionRevoked(
            last_day=last_day,
            decided_by=by,
            decided_on=on,
            stated_in=stated(stated_in, field="statedIn"),
            law=law.version,
            basis=(basis,),
        )

    def notify(self, asked: AppealQuestion, *, by: Id, on: date, law: LawBook) -> tuple[Fact, ...]:
        """Enter when the notice of the refusal arrived; raises Invalid or NotAllowed."""
        self.be_applied_for()
        self.be_decided_here()
        if self.refused is None:
            raise refusals.in_wrong_state("not-refused")
        with of_arrival():
            return self.notice.arrive(
                replace(asked, decided=self.refused.decided_on), by=by, on=on, law=law
            )

    def expire(self, *, noticed_on: date) -> ExemptionExpired:
        """Note that it is over; it was so from the day after its last, noted or not."""
        if not self.is_due(noticed_on):
            raise refusals.in_wrong_state("not-due")
        return ExemptionExpired(
            last_day=self.last_day, expired_on=day_after(self.last_day), noticed_on=noticed_on
        )

    # questions

    @property
    def kind(self) -> ExemptionKind:
        return ExemptionKind(self.be_applied_for().kind)

    @property
    def last_day(self) -> date:
        """Return the last day as the decisions so far leave it; raises NotAllowed before any."""
        if self.revoked:
            return self.revoked.last_day
        return self.extensions[-1].last_day if self.extensions else self.be_granted().last_day

    def be_applied_for(self) -> ExemptionApplied:
        """Return the application; raises NotFound."""
        if self.applied is None:
            raise refusals.unknown_exemption()
        return self.applied

    def be_decided_here(self) -> None:
        """Raise NotAllowed where a proceeding decides it, and has its only notice."""
        if self.taken_up:
            raise refusals.decided_in_a_proceeding(self.taken_up.proceeding)

    def be_granted(self) -> ExemptionGranted:
        """Return the grant; raises NotFound or NotAllowed."""
        self.be_applied_for()
        if self.granted is None:
            raise refusals.in_wrong_state("not-granted")
        return self.granted

    def is_due(self, day: date) -> bool:
        """Return whether it is over by the day and nobody has noted it."""
        waits = self.granted and not self.revoked and not self.expired
        return bool(waits) and self.last_day < day

    def _undecided(self) -> ExemptionApplied:
        applied = self.be_applied_for()
        if self.withdrawn or self.refused or self.granted:
            raise refusals.in_wrong_state("decided")
        return applied

    def _decidable(self, on: date, law: LawBook) -> Citation:
        """Return the basis of a decision on what was granted; raises NotAllowed or RuleBroken."""
        before = self.extensions[-1].decided_on if self.extensions else self.be_granted().decided_on
        if self.revoked:
            raise refusals.in_wrong_state("revoked")
        refusals.refuse_before(on, before, field="decidedOn")
        return refusals.basis_on(self.kind, on, law)

    # effects

    def effects(self) -> Effects:
        return {
            ExemptionApplied: self._keeping("applied"),
            ExemptionWithdrawn: self._keeping("withdrawn"),
            ExemptionRefused: self._keeping("refused"),
            ExemptionGranted: self._keeping("granted"),
            ExemptionExpired: self._keeping("expired"),
            ExemptionTakenUp: self._keeping("taken_up"),
            ExemptionExtended: self._extended,
            ExemptionRevoked: self._revoked,
            ExemptionSetAside: self._set_aside,
            ExemptionFactCorrected: self.strike,
            ExemptionPersonMerged: self.merge,
            **self.notice.effects(),
        }

    def leans(self, later: Fact, earlier: Fact) -> bool:  # noqa: ARG002
        """Return True: each step of an exemption stands on the one before."""
        return not isinstance(later, Correction | PersonMerged | Lapsed | Reminded)

    def _keeping(self, name: str) -> Callable[[Fact, int], None]:
        """Return an effect that keeps the last fact of its kind."""
        return lambda fact, _: setattr(self, name, fact)

    def _extended(self, fact: ExemptionExtended, _: int) -> None:
        # Decided in time, it may be recorded after an expiry was noted that now is none.
        self.extensions.append(fact)
        self.expired = None

    def _revoked(self, fact: ExemptionRevoked, _: int) -> None:
        self.revoked, self.expired = fact, None

    def _set_aside(self, fact: ExemptionSetAside, _: int) -> None:
        last_day = self.last_day if self.granted else None
        undone = Undone(
            refused=self.refused, granted=self.granted, last_day=last_day, set_aside=fact
        )
        self.before.append(undone)
        self.refused = self.granted = self.revoked = self.expired = None
        self.extensions = []
