package app.forecourt.card;

import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * The dealer's web address on the card.
 *
 * @param url the whole address, for the QR code
 * @param shortText the address as the dealer writes it, without its scheme and a slash at its end
 */
public record DealerWebAddress(String url, String shortText) {
    /** The maximum length in characters. The code of a longer address has modules that a phone can't read. */
    public static final int MAX_LENGTH = 200;

    private static final String SCHEME = "https://";

    /**
     * Parses a typed address. An address without a scheme gets https.
     *
     * @return empty if the text is blank, too long, no web address, or has a user name or a password
     */
    public static Optional<DealerWebAddress> parse(String text) {
        String typed = text.strip();
        String whole = typed.contains("://") ? typed : SCHEME + typed;
        return Optional.ofNullable(HttpUrl.parse(whole))
                .filter(url -> url.username().isEmpty()
                        && url.password().isEmpty()
                        && url.host().contains(".")
                        && url.toString().length() <= MAX_LENGTH)
                .map(url -> new DealerWebAddress(
                        url.toString(),
                        typed.replaceFirst("(?i)^(https?:)?//", "")
                                .replaceFirst("/$", "")
                                .replaceAll("[\\p{Cc}\\p{Cf}]", "")));
    }
}
