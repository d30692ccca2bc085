"""The party's access to the documents of the case (innsyn): asked, answered, appealed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.law.access_places import OF_ACT, AccessGround
from domain.law.administration import Regime
from domain.law.remedies import Instance
from domain.proceedings.access_facts import (
    AccessAppealAnswered,
    AccessAppealForwarded,
    AccessAsked,
    AccessGiven,
    AccessRefusalAppealed,
    AccessRefused,
)
from domain.proceedings.grounds import place_of
from domain.shared.case import Effects
from domain.shared.confidential import Confidential
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, NotFound

RULE = "L-FVL-15"


class AccessStage(StrEnum):
    """Where a request for access is."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    APPEALED = "appealed"
    FORWARDED = "forwarded"
    UPHELD = "upheld"


@dataclass(slots=True)
class AccessRequest:
    """One request and how it was answered; what came last decides where it is."""

    asked: AccessAsked
    given: AccessGiven | None = None
    refused: AccessRefused | None = None
    appealed: AccessRefusalAppealed | None = None
    forwarded: AccessAppealForwarded | None = None
    answered: AccessAppealAnswered | None = None
    # Sent over a refusal when there was none to appeal over, or more of the same.
    also_sent: list[AccessRefusalAppealed] = field(default_factory=list)

    @property
    def stage(self) -> AccessStage:
        if self.given or (self.answered and self.answered.access):
            return AccessStage.GIVEN
        for fact, stage in (
            (self.answered, AccessStage.UPHELD),
            (self.forwarded, AccessStage.FORWARDED),
            (self.appealed, AccessStage.APPEALED),
            (self.refused, AccessStage.REFUSED),
        ):
            if fact:
                return stage
        return AccessStage.ASKED

    @property
    def given_on(self) -> date | None:
        """Return when access was given, by this body or as the one that heard the appeal said."""
        if self.given:
            return self.given.given_on
        return self.answered.answered_on if self.answered and self.answered.access else None

    @property
    def waits_since(self) -> date | None:
        """Return since when the party waits for this body; None where nothing is waited for."""
        if self.stage is AccessStage.ASKED:
            return self.asked.received_on
        runs = self.stage in {AccessStage.APPEALED, AccessStage.FORWARDED}
        return self.appealed.received_on if self.appealed and runs else None

    def be(self, *stages: AccessStage, regime: Regime) -> None:
        """Raise NotAllowed unless the request is in one of the stages."""
        if self.stage not in stages:
            raise NotAllowed(
                "access-in-wrong-stage",
                nb=f"Innsynskravet er «{self.stage}»; dette krever at det er "
                f"{' eller '.join(stages)}.",
                en=f"The request for access is '{self.stage}'; this needs it to be "
                f"{' or '.join(stages)}.",
                rule=RULE,
                basis=(OF_ACT[regime].appeal,),
            )


@dataclass(slots=True)
class AccessRequests:
    """Every request for access in one case, as the facts so far leave them."""

    by_id: dict[Id, AccessRequest] = field(default_factory=dict)

    # what the party sends

    def ask(
        self, request: Id, wanted: Confidential | None, *, received_on: date, by: Id
    ) -> AccessAsked:
        return AccessAsked(request=request, wanted=wanted, received_on=received_on, entered_by=by)

    def appeal(
        self, request: Id, grounds: Confidential | None, *, received_on: date, by: Id
    ) -> AccessRefusalAppealed:
        """Take in an appeal over access; raises NotFound for a request there never was."""
        self.request(request)
        return AccessRefusalAppealed(
            request=request, grounds=grounds, received_on=received_on, entered_by=by
        )

    # what the body does

    def give(self, request: Id, *, by: Id, on: date, regime: Regime) -> AccessGiven:
        """Give access: at once, or after all when the refusal was appealed or thought over."""
        found = self.request(request)
        stages = (stage for stage in AccessStage if stage is not AccessStage.GIVEN)
        found.be(*stages, regime=regime)
        basis = (OF_ACT[regime].access,)
        return AccessGiven(request=request, given_by=by, given_on=on, basis=basis)

    def refuse(
        self,
        request: Id,
        ground: AccessGround,
        *,
        in_part: bool,
        because: Confidential,
        by: Id,
        on: date,
        regime: Regime,
    ) -> AccessRefused:
        self.request(request).be(AccessStage.ASKED, regime=regime)
        places = OF_ACT[regime]
        basis = place_of(ground, places.grounds, rule=RULE, basis=places.refusal)
        return AccessRefused(
            request=request,
            ground=ground,
            in_part=in_part,
            because=because,
            refused_by=by,
            refused_on=on,
            basis=(*basis, places.refusal),
        )

    def forward(
        self, request: Id, *, decided_by: Instance, by: Id, on: date, regime: Regime
    ) -> AccessAppealForwarded:
        """Send an appeal over a maintained refusal to the body above."""
        self.request(request).be(AccessStage.APPEALED, regime=regime)
        return AccessAppealForwarded(
            request=request,
            to=heard_by(decided_by),
            forwarded_by=by,
            forwarded_on=on,
            basis=(OF_ACT[regime].appeal,),
        )

    def enter_answer(
        self, request: Id, *, access: bool, by: Id, on: date, regime: Regime
    ) -> AccessAppealAnswered:
        self.request(request).be(AccessStage.FORWARDED, regime=regime)
        return AccessAppealAnswered(request=request, access=access, answered_on=on, entered_by=by)

    # questions

    def request(self, request: Id) -> AccessRequest:
        """Return the request; raises NotFound."""
        try:
            return self.by_id[request]
        except KeyError:
            raise NotFound(
                "unknown-access-request",
                nb="Saken har ikke noe slikt innsynskrav.",
                en="The case has no such request for access.",
                field="request",
            ) from None

    @property
    def waiting(self) -> list[AccessRequest]:
        return [one for one in self.by_id.values() if one.waits_since]

    # effects

    def effects(self) -> Effects:
        return {
            AccessAsked: self._asked,
            AccessGiven: self._given,
            AccessRefused: self._refused,
            AccessRefusalAppealed: self._appealed,
            AccessAppealForwarded: self._forwarded,
            AccessAppealAnswered: self._answered,
        }

    def _asked(self, fact: AccessAsked, _: int) -> None:
        self.by_id[fact.request] = AccessRequest(asked=fact)

    def _given(self, fact: AccessGiven, _: int) -> None:
        self.by_id[fact.request].given = fact

    def _refused(self, fact: AccessRefused, _: int) -> None:
        self.by_id[fact.request].refused = fact

    def _appealed(self, fact: AccessRefusalAppealed, _: int) -> None:
        found = self.by_id[fact.request]
        # Only over a refusal that nobody appealed over is there anything to hear.
        if found.stage is AccessStage.REFUSED:
            found.appealed = fact
        else:
            found.also_sent.append(fact)

    def _forwarded(self, fact: AccessAppealForwarded, _: int) -> None:
        self.by_id[fact.request].forwarded = fact

    def _answered(self, fact: AccessAppealAnswered, _: int) -> None:
        self.by_id[fact.request].answered = fact


def heard_by(decided_by: Instance) -> str:
    """Return who hears an appeal over access: for a municipality both acts name the body.

    For a state body it is the one nearest above; that one is no instance here.
    """
    return str(Instance.COUNTY_GOVERNOR) if decided_by is Instance.ESTABLISHMENT else SUPERIOR


SUPERIOR = "superior-body"
