-- How often somebody asked in a short while. Nothing here is worth keeping: after a crash, and on a
-- server that takes over, the tables are empty and the counting begins anew.

CREATE SCHEMA limits;

CREATE UNLOGGED TABLE limits.salts (
    day date PRIMARY KEY,
    salt bytea NOT NULL
);
CREATE UNLOGGED TABLE limits.counted (
    -- Whose, and of which limit; hashed with the salt of the day.
    key bytea PRIMARY KEY,
    times integer NOT NULL,
    ends_at timestamptz NOT NULL
) WITH (fillfactor = 50);
CREATE INDEX counted_over ON limits.counted (ends_at);

GRANT USAGE ON SCHEMA limits TO alis_app;
GRANT SELECT, INSERT, DELETE ON limits.salts TO alis_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON limits.counted TO alis_app;
