-- The stock that several desks share. Its version grows with each stored item.
CREATE TABLE forecourt.stock (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  version bigint NOT NULL DEFAULT 0
);
INSERT INTO forecourt.stock DEFAULT VALUES;

-- Cars, submissions, templates and building blocks. The columns after the document are those of submissions, for the
-- duplicate guard. Added is the version in which the item came: the clocks of the desks may differ.
CREATE TABLE forecourt.item (
  kind text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  added bigint NOT NULL,
  document jsonb NOT NULL,
  environment text COLLATE "C",
  car uuid,
  vin_key text COLLATE "C",
  plate_key text COLLATE "C",
  number_key text COLLATE "C",
  dealership text COLLATE "C",
  state text COLLATE "C",
  verdict text COLLATE "C",
  PRIMARY KEY (kind, id)
);
CREATE INDEX item_version ON forecourt.item (version);
CREATE INDEX item_car ON forecourt.item (car) WHERE kind = 'submission';
CREATE INDEX item_vin ON forecourt.item (vin_key) WHERE kind = 'submission';
CREATE INDEX item_plate ON forecourt.item (plate_key) WHERE kind = 'submission';
CREATE INDEX item_number ON forecourt.item (number_key) WHERE kind = 'submission';

-- Who sends a car. A claim is held until just before the POST, and settled with the outcome. It is doubtful when another
-- desk has taken it over during the POST: the car may have arrived, and everybody is asked until the outcome is known.
CREATE TABLE forecourt.claim (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  environment text COLLATE "C" NOT NULL,
  car uuid NOT NULL,
  revision integer NOT NULL,
  desk uuid NOT NULL,
  desk_name text NOT NULL,
  submission uuid NOT NULL,
  vin_key text COLLATE "C",
  plate_key text COLLATE "C",
  number_key text COLLATE "C",
  dealership text COLLATE "C",
  state text COLLATE "C" NOT NULL CHECK (state IN ('held', 'posting', 'doubtful', 'settled', 'released')),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (environment, car, revision)
);
CREATE UNIQUE INDEX claim_open ON forecourt.claim (environment, car) WHERE state IN ('held', 'posting');
CREATE INDEX claim_unsettled ON forecourt.claim (environment) WHERE state IN ('held', 'posting', 'doubtful');

-- The desks and their last sign of life.
CREATE TABLE forecourt.desk (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  seen timestamptz NOT NULL,
  car uuid
);

-- Gives a role what a desk needs: SELECT forecourt.allow_desk('forecourt_desk'). Nothing is deleted but signs of life.
-- A later script that adds a table grants it to each role that may use the schema.
CREATE FUNCTION forecourt.allow_desk(role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Others would see warnings only.
  IF NOT pg_has_role((SELECT relowner FROM pg_class WHERE oid = 'forecourt.item'::regclass), 'USAGE') THEN
    RAISE insufficient_privilege;
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA forecourt TO %I', role);
  EXECUTE format('GRANT SELECT ON forecourt.schema_version TO %I', role);
  EXECUTE format('GRANT SELECT, UPDATE (version) ON forecourt.stock TO %I', role);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON forecourt.item, forecourt.claim TO %I', role);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON forecourt.desk TO %I', role);
END
$$;
