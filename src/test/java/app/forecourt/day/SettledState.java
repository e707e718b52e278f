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

/** What this process holds while nothing goes on in it. */
public final class SettledState {
    /** The heap is measured until so often in a row no more than this was let go, and at most so often. */
    private static final int CALM = 4;
    private static final double SAME = 0.002;
    private static final int MOST = 30;

    private SettledState() {}

    /**
     * Bytes of the heap in use after everything that nobody holds is gone. What is held softly goes too, where Java was
     * started with {@code -XX:SoftRefLRUPolicyMSPerMB=0}.
     *
     * @param between lets go what was only waiting for its turn
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
     * How many threads there are of each name, virtual ones too; digits in a name are left out, since they count.
     *
     * @param dump where Java writes what it knows of them
     */
    public static Map<String, Integer> threads(Path dump) throws IOException {
        Files.deleteIfExists(dump);
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toAbsolutePath().toString(), ThreadDumpFormat.JSON);
        var threads = new TreeMap<String, Integer>();
        for (JsonNode container : new ObjectMapper().readTree(dump.toFile())
                .at("/threadDump/threadContainers")) {
            for (JsonNode thread : container.get("threads")) {
                threads.merge(thread.get("name").asText().replaceAll("\\d+", "#"), 1, Integer::sum);
            }
        }
        return threads;
    }
}
