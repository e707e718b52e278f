-- What an attempt's car was known by when it was sent, as typed then: a car is found by that too. Reckoned when the index
-- is written, and read from there.
ALTER TABLE attempt ADD COLUMN sentBrand TEXT GENERATED ALWAYS AS
    (iif(json_valid(draft), json_extract(draft, '$.brand'), NULL));
ALTER TABLE attempt ADD COLUMN sentModel TEXT GENERATED ALWAYS AS
    (iif(json_valid(draft), json_extract(draft, '$.model'), NULL));
ALTER TABLE attempt ADD COLUMN sentPlate TEXT GENERATED ALWAYS AS
    (iif(json_valid(draft), json_extract(draft, '$.licensePlate'), NULL));
ALTER TABLE attempt ADD COLUMN sentVin TEXT GENERATED ALWAYS AS
    (iif(json_valid(draft), json_extract(draft, '$.vin'), NULL));
ALTER TABLE attempt ADD COLUMN sentNumber TEXT GENERATED ALWAYS AS
    (iif(json_valid(draft), json_extract(draft, '$.internalId'), NULL));
ALTER TABLE attempt ADD COLUMN sentDealership TEXT GENERATED ALWAYS AS
    (iif(json_valid(draft), json_extract(draft, '$.dealershipId'), NULL));

-- All that the stock list needs to know of a car's attempts, so that it is read without them.
DROP INDEX attempt_in_stock;
CREATE INDEX attempt_in_stock ON attempt (car, begun, id, profile, state, decision, cause,
    sentBrand, sentModel, sentPlate, sentVin, sentNumber, sentDealership);
