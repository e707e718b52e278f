-- What an attempt's car is known by, however it is written; Guard reckons it, for what is there already too.
ALTER TABLE attempt ADD COLUMN vinKey TEXT;
ALTER TABLE attempt ADD COLUMN plateKey TEXT;
ALTER TABLE attempt ADD COLUMN numberKey TEXT;

DROP INDEX attempt_by_vin;
DROP INDEX attempt_by_plate;
DROP INDEX attempt_by_number;
CREATE INDEX attempt_by_vin ON attempt (vinKey) WHERE vinKey IS NOT NULL;
CREATE INDEX attempt_by_plate ON attempt (plateKey) WHERE plateKey IS NOT NULL;
CREATE INDEX attempt_by_number ON attempt (numberKey) WHERE numberKey IS NOT NULL;

-- Those few that may be forgotten some day.
CREATE INDEX car_deleted ON car (changed) WHERE mark = 'deleted';
