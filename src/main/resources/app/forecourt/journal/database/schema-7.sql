-- The time at which the draft was typed, as long as the history lacks it. NULL if the history has it, or if the draft is
-- older than the history.
ALTER TABLE car ADD COLUMN typed INTEGER;
-- The price when the history got a draft last, the last other price before it, and when that one was replaced.
ALTER TABLE car ADD COLUMN basePrice TEXT;
ALTER TABLE car ADD COLUMN earlierPrice TEXT;
ALTER TABLE car ADD COLUMN repriced INTEGER;

-- What a car was like earlier, and what happened to it. Submissions are not repeated here.
CREATE TABLE history (
    id     TEXT PRIMARY KEY NOT NULL,
    car    TEXT NOT NULL REFERENCES car (id) ON DELETE CASCADE,
    -- The order of a car's steps, whatever the clock said.
    number INTEGER NOT NULL,
    -- 'typed', 'reopened', 'kept', or the mark that the car got.
    event  TEXT NOT NULL,
    at     INTEGER NOT NULL,
    -- When the last submission before this step began.
    sent   INTEGER,
    -- Of 'typed' only: the car as in the table of cars.
    draft  TEXT
) STRICT;
CREATE INDEX history_of_car ON history (car, number);

DROP INDEX car_in_stock;
CREATE INDEX car_in_stock ON car
    (begun DESC, id, mark, marked, reopened, changed, brand, model, licensePlate, vin, internalId, dealershipId,
    version, bodyType, salesPrice, currency, mileage, mileageUnit, typed, basePrice, earlierPrice, repriced);
