"""Contenders measured in turns, and the ratios between them."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

Contender = Callable[[], float]
"""Does its work once and returns how many facts a second it came to."""
Rates = Mapping[str, Sequence[float]]
"""What each contender came to, round by round."""
Times = Mapping[str, Sequence[float]]
"""How many milliseconds each question took, round by round."""

MILLISECONDS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The least, the middle and the most of what the rounds gave."""

    name: str
    least: float
    middle: float
    most: float
    target: float | None = None


def timed(facts: int, work: Callable[[], object], *, times: int = 5) -> Contender:
    """Return a contender that gets through so many facts in one call, and makes some calls."""

    def measure() -> float:
        gc.collect()
        began = time.perf_counter()
        for _ in range(times):
            work()
        return times * facts / (time.perf_counter() - began)

    return measure


def warmed(contenders: Mapping[str, Contender]) -> Mapping[str, Contender]:
    """Return the contenders with connections, plans and caches made, before anything counts."""
    for measure in contenders.values():
        measure()
    return contenders


def in_turns(rounds: int, contenders: Mapping[str, Contender]) -> Rates:
    """Return the rates of each contender; every round begins with another of them."""
    names = list(contenders)
    rates: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(rounds):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            rates[name].append(contenders[name]())
    return rates


def timed_in_turns(rounds: int, questions: Mapping[str, Callable[[], object]]) -> Times:
    """Return how long each question took, round by round, after it was asked once."""
    times: dict[str, list[float]] = {name: [] for name in questions}
    for ask in questions.values():
        ask()
    for _ in range(rounds):
        for name, ask in questions.items():
            began = time.perf_counter()
            ask()
            times[name].append((time.perf_counter() - began) * MILLISECONDS)
    return times


def spread(name: str, values: Sequence[float], *, target: float | None = None) -> Spread:
    return Spread(
        name=name, least=min(values), middle=median(values), most=max(values), target=target
    )


def quantile(values: Sequence[float], share: float) -> float:
    """Return the least value that at least such a share of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(ceil(share * len(ordered)) - 1, 0)]


def at_most(name: str, values: Sequence[float], *, share: float, target: float) -> Spread:
    """Return the spread with that quantile in its middle, to be told beside its target."""
    return Spread(
        name=name,
        least=min(values),
        middle=quantile(values, share),
        most=max(values),
        target=target,
    )


def spreads(rates: Rates, *, among: str = "") -> tuple[Spread, ...]:
    """Return the spread of each contender's own rates."""
    return tuple(spread(_told(name, among), values) for name, values in rates.items())


def ratio(
    rates: Rates, ours: str, other: str, *, target: float | None = None, among: str = ""
) -> Spread:
    """Return how many times as fast one contender was as another, round by round."""
    pairs = zip(rates[ours], rates[other], strict=True)
    name = _told(f"{ours} / {other}", among)
    return spread(name, [mine / theirs for mine, theirs in pairs], target=target)


def _told(name: str, among: str) -> str:
    return f"{name}, {among}" if among else name
