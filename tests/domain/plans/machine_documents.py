"""Words and files around the doctor's training, by anybody on any day."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.plans.files import FileAttached
from domain.plans.guidance import SessionDrafted
from domain.plans.rules.about import AboutKind
from domain.plans.sharing import MinutesShared
from domain.shared.confidential import Confidential
from domain.shared.findings import Force
from domain.shared.ids import Id
from domain.shared.texts import Text
from tests.domain.plans import documenting
from tests.domain.plans.documenting import PLAN
from tests.domain.plans.machine import PlanMachine, days, people, sessions
from tests.domain.plans.machine_people import DOCTOR_AGAIN
from tests.support.documents import COMMENT, FILE, NUMBER, OTHER_COMMENT, OTHER_FILE
from tests.support.plans import ACTIVITY, DOCTOR, GOAL, OUTSIDER, SESSION, text

things = st.sampled_from([GOAL, SESSION, ACTIVITY, PLAN, OUTSIDER])
kinds = st.sampled_from(AboutKind)
comments = st.sampled_from([COMMENT, OTHER_COMMENT])
files = st.sampled_from([FILE, OTHER_FILE])
words = st.sampled_from([text(), text(f"pasient {NUMBER}")])
found = st.sampled_from([(), (Text(nb="side 1", en="page 1"),)])


class Documented(PlanMachine):
    """What is said of, and attached to, what is in the plan; and who else reads."""

    @rule(comment=comments, kind=kinds, about=things, by=people, said=words, sure=st.booleans())
    def comment(
        self, comment: Id, kind: AboutKind, about: str, by: Id, said: Confidential, *, sure: bool
    ) -> None:
        asked = {"comment": comment, "about_kind": kind, "about": about, "by": by, "text": said}
        self.attempt(lambda: documenting.comment(self.plan, **asked, names_no_patient=sure))

    @rule(file=files, kind=kinds, about=things, by=people, places=found, sure=st.booleans())
    def attach(
        self,
        file: Id,
        kind: AboutKind,
        about: str,
        by: Id,
        places: tuple[Text, ...],
        *,
        sure: bool,
    ) -> None:
        asked = {"file": file, "about_kind": kind, "about": about, "by": by, "places": places}
        self.attempt(lambda: documenting.attach(self.plan, **asked, names_no_patient=sure))

    @rule(by=people)
    def withdraw(self, by: Id) -> None:
        self.attempt(lambda: documenting.withdraw(self.plan, by=by))

    @rule(session=sessions, person=people, by=people, on=days)
    def share(self, session: Id, person: Id, by: Id, on: date) -> None:
        asked = {"session": session, "person": person, "by": by, "on": on}
        self.attempt(lambda: documenting.share(self.plan, **asked))

    @rule(session=sessions, person=people, on=days)
    def share_by_the_doctor(self, session: Id, person: Id, on: date) -> None:
        self.share(session, person, self.plan.doctor, on)

    @rule(session=sessions, person=people, by=people, on=days)
    def unshare(self, session: Id, person: Id, by: Id, on: date) -> None:
        asked = {"session": session, "person": person, "by": by, "on": on}
        self.attempt(lambda: documenting.unshare(self.plan, **asked))

    @invariant()
    def no_word_or_file_names_a_patient_unless_somebody_answers_for_it(self) -> None:
        for comment in self.plan.comments.by_id.values():
            found = comment.added.findings
            assert all(finding.force is Force.INFO for finding in found)
            assert (NUMBER in (comment.added.text.text or "")) is bool(found)
        attached = (fact for fact in self.facts if isinstance(fact, FileAttached))
        assert all(fact.names_no_patient for fact in attached)

    @invariant()
    def only_the_doctor_has_shared_and_never_with_those_who_took_part(self) -> None:
        for at, told in enumerate(self.facts, start=1):
            if isinstance(told, MinutesShared):
                *before, fact = self.as_known(at)
                assert isinstance(fact, MinutesShared)
                held_by = {
                    drafted.supervisor
                    for drafted in before
                    if isinstance(drafted, SessionDrafted) and drafted.session == fact.session
                }
                assert fact.shared_by in {DOCTOR, DOCTOR_AGAIN}
                assert fact.person not in {DOCTOR, DOCTOR_AGAIN, *held_by}
