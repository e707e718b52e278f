-- Cars that new ones begin from, each with a name. The draft is as in the table of cars, without what is one car's own.
CREATE TABLE template (
    id      TEXT PRIMARY KEY NOT NULL,
    name    TEXT NOT NULL,
    draft   TEXT NOT NULL,
    changed INTEGER NOT NULL
) STRICT;
