-- The version of the stock at which a car was claimed. A later verdict that the car is there ends the claim.
ALTER TABLE forecourt.claim ADD COLUMN stock_version bigint;
