"""Our own management of the PostgreSQL that comes as a wheel; only its programs are used."""

from infrastructure.embedded.server import EmbeddedPostgres, Reach, is_made
from infrastructure.embedded.unavailable import DatabaseUnavailable

__all__ = ["DatabaseUnavailable", "EmbeddedPostgres", "Reach", "is_made"]
