"""`alis deadline`: until when something can be done, step by step; no database is needed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import click
import msgspec

from application.deadlines import (
    ARRIVAL_BASES,
    CHANNELS,
    AskAppealDeadline,
    AskPeriod,
    DeadlineView,
    appeal_deadline_by,
    period_by,
    register,
)
from domain.shared.citation import Citation
from domain.shared.days import OSLO
from domain.shared.texts import Text
from web.cli.days import DAY
from web.cli.law import KNOWN_AT, LAW, book_of
from web.cli.room import MACHINE, as_json

LANGUAGE = click.option(
    "--language", type=click.Choice(("nb", "en")), default="en", show_default=True
)


@click.group()
def deadline() -> None:
    """Deadlines, computed from what you know."""


def _day(name: str, says: str) -> Any:
    return click.option(f"--{name}", type=DAY, metavar="DAY", help=says)


@deadline.command()
@_day("arrived", "When the notice reached the party.")
@click.option("--channel", type=click.Choice(CHANNELS), default="letter", show_default=True)
@click.option(
    "--arrival-basis",
    type=click.Choice(ARRIVAL_BASES),
    help="What the day of arrival rests on; an estimate if not said.",
)
@_day("available", "When a digital decision was made available.")
@_day("alerted", "When the alert of a digital decision was sent.")
@_day("representative-arrived", "When the notice reached the party's representative.")
@_day("decided", "When the decision was made; chooses the act, and caps late appeals.")
@_day("reasons-demanded", "When reasons were demanded.")
@_day("reasons-arrived", "When the reasons arrived.")
@_day("extended-on", "When an extension was decided.")
@_day("extended-until", "Until when the period was extended.")
@click.option("--defective", is_flag=True, help="The notice lacked something it must say.")
@LAW
@KNOWN_AT
@LANGUAGE
@MACHINE
def appeal(name: str, known_at: date | None, language: str, *, machine: bool, **asked: Any) -> None:
    """Tell until when a decision can be appealed, and how that is counted."""
    question = msgspec.convert(asked, AskAppealDeadline)
    found = appeal_deadline_by(question, book_of(name, known_at))
    _tell(found, language, machine=machine)


@deadline.command()
@click.argument("period_name", metavar="PERIOD")
@click.option("--start", type=DAY, metavar="DAY", required=True, help="The day it starts from.")
@_day("decided", "When the decision was made; chooses the act.")
@LAW
@KNOWN_AT
@LANGUAGE
@MACHINE
def period(
    *,
    period_name: str,
    start: date,
    decided: date | None,
    name: str,
    known_at: date | None,
    language: str,
    machine: bool,
) -> None:
    """Tell when a PERIOD is over that starts on a day; 'alis deadline list' names them."""
    asked = AskPeriod(start=start, decided=decided)
    _tell(period_by(period_name, asked, book_of(name, known_at)), language, machine=machine)


@deadline.command("list")
@click.option("--on", type=DAY, metavar="DAY", help="As on this day; today if not given.")
@LAW
@KNOWN_AT
@LANGUAGE
@MACHINE
def listed(
    *, on: date | None, name: str, known_at: date | None, language: str, machine: bool
) -> None:
    """List the periods: how long, from what, and whom they bind."""
    lines = register(book_of(name, known_at), on or datetime.now(OSLO).date())
    if machine:
        click.echo(as_json(wire(lines)))
        return
    for line in lines:
        cited = said(line.citation, language)
        click.echo(f"{line.period}: {line.length} {line.unit} from {line.starts}, {line.nature}")
        click.echo(f"       {line.rule}, {cited} ({line.confidence})")


def _tell(found: DeadlineView, language: str, *, machine: bool) -> None:
    if machine:
        click.echo(as_json(wire(found)))
    else:
        _print(found, language)


def _print(found: DeadlineView, language: str) -> None:
    nb = language == "nb"
    last = found.last_day_in_words
    none = Text(nb="ingen før begrunnelsen kommer", en="none before the reasons arrive")
    click.echo(f"{'Siste dag' if nb else 'Last day'}: {said(last or none, language)}")
    for number, step in enumerate(found.steps, start=1):
        click.echo(f"{number:>3}. {said(step.says, language)}")
        for cited in step.basis:
            click.echo(f"       {said(cited, language)}")
    if found.ambiguities:
        click.echo("Loven avgjør ikke:" if nb else "The law does not settle:")
    for odd in found.ambiguities:
        click.echo(f"  {odd.id}: {said(odd.says, language)}")
        click.echo(f"       {'Valgt' if nb else 'Chosen'}: {said(odd.choice, language)}")
    click.echo(f"{'Lovbok' if nb else 'Law book'}: {found.law}")


def said(told: Text | Citation, language: str) -> str:
    return told.nb if language == "nb" else told.en


def wire(value: Any) -> Any:
    """Return a value with the names it has over the API; a citation with its words too."""
    match value:
        case Citation():
            parts = msgspec.to_builtins(value)
            return {"nb": value.nb, "en": value.en, **wire(parts)}
        case tuple() | list():
            return [wire(each) for each in value]
        case dict():
            return {_camel(name): wire(each) for name, each in value.items()}
        case _ if hasattr(value, "__dataclass_fields__"):
            return {_camel(n): wire(getattr(value, n)) for n in value.__dataclass_fields__}
        case _ if isinstance(value, msgspec.Struct):
            return {_camel(n): wire(getattr(value, n)) for n in value.__struct_fields__}
        case _:
            return value


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


COMMANDS = (deadline,)
