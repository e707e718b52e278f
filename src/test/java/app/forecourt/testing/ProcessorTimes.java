package app.forecourt.testing;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The processor time of a test process, in {@code target/suite}. Each line has a class and its milliseconds: those of
 * the process and of the programs that it has waited for where the process runs one class at a time, and those of the
 * test's thread among the fast tests, which run side by side. One line has the whole process. Maven names the file by
 * {@code -Dforecourt.suite=test-1}; without a name nothing is written.
 */
public final class ProcessorTimes implements TestExecutionListener {
    public static final Path DIRECTORY = Path.of("target", "suite");
    /** The name of the last line. */
    public static final String WHOLE = "*";

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final Path STATISTICS = Path.of("/proc/self/stat");
    /** The indexes of the children's user and system time behind the name of the program, in ticks. */
    private static final List<Integer> OF_CHILDREN = List.of(13, 14);
    /** The length of a tick in milliseconds, on the usual builds of Linux. */
    private static final long TICK = 10;

    private static final String NAME = System.getProperty("forecourt.suite", "");
    private static final boolean IS_SIDE_BY_SIDE = NAME.startsWith("test");
    /** Static, because Surefire runs each class as a test plan of its own. */
    private static final Map<String, Long> USED = new ConcurrentHashMap<>();

    private final Map<String, Long> begun = new ConcurrentHashMap<>();

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.getSource().orElse(null) instanceof ClassSource source) {
            begun.put(source.getClassName(), usedByClass());
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.getSource().orElse(null) instanceof ClassSource source) {
            USED.put(source.getClassName(), usedByClass() - begun.getOrDefault(source.getClassName(), 0L));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (!NAME.isEmpty()) {
            write(DIRECTORY.resolve(NAME + ".txt"));
        }
    }

    private static void write(Path file) {
        Map<String, Long> lines = new TreeMap<>(USED);
        lines.put(WHOLE, used());
        try {
            Files.createDirectories(file.getParent());
            Files.write(
                    file,
                    lines.entrySet().stream()
                            .map(line -> line.getKey() + " " + line.getValue())
                            .toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long usedByClass() {
        return IS_SIDE_BY_SIDE
                ? TimeUnit.NANOSECONDS.toMillis(
                        ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime())
                : used();
    }

    /** Returns the processor time of this process and of the programs it has waited for, in milliseconds. */
    private static long used() {
        return TimeUnit.NANOSECONDS.toMillis(SYSTEM.getProcessCpuTime()) + usedByChildren();
    }

    /** Returns 0 where the system has no {@code /proc}. */
    private static long usedByChildren() {
        if (!Files.exists(STATISTICS)) {
            return 0;
        }
        try {
            String text = Files.readString(STATISTICS);
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            return TICK
                    * OF_CHILDREN.stream()
                            .mapToLong(index -> Long.parseLong(fields[index]))
                            .sum();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
