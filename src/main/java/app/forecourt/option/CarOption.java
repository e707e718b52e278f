package app.forecourt.option;

/**
 * Option from AutoChat's {@code GET api/options}.
 *
 * @param name name in the JSON of a car, for example {@code seat_heating}
 * @param prettyName English label, for example {@code Seat heating}
 */
public record CarOption(String name, String prettyName) {

    /**
     * Returns an option that is in no known list, with a label made of its name: {@code seat_heating}: Seat heating.
     */
    public static CarOption unlisted(String name) {
        String words = name.replace('_', ' ').strip();
        return new CarOption(
                name, words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }
}
