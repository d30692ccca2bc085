"""What was found then beside what is found now, with the differences pointed out."""

from __future__ import annotations

from collections.abc import Iterator

from application.proceedings.trails.found import Facts, Found
from application.proceedings.trails.told.lines import Line, Section, cited, day, law_book, line
from application.proceedings.trails.trail import Trail
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.texts import Text

SURE = {
    Confidence.B: Text(nb="etter en offentlig side", en="by an official page"),
    Confidence.C: Text(nb="usikkert", en="uncertain"),
}
HEADING = Text(nb="Hva som ble funnet da, og hva som finnes nå", en="What was found then, and now")


def found(trail: Trail) -> Section:
    return Section(heading=HEADING, lines=tuple(_found(trail)))


def _found(trail: Trail) -> Iterator[Line]:
    if not trail.found:
        yield line(
            "For slike saker prøves ingen vilkår av programmet.",
            "In such cases no conditions are tried by the program.",
        )
    for one in trail.found:
        yield _headed(one)
        for finding in one.findings:
            yield from _finding(finding)
        if not one.findings:
            yield line("Ingenting mangler.", "Nothing is lacking.", 1)
        if not one.kept and trail.decision:
            yield from _differences(one)


def _headed(one: Found) -> Line:
    on, law = day(one.on), law_book(one.law)
    if one.kept:
        return line(
            f"Da vedtaket ble truffet, {on.nb}, etter {law.nb}, slik det er bevart:",
            f"When it was decided, on {on.en}, by {law.en}, as it is kept:",
        )
    if one.facts == Facts.THEN:
        return line(
            f"Av de samme opplysningene, per {on.nb}, etter {law.nb}:",
            f"Of the same facts, as of {on.en}, by {law.en}:",
        )
    return line(
        f"Av opplysningene i dag, {on.nb}, etter {law.nb}:",
        f"Of the facts there are today, {on.en}, by {law.en}:",
    )


def _finding(finding: Finding) -> Iterator[Line]:
    sure = SURE.get(finding.confidence)
    nb, en = (f" ({sure.nb})", f" ({sure.en})") if sure else ("", "")
    told = finding.force is Force.INFO
    yield line(
        f"{finding.rule}{' (til opplysning)' if told else ''}: {finding.says.nb}{nb}",
        f"{finding.rule}{' (for information)' if told else ''}: {finding.says.en}{en}",
        1,
    )
    yield from cited(finding.basis, 2)


def _differences(one: Found) -> Iterator[Line]:
    if not (one.appeared or one.vanished or one.changed):
        yield line("Ingen forskjell fra da.", "No difference from then.", 1)
    for nb, en, rules in (
        ("Nytt siden da", "New since then", one.appeared),
        ("Borte siden da", "Gone since then", one.vanished),
        ("Sagt annerledes enn da", "Said otherwise than then", one.changed),
    ):
        if rules:
            yield line(f"{nb}: {', '.join(rules)}", f"{en}: {', '.join(rules)}", 1)
