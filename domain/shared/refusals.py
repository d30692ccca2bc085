"""Why an act is refused.

Refused
├── Invalid      what was sent cannot be read, or names something that does not exist
├── NotFound     no such case, or none the asker may know of
├── NotSignedIn  nobody, or nobody we can believe, stands behind the request
├── NotPermitted the person may not do this in this capacity
├── NotAllowed   the case is in a state where this cannot be done
├── RuleBroken   the law or a house rule says no; carries every finding
│   └── NotJustified  what was found may be set aside, but only with a stated reason
├── CaseChanged  somebody changed the case first; carries what changed
│   └── PartChanged  the part acted on has changed since the version the client saw
└── KeyReused    the same idempotency key came with another body
"""

from __future__ import annotations

from domain.shared.citation import Citation
from domain.shared.findings import Finding
from domain.shared.texts import Text


class Refused(Exception):
    """An act was refused; nothing was recorded. ``code`` is stable and meant for programs."""

    def __init__(
        self,
        code: str,
        *,
        nb: str,
        en: str,
        rule: str | None = None,
        basis: tuple[Citation, ...] = (),
        field: str | None = None,
    ) -> None:
        super().__init__(en)
        self.code = code
        self.text = Text(nb=nb, en=en)
        self.rule = rule
        self.basis = basis
        self.field = field


class Invalid(Refused):
    """What was sent cannot be read, or names something that does not exist."""


class NotFound(Refused):
    """There is no such case, or none the asker may know of."""


class NotSignedIn(Refused):
    """Nobody, or nobody we can believe, stands behind the request."""


class NotPermitted(Refused):
    """The person may not do this in this capacity."""


class NotAllowed(Refused):
    """The case is in a state where this cannot be done."""


class RuleBroken(Refused):
    """The law or a house rule says no."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(
            "rule-broken",
            nb=" ".join(finding.says.nb for finding in findings),
            en=" ".join(finding.says.en for finding in findings),
            rule=findings[0].rule,
            basis=findings[0].basis,
        )
        self.findings = findings


class NotJustified(RuleBroken):
    """What was found may be set aside by a person, but nobody said why."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*findings)
        self.code = "justification-missing"
        self.field = "justification"


class CaseChanged(Refused):
    """Somebody changed the case first; ``changes`` lists what came since, oldest first."""

    def __init__(self, *, nb: str, en: str, changes: tuple[tuple[int, str], ...] = ()) -> None:
        super().__init__("case-changed", nb=nb, en=en)
        self.changes = changes


class PartChanged(CaseChanged):
    """The part acted on has changed since the version the client saw."""


class KeyReused(Refused):
    """The same idempotency key came with another body."""
