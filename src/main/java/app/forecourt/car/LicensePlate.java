package app.forecourt.car;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Licence plates as AutoChat takes them: upper case, without separators. Any country's: no pattern is asked for. */
final class LicensePlate {
    /** German districts have umlauts (MÜ, LÖ); ten characters are more than any plate nearby has. */
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9ÄÖÜäöü]{1,10}");

    private LicensePlate() {}

    /** The plate as it is sent, or empty if there is anything in it but letters, digits and separators. */
    static Optional<String> read(String text) {
        return Optional.of(Texts.bare(text)).filter(BARE.asMatchPredicate())
                .map(bare -> bare.toUpperCase(Locale.ROOT));
    }
}
