package app.forecourt.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conversion of an engine's litres, which makers round: {@code 1.5} may be an engine of 1,498 cc. */
public final class Litres {
    private static final Pattern LITRES =
            Pattern.compile("([0-9])[.,]([0-9]) ?(?:l|lit(?:er|re)s?)?", Pattern.CASE_INSENSITIVE);
    private static final int OF_TENTH = 100;

    private Litres() {}

    /** Converts litres with one decimal to cubic centimetres; empty if the text has another form. */
    public static Optional<Integer> toCubicCentimetres(String typed) {
        return Optional.of(LITRES.matcher(TextSanitizer.trim(typed)))
                .filter(Matcher::matches)
                .map(litres -> Integer.parseInt(litres.group(1) + litres.group(2)) * OF_TENTH);
    }
}
