package app.forecourt.car.check;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Main class that runs {@link CheckBenchmark} and prints both medians and their ratio. The argument is the JSON file.
 */
public final class CheckBenchmarkMain {
    private CheckBenchmarkMain() {}

    public static void main(String[] args) throws RunnerException {
        var options = new OptionsBuilder()
                .include(CheckBenchmark.class.getName() + "\\.")
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(args[0])
                .build();
        Map<String, Double> medians = new Runner(options)
                .run().stream()
                        .collect(
                                Collectors.toMap(run -> run.getPrimaryResult().getLabel(), CheckBenchmarkMain::median));
        double check = medians.get("check");
        double serialise = medians.get("serialise");
        System.out.printf(Locale.ROOT, "%nmedian of check      %8.3f us%n", check);
        System.out.printf(Locale.ROOT, "median of serialise  %8.3f us%n", serialise);
        System.out.printf(Locale.ROOT, "check / serialise    %8.2f%n", check / serialise);
    }

    private static double median(RunResult run) {
        return run.getPrimaryResult().getStatistics().getPercentile(50);
    }
}
