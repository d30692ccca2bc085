-- What somebody had written when they sent it from a session that was over. Sealed by a key that
-- only the browser's secret makes, so that nobody reads it here; gone once shown, or after an hour.

CREATE TABLE sessions.kept (
    secret_sha256 bytea PRIMARY KEY,
    person uuid NOT NULL,
    path text NOT NULL,
    sealed bytea NOT NULL,
    kept_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

GRANT SELECT, DELETE, INSERT (secret_sha256, person, path, sealed), UPDATE (path, sealed)
    ON sessions.kept TO alis_app;
