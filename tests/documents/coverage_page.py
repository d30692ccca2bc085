"""Prints docs/coverage.md: every rule of the catalogue, and where it is held or will be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE, TESTS = ("domain", "application"), ("tests",)
MOST_NAMED = 3
NAMING_ALL = (Path(__file__), ROOT / "application/law/rule_names.py")
"""Those that name rules to be told of, and hold none."""

HELD: dict[str, dict[str, str]] = {
    "The municipality's plan (roles, guidance, goals, service)": {
        "R-ORG-01": "a plan is opened only while the municipality is registered",
        "R-ORG-02": "what a programme says before it is published",
        "R-ORG-03": "the other duties of an establishment, as a checklist",
        "R-ROL-01": "who may do what",
        "R-ROL-02": "nobody signs, advises on or decides their own",
        "R-ROL-03": "only a leader or dated deputy decides",
        "R-ROL-04": "the head of the sector sees the register, and no minutes",
        "R-AGR-01": "the ALIS agreement and its template",
        "R-PLN-01": "the individual plan, soon after the start",
        "R-PLN-02": "revised as a new version",
        "R-MTG-01": "half-yearly reviews",
        "R-CNF-01": "service is confirmed, and only then counted",
        "R-SUP-01": "a supervisor through the whole training",
        "R-SUP-02": "qualified on each day",
        "R-SUP-03": "hours of guidance, by their four wordings",
        "R-SUP-04": "minutes, and finalised by the supervisor",
        "R-SUP-05": "concerns about progression",
        "R-SUP-06": "preparation paid beside the guidance",
        "R-SUP-07": "more guidance may be agreed",
        "R-SUP-08": "the supervisor's course",
        "R-SUP-09": "guidance shows something for any goal",
        "R-GRP-01": "two years of group guidance, and the diploma",
        "R-GRP-02": "one of them in open practice",
        "R-GRP-03": "organised by the medical association",
        "R-SPV-01": "where supervision must be on the spot",
        "R-SPV-02": "clinical supervisors of other professions",
        "R-SPV-03": "their advice is needed too",
        "R-LG-01": "all goals are achieved",
        "R-LG-02": "other activities than those recommended",
        "R-LG-03": "approving says why",
        "R-ASM-01": "assessed and documented soon",
        "R-ASM-02": "two different people are heard",
        "R-ASM-03": "decided with the supervisor",
        "R-ASM-04": "assessment panels",
        "R-ASM-05": "the states of a goal",
        "R-ASM-06": "the right to a new assessment",
        "R-ALI-01": "the doctor answers for their own learning",
        "R-ALI-02": "invites at the start",
        "R-ALI-03": "makes the plan with leader and supervisor",
        "R-ALI-04": "follows it: groups, courses, visits",
        "R-ALI-05": "documents and sends to be signed",
        "R-ALI-06": "sends goals after consulting the supervisor",
        "R-KP-01": "supervisors only for activities",
        "R-KP-02": "goals go to the leader",
        "R-KP-03": "documents and comments, and no patients in them",
        "R-KP-04": "what counts is in the record",
        "R-SVC-01": "five years of full time",
        "R-SVC-02": "two of them in open practice, and caps",
        "R-SVC-03": "half a post until the end of 2024",
        "R-SVC-04": "other practice up to two and a half years",
        "R-SVC-05": "half a year in an institution is recommended",
        "R-SVC-06": "absence",
        "R-SVC-07": "the goals of part one come first",
        "R-ARE-01": "the arenas and their goals (R-ARE-01 to R-ARE-07)",
        "R-EXM-01": "exemptions for a limited time",
    },
    "The hearing of 2024, against what was adopted": {
        "R-REG-02": "guidance averaged over the path",
        "R-REG-04": "no floor of open practice since 2025",
        "R-REG-08": "no supervisor without the specialty but by exemption",
    },
    "Counting days": {
        "L-DL-01": "days, weeks, months and years",
        "L-DL-02": "an end on a day off goes on to a working day",
        "L-HOL-01": "holidays by formula",
    },
    "The specialist training regulation": {
        "L-SPF-02": "section 2: how long, how guided, where",
        "L-SPF-07": "section 7: the doctor's own responsibility",
        "L-SPF-08": "section 8: part time",
        "L-SPF-18": "section 18: part one first, with exceptions",
        "L-SPF-19": "sections 19 and 21: registered from the application",
        "L-SPF-23": "section 23: the programme",
        "L-SPF-25": "section 25: plan, supervisor, confirmation",
        "L-SPF-26": "section 26: assessed, and anew",
        "L-SPF-28": "section 28: changes are told",
        "L-SPF-29": "section 29: what approval takes",
        "L-SPF-31": "section 31: how service is counted",
        "L-SPF-35": "section 35: which body hears an appeal",
        "L-SPF-37": "section 37: the earlier scheme",
    },
    "Goals and the application": {
        "L-LG-01": "88 goals of general practice",
        "L-LG-02": "the common goals, before and after 1 March 2026",
        "L-LG-03": "the levels of the annex",
        "L-SPA-01": "what an application takes",
    },
    "The administration act, as far as days go": {
        "L-FVL-01": "three weeks from arrival",
        "L-FVL-02": "not notified; three months for others",
        "L-FVL-03": "reasons demanded",
        "L-FVL-04": "extension before expiry",
        "L-FVL-05": "handed over in time; repeated within a week",
        "L-FVL-06": "a short deadline to correct",
        "L-FVL-07": "late appeals, and the year",
        "L-FVL-08": "the first instance: changes, maintains, sends on",
        "L-FVL-09": "three months to tell of a change for the worse",
        "L-FVL-10": "reversal without appeal",
        "L-FVL-11": "costs within three weeks",
        "L-FVL-12": "what a notice says; a lawsuit after six months",
        "L-FVL-13": "to whom an appeal goes; no appeal over one decided",
        "L-FVL-14": "a representative's arrival",
        "L-FVL-15": "nobody handles their own case, or decides it twice",
        "L-FVL-16": "no court recess",
        "L-EFV-01": "available and alerted",
        "L-EFV-02": "electronic appeals arrive",
        "R-APP-02": "an appeal to the wrong body is sent on, and its day is for a person",
    },
    "Identifiers": {
        "L-HPR-01": "HPR numbers",
        "L-FNR-01": "identity numbers",
    },
}

LATER: dict[str, dict[str, str]] = {
    "Decisions, notices and appeals (proceedings)": {
        "L-EFV-03": "reservation against digital letters; a wrong body sends on already",
        "L-NFVL-01": "the act of 2025 is adopted and not in force; its days can be tried already",
        "L-NFVL-02": "what changes with it besides days",
        "L-SPF-32": "parts of the training abroad",
        "L-SPF-33": "conversion of an approval from abroad",
    },
    "Posts and their exceptions": {
        "R-REG-01": "the order of part one; not adopted",
        "R-REG-03": "who may change the goals",
        "R-REG-05": "self-created posts",
        "R-REG-06": "their advertising",
        "R-REG-07": "their grants",
        "R-REG-09": "locums without the competence",
        "R-REG-10": "exemptions for being on call",
        "R-REG-11": "refunds",
        "R-REG-12": "refunds, not adopted",
        "R-REG-13": "figures of the hearing",
        "L-KOMP-01": "the competence regulation from 2026",
        "L-KOMP-02": "its exemptions, and the report of each March",
        "L-KOMP-03": "who is exempt for good",
        "L-AKU-01": "alone on call",
        "L-TRY-01": "refunds from 2026",
    },
    "Told, and nothing more": {
        "L-SPF-27": "concerns hospitals",
        "L-KP-01": "who sees minutes; the portal itself stays the record of others",
        "L-KP-02": "a summary of the other rules",
    },
}

INTRODUCTION = """\
# Which rule is held where

