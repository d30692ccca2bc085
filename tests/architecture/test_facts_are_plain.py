"""Facts say what they are: frozen, by name, under their own tag, in one published sentence."""

from __future__ import annotations

import ast
import inspect
import re
from typing import get_args, get_origin, get_type_hints

import pytest

from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, tag_of
from domain.stored_facts import StoredFact

KINDS: tuple[type[Fact], ...] = get_args(StoredFact)
every_kind = pytest.mark.parametrize("kind", KINDS, ids=tag_of)

SUBJECTS = {
    "domain.plans": "plan",
    "domain.organisations": "organisation",
    "domain.practitioners": "practitioner",
    "domain.bodies": "body",
    "domain.groups": "group",
    "domain.exemptions": "exemption",
    "domain.proceedings": "proceeding",
    "domain.incoming": "incoming",
}

PLAIN_TEXTS = {
    "about": "a code of the catalogue, or an id",
    "about_kind": "one of AboutKind",
    "activities": "the establishment's published programme",
    "advice": "one of Advice",
    "arena": "a code of the establishment",
    "arrival_basis": "one of ArrivalBasis",
    "assessment": "the establishment's published programme",
    "because": "one of Because",
    "body": "one of Instance",
    "capacity": "one of Capacity",
    "certificate": "the number or reference of a certificate, as its issuer printed it",
    "channel": "one of Channel",
    "decided_by": "one of Instance",
    "ground": "one of an enumeration",
    "heard_by": "one of Instance",
    "instance": "one of Instance",
    "late": "one of Late",
    "late_ground": "one of LateGround",
    "received_by": "one of Instance",
    "remedy": "one of Remedy",
    "result": "one of Decided",
    "stage": "one of Stage",
    "to": "one of Instance",
    "until": "one of Until",
    "verdict": "one of Verdict",
    "what": "one of Meant",
    "competence_area": "a field of competence, of which no patient can be told",
    "corrected_fact": "the tag of a fact",
    "country": "two letters",
    "course": "the name of a course",
    "diploma": "the number or reference of a diploma, as its issuer printed it",
    "direction": "one of Direction",
    "ending": "one of Ending",
    "employer": "an organisation, never a person",
    "exception": "one of DeferralException",
    "employment_model": "one of EmploymentModel",
    "goal": "a code of the catalogue",
    "guidance": "the establishment's published programme",
    "invited_as": "one of InvitedAs",
    "issued_by": "an organisation, never a person",
    "kind": "one of an enumeration",
    "law": "the name of a law book",
    "name": "the name of a public body, establishment or group, never of a person",
    "media_type": "one of those the examiner takes",
    "office": "one of Office",
    "organisation_number": "nine digits of the public register",
    "part_one_exception": "one of PartOneException",
    "scheme": "one of Scheme",
    "outcome": "one of an enumeration",
    "party": "one of Party",
    "paths": "the establishment's published programme",
    "place": "an establishment or office, never a person",
    "presence": "one of Presence",
    "provider": "an organisation, never a person",
    "reference": "the number of a case or letter in an archive",
    "responsibility": "the establishment's published programme",
    "setting": "one of VisitSetting",
    "sha256": "a hash of what is encrypted",
    "specialty": "one of the regulation's specialties",
    "stated_in": "the public act where it is stated",
    "template": "one of the templates of an agreement",
    "subject": "an id, or a code of the catalogue",
    "supervision": "the establishment's published programme",
    "title": "the title of a course, as its organiser announced it",
    "was": "one of Verdict",
    "worker": "the name of a machine",
    "year": "one of GroupYear",
}
"""Fields that may hold open text, and why nothing about a person's work can stand in them."""

PAST = re.compile(
    r"\b(was|were|had|did|\w+ed|gave|took|went|wrote|sent|found|stepped|left|made)\b", re.IGNORECASE
)


def keywords(kind: type[Fact]) -> set[str]:
    """Return what the class itself states, not what it inherits."""
    defined = ast.parse(inspect.getsource(kind)).body[0]
    assert isinstance(defined, ast.ClassDef)
    return {str(keyword.arg) for keyword in defined.keywords}


@every_kind
def test_a_fact_states_that_it_is_frozen_told_by_name_and_stored_under_a_tag(
    kind: type[Fact],
) -> None:
    assert keywords(kind) - {"omit_defaults"} == {"frozen", "kw_only", "tag"}
    assert kind.__struct_config__.frozen
    assert kind.__struct_config__.tag_field == "fact"


@every_kind
def test_a_tag_is_its_case_and_its_fact_in_kebab_case(kind: type[Fact]) -> None:
    case, _, told = tag_of(kind).partition(".")
    subject = ".".join(kind.__module__.split(".")[:2])
    assert case == SUBJECTS[subject]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", told)


def test_no_tag_is_used_twice() -> None:
    assert len({tag_of(kind) for kind in KINDS}) == len(KINDS)


@every_kind
def test_a_fact_is_published_as_one_sentence_in_the_past_tense(kind: type[Fact]) -> None:
    sentence = kind.__doc__ or ""
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert not re.search(r"[.!?] [A-Z]", sentence), "one sentence, please"
    assert sentence[0].isupper()
    assert PAST.search(sentence), f"not in the past tense: {sentence}"


@every_kind
def test_free_text_about_a_person_is_confidential(kind: type[Fact]) -> None:
    open_texts = {name for name, hint in get_type_hints(kind).items() if _may_hold_text(hint)}
    assert open_texts <= set(PLAIN_TEXTS), "make it Confidential, or say in the table why not"


def test_every_exception_in_the_table_is_used() -> None:
    used = {
        name
        for kind in KINDS
        for name, hint in get_type_hints(kind).items()
        if _may_hold_text(hint)
    }
    assert set(PLAIN_TEXTS) == used


@every_kind
def test_a_confidential_field_is_never_a_choice_between_open_and_sealed(kind: type[Fact]) -> None:
    for hint in get_type_hints(kind).values():
        if Confidential in get_args(hint):
            assert set(get_args(hint)) == {Confidential, type(None)}


def _may_hold_text(hint: object) -> bool:
    """Lists of words are codes: of goals, of arenas."""
    return hint is str or (str in get_args(hint) and get_origin(hint) is not tuple)
