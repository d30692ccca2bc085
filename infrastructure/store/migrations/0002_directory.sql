-- Who the people behind the ids are. Not facts: names and addresses change and can be erased.

CREATE SCHEMA directory;

CREATE TABLE directory.people (
    person uuid PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    email text,
    hpr text UNIQUE,
    -- Sealed with the person's own key; the digest, keyed, only tells two equal numbers.
    identity_number_sealed bytea,
    identity_number_digest bytea UNIQUE
);

GRANT USAGE ON SCHEMA directory TO alis_app;
GRANT SELECT, INSERT, UPDATE ON directory.people TO alis_app;
