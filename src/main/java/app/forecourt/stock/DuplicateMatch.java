package app.forecourt.stock;

import app.forecourt.car.CarField;
import app.forecourt.car.Price;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A submission by which a profile may have a car already.
 *
 * @param attempt the id of the submission
 * @param car the id of the submission's car, which may be the car that is sent again
 * @param by the field that both cars share; empty if the same car has changed these fields
 * @param name brand and model as sent
 * @param price the sales price as sent
 */
public record DuplicateMatch(UUID attempt, UUID car, Optional<CarField> by, SubmissionState state,
        Instant begun, String name,
        Optional<Price> price) {}
