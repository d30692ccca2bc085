"""Applications for the tests: one takes a second to make, so that each is used again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Unpack

from flask import Flask

from application.services import Services
from web.app import Furniture, create_app, furnish

_FREE: list[Flask] = []


@contextmanager
def app_over(services: Services, **told: Unpack[Furniture]) -> Iterator[Flask]:
    """Give an application with pages that nobody else uses meanwhile, furnished as told."""
    app = _FREE.pop() if _FREE else create_app(services, **told)
    furnish(app, services, **told)
    yield app
    _FREE.append(app)
