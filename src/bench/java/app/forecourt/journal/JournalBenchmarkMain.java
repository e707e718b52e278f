package app.forecourt.journal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link JournalBenchmark}, prints median and 99th percentile of each and what many cars are to few. */
public final class JournalBenchmarkMain {
    private JournalBenchmarkMain() {}

    /** The argument is the JSON file. */
    public static void main(String[] args) throws RunnerException {
        var options = new OptionsBuilder().include(JournalBenchmark.class.getName() + "\\.")
                .shouldFailOnError(true).resultFormat(ResultFormatType.JSON).result(args[0]).build();
        Collection<RunResult> runs = new Runner(options).run();
        System.out.printf("%n%-8s %14s %14s %14s %14s %8s%n", "us", "20: p50", "p99", "20,000: p50", "p99",
                "p50 x");
        for (String name : List.of("save", "first", "open", "stock", "search")) {
            double few = percentile(runs, name, "20", 50);
            double many = percentile(runs, name, "20000", 50);
            System.out.printf(Locale.ROOT, "%-8s %14.1f %14.1f %14.1f %14.1f %8.2f%n", name, few,
                    percentile(runs, name, "20", 99), many, percentile(runs, name, "20000", 99), many / few);
        }
    }

    private static double percentile(Collection<RunResult> runs, String name, String cars, double which) {
        return runs.stream()
                .filter(run -> run.getPrimaryResult().getLabel().equals(name)
                        && run.getParams().getParam("cars").equals(cars))
                .findFirst().orElseThrow().getPrimaryResult().getStatistics().getPercentile(which);
    }
}