Every rule of the catalogue by its id: what it is, the code that names it, the tests that hold it.
What comes with a later subject stands at the end. This page is printed by the tests, which fail
when a rule that is said to be held is named by no test (`make approve`).
"""


def coverage_page() -> str:
    chapters = [_held(name, rules) for name, rules in HELD.items()]
    later = ["# What comes later\n", *(_later(name, rules) for name, rules in LATER.items())]
    return "\n".join((INTRODUCTION, *chapters, *later))


def naming(rule: str) -> list[str]:
    """Return the test files that name a rule."""
    return _naming(rule, TESTS)


def _held(name: str, rules: dict[str, str]) -> str:
    rows = (
        f"| {rule} | {what} | {_named(_naming(rule, CODE))} | {_named(naming(rule))} |"
        for rule, what in rules.items()
    )
    return "\n".join(
        (f"## {name}\n", "| Rule | What | Code | Tests |", "|---|---|---|---|", *rows, "")
    )


def _later(name: str, rules: dict[str, str]) -> str:
    rows = (f"| {rule} | {what} |" for rule, what in rules.items())
    return "\n".join((f"## {name}\n", "| Rule | What |", "|---|---|", *rows, ""))


def _named(files: list[str]) -> str:
    return ", ".join(f"`{one}`" for one in files[:MOST_NAMED]) or "-"


def _naming(rule: str, folders: tuple[str, ...]) -> list[str]:
    return [name for name, rules in _files(folders) if rule in rules]


@cache
def _files(folders: tuple[str, ...]) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(_read(folders))


def _read(folders: tuple[str, ...]) -> Iterator[tuple[str, frozenset[str]]]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if path not in NAMING_ALL:
                text = path.read_text(encoding="utf-8")
                rules = frozenset(re.findall(r"\b[RL]-[A-Z]+-\d\d\b", text))
                yield path.relative_to(ROOT).as_posix(), rules
