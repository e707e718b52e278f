package app.forecourt.day;

import app.forecourt.settings.Profile;
import app.forecourt.stock.SendingStatus;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Measurements and final state of the program at the end of the day.
 *
 * @param early resources after warm-up
 * @param late resources at the end
 * @param practice number of posts of a car to Practice, by stock number
 * @param shown status that the window shows per profile, by stock number
 */
public record DayReport(
        Resources early,
        Resources late,
        Map<String, Integer> practice,
        Map<String, Map<Profile, SendingStatus>> shown) {
    private static final String FILE = "day.json";
    /** Thread pools of Java with idle threads that end after a minute. Their size depends on the work. */
    private static final Pattern POOL =
            Pattern.compile("ForkJoinPool.*|.*Poller.*|VirtualThread-.*|OkHttp TaskRunner|testfx-async-pool.*");

    /**
     * Resources of an idle program.
     *
     * @param heap bytes
     * @param threads number of threads per name
     */
    public record Resources(long heap, Map<String, Integer> threads) {
        /** Returns the names with more threads than before, without pools. */
        public Map<String, Integer> increase(Resources before) {
            var more = new TreeMap<String, Integer>();
            threads.forEach((name, count) -> {
                int grown = count - before.threads.getOrDefault(name, 0);
                if (grown > 0 && !POOL.matcher(name).matches()) {
                    more.put(name, grown);
                }
            });
            return more;
        }
    }

    /** Writes the report to a home. */
    public void write(Path home) throws IOException {
        new ObjectMapper().writeValue(home.resolve(FILE).toFile(), this);
    }

    /** Reads the report of a home. */
    public static DayReport read(Path home) throws IOException {
        return new ObjectMapper().readValue(home.resolve(FILE).toFile(), DayReport.class);
    }

    /** Returns the heap at the end relative to the heap after warm-up. */
    public double heapGrowth() {
        return (double) late.heap / early.heap;
    }
}
