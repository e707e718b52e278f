-- The journal's first schema. Times are milliseconds since 1970 (UTC), ids are random UUIDs.

-- "Fore": whose file it is.
PRAGMA application_id = 0x466f7265;

CREATE TABLE car (
    id           TEXT PRIMARY KEY NOT NULL,
    -- The car as typed: an object of API names and texts, and the list of options.
    draft        TEXT NOT NULL,
    -- API names of the amounts that were taken as proposed, with blanks between.
    taken        TEXT NOT NULL DEFAULT '',
    mark         TEXT NOT NULL DEFAULT 'none',
    -- When a sent car was opened again to be corrected.
    reopened     INTEGER,
    begun        INTEGER NOT NULL,
    changed      INTEGER NOT NULL,
    brand        TEXT GENERATED ALWAYS AS (json_extract(draft, '$.brand')) STORED,
    model        TEXT GENERATED ALWAYS AS (json_extract(draft, '$.model')) STORED,
    licensePlate TEXT GENERATED ALWAYS AS (json_extract(draft, '$.licensePlate')) STORED,
    vin          TEXT GENERATED ALWAYS AS (json_extract(draft, '$.vin')) STORED,
    internalId   TEXT GENERATED ALWAYS AS (json_extract(draft, '$.internalId')) STORED,
    dealershipId TEXT GENERATED ALWAYS AS (json_extract(draft, '$.dealershipId')) STORED
) STRICT;

-- All that the stock list shows, so that it is read without the drafts.
CREATE INDEX car_in_stock ON car
    (begun DESC, id, mark, reopened, changed, brand, model, licensePlate, vin, internalId, dealershipId);

CREATE TABLE attempt (
    id           TEXT PRIMARY KEY NOT NULL,
    car          TEXT NOT NULL REFERENCES car (id),
    profile      TEXT NOT NULL,
    -- Where it was meant to go, whatever the profile's address is later.
    address      TEXT NOT NULL,
    -- The accepted attempt that this one corrects.
    follows      TEXT REFERENCES attempt (id),
    draft        TEXT NOT NULL,
    -- The JSON that is posted, and its SHA-256.
    payload      TEXT NOT NULL,
    hash         TEXT NOT NULL,
    state        TEXT NOT NULL,
    begun        INTEGER NOT NULL,
    changed      INTEGER NOT NULL,
    tries        INTEGER NOT NULL DEFAULT 0,
    -- When a waiting one is tried next, or until when a limit holds.
    due          INTEGER,
    cause        TEXT,
    said         TEXT,
    status       INTEGER,
    contentType  TEXT,
    answer       TEXT,
    -- What AutoChat calls the car.
    number       TEXT,
    decision     TEXT NOT NULL DEFAULT 'none',
    decided      INTEGER,
    vin          TEXT GENERATED ALWAYS AS (json_extract(payload, '$.vin')) STORED,
    licensePlate TEXT GENERATED ALWAYS AS (json_extract(payload, '$.licensePlate')) STORED,
    internalId   TEXT GENERATED ALWAYS AS (json_extract(payload, '$.internalId')) STORED
) STRICT;

-- All that the stock list needs to know of a car's attempts.
CREATE INDEX attempt_in_stock ON attempt (car, begun, id, profile, state, decision);
CREATE INDEX attempt_by_vin ON attempt (vin COLLATE NOCASE) WHERE vin IS NOT NULL;
CREATE INDEX attempt_by_plate ON attempt (licensePlate COLLATE NOCASE) WHERE licensePlate IS NOT NULL;
CREATE INDEX attempt_by_number ON attempt (internalId COLLATE NOCASE) WHERE internalId IS NOT NULL;
CREATE INDEX attempt_under_way ON attempt (state) WHERE state IN ('waiting', 'sending');

-- The option list of each profile as it was loaded last.
CREATE TABLE option_list (
    profile TEXT PRIMARY KEY NOT NULL,
    options TEXT NOT NULL,
    loaded  INTEGER NOT NULL
) STRICT;

-- Where she was: the open car, the field with the caret, how far the form was scrolled (0 to 1). One row.
CREATE TABLE place (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    car    TEXT NOT NULL,
    field  TEXT NOT NULL,
    scroll REAL NOT NULL
) STRICT;
