"""Every released shape of every fact can still be read, folded and written the same."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, tag_of
from tests.support.golden import EARLIER, FOLDER, KINDS, before, decoded, encoded, golden
from tests.support.history import folded
from tests.support.plans import ORGANISATION
from tests.support.stored_forms import as_stored
from tests.support.stories import STORIES

every_kind = pytest.mark.parametrize("kind", KINDS, ids=tag_of)


@every_kind
def test_every_fact_has_a_golden_file_that_names_it(kind: type[Fact]) -> None:
    assert json.loads(golden(kind))["fact"] == tag_of(kind)


@every_kind
def test_a_golden_fact_reads_as_its_kind_and_is_written_the_same(kind: type[Fact]) -> None:
    fact = decoded(golden(kind))
    assert type(fact) is kind
    assert encoded(fact) == golden(kind)


@every_kind
def test_a_golden_fact_can_be_folded_by_its_case(kind: type[Fact]) -> None:
    case, facts = before(kind)
    at = folded(case, ORGANISATION, *facts, decoded(golden(kind)))
    assert at.case.version == len(facts) + 1


@every_kind
def test_texts_about_a_person_are_sealed_in_golden_facts(kind: type[Fact]) -> None:
    fact = decoded(golden(kind))
    texts = [getattr(fact, field) for field in kind.__struct_fields__]
    for text in texts:
        if isinstance(text, Confidential):
            assert text.text is None


@pytest.mark.parametrize("kept", sorted(EARLIER.iterdir()), ids=lambda kept: kept.stem)
def test_an_earlier_shape_of_a_fact_is_still_read_and_folded(kept: Path) -> None:
    fact = decoded(kept.read_bytes())
    assert kept.stem.rpartition(".")[0] == tag_of(type(fact))
    assert encoded(fact) != kept.read_bytes().strip()
    case, facts = before(type(fact))
    assert folded(case, ORGANISATION, *facts, fact).case.version == len(facts) + 1


def test_every_golden_file_belongs_to_a_fact_there_is() -> None:
    assert {kept.stem for kept in FOLDER.iterdir()} == {tag_of(kind) for kind in KINDS}


@pytest.mark.parametrize("case", STORIES, ids=lambda case: case.__name__)
def test_a_whole_story_reads_back_as_it_was_told(case: type) -> None:
    told = [as_stored(fact) for fact in STORIES[case]]
    assert [decoded(encoded(fact)) for fact in told] == told


def test_a_fact_without_a_golden_file_says_how_to_make_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class NeverTold(Fact, frozen=True, kw_only=True, tag="plan.never-told"):
        """Nobody ever told this."""

    monkeypatch.delenv("APPROVE", raising=False)
    with pytest.raises(AssertionError, match="APPROVE=1 pytest"):
        golden(NeverTold)
    monkeypatch.setenv("APPROVE", "1")
    with pytest.raises(AssertionError, match=r"let the fact occur in a story"):
        golden(NeverTold)


def test_an_open_text_is_never_written() -> None:
    class Open(Fact, frozen=True, kw_only=True, tag="plan.open"):
        """Somebody forgot to seal this."""

        text: Confidential

    with pytest.raises(TypeError, match="cannot hold Confidential"):
        encoded(Open(text=Confidential("åpent")))


def test_an_unknown_fact_is_not_read() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"plan\.unheard-of"):
        decoded(b'{"fact":"plan.unheard-of"}')
