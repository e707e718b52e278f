package app.forecourt.option;

/**
 * A piece of equipment from AutoChat's {@code GET api/options}.
 *
 * @param name what a car names it by, for example {@code seat_heating}
 * @param prettyName what people read, in English, for example {@code Seat heating}
 */
public record CarOption(String name, String prettyName) {

    /** One that no list has told of, called as well as its name allows: {@code seat_heating} is "Seat heating". */
    public static CarOption unlisted(String name) {
        String words = name.replace('_', ' ').strip();
        return new CarOption(name, words.isEmpty() ? name
                : Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }
}
