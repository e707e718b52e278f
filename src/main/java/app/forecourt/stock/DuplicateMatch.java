package app.forecourt.stock;

import app.forecourt.car.CarField;
import app.forecourt.car.Price;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A submission by which a profile may have a car already.
 *
 * @param submissionId the id of the submission
 * @param car the id of the submission's car, which may be the car that is sent again
 * @param sharedField the field that both cars share; empty if the same car has changed these fields
 * @param name brand and model as sent
 * @param price the sales price as sent
 */
public record DuplicateMatch(UUID submissionId, UUID car, Optional<CarField> sharedField,
        SubmissionState state,
        Instant requestedAt, String name,
        Optional<Price> price) {}
