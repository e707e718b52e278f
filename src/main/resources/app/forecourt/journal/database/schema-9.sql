-- Photos on their way from files to public addresses.
CREATE TABLE photo (
    id       TEXT PRIMARY KEY NOT NULL,
    -- The file that the user chose.
    source   TEXT NOT NULL,
    -- The car that the photo was chosen for. The row of the car may be missing, because it is saved later.
    car      TEXT NOT NULL,
    -- 1 if the photo may leave this computer.
    released INTEGER NOT NULL,
    state    TEXT NOT NULL,
    -- The facts of the prepared file in JSON. NULL before it is prepared.
    prepared TEXT,
    -- The public address once it has answered.
    address  TEXT,
    -- The failed step and its reason, separated by a colon.
    failure  TEXT,
    tries    INTEGER NOT NULL,
    begun    INTEGER NOT NULL,
    changed  INTEGER NOT NULL
) STRICT;
CREATE INDEX photo_of_car ON photo (car);
