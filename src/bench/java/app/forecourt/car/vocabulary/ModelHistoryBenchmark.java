package app.forecourt.car.vocabulary;

import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.ModelHistory.Name;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Benchmark of a query for the models of 20,000 earlier cars of one brand. The cases are the usual number of models,
 * and in the worst case another model for each car.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class ModelHistoryBenchmark {
    private static final int CARS = 20_000;

    @Param({"50", "20000"})
    public int models;

    private ModelHistory cars;

    @Setup
    public void fill() {
        cars = count();
        if (first().size() != 12 || !none().isEmpty()) {
            throw new IllegalStateException("not filled");
        }
    }

    /** Counts all cars, as the program does once in the background. */
    @Benchmark
    public ModelHistory count() {
        Vocabulary vocabulary = Vocabulary.bundled();
        var counted = new ModelHistory(
                brand -> vocabulary.canonicalWord(CarField.BRAND, brand),
                model -> vocabulary.displayName(CarField.MODEL, model));
        for (int number = 0; number < CARS; number++) {
            counted.put(
                    new UUID(0, number),
                    new Name(
                            "VW",
                            "Golf Plus " + number % models,
                            "1.6 TDI " + number,
                            "1598",
                            Instant.ofEpochSecond(number)));
        }
        return counted;
    }

    /** Queries with the first letter, which nearly all models match. */
    @Benchmark
    public List<String> first() {
        return cars.models("volkswagen", "g");
    }

    /** Queries with an inner part of the name. */
    @Benchmark
    public List<String> inside() {
        return cars.models("volkswagen", "plus 4");
    }

    /** Queries without a match, so that all models are searched to the end. */
    @Benchmark
    public List<String> none() {
        return cars.models("volkswagen", "zafira");
    }
}
