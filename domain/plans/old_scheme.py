"""Training begun under the scheme before 1 March 2019 (section 37)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.law.specialist_training import NEW_SCHEME
from domain.law.transition import IN_TRAINING_THEN
from domain.shared.case import Effects
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed
from domain.shared.stated import stated


class OldSchemeStated(Fact, frozen=True, kw_only=True, tag="plan.old-scheme-stated"):
    """The doctor was in training under the earlier scheme when the new one came."""

    begun_on: date
    stated_in: str
    entered_by: Id
    entered_on: date


class OldSchemeLeft(Fact, frozen=True, kw_only=True, tag="plan.old-scheme-left"):
    """Doctor and establishment agreed that the training goes on under the new scheme."""

    agreed_on: date
    entered_by: Id
    entered_on: date


OldSchemeFact = OldSchemeStated | OldSchemeLeft


@dataclass(slots=True)
class OldScheme:
    """Whether the doctor may still apply under the earlier scheme, as the facts so far say."""

    stated: OldSchemeStated | None = None
    left: OldSchemeLeft | None = None

    # acts

    def state(self, begun_on: date, *, stated_in: str, by: Id, on: date) -> OldSchemeStated:
        if self.stated:
            raise NotAllowed(
                "old-scheme-stated",
                nb=f"Det er allerede ført at utdanningen begynte {self.stated.begun_on}.",
                en=f"It is already entered that the training began on {self.stated.begun_on}.",
                rule="L-SPF-37",
                basis=(IN_TRAINING_THEN,),
            )
        if begun_on > NEW_SCHEME:
            raise NotAllowed(
                "begun-under-the-new-scheme",
                nb=f"Overgangsreglene gjelder dem som var under spesialisering {NEW_SCHEME}; "
                f"{begun_on} er etter det.",
                en=f"The transition is for those in training on {NEW_SCHEME}; {begun_on} is after "
                "that.",
                rule="L-SPF-37",
                basis=(IN_TRAINING_THEN,),
                field="begunOn",
            )
        return OldSchemeStated(
            begun_on=begun_on,
            stated_in=stated(stated_in, field="statedIn"),
            entered_by=by,
            entered_on=on,
        )

    def leave(self, agreed_on: date, *, by: Id, on: date) -> OldSchemeLeft:
        if self.stated is None or self.left:
            raise NotAllowed(
                "not-in-the-old-scheme",
                nb="Legen er ikke ført med utdanning etter den gamle ordningen.",
                en="The doctor is not entered as in training under the old scheme.",
                rule="L-SPF-37",
                basis=(IN_TRAINING_THEN,),
            )
        first = max(NEW_SCHEME, self.stated.begun_on)
        if agreed_on < first:
            raise NotAllowed(
                "left-before-the-new-scheme",
                nb=f"Ny ordning kom {NEW_SCHEME}; {agreed_on} er før det eller før utdanningen "
                "begynte.",
                en=f"The new scheme came on {NEW_SCHEME}; {agreed_on} is before that, or before "
                "the training began.",
                rule="L-SPF-37",
                basis=(IN_TRAINING_THEN,),
                field="agreedOn",
            )
        return OldSchemeLeft(agreed_on=agreed_on, entered_by=by, entered_on=on)

    # questions

    @property
    def may_apply(self) -> bool:
        """Return whether the earlier scheme was begun and not left; until when is law."""
        return self.stated is not None and self.left is None

    def may_apply_on(self, day: date) -> bool:
        """Return the same of a day: before it was left it was open."""
        return self.stated is not None and (self.left is None or day < self.left.agreed_on)

    # effects

    def effects(self) -> Effects:
        return {OldSchemeStated: self._stated, OldSchemeLeft: self._left}

    def _stated(self, fact: OldSchemeStated, _: int) -> None:
        self.stated = fact

    def _left(self, fact: OldSchemeLeft, _: int) -> None:
        self.left = fact
