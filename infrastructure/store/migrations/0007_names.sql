-- People change names, and are now and then entered twice. Neither is a fact of the training.

ALTER TABLE directory.people ADD COLUMN same_as uuid REFERENCES directory.people (person);

CREATE TABLE directory.former_names (
    person uuid NOT NULL REFERENCES directory.people (person),
    name text NOT NULL CHECK (name <> ''),
    last_day date NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX former_names_of ON directory.former_names (person);

GRANT SELECT, INSERT ON directory.former_names TO alis_app;
