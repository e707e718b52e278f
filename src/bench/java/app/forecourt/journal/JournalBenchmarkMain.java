package app.forecourt.journal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The program that runs {@link JournalBenchmark}. Prints the median and the 99th percentile of each benchmark, and the
 * ratios of many cars to few.
 */
public final class JournalBenchmarkMain {
    private JournalBenchmarkMain() {}

    /**
     * Runs the benchmarks.
     *
     * @param args the path of the JSON file with the results
     */
    public static void main(String[] args) throws RunnerException {
        var options = new OptionsBuilder()
                .include(JournalBenchmark.class.getName() + "\\.")
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(args[0])
                .build();
        Collection<RunResult> runs = new Runner(options).run();
        System.out.printf(
                "%n%-8s %12s %12s %12s %12s %12s %12s %8s %8s%n",
                "us", "20: p50", "p99", "200: p50", "p99", "20,000: p50", "p99", "x 20", "x 200");
        for (String name : List.of("save", "first", "check", "open", "stock", "search")) {
            double few = percentile(runs, name, "20", 50);
            double medium = percentile(runs, name, "200", 50);
            double many = percentile(runs, name, "20000", 50);
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %12.1f %12.1f %12.1f %12.1f %12.1f %12.1f %8.2f %8.2f%n",
                    name,
                    few,
                    percentile(runs, name, "20", 99),
                    medium,
                    percentile(runs, name, "200", 99),
                    many,
                    percentile(runs, name, "20000", 99),
                    many / few,
                    many / medium);
        }
    }

    private static double percentile(Collection<RunResult> runs, String name, String cars, double rank) {
        return runs.stream()
                .filter(run -> run.getPrimaryResult().getLabel().equals(name)
                        && run.getParams().getParam("cars").equals(cars))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult()
                .getStatistics()
                .getPercentile(rank);
    }
}
