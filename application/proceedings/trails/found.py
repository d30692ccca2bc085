"""What was found, and what would be: of the facts then and now, by the law then and another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.proceedings.facts import DecisionMade
from domain.shared.findings import Finding


class Facts(StrEnum):
    """Which facts were asked: those the decision saw, or those there are today."""

    THEN = "then"
    NOW = "now"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is found of some facts on a day by a law book, beside what was found then.

    By the ids of rules: those that were not found then, those no longer found, and those found
    in other words. Empty where there is nothing to compare with.
    """

    facts: str
    on: date
    law: str
    # Kept with the decision, and not computed again.
    kept: bool
    findings: tuple[Finding, ...]
    appeared: tuple[str, ...] = ()
    vanished: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def kept_with(made: DecisionMade) -> Found:
    """Return what was found when it was decided, as it was kept."""
    return Found(
        facts=Facts.THEN, on=made.decided_on, law=made.law, kept=True, findings=made.findings
    )


def found_beside(
    made: DecisionMade | None, findings: tuple[Finding, ...], *, facts: Facts, on: date, law: str
) -> Found:
    """Return what is found, with how it differs from what was found when it was decided."""
    before, after = _by_rule(made.findings if made else ()), _by_rule(findings)
    both = before.keys() & after.keys()
    return Found(
        facts=facts,
        on=on,
        law=law,
        kept=False,
        findings=findings,
        appeared=tuple(sorted(after.keys() - before.keys())) if made else (),
        vanished=tuple(sorted(before.keys() - after.keys())),
        changed=tuple(sorted(rule for rule in both if before[rule] != after[rule])),
    )


def _by_rule(findings: Iterable[Finding]) -> dict[str, set[Finding]]:
    told: dict[str, set[Finding]] = {}
    for one in findings:
        told.setdefault(one.rule, set()).add(one)
    return told
