package app.forecourt.day;

import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the program told of itself at the end of the day.
 *
 * @param early what it held when it had settled in
 * @param late what it held at the end
 * @param gaps the longest that the window's thread did not answer, in milliseconds, by what went on
 * @param practice how often Practice took a car, by stock number
 * @param shown where the window shows a car to stand, by stock number
 */
public record DayReport(Held early, Held late, Map<String, Long> gaps, Map<String, Integer> practice,
        Map<String, Map<Profile, ListingStatus>> shown) {
    private static final String FILE = "day.json";
    /** Java's own, which carry virtual threads, and pools whose idle threads end after a minute: as many as there is work. */
    private static final Pattern POOL = Pattern
            .compile("ForkJoinPool.*|.*Poller.*|VirtualThread-.*|OkHttp TaskRunner|testfx-async-pool.*");

    /**
     * What a program holds while nothing goes on in it.
     *
     * @param heap bytes
     * @param threads how many of each name
     */
    public record Held(long heap, Map<String, Integer> threads) {
        /** How many there are more of each name than before, pools aside. */
        public Map<String, Integer> more(Held before) {
            var more = new TreeMap<String, Integer>();
            threads.forEach((name, count) -> {
                int grown = count - before.threads.getOrDefault(name, 0);
                if (grown > 0 && !POOL.matcher(name).matches()) {
                    more.put(name, grown);
                }
            });
            return more;
        }

        /** All threads but those of pools. */
        public int count() {
            return threads.entrySet().stream().filter(one -> !POOL.matcher(one.getKey()).matches())
                    .mapToInt(Map.Entry::getValue).sum();
        }
    }

    /** Leaves it in a home. */
    public void write(Path home) throws IOException {
        new ObjectMapper().writeValue(home.resolve(FILE).toFile(), this);
    }

    /** Reads what was left there. */
    public static DayReport read(Path home) throws IOException {
        return new ObjectMapper().readValue(home.resolve(FILE).toFile(), DayReport.class);
    }

    /** How many times as much of the heap is held at the end. */
    public double growth() {
        return (double) late.heap / early.heap;
    }
}
