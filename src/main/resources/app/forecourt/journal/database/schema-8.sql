-- Of 'taken_off' and 'still_there' only: the submission of the advert.
ALTER TABLE history ADD COLUMN attempt TEXT;
