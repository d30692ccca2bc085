-- Who is signed in at which browser. Ids and hashes only: the secret itself is in the browser, and
-- what a person may do is in the facts. Rows may go when they are long over.

CREATE SCHEMA sessions;

CREATE TABLE sessions.open (
    number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    secret_sha256 bytea PRIMARY KEY,
    person uuid NOT NULL,
    form_key text NOT NULL,
    language text NOT NULL,
    issuer text NOT NULL,
    -- As whom they signed in there, hashed: at some providers it is an identity number.
    subject_sha256 bytea NOT NULL,
    provider_session text,
    authenticated_at timestamptz NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at timestamptz
);
CREATE INDEX of_person ON sessions.open (person) WHERE ended_at IS NULL;
CREATE INDEX of_provider ON sessions.open (issuer, provider_session) WHERE ended_at IS NULL;

-- What a browser is on its way back from a provider with: taken once, and short-lived.
CREATE TABLE sessions.begun (
    secret_sha256 bytea PRIMARY KEY,
    begun bytea NOT NULL,
    back_to text NOT NULL,
    begun_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

GRANT USAGE ON SCHEMA sessions TO alis_app;
GRANT SELECT, DELETE, INSERT (secret_sha256, person, form_key, language, issuer,
        subject_sha256, provider_session, authenticated_at),
    UPDATE (language, seen_at, ended_at) ON sessions.open TO alis_app;
GRANT SELECT, DELETE, INSERT (secret_sha256, begun, back_to) ON sessions.begun TO alis_app;
