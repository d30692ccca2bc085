"""What every schema of the API is."""

from __future__ import annotations

from typing import Any, Self

import marshmallow


class Schema(marshmallow.Schema):
    """A schema that is not copied with the documentation of the views that refer to it.

    flask-smorest copies all that is told of a view at each of its decorators. No schema is
    changed once it is made, and copying them was most of the time in which alis starts.
    """

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self
