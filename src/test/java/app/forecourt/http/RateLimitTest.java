package app.forecourt.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

/** Tests of the waiting time in the headers of a response. */
class RateLimitTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void retryAfter() {
        assertEquals(Duration.ofSeconds(30), wait("Retry-After", "30"));
        assertEquals(Duration.ofMinutes(5), wait("Retry-After", "Sun, 01 Mar 2026 12:05:00 GMT"));
    }

    @Test
    void reset() {
        assertEquals(
                Duration.ofMinutes(10),
                wait("x-ratelimit-reset", "" + NOW.plusSeconds(600).getEpochSecond()));
        assertEquals(Duration.ofSeconds(45), wait("X-RateLimit-Reset", "45"));
    }

    @Test
    void quota() {
        assertEquals(
                Duration.ofSeconds(900),
                wait("Auth0-Client-Quota-Limit", "b=per_hour;q=10;r=0;t=300,b=per_day;q=50;r=0;t=900"));
        assertEquals(Duration.ofSeconds(60), wait("Auth0-Client-Quota-Limit", "b=per_hour;q=10;r=10;t=300"));
    }

    @Test
    void unreadableHeadersMeanOneMinute() {
        for (String odd : new String[] {"", "soon", "-5", "99999999999999999999", "1 2"}) {
            assertEquals(Duration.ofSeconds(60), wait("Retry-After", odd), odd);
        }
    }

    @Test
    void waitIsPositiveAndAtMostADay() {
        assertEquals(Duration.ofSeconds(1), wait("Retry-After", "0"));
        assertEquals(Duration.ofSeconds(1), wait("Retry-After", "Sun, 01 Mar 2020 12:05:00 GMT"));
        assertEquals(Duration.ofHours(24), wait("Retry-After", "999999999999999"));
        assertEquals(Duration.ofHours(24), wait("x-ratelimit-reset", "999999999999999"));
    }

    private static Duration wait(String header, String value) {
        return Duration.between(NOW, RateLimit.until(Headers.of(header, value), NOW));
    }
}
