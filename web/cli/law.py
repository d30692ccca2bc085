"""`alis law`: the law books, as in force on any day and as announced by any day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from application.law.named import BOOKS, law_named, law_proposed
from application.law.page import law_page
from application.law.problems import AmendmentsRefused
from application.law.reading import WordingLine, oddities, wordings
from web.cli.days import DAY
from web.cli.room import MACHINE, OUT, Failed, as_json

LAW = click.option(
    "--law",
    "name",
    default="in-force",
    show_default=True,
    help=f"Which book: {', '.join(BOOKS)}, or an amendment file.",
)
KNOWN_AT = click.option("--known-at", type=DAY, help="Read only what was announced by this day.")


def book_of(name: str, known_at: date | None) -> Any:
    """Return the law book of a name, or the one an amendment file makes."""
    if name in BOOKS or not Path(name).is_file():
        return law_named(name, known_at=known_at)
    book = _proposed(Path(name))
    return book.as_announced_by(known_at) if known_at else book


@click.group()
def law() -> None:
    """The rules everything is judged by, with the days they changed."""


@law.command()
@click.option("--on", type=DAY, help="Only the wordings in force on this day.")
@click.option("--rule", help="Only this rule.")
@LAW
@KNOWN_AT
@MACHINE
def show(
    name: str, on: date | None, known_at: date | None, rule: str | None, *, machine: bool
) -> None:
    """Print the rules with their wordings, days and citations."""
    book = book_of(name, known_at)
    lines = tuple(line for line in wordings(book, on=on) if rule in {None, line.rule})
    if rule and rule not in book.rules():
        raise Failed(f"no rule is called {rule!r}; the rules are {', '.join(book.rules())}")
    if machine:
        click.echo(as_json({"law": book.version, "on": on, "wordings": lines}))
    elif on is None and rule is None:
        click.echo(law_page(book))
    else:
        click.echo(f"Law book {book.version}" + (f", in force on {on}" if on else ""))
        for line in lines:
            _print(line)
        if not lines:
            click.echo("No rule says anything.")


@law.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@MACHINE
def check(file: Path, *, machine: bool) -> None:
    """Read an amendment FILE and say what it would change, or what is wrong with it."""
    book = _proposed(file)
    before = {(line.rule, line.first_day) for line in wordings(law_named("in-force"))}
    changed = tuple(line for line in wordings(book) if (line.rule, line.first_day) not in before)
    odd = tuple(each for each in oddities(book) if each not in oddities(law_named("in-force")))
    if machine:
        click.echo(as_json({"law": book.version, "changes": changed, "odd": odd}))
        return
    click.echo(f"{file} can be used as --law {file}. It changes:")
    for line in changed:
        _print(line)
    for each in odd:
        OUT.print(f"odd ({each.kind}), from {each.day}: {each.where}: {each.says.en}")


@law.command()
@LAW
@MACHINE
def lint(name: str, *, machine: bool) -> None:
    """Tell overlaps, gaps, texts known late and references to provisions that are gone."""
    found = oddities(book_of(name, None))
    if machine:
        click.echo(as_json(found))
        return
    for each in found:
        OUT.print(f"{each.kind}, from {each.day}: {each.where}: {each.says.en}")
    if not found:
        click.echo("Nothing is odd.")


def _proposed(file: Path) -> Any:
    try:
        return law_proposed(file.read_text("utf-8"))
    except UnicodeDecodeError:
        raise Failed(f"{file} is not UTF-8 text; an amendment file is TOML") from None
    except AmendmentsRefused as refused:
        problems = "\n".join(f"{file}: {line}" for line in refused.text.en.splitlines())
        raise Failed(f"the file proposes nothing that can be used\n{problems}") from None


def _print(line: WordingLine) -> None:
    until = f"to {line.last_day}" if line.last_day else "on"
    sure = f", confidence {line.confidence}" if line.confidence else ""
    click.echo(f"\n{line.rule}, from {line.first_day} {until}")
    for each in line.says:
        click.echo(f"  {each.name}: {each.value}")
    if line.repealed:
        click.echo("  repealed")
    by = f", as amended by {line.amended_by}" if line.amended_by else ""
    told = f", announced {line.announced_on}" if line.announced_on else ""
    click.echo(f"  {line.citation.en}{by}{told}{sure}")


COMMANDS = (law,)
