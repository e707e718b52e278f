package app.forecourt.car.vocabulary;

import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Main class that runs {@link ModelHistoryBenchmark} and prints median and 99th percentile of each benchmark. The
 * argument is the JSON file.
 */
public final class ModelHistoryBenchmarkMain {
    private ModelHistoryBenchmarkMain() {}

    public static void main(String[] args) throws RunnerException {
        var options = new OptionsBuilder()
                .include(ModelHistoryBenchmark.class.getName() + "\\.")
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(args[0])
                .build();
        System.out.printf("%n%-8s %8s %12s %12s%n", "us", "models", "p50", "p99");
        for (RunResult run : new Runner(options).run()) {
            var time = run.getPrimaryResult().getStatistics();
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %8s %12.1f %12.1f%n",
                    run.getPrimaryResult().getLabel(),
                    run.getParams().getParam("models"),
                    time.getPercentile(50),
                    time.getPercentile(99));
        }
    }
}
