package app.forecourt.listing;

import app.forecourt.car.CarDraft;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of the stock list as it is exported.
 *
 * @param draft the car as typed
 * @param standing where it stands, in a word
 * @param profile where it was sent, in a word; blank when nowhere
 * @param sent when it was sent
 * @param number what AutoChat calls it; blank when nobody knows
 */
public record Exported(CarDraft draft, String standing, String profile, Optional<Instant> sent,
        String number) {}
