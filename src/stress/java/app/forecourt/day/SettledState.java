package app.forecourt.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Resources of this process while it is idle. */
public final class SettledState {
    /** Number of consecutive measurements without a notable decrease that end the measuring, and the maximum of all. */
    private static final int CALM = 4;

    private static final double SAME = 0.002;
    private static final int MOST = 30;

    private SettledState() {}

    /**
     * Returns the used heap in bytes after garbage collection. Soft references are cleared too if Java was started with
     * {@code -XX:SoftRefLRUPolicyMSPerMB=0}.
     *
     * @param between action between two collections, which releases queued work
     */
    public static long heap(Runnable between) {
        long least = Long.MAX_VALUE;
        int calm = 0;
        for (int time = 0; time < MOST && calm < CALM; time++) {
            between.run();
            System.gc();
            long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            calm = used < least * (1 - SAME) ? 0 : calm + 1;
            least = Math.min(least, used);
        }
        return least;
    }

    /**
     * Returns the number of threads per name, including virtual threads. Digits are removed from the names, because
     * they are counters.
     *
     * @param dump file for Java's thread dump
     */
    public static Map<String, Integer> threads(Path dump) throws IOException {
        Files.deleteIfExists(dump);
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toAbsolutePath().toString(), ThreadDumpFormat.JSON);
        var threads = new TreeMap<String, Integer>();
        for (JsonNode container : new ObjectMapper().readTree(dump.toFile()).at("/threadDump/threadContainers")) {
            for (JsonNode thread : container.get("threads")) {
                threads.merge(thread.get("name").asText().replaceAll("\\d+", "#"), 1, Integer::sum);
            }
        }
        return threads;
    }
}
