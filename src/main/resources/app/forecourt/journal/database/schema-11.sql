-- The name of the desk at which a step was typed or done. NULL for this one.
ALTER TABLE history ADD COLUMN author TEXT;

-- The last version of a car that was merged into it from elsewhere. The token is written with the car, so that the next
-- start knows whether the car has it.
CREATE TABLE merged (
    car   TEXT PRIMARY KEY NOT NULL REFERENCES car (id) ON DELETE CASCADE,
    token TEXT NOT NULL
) STRICT;
