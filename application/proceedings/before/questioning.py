"""The acts on impartiality: asked about by anyone in the case, answered where the official sits."""

from __future__ import annotations

from application.access import Act
from application.acting import required_text, text
from application.actors import BODY_OF_ROLE, Actor, Order, Role
from application.holding import held
from application.ports import Receipt
from application.proceedings.acting import ROLE_OF, At, ProceedingActing, is_of_party
from application.proceedings.before import commands as c
from application.role_names import ROLES
from domain.bodies.body import Body, body_id
from domain.law.administration import Regime
from domain.law.impartial_places import OF_ACT
from domain.law.remedies import Instance
from domain.proceedings.partiality import RULE
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotPermitted

COLLEGIAL = frozenset({Role.PERSONNEL_BOARD_OFFICER})
"""Whose members answer about each other, none of them about themselves (section 8)."""


class ImpartialityService:
    """Every act on impartiality; each returns the receipt."""

    def __init__(self, proceedings: ProceedingActing) -> None:
        self._proceedings = proceedings

    def raise_question(
        self, command: c.QuestionImpartiality, actor: Actor, order: Order
    ) -> Receipt:
        because = required_text(command.reason, field="reason")

        def decide(at: At) -> Fact:
            return at.case.preparation.impartiality.raise_question(
                command.question,
                command.official,
                because,
                instance=self._where(at, command, actor),
                by_party=is_of_party(at.case, actor)
                or actor.person in at.about.people(self._proceedings.today),
                demands_superior=command.demands_superior,
                by=actor.person,
                on=self._proceedings.today,
            )

        return self._proceedings.on_proceeding(
            command.proceeding, Act.QUESTION_IMPARTIALITY, actor, order, decide
        )

    def decide(self, command: c.DecideImpartiality, actor: Actor, order: Order) -> Receipt:
        because = required_text(command.reason, field="reason")

        def decide(at: At) -> Fact:
            asked = at.case.preparation.impartiality.question(command.question).raised
            regime = self._proceedings.regime(at.case)
            _refuse_elsewhere(asked.instance, actor, regime)
            fact = at.case.preparation.impartiality.decide(
                command.question,
                official=command.official,
                disqualified=command.disqualified,
                ground=command.ground,
                because=because,
                no_time_because=text(command.no_time_reason),
                collegial=actor.acting_as in COLLEGIAL,
                subordinates=command.subordinates,
                by=actor.person,
                on=self._proceedings.today,
                regime=regime,
            )
            if fact.official and fact.disqualified:
                self._refuse_without_office(at, fact.official, actor, field="official")
            for person in fact.subordinates:
                self._refuse_without_office(at, person, actor, field="subordinates")
            return fact

        return self._proceedings.on_proceeding(
            command.proceeding, Act.DECIDE_IMPARTIALITY, actor, order, decide
        )

    def appoint(self, command: c.AppointSubstitute, actor: Actor, order: Order) -> Receipt:
        def decide(at: At) -> Fact:
            asked = at.case.preparation.impartiality.question(command.question).raised
            regime = self._proceedings.regime(at.case)
            _refuse_elsewhere(asked.instance, actor, regime)
            fact = at.case.preparation.impartiality.appoint(
                command.question,
                command.substitute,
                party=at.about.party,
                by=actor.person,
                on=self._proceedings.today,
                regime=regime,
            )
            self._refuse_without_office(at, command.substitute, actor, field="substitute")
            return fact

        return self._proceedings.on_proceeding(
            command.proceeding, Act.DECIDE_IMPARTIALITY, actor, order, decide
        )

    def state_urgency(self, command: c.StateUrgency, actor: Actor, order: Order) -> Receipt:
        because = required_text(command.reason, field="reason")

        def decide(at: At) -> Fact:
            return at.case.preparation.impartiality.state_urgency(
                because,
                by=actor.person,
                on=self._proceedings.today,
                regime=self._proceedings.regime(at.case),
            )

        # As for a question: one who is disqualified has to be able to say it.
        return self._proceedings.on_proceeding(
            command.proceeding, Act.QUESTION_IMPARTIALITY, actor, order, decide
        )

    def _where(self, at: At, command: c.QuestionImpartiality, actor: Actor) -> str:
        """Return the instance that answers: where the official sits, the one named or acted in.

        Of one instance's official another answers nothing, whatever the one who asks says.
        """
        here = [Instance(one) for one in at.case.instances]
        sits = [one for one in here if command.official and self._sits(at, command.official, one)]
        own = next((one for one, role in ROLE_OF.items() if role is actor.acting_as), None)
        may = sits or here
        return next((one for one in (command.instance, own) if one in may), may[0])

    def _sits(self, at: At, person: Id, instance: Instance) -> bool:
        """Return whether a person holds the office of an instance today."""
        today, role = self._proceedings.today, ROLE_OF.get(instance)
        kind = BODY_OF_ROLE.get(role) if role else None
        if kind is None:
            return role in at.about.offices(person, today)
        case_id = body_id(kind)
        loaded = self._proceedings.acting.histories.load({case_id: Body})[case_id]
        return role in held(person, today, body=loaded.case)

    def _refuse_without_office(self, at: At, person: Id, actor: Actor, *, field: str) -> None:
        roles = at.about.offices(person, self._proceedings.today)
        if actor.acting_as not in roles:
            office = ROLES[actor.acting_as]
            raise Invalid(
                "not-in-the-office",
                nb=f"Personen er ikke {office.nb} her i dag; oppgi en som er det.",
                en=f"The person is not {office.en} here today; name one who is.",
                rule=RULE,
                field=field,
            )


def _refuse_elsewhere(instance: str, actor: Actor, regime: Regime) -> None:
    answers = ROLE_OF.get(Instance(instance))
    if actor.acting_as is not answers:
        raise NotPermitted(
            "other-instance",
            nb=f"Spørsmålet om habilitet avgjøres der tjenestemannen hører til: {answers}.",
            en=f"The question of impartiality is answered where the official sits: {answers}.",
            rule=RULE,
            basis=(OF_ACT[regime].answered,),
            field="Acting-As",
        )
