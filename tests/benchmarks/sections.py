"""The benchmarks, each told as one section of the report."""

from __future__ import annotations

from dataclasses import dataclass

from infrastructure.embedded import EmbeddedPostgres
from tests.benchmarks.accounts import POSTS, TOGETHER, counted
from tests.benchmarks.appending import SEVERAL, appended
from tests.benchmarks.deadlines import ESTABLISHMENTS, asked
from tests.benchmarks.importing import imported
from tests.benchmarks.lapsing import KILLED_AFTER, lapsed
from tests.benchmarks.measuring import Spread, at_most, quantile, ratio, spread, spreads
from tests.benchmarks.pages import A_SECOND, CLOSED, visited, whole
from tests.benchmarks.rebuild import rebuilds
from tests.benchmarks.replay import replayed
from tests.benchmarks.sizes import Sizes


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What was measured and how: facts a second of each way, ratios between them, or times."""

    name: str
    measured: str
    how: tuple[str, ...]
    facts_a_second: tuple[Spread, ...] = ()
    ratios: tuple[Spread, ...] = ()
    milliseconds: tuple[Spread, ...] = ()
    found: tuple[str, ...] = ()
    counted: str = "Facts a second"


def replay(server: EmbeddedPostgres, sizes: Sizes) -> Section:
    rates = replayed(server, facts=sizes.replay_facts, rounds=sizes.replay_rounds)
    return Section(
        name="Replay",
        measured=f"a plan of {sizes.replay_facts:,} facts read from PostgreSQL and folded",
        how=(
            "The plan is a simulated one with everyday work twice as frequent, cut to length.",
            (
                "*facts* folds the facts alone, as a use case loads a plan; *recorded* reads who "
                "recorded each, when and because of what, as well."
            ),
            (
                "*library* is `repository.get` of the same history as an aggregate with `@event` "
                "methods: the same fields, envelope included, the library's own transcoder with "
                "one transcoding added for dates, no snapshots, no cache."
            ),
            (
                "*Same fields* is read as a user of the library would declare them: its ids are "
                "UUIDs, for which its transcoder brings a transcoding. *library with text* is the "
                "same with ids as text, like ours: the ratios to it are lower, and have no target."
            ),
            (
                f"{sizes.replay_rounds} rounds in turns, five loads of each way in a round; "
                "Python's collector is set for all ways as the program sets it."
            ),
        ),
        facts_a_second=spreads(rates),
        ratios=(
            ratio(rates, "recorded", "library", target=10),
            ratio(rates, "facts", "library", target=15),
            ratio(rates, "recorded", "library with text"),
            ratio(rates, "facts", "library with text"),
        ),
    )


def append(server: EmbeddedPostgres, sizes: Sizes) -> Section:
    found = appended(server, facts=sizes.append_facts, rounds=sizes.append_rounds)
    alone, together, tailed = found.alone, found.together, found.tailed
    one, several = "one writer", f"{SEVERAL} writers"
    return Section(
        name="Append",
        measured="one small fact a command, each durable before the next",
        how=(
            (
                "*ours* goes through the ledger of commands and the lock that keeps the order; "
                "*library* is `Application.save` of one event with its default settings; "
                "*bare insert* is a prepared one-row INSERT of our bytes in autocommit."
            ),
            (
                f"Writers are processes. {sizes.append_rounds} rounds in turns, "
                f"{sizes.append_facts} facts a round in each way."
            ),
        ),
        facts_a_second=(
            *spreads(alone, among=one),
            *spreads(together, among=several),
        ),
        ratios=(
            ratio(alone, "ours", "library", target=1.5, among=one),
            ratio(together, "ours", "library", target=1.5, among=several),
            ratio(alone, "ours", "bare insert", among=one),
            ratio(together, "ours", "bare insert", among=several),
        ),
        found=(
            (
                f"Order, proved in the same run: {tailed.writers} writers wrote "
                f"{tailed.written:,} facts while a reader followed; it saw {tailed.seen:,}, missed "
                f"{tailed.missed}, {'in order' if tailed.in_order else 'NOT IN ORDER'}."
            ),
        ),
    )


def rebuild(server: EmbeddedPostgres, sizes: Sizes) -> Section:
    found = rebuilds(
        server,
        plans=sizes.rebuild_plans,
        library_plans=sizes.rebuild_library_plans,
        rounds=sizes.rebuild_rounds,
    )
    return Section(
        name="Rebuild",
        measured=f"all kept views of {found.plans:,} plans made anew from {found.facts:,} facts",
        how=(
            (
                "Every plan is simulated on its own and lies among the others in order of time; "
                "the rebuild fills new tables beside the old ones with two processes, and swaps."
            ),
            (
                "*library* is `ProjectionRunner` with the smallest view there can be, one row that "
                f"counts, over {found.library_facts:,} of its own events."
            ),
            f"{sizes.rebuild_rounds} rounds in turns.",
        ),
        facts_a_second=spreads(found.rates),
        ratios=(ratio(found.rates, "ours", "library", target=50),),
    )


def bring_in(server: EmbeddedPostgres, sizes: Sizes) -> Section:
    found = imported(server, lines=sizes.import_lines, rounds=sizes.import_rounds)
    return Section(
        name="Import",
        measured=f"a history file of {found.lines:,} lines brought in, durable at the end",
        how=(
            "Half the lines are sessions with minutes, half signed activities with a description.",
            (
                "From the bytes of a CSV file to the receipt: read, checked, the words sealed, "
                "encoded, read back, and recorded by one append."
            ),
            f"{sizes.import_rounds} rounds, each into empty plans of a new database.",
        ),
        facts_a_second=spreads(found.rates),
        found=(
            (
                f"{found.lines:,} lines became {found.facts:,} facts in {found.seconds:.1f} "
                "seconds, in the slowest round."
            ),
        ),
        counted="A second",
    )


def deadlines(server: EmbeddedPostgres, sizes: Sizes) -> Section:
    found = asked(server, deadlines=sizes.deadlines, rounds=sizes.deadline_rounds)
    return Section(
        name="Deadlines",
        measured=f"what is due, asked of {sizes.deadlines:,} days to come",
        how=(
            (
                f"The rows are spread over three years and {ESTABLISHMENTS} establishments, and "
                "kept, indexed and analysed as a rebuild does it."
            ),
            (
                f"{found.today:,} are due today and {found.ahead:,} in the next 14 days; they are "
                "asked for as the use cases ask, and the rows made of what comes back."
            ),
            f"{sizes.deadline_rounds} rounds in turns, on one connection.",
        ),
        milliseconds=tuple(spread(name, took, target=50) for name, took in found.times.items()),
    )


def lapse(server: EmbeddedPostgres, sizes: Sizes) -> Section:
    found = lapsed(server, deadlines=sizes.lapsing_deadlines, rounds=sizes.lapsing_rounds)
    return Section(
        name="Lapsing",
        measured=f"{found.deadlines:,} deadlines that ran out, recorded a fact each",
        how=(
            (
                "Two processes lapse all deadlines of the same day at once, in the same order, "
                "without the lease that would keep one of them from it."
            ),
            (
                "Each fact is a command of its own, durable before the next. In the second way "
                "one of the two is killed by SIGKILL about its append number "
                f"{round(found.deadlines * KILLED_AFTER):,}."
            ),
            f"{sizes.lapsing_rounds} rounds in turns, each in a new database.",
        ),
        facts_a_second=spreads(found.rates),
        found=(
            (
                f"Once each, proved in the same run: {found.deadlines:,} deadlines were "
                f"{found.deadlines:,} facts in every round of both ways, also after one more sweep."
            ),
        ),
    )


def accounts(_: EmbeddedPostgres, sizes: Sizes) -> Section:
    times = counted(facts=sizes.account_facts, rounds=sizes.account_rounds)
    return Section(
        name="Accounts",
        measured=f"guidance, service and readiness of a plan of {sizes.account_facts:,} facts",
        how=(
            f"The plan is folded once, with {POSTS} posts that overlap; folding is not measured.",
            "Every account is counted anew, exactly, and made into what is shown.",
            f"{sizes.account_rounds} rounds in turns.",
        ),
        milliseconds=tuple(
            spread(name, took, target=20 if name == TOGETHER else None)
            for name, took in times.items()
        ),
    )


def pages(server: EmbeddedPostgres, sizes: Sizes) -> Section:
    found = visited(
        server,
        facts=sizes.page_facts,
        doctors=sizes.page_doctors,
        seconds=sizes.page_seconds,
    )
    inside = whole(found.steady.inside)
    return Section(
        name="Pages",
        measured=(
            f"pages of a doctor with {found.facts:,} facts and of a leader with {found.doctors} "
            f"doctors, {A_SECOND} requests a second whether or not the last was answered"
        ),
        how=(
            (
                "Two workers of four threads under gunicorn; database, server and clients share "
                "the machine. The time is that inside the application, from request to answer."
            ),
            "Every page in turns, each by a connection of its own; the first rounds are left out.",
        ),
        milliseconds=(
            at_most("all pages, median", inside, share=0.5, target=50),
            at_most("all pages, p99", inside, share=0.99, target=150),
            *(spread(name, took) for name, took in found.steady.inside.items()),
        ),
        found=(
            (
                f"As the clients saw it at that pace: median "
                f"{quantile(found.steady.outside, 0.5):.0f} ms, p99 "
                f"{quantile(found.steady.outside, 0.99):.0f} ms."
            ),
            (
                f"{CLOSED} clients that each ask again as soon as they are answered get "
                f"{found.crowded.a_second:.0f} pages a second: median "
                f"{quantile(found.crowded.outside, 0.5):.0f} ms, p99 "
                f"{quantile(found.crowded.outside, 0.99):.0f} ms."
            ),
        ),
    )


SECTIONS = {
    "replay": replay,
    "append": append,
    "rebuild": rebuild,
    "import": bring_in,
    "deadlines": deadlines,
    "lapsing": lapse,
    "accounts": accounts,
    "pages": pages,
}
