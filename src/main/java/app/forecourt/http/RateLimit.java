package app.forecourt.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** How long a server wants to be left alone, from {@code Retry-After}, {@code x-ratelimit-reset} or Auth0's quota. */
public final class RateLimit {
    /** Assumed when a server says "too many" without saying until when. */
    private static final Duration USUAL = Duration.ofSeconds(60);
    /** A longer wait than a token's life is a mistake of the server's, or of the computer's clock. */
    public static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** {@code b=per_hour;q=10;r=0;t=3540}: nothing remains, and more comes in t seconds. */
    private static final Pattern SPENT = Pattern.compile("r=0\\s*;\\s*t=(\\d{1,9})(?!\\d)");
    private static final Pattern SECONDS = Pattern.compile("\\s*(\\d{1,15})(?:\\.\\d*)?\\s*");
    /** Below this a number of seconds is a span, above it a moment (2001 and later). */
    private static final long FIRST_EPOCH = 1_000_000_000;

    private RateLimit() {}

    /** When to try again after a 429; never in the past, never more than a day off. */
    public static Instant until(Headers headers, Instant now) {
        return stated(headers, now).orElse(now.plus(USUAL));
    }

    /** The same, if the headers speak of a limit that is used up. */
    public static Optional<Instant> stated(Headers headers, Instant now) {
        return retryAfter(headers, now)
                .or(() -> reset(headers, now))
                .or(() -> quota(headers, now))
                .map(until -> within(until, now));
    }

    private static Optional<Instant> retryAfter(Headers headers, Instant now) {
        return seconds(headers.get("Retry-After")).map(now::plusSeconds)
                .or(() -> Optional.ofNullable(headers.getInstant("Retry-After")));
    }

    private static Optional<Instant> reset(Headers headers, Instant now) {
        return seconds(headers.get("x-ratelimit-reset"))
                .map(number -> number < FIRST_EPOCH ? now.plusSeconds(number)
                        : Instant.ofEpochSecond(number));
    }

    private static Optional<Instant> quota(Headers headers, Instant now) {
        String quota = headers.get("Auth0-Client-Quota-Limit");
        return quota == null ? Optional.empty()
                : SPENT.matcher(quota).results()
                        .map((MatchResult bucket) -> now.plusSeconds(Long.parseLong(bucket.group(1))))
                        .max(Instant::compareTo);
    }

    private static Optional<Long> seconds(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var number = SECONDS.matcher(text);
        return number.matches() ? Optional.of(Math.min(Long.parseLong(number.group(1)), 100_000_000_000L))
                : Optional.empty();
    }

    private static Instant within(Instant until, Instant now) {
        if (until.isBefore(now.plus(SHORTEST))) {
            return now.plus(SHORTEST);
        }
        return until.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : until;
    }
}
