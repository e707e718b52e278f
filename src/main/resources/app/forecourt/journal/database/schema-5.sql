-- Where this file lies, as a SHA-256: computer, path, number of the file, and the log of departures. A copy lies elsewhere.
-- One row.
CREATE TABLE location (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    hash TEXT NOT NULL
) STRICT;
