package app.forecourt.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** The end of a server's rate limit, read from {@code Retry-After}, {@code x-ratelimit-reset} or Auth0's quota. */
public final class RateLimitHeaders {
    /** The wait after a 429 that states no time. */
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(60);
    /** The maximum wait: a wait beyond a token's lifetime is an error of the server or of the computer's clock. */
    public static final Duration LONGEST = Duration.ofHours(24);

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** {@code b=per_hour;q=10;r=0;t=3540}: no request remains, and the quota is renewed in t seconds. */
    private static final Pattern QUOTA_USED_UP = Pattern.compile("r=0\\s*;\\s*t=(\\d{1,9})(?!\\d)");

    private static final Pattern SECONDS = Pattern.compile("\\s*(\\d{1,15})(?:\\.\\d*)?\\s*");
    /** A smaller number of seconds is a duration, a larger one an epoch time (2001 and later). */
    private static final long FIRST_EPOCH = 1_000_000_000;

    private RateLimitHeaders() {}

    /** Returns the earliest time of a retry after a 429. The time is in the future, by at most one day. */
    public static Instant until(Headers headers, Instant now) {
        return statedLimit(headers, now).orElse(now.plus(DEFAULT_WAIT));
    }

    /**
     * Returns the end of a limit that is used up, if the headers state one. The time is in the future, by at most one
     * day.
     */
    public static Optional<Instant> statedLimit(Headers headers, Instant now) {
        return retryAfter(headers, now)
                .or(() -> reset(headers, now))
                .or(() -> quota(headers, now))
                .map(until -> clamped(until, now));
    }

    private static Optional<Instant> retryAfter(Headers headers, Instant now) {
        return seconds(headers.get("Retry-After"))
                .map(now::plusSeconds)
                .or(() -> Optional.ofNullable(headers.getInstant("Retry-After")));
    }

    private static Optional<Instant> reset(Headers headers, Instant now) {
        return seconds(headers.get("x-ratelimit-reset"))
                .map(number -> number < FIRST_EPOCH ? now.plusSeconds(number) : Instant.ofEpochSecond(number));
    }

    private static Optional<Instant> quota(Headers headers, Instant now) {
        String quota = headers.get("Auth0-Client-Quota-Limit");
        return quota == null
                ? Optional.empty()
                : QUOTA_USED_UP
                        .matcher(quota)
                        .results()
                        .map((MatchResult bucket) -> now.plusSeconds(Long.parseLong(bucket.group(1))))
                        .max(Instant::compareTo);
    }

    private static Optional<Long> seconds(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var number = SECONDS.matcher(text);
        return number.matches()
                ? Optional.of(Math.min(Long.parseLong(number.group(1)), 100_000_000_000L))
                : Optional.empty();
    }

    private static Instant clamped(Instant until, Instant now) {
        if (until.isBefore(now.plus(SHORTEST))) {
            return now.plus(SHORTEST);
        }
        return until.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : until;
    }
}
