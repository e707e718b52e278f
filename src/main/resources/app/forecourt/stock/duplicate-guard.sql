-- The duplicate guard: finds the submissions by which an environment may have a car already. What can't be read counts
-- rather than not, so that the user is asked. Runs in SQLite and in PostgreSQL, each of which puts two parts before it:
-- submission, with the submissions of all cars, and taken_over, with the ids of those whose claims the user takes over.

-- The submissions of the car, and of cars with its VIN, plate or stock number.
same_car (id) AS (
    SELECT id FROM submission WHERE car = :car
    UNION SELECT id FROM submission WHERE vin_key = :vin
    UNION SELECT id FROM submission WHERE plate_key = :plate
    UNION SELECT id FROM submission WHERE number_key = :number),

-- Those of this environment. Another car of another dealership is not the same. The submission itself counts if it has
-- ended, because its desk is then a restored copy of the home.
earlier AS (
    SELECT submission.* FROM submission JOIN same_car ON same_car.id = submission.id
    WHERE coalesce(environment = :environment OR environment NOT IN %environments, true)
    AND (submission.id <> :submission OR state NOT IN %under_way)
    AND (car = :car OR coalesce(dealership = :dealership, true))),

-- The unknown ones that the user has sent again.
sent_again AS (SELECT * FROM earlier WHERE state = 'unknown' AND verdict = 'sent_again'),

-- Those of them that no longer count for the same car: what was sent in their place has ended. It may never leave, so
-- until then they count, and also if the user takes over a claim, because what was sent in their place does not leave
-- then.
replaced_for_the_car (id) AS (
    SELECT id FROM sent_again WHERE car = :car AND NOT EXISTS (SELECT 1 FROM taken_over) AND NOT EXISTS (
        SELECT 1 FROM submission AS waiting WHERE waiting.car = sent_again.car
        AND waiting.environment = sent_again.environment AND waiting.state IN %under_way
        AND waiting.id <> :submission)),

-- Those of them that no longer count for any car: a later one may have arrived with the same keys at the same
-- dealership, and counts instead.
replaced_by_another (id) AS (
    SELECT sent_again.id FROM sent_again JOIN submission AS later
    ON later.car = sent_again.car AND later.environment = sent_again.environment AND later.added > sent_again.added
    WHERE later.state NOT IN %turned_down AND later.state NOT IN %under_way
    AND later.id NOT IN (SELECT id FROM taken_over)
    AND (later.car = :car
        OR later.id IN (SELECT id FROM same_car) AND coalesce(later.dealership = :dealership, true))),

duplicate (id) AS (
    SELECT id FROM earlier WHERE verdict = 'it_is_there' OR state NOT IN %turned_down
    AND id NOT IN (SELECT id FROM replaced_for_the_car) AND id NOT IN (SELECT id FROM replaced_by_another))
