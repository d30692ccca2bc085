"""What the document of the API promises is kept, whatever is made of it: schemathesis tries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import Case, Response, checks
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.core.result import Ok
from schemathesis.generation.hypothesis.builder import (
    HypothesisTestConfig,
    HypothesisTestMode,
    create_test,
)

from infrastructure.embedded import EmbeddedPostgres
from tests.support.trying import Trying, answered

PARTS = {"plans": r"/api/v1/plans", "others": r"/api/v1/(?!plans)"}
"""Two halves, for two cores."""
EXAMPLES = 12
SEED = 20_260_504
BOUNDED = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    # Nothing is sent twice: what was recorded the first time would be answered another way.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
CONFIG = {
    "seed": SEED,
    # The null character is no text anywhere here, which a pattern would say at every field.
    "generation": {"deterministic": True, "no-shrink": True, "allow-x00": False},
}
LEFT_OUT = [
    # What is right by its form may be refused by a rule of law, or for who asks; that it is
    # understood is held by `understood` instead.
    checks.positive_data_acceptance,
]
NO_SCHEMA_SAYS = re.compile(
    r"Must be a day from .*"  # JSON Schema has no first and last day
    r"|.* has not come yet\."  # nor does it know what day it is
    r"|Can be \d+ at most, the last position recorded\."  # or what was recorded
)
NEVER_PAST: frozenset[str] = frozenset()


@pytest.fixture
def trying(server: EmbeddedPostgres) -> Iterator[Trying]:
    with ExitStack() as stack:
        yield Trying(server=server, stack=stack)


@pytest.mark.slow
# The pool of connections draws lots in a thread of its own, also while a request is drawn.
@pytest.mark.filterwarnings("ignore:Do not use the `random` module inside strategies")
@pytest.mark.parametrize("part", PARTS)
def test_the_api_keeps_what_its_document_promises(trying: Trying, part: str) -> None:
    faults: dict[str, str] = {}

    def hold(case: Case[Any]) -> None:
        response = trying.send(case)
        for kind, told in broken(case, response):
            faults.setdefault(f"{case.operation.label}: {kind}", told)

    for test in drawn(trying, PARTS[part], hold):
        test()
    assert not faults, "\n\n".join(f"{name}\n{told}" for name, told in faults.items())
    never = {operation for operation, past in trying.let_in.items() if not past}
    assert never <= NEVER_PAST, never


def drawn(trying: Trying, part: str, hold: Callable[[Case[Any]], None]) -> Iterator[Any]:
    """Yield one test an operation: drawn examples, and every way in which one thing is wrong."""
    app = trying.place.client.application
    config = schemathesis.Config.from_dict(CONFIG)
    document = schemathesis.openapi.from_wsgi("/api/openapi.json", app, config=config)
    for found in document.get_all_operations():
        assert isinstance(found, Ok), found.err()
        operation = found.ok()
        if re.match(part, operation.path):
            yield create_test(
                operation=operation,
                test_func=hold,
                config=HypothesisTestConfig(
                    project=document.config,
                    modes=[HypothesisTestMode.FUZZING, HypothesisTestMode.COVERAGE],
                    settings=BOUNDED,
                    seed=SEED,
                ),
            )


def broken(case: Case[Any], response: Response) -> Iterator[tuple[str, str]]:
    """Yield what was promised and not kept, by its kind."""
    try:
        # Whose token it is was told by us, and is no invention that should have been refused.
        own = {"Authorization": case.headers["Authorization"]}
        case.validate_response(response, excluded_checks=LEFT_OUT, headers=own)
    except FailureGroup as group:
        for failure in group.exceptions:
            kind = failure.title if isinstance(failure, Failure) else type(failure).__name__
            yield kind, f"{failure}\n{said(case)}"
    if not understood(case, response):
        yield "not understood", f"{said(case)}\n{response.text}"


def said(case: Case[Any]) -> str:
    """Return what was sent, but for who sent it."""
    headers = {name: one for name, one in case.headers.items() if name != "Authorization"}
    return f"{headers} {case.path_parameters} {case.query} {case.body!r}"


def understood(case: Case[Any], response: Response) -> bool:
    """Return whether what is of the documented form was not called malformed."""
    told = answered(response)
    if told.get("code") != "malformed" or case.meta is None:
        return True
    modes = {case.meta.generation.mode, *(one.mode for one in case.meta.components.values())}
    wrong = schemathesis.GenerationMode.NEGATIVE in modes
    return wrong or all(NO_SCHEMA_SAYS.fullmatch(one) for one in leaves(told["errors"]))


def leaves(errors: Any) -> Iterator[str]:
    match errors:
        case dict():
            for one in errors.values():
                yield from leaves(one)
        case list():
            for one in errors:
                yield from leaves(one)
        case _:
            yield str(errors)
