package app.forecourt.autochat.token;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The recent token requests of one client.
 *
 * @param requests the requests, oldest first
 * @param limitedUntil the end of a limit set by the server
 */
public record TokenRequestLog(List<TokenRequest> requests, Optional<Instant> limitedUntil) {
    /** A log without requests. */
    public static final TokenRequestLog NONE = new TokenRequestLog(List.of(), Optional.empty());

    private static final String NO_LIMIT = "-";
    private static final String SEPARATOR = "/";

    /** The result of a request. */
    public enum Result {
        /** A token, or an unknown result: earlier versions did not record it, and a killed program could not. */
        UNKNOWN,
        /** The server refused client id and secret. */
        REFUSED,
        /** The response held no token. */
        NO_TOKEN,
        /** The server set a limit. */
        LIMITED,
        /** The server failed or did not respond. */
        FAILED;

        private static Result of(String word) {
            return Arrays.stream(values())
                    .filter(result -> result.word().equals(word))
                    .findFirst()
                    .orElse(UNKNOWN);
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One token request.
     *
     * @param secret part of a digest that distinguishes secrets and reveals none
     */
    public record TokenRequest(Instant time, String secret, Result result) {
        /** Creates a request without a result yet. */
        public TokenRequest(Instant time, String secret) {
            this(time, secret, Result.UNKNOWN);
        }

        public TokenRequest withResult(Result newResult) {
            return new TokenRequest(time, secret, newResult);
        }

        private String word() {
            return time + SEPARATOR + secret + (result == Result.UNKNOWN ? "" : SEPARATOR + result.word());
        }

        private static TokenRequest of(String word) {
            List<String> parts = List.of(word.split(SEPARATOR, 3));
            return new TokenRequest(
                    Instant.parse(parts.getFirst()),
                    parts.size() == 1 ? "" : parts.get(1),
                    parts.size() == 3 ? Result.of(parts.getLast()) : Result.UNKNOWN);
        }
    }

    public TokenRequestLog {
        requests = List.copyOf(requests);
    }

    /** Returns the log as one line: the limit or a dash, then the requests, separated by spaces. */
    String text() {
        var words = new ArrayList<String>();
        words.add(limitedUntil.map(Instant::toString).orElse(NO_LIMIT));
        requests.forEach(request -> words.add(request.word()));
        return String.join(" ", words);
    }

    /** Parses a text written by {@link #text()}. A damaged text gives {@link #NONE}. */
    public static TokenRequestLog parse(String text) {
        try {
            List<String> words = List.of(text.strip().split(" "));
            return new TokenRequestLog(
                    words.stream().skip(1).map(TokenRequest::of).toList(),
                    Optional.of(words.getFirst())
                            .filter(word -> !NO_LIMIT.equals(word))
                            .map(Instant::parse));
        } catch (DateTimeException edited) {
            return NONE;
        }
    }
}
