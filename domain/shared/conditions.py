"""Asking a tuple of conditions: all that fails is told, not just the first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from domain.shared.confidential import Confidential
from domain.shared.findings import Finding, Force
from domain.shared.refusals import NotJustified, RuleBroken

Q = TypeVar("Q")


def ask(conditions: tuple[Callable[[Q], Finding | None], ...], question: Q) -> tuple[Finding, ...]:
    """Return everything the conditions found, in their order."""
    return tuple(found for condition in conditions if (found := condition(question)))


def decide(
    conditions: tuple[Callable[[Q], Finding | None], ...],
    question: Q,
    justification: Confidential | None = None,
) -> tuple[Finding, ...]:
    """Return what was found and may be recorded.

    Raises RuleBroken with every HARD finding, or NotJustified with the SOFT ones when nobody
    said why they may be set aside.
    """
    findings = ask(conditions, question)
    if hard := [finding for finding in findings if finding.force is Force.HARD]:
        raise RuleBroken(*hard)
    soft = [finding for finding in findings if finding.force is Force.SOFT]
    if soft and justification is None:
        raise NotJustified(*soft)
    return findings
