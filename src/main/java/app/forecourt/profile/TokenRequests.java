package app.forecourt.profile;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often a client asked for a token lately.
 *
 * @param made oldest first
 * @param limitedUntil until when the server wants to be left alone
 */
public record TokenRequests(List<Made> made, Optional<Instant> limitedUntil) {
    /** None. */
    public static final TokenRequests NONE = new TokenRequests(List.of(), Optional.empty());

    private static final String NO_LIMIT = "-";
    private static final String WITH = "/";

    /**
     * One of them.
     *
     * @param secret tells two secrets apart, and nothing of either
     */
    public record Made(Instant when, String secret) {

        private String word() {
            return when + WITH + secret;
        }

        private static Made of(String word) {
            List<String> parts = List.of(word.split(WITH, 2));
            return new Made(Instant.parse(parts.getFirst()), parts.size() == 1 ? "" : parts.getLast());
        }
    }

    public TokenRequests {
        made = List.copyOf(made);
    }

    /** As one line: the limit or a dash, and the requests, with blanks between. */
    String text() {
        var words = new ArrayList<String>();
        words.add(limitedUntil.map(Instant::toString).orElse(NO_LIMIT));
        made.forEach(request -> words.add(request.word()));
        return String.join(" ", words);
    }

    /** What {@link #text()} wrote; what a hand has spoiled is none. */
    static TokenRequests of(String text) {
        try {
            List<String> words = List.of(text.strip().split(" "));
            return new TokenRequests(words.stream().skip(1).map(Made::of).toList(),
                    Optional.of(words.getFirst()).filter(word -> !NO_LIMIT.equals(word)).map(Instant::parse));
        } catch (DateTimeException edited) {
            return NONE;
        }
    }
}
