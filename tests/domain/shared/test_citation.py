"""How a place in the law is written."""

from __future__ import annotations

import msgspec

from domain.shared.citation import Citation

IN_ANNEX = Citation(act="spesialistforskriften", section="2", annex="2 C21 21.3")


def test_a_citation_can_point_on_to_an_annex() -> None:
    assert IN_ANNEX.nb == "spesialistforskriften § 2, jf. vedlegg 2 C21 21.3"
    assert IN_ANNEX.en == "spesialistforskriften section 2, cf. annex 2 C21 21.3"


def test_a_citation_without_annex_is_written_and_stored_as_before() -> None:
    plain = Citation(act="spesialistforskriften", section="25", paragraph=3, letter="d")
    assert plain.nb == "spesialistforskriften § 25 tredje ledd bokstav d"
    assert msgspec.to_builtins(plain) == {
        "act": "spesialistforskriften",
        "section": "25",
        "paragraph": 3,
        "letter": "d",
    }
