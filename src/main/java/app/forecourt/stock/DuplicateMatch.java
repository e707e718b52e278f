package app.forecourt.stock;

import app.forecourt.car.CarField;
import app.forecourt.car.Price;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An attempt by which a profile may have a car already.
 *
 * @param attempt its id
 * @param car which car that was; the same one when it is sent again
 * @param by what they have in common, empty when it is the same car under another name
 * @param name brand and model, as sent
 * @param price the sales price as sent
 */
public record DuplicateMatch(UUID attempt, UUID car, Optional<CarField> by, SubmissionState state,
        Instant begun, String name,
        Optional<Price> price) {}
