"""How much is measured: enough to tell, or just enough to see that it runs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Facts, rounds and plans of each benchmark."""

    replay_facts: int
    replay_rounds: int
    append_facts: int
    append_rounds: int
    rebuild_plans: int
    rebuild_library_plans: int
    rebuild_rounds: int
    import_lines: int
    import_rounds: int
    deadlines: int
    deadline_rounds: int
    lapsing_deadlines: int
    lapsing_rounds: int
    account_facts: int
    account_rounds: int
    page_facts: int
    page_doctors: int
    page_seconds: int


FULL = Sizes(
    replay_facts=2_000,
    replay_rounds=25,
    append_facts=600,
    append_rounds=7,
    rebuild_plans=1_000,
    rebuild_library_plans=5,
    rebuild_rounds=3,
    import_lines=100_000,
    import_rounds=3,
    deadlines=1_000_000,
    deadline_rounds=200,
    lapsing_deadlines=10_000,
    lapsing_rounds=3,
    account_facts=2_000,
    account_rounds=100,
    page_facts=2_000,
    page_doctors=200,
    page_seconds=30,
)
QUICK = Sizes(
    replay_facts=300,
    replay_rounds=3,
    append_facts=60,
    append_rounds=2,
    rebuild_plans=3,
    rebuild_library_plans=1,
    rebuild_rounds=1,
    import_lines=600,
    import_rounds=1,
    deadlines=5_000,
    deadline_rounds=3,
    lapsing_deadlines=60,
    lapsing_rounds=1,
    account_facts=300,
    account_rounds=3,
    page_facts=300,
    page_doctors=3,
    page_seconds=1,
)
