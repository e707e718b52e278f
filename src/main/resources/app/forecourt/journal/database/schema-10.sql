-- The areas of the photo that are made unrecognizable: x, y, width and height as fractions, separated by spaces. The
-- areas are separated by semicolons. NULL if nothing is covered.
ALTER TABLE photo ADD COLUMN covered TEXT;
