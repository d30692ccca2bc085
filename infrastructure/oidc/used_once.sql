-- What was used and may not be used again: digests of proofs and logout tokens, until they expire.

CREATE SCHEMA signing_in;

CREATE TABLE signing_in.used_once (
    key bytea PRIMARY KEY CHECK (octet_length(key) = 32),
    until timestamptz NOT NULL
);
CREATE INDEX past ON signing_in.used_once (until);

GRANT USAGE ON SCHEMA signing_in TO alis_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON signing_in.used_once TO alis_app;
