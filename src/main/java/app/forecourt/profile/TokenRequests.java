package app.forecourt.profile;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often a token was asked for lately.
 *
 * @param made when, oldest first
 * @param limitedUntil until when the server wants to be left alone
 */
public record TokenRequests(List<Instant> made, Optional<Instant> limitedUntil) {
    /** None. */
    public static final TokenRequests NONE = new TokenRequests(List.of(), Optional.empty());

    private static final String NO_LIMIT = "-";

    public TokenRequests {
        made = List.copyOf(made);
    }

    /** As one line: the limit or a dash, and the moments, with blanks between. */
    String text() {
        var words = new ArrayList<String>();
        words.add(limitedUntil.map(Instant::toString).orElse(NO_LIMIT));
        made.forEach(moment -> words.add(moment.toString()));
        return String.join(" ", words);
    }

    /** What {@link #text()} wrote; what a hand has spoiled is none. */
    static TokenRequests of(String text) {
        try {
            List<String> words = List.of(text.strip().split(" "));
            return new TokenRequests(words.stream().skip(1).map(Instant::parse).toList(),
                    Optional.of(words.getFirst()).filter(word -> !NO_LIMIT.equals(word)).map(Instant::parse));
        } catch (DateTimeException edited) {
            return NONE;
        }
    }
}
