"""New ids; the domain makes none, since what it returns depends on nothing but what it is given."""

from __future__ import annotations

from uuid import uuid4

from domain.shared.ids import Id


def new_id() -> Id:
    return Id(str(uuid4()))
