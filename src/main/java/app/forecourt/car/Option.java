package app.forecourt.car;

/**
 * A piece of equipment from AutoChat's {@code GET api/options}.
 *
 * @param name what a car names it by, for example {@code seat_heating}
 * @param prettyName what people read, in English, for example {@code Seat heating}
 */
public record Option(String name, String prettyName) {}
