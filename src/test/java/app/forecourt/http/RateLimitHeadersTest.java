package app.forecourt.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the waiting time in the headers of a response. */
class RateLimitHeadersTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** An unreadable header means a minute. The wait is a second at least, and a day at most. */
    @ParameterizedTest
    @CsvSource({
        "Retry-After,30,30",
        "Retry-After,'Sun, 01 Mar 2026 12:05:00 GMT',300",
        "x-ratelimit-reset,1772367000,600",
        "X-RateLimit-Reset,45,45",
        "Auth0-Client-Quota-Limit,'b=per_hour;q=10;r=0;t=300,b=per_day;q=50;r=0;t=900',900",
        "Auth0-Client-Quota-Limit,b=per_hour;q=10;r=10;t=300,60",
        "Retry-After,'',60",
        "Retry-After,soon,60",
        "Retry-After,-5,60",
        "Retry-After,99999999999999999999,60",
        "Retry-After,1 2,60",
        "Retry-After,0,1",
        "Retry-After,'Sun, 01 Mar 2020 12:05:00 GMT',1",
        "Retry-After,999999999999999,86400",
        "x-ratelimit-reset,999999999999999,86400"
    })
    void headerSaysHowLongToWait(String header, String value, long seconds) {
        assertEquals(NOW.plusSeconds(seconds), RateLimitHeaders.until(Headers.of(header, value), NOW));
    }
}
