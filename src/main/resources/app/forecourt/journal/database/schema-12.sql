-- What this desk and the server of a shared stock last had in common. Empty if nothing is shared. No row of these two
-- tables gets into another journal, because a copy of them would stand for another desk's work.
CREATE TABLE shared_item (
    -- Grows with each change of the row.
    revision INTEGER PRIMARY KEY AUTOINCREMENT,
    kind     TEXT NOT NULL,
    id       TEXT NOT NULL,
    -- The server's version of the document; 0 if the server may not have it.
    version  INTEGER NOT NULL,
    base     TEXT NOT NULL,
    -- The stamp of the item's row when it had the document; empty if there is no such row, or if it has more.
    stamp    TEXT NOT NULL,
    UNIQUE (kind, id)
) STRICT;

-- The desk and its stock: their ids, the fingerprint of this file, and how far the stock was pulled.
CREATE TABLE shared_stock (
    name  TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

DROP TABLE merged;
