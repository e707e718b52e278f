package app.forecourt.autochat.token;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How often a client asked for a token lately.
 *
 * @param made oldest first
 * @param limitedUntil until when the server wants to be left alone
 */
public record TokenRequestLog(List<Made> made, Optional<Instant> limitedUntil) {
    /** None. */
    public static final TokenRequestLog NONE = new TokenRequestLog(List.of(), Optional.empty());

    private static final String NO_LIMIT = "-";
    private static final String WITH = "/";

    /** What a request brought. */
    public enum Result {
        /** A token, or nothing that is known: an earlier version did not note it, and a kill leaves none. */
        UNKNOWN,
        /** The server said no to client id and secret. */
        REFUSED,
        /** The server answered without a token. */
        NO_TOKEN,
        /** The server wants to be left alone. */
        LIMITED,
        /** The server failed, or did not answer. */
        FAILED;

        private static Result of(String word) {
            return Arrays.stream(values()).filter(result -> result.word().equals(word)).findFirst()
                    .orElse(UNKNOWN);
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of them.
     *
     * @param secret tells two secrets apart, and nothing of either
     */
    public record Made(Instant when, String secret, Result result) {
        /** A request whose answer is not there yet. */
        public Made(Instant when, String secret) {
            this(when, secret, Result.UNKNOWN);
        }

        /** Returns the same request with what it brought. */
        public Made brought(Result other) {
            return new Made(when, secret, other);
        }

        private String word() {
            return when + WITH + secret + (result == Result.UNKNOWN ? "" : WITH + result.word());
        }

        private static Made of(String word) {
            List<String> parts = List.of(word.split(WITH, 3));
            return new Made(Instant.parse(parts.getFirst()), parts.size() == 1 ? "" : parts.get(1),
                    parts.size() == 3 ? Result.of(parts.getLast()) : Result.UNKNOWN);
        }
    }

    public TokenRequestLog {
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
    public static TokenRequestLog of(String text) {
        try {
            List<String> words = List.of(text.strip().split(" "));
            return new TokenRequestLog(words.stream().skip(1).map(Made::of).toList(),
                    Optional.of(words.getFirst()).filter(word -> !NO_LIMIT.equals(word)).map(Instant::parse));
        } catch (DateTimeException edited) {
            return NONE;
        }
    }
}
