"""Whether those who handle a case are impartial (habilitet, §§ 6 to 9; §§ 25 to 29 of 2025).

Anyone in the case may raise the question, and it is always recorded. The official answers it, or
the superior where the party wants that. From then on one who is disqualified does nothing more
in the case, but for what cannot wait, and that is never a decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from domain.law.administration import Regime
from domain.law.impartial_places import OF_ACT, Partiality, impartial_places_by
from domain.proceedings.grounds import place_of
from domain.proceedings.impartiality_facts import (
    ImpartialityDecided,
    ImpartialityQuestioned,
    SubstituteAppointed,
    UrgencyStated,
)
from domain.proceedings.partiality import (
    RULE,
    finding,
    not_disqualified,
    refuse_own_answer,
    refuse_subordinates,
    refuse_unclear,
    superior_disqualified,
)
from domain.shared.case import Effects
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, NotFound, RuleBroken


@dataclass(slots=True)
class Question:
    """One question of impartiality, its answer, and who acts instead."""

    raised: ImpartialityQuestioned
    decided: ImpartialityDecided | None = None
    substitute: SubstituteAppointed | None = None


@dataclass(slots=True)
class Impartiality:
    """Every question of impartiality in one case, as the facts so far leave them."""

    by_id: dict[Id, Question] = field(default_factory=dict)
    # By the official, the answer that keeps them from the case.
    disqualified: dict[Id, ImpartialityDecided] = field(default_factory=dict)
    urgencies: list[UrgencyStated] = field(default_factory=list)

    # acts

    def raise_question(
        self,
        question: Id,
        official: Id | None,
        because: Confidential,
        *,
        instance: str,
        by_party: bool,
        demands_superior: bool,
        by: Id,
        on: date,
    ) -> ImpartialityQuestioned:
        return ImpartialityQuestioned(
            question=question,
            official=official,
            instance=instance,
            because=because,
            by_party=by_party,
            demands_superior=by_party and demands_superior,
            raised_by=by,
            raised_on=on,
        )

    def decide(
        self,
        question: Id,
        *,
        official: Id | None,
        disqualified: bool,
        ground: Partiality | None,
        because: Confidential,
        no_time_because: Confidential | None,
        collegial: bool,
        subordinates: tuple[Id, ...] = (),
        by: Id,
        on: date,
        regime: Regime,
    ) -> ImpartialityDecided:
        """Answer a question once; raises RuleBroken for the official where another has to."""
        found, places = self.question(question), OF_ACT[regime]
        if found.decided:
            raise NotAllowed(
                "impartiality-decided",
                nb=f"Spørsmålet ble avgjort {found.decided.decided_on}; reis et nytt.",
                en=f"The question was answered on {found.decided.decided_on}; raise a new one.",
                rule=RULE,
                basis=(places.answered,),
            )
        about = found.raised.official or official
        refuse_unclear(about, ground, places, disqualified=disqualified)
        refuse_subordinates(about, subordinates, places, disqualified=disqualified)
        basis: tuple[Citation, ...] = ()
        if ground:
            basis = place_of(ground, places.grounds, rule=RULE, basis=places.disqualified)
        if by == about:
            demanded = found.raised.demands_superior and no_time_because is None
            refuse_own_answer(places, collegial=collegial, demanded=demanded)
        return ImpartialityDecided(
            question=question,
            official=about,
            disqualified=disqualified,
            ground=ground,
            because=because,
            no_time_because=no_time_because if by == about else None,
            decided_by=by,
            decided_on=on,
            basis=(*basis, places.answered),
            subordinates=tuple(dict.fromkeys(subordinates)),
        )

    def appoint(
        self, question: Id, substitute: Id, *, party: Id, by: Id, on: date, regime: Regime
    ) -> SubstituteAppointed:
        """Appoint another in the place of a disqualified official."""
        says = OF_ACT[regime].substitute
        decided = self.question(question).decided
        official = decided.official if decided and decided.disqualified else None
        if official is None or official not in self.disqualified:
            raise not_disqualified(says)
        if substitute in {official, party, *self.disqualified}:
            raise RuleBroken(
                finding(
                    says,
                    nb="Stedfortrederen er selv part eller ugild i saken; oppnevn en annen.",
                    en="The substitute is a party or disqualified in the case; appoint another.",
                )
            )
        return SubstituteAppointed(
            question=question,
            official=official,
            substitute=substitute,
            appointed_by=by,
            appointed_on=on,
            basis=(says,),
        )

    def state_urgency(
        self, because: Confidential, *, by: Id, on: date, regime: Regime
    ) -> UrgencyStated:
        """Say why something cannot wait; that day the disqualified official may see to it."""
        if by not in self.disqualified:
            raise not_disqualified(OF_ACT[regime].urgent)
        return UrgencyStated(
            question=self.disqualified[by].question,
            official=by,
            because=because,
            stated_on=on,
            basis=(OF_ACT[regime].urgent,),
        )

    # questions

    def question(self, question: Id) -> Question:
        """Return the question; raises NotFound."""
        try:
            return self.by_id[question]
        except KeyError:
            raise NotFound(
                "unknown-impartiality-question",
                nb="Saken har ikke noe slikt spørsmål om habilitet.",
                en="The case has no such question of impartiality.",
                field="question",
            ) from None

    @property
    def waiting(self) -> list[Question]:
        return [one for one in self.by_id.values() if not one.decided]

    def refuse(self, person: Id, *, on: date) -> None:
        """Raise RuleBroken to a disqualified official, but for what could not wait that day."""
        urgent = any(one.official == person and one.stated_on == on for one in self.urgencies)
        if not urgent:
            self.refuse_final(person)

    def refuse_final(self, person: Id) -> None:
        """Raise RuleBroken to a disqualified official also where it is urgent: it decides."""
        if found := tuple(self._against(person)):
            raise RuleBroken(*found)

    def refuse_subordinate(self, person: Id) -> None:
        """Raise RuleBroken to one directly under a disqualified official: they do not decide."""
        if found := tuple(self._under(person)):
            raise RuleBroken(*found)

    def against_deciding(self, person: Id, regime: Regime) -> Iterator[Finding]:
        """Yield why one may not decide: disqualified, or a question about them unanswered."""
        yield from self._against(person)
        yield from self._under(person)
        for one in self.waiting:
            if one.raised.official in {None, person}:
                yield finding(
                    OF_ACT[regime].answered,
                    nb=f"Spørsmålet om habilitet fra {one.raised.raised_on} er ikke avgjort; "
                    "avgjør det først.",
                    en=f"The question of impartiality from {one.raised.raised_on} is not "
                    "answered; answer it first.",
                )

    def _against(self, person: Id) -> Iterator[Finding]:
        if decided := self.disqualified.get(person):
            places = impartial_places_by(decided.basis[0])
            urgent = places.urgent.section
            yield finding(
                *decided.basis[:1],
                places.disqualified,
                nb=f"Du ble funnet ugild i saken {decided.decided_on}; en annen må gjøre dette, "
                f"om det ikke haster så det må gjøres i dag (§ {urgent}), og avgjøre "
                "kan bare en annen.",
                en=f"You were found to be disqualified in the case on {decided.decided_on}; "
                "another has to do this, unless it is so urgent that it must be done today "
                f"(section {urgent}), and only another can decide.",
            )

    def _under(self, person: Id) -> Iterator[Finding]:
        # Directly under one of them, one may prepare the case and not decide it.
        above = (one for one in self.disqualified.values() if person in one.subordinates)
        if decided := next(above, None):
            yield finding(
                *superior_disqualified(impartial_places_by(decided.basis[0])),
                nb=f"Din overordnede ble funnet ugild i saken {decided.decided_on}; du kan "
                "forberede den, men avgjøre den må en som ikke er direkte underordnet.",
                en=f"Your superior was found to be disqualified in the case on "
                f"{decided.decided_on}; you may prepare it, but it is decided by one who is not "
                "directly under them.",
            )

    # effects

    def effects(self) -> Effects:
        return {
            ImpartialityQuestioned: self._raised,
            ImpartialityDecided: self._decided,
            SubstituteAppointed: self._appointed,
            UrgencyStated: lambda fact, _: self.urgencies.append(fact),
        }

    def _raised(self, fact: ImpartialityQuestioned, _: int) -> None:
        self.by_id[fact.question] = Question(raised=fact)

    def _decided(self, fact: ImpartialityDecided, _: int) -> None:
        self.by_id[fact.question].decided = fact
        if fact.official is None:
            return
        # Asked anew, it may be answered otherwise.
        self.disqualified.pop(fact.official, None)
        if fact.disqualified:
            self.disqualified[fact.official] = fact

    def _appointed(self, fact: SubstituteAppointed, _: int) -> None:
        self.by_id[fact.question].substitute = fact
