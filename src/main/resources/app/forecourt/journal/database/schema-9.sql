-- Photos on their way from files to public addresses.
CREATE TABLE photo (
    id       TEXT PRIMARY KEY NOT NULL,
    -- The file that the user chose.
    source   TEXT NOT NULL,
    state    TEXT NOT NULL,
    -- The facts of the prepared file in JSON. NULL before it is prepared.
    prepared TEXT,
    -- The place on the web space, and the public address once it has answered.
    path     TEXT,
    address  TEXT,
    -- The failed step and its reason, separated by a colon.
    failure  TEXT,
    tries    INTEGER NOT NULL,
    begun    INTEGER NOT NULL,
    changed  INTEGER NOT NULL
) STRICT;
