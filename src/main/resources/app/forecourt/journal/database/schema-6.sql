-- The time at which the car got its mark.
ALTER TABLE car ADD COLUMN marked INTEGER;
-- The time at which the dealer took the advert of a submission off AutoChat by hand.
ALTER TABLE attempt ADD COLUMN takenOff INTEGER;

-- What the stock list shows of a car beside the fields by which it is known. Computed when the index is written.
ALTER TABLE car ADD COLUMN version TEXT GENERATED ALWAYS AS
    (iif(json_valid(draft), json_extract(draft, '$.version'), NULL));
ALTER TABLE car ADD COLUMN bodyType TEXT GENERATED ALWAYS AS
    (iif(json_valid(draft), json_extract(draft, '$.bodyType'), NULL));
ALTER TABLE car ADD COLUMN salesPrice TEXT GENERATED ALWAYS AS
    (iif(json_valid(draft), json_extract(draft, '$.salesPrice'), NULL));
ALTER TABLE car ADD COLUMN currency TEXT GENERATED ALWAYS AS
    (iif(json_valid(draft), json_extract(draft, '$.currency'), NULL));
ALTER TABLE car ADD COLUMN mileage TEXT GENERATED ALWAYS AS
    (iif(json_valid(draft), json_extract(draft, '$.mileage'), NULL));
ALTER TABLE car ADD COLUMN mileageUnit TEXT GENERATED ALWAYS AS
    (iif(json_valid(draft), json_extract(draft, '$.mileageUnit'), NULL));

DROP INDEX car_in_stock;
CREATE INDEX car_in_stock ON car
    (begun DESC, id, mark, marked, reopened, changed, brand, model, licensePlate, vin, internalId, dealershipId,
    version, bodyType, salesPrice, currency, mileage, mileageUnit);

-- With AutoChat's number of the car, and whether its advert was taken off.
DROP INDEX attempt_in_stock;
CREATE INDEX attempt_in_stock ON attempt (car, begun, id, profile, state, decision, cause, number, takenOff,
    sentBrand, sentModel, sentPlate, sentVin, sentNumber, sentDealership);
