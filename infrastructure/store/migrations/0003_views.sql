-- What stands still among the kept rows. Their tables, views.<name>_<generation>, and the views
-- that readers read, views.<name>, are made by the projector from the rows' own definitions.

-- One generation is in use; another may be in the making beside it.
CREATE TABLE views.generations (
    -- Never given twice: whoever goes on filling tables that were swept away finds none.
    generation integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    position bigint NOT NULL CHECK (position >= 0),
    fingerprint text NOT NULL,
    in_use boolean NOT NULL DEFAULT false,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX one_in_use ON views.generations (in_use) WHERE in_use;

CREATE TABLE views.heartbeat (
    name text PRIMARY KEY,
    started_at timestamptz NOT NULL,
    beat_at timestamptz NOT NULL,
    position bigint NOT NULL
);

-- When nobody was at work: from the last beat of anybody until a worker started and saw it.
CREATE TABLE views.outages (
    last_beat_at timestamptz PRIMARY KEY,
    noticed_at timestamptz NOT NULL,
    noticed_by text NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON views.generations TO alis_app;
GRANT SELECT, INSERT, UPDATE ON views.heartbeat TO alis_app;
GRANT SELECT, INSERT ON views.outages TO alis_app;
