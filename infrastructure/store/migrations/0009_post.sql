-- Messages to people, and the secret addresses of their calendars. Ids only: names and addresses
-- are looked up in the directory when a message is sent. No rebuild of rows touches this.

CREATE SCHEMA post;

CREATE TABLE post.messages (
    -- Made from what the message is about, so the same reminder is one message.
    message uuid PRIMARY KEY,
    person uuid NOT NULL,
    kind text NOT NULL,
    case_id uuid NOT NULL,
    due_on date NOT NULL,
    put_on date NOT NULL,
    put_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- Noted before it is handed over: one that was begun and not sent may have arrived, and is
    -- never tried again.
    begun_at timestamptz,
    sent_at timestamptz,
    failure text,
    CHECK (sent_at IS NULL OR begun_at IS NOT NULL)
);
CREATE INDEX of_person ON post.messages (person, put_at);
CREATE INDEX waiting ON post.messages (put_at) WHERE begun_at IS NULL;

CREATE TABLE post.calendars (
    -- The secret itself is told once, to the person, and is not kept.
    secret_sha256 bytea PRIMARY KEY,
    person uuid NOT NULL,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    withdrawn_at timestamptz
);
CREATE INDEX calendars_of_person ON post.calendars (person);

GRANT USAGE ON SCHEMA post TO alis_app;
GRANT SELECT, INSERT (message, person, kind, case_id, due_on, put_on),
    UPDATE (begun_at, sent_at, failure) ON post.messages TO alis_app;
GRANT SELECT, INSERT (secret_sha256, person), UPDATE (withdrawn_at) ON post.calendars TO alis_app;
