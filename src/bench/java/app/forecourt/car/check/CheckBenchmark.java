package app.forecourt.car.check;

import app.forecourt.car.Car;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.option.KnownOptions;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Benchmark of the validation of the vendor's example car, compared with writing the same car as JSON. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CheckBenchmark {
    private final JsonMapper json = JsonMapper.builder().build();

    private CarDraft draft;
    private Optional<KnownOptions> list;
    private Map<String, Object> members;

    @Setup
    public void readTheExample() throws IOException {
        Map<String, Object> example;
        try (var file = CheckBenchmark.class.getResourceAsStream("/example-car.json")) {
            example = json.readValue(file, new TypeReference<Map<String, Object>>() {});
        }
        var texts = new EnumMap<CarField, String>(CarField.class);
        example.forEach((name, value) -> {
            if (!(value instanceof List)) {
                texts.put(CarField.ofApiName(name).orElseThrow(), value.toString());
            }
        });
        @SuppressWarnings("unchecked")
        var options = (List<String>) example.get("options");
        draft = CarDraft.of(texts, options);
        list = ProblemCases.list(options.toArray(String[]::new));
        members = members(((CarValidator.Result.Valid) check()).car());
    }

    @Benchmark
    public CarValidator.Result check() {
        return ProblemCases.check(draft, list);
    }

    @Benchmark
    public byte[] serialise() throws JacksonException {
        return json.writeValueAsBytes(members);
    }

    /** Returns the values by API name. Dates are texts, so that Jackson needs no module. */
    private static Map<String, Object> members(Car car) {
        var members = new LinkedHashMap<String, Object>();
        car.values()
                .forEach((field, value) ->
                        members.put(field.apiName(), value instanceof LocalDate day ? day.toString() : value));
        return members;
    }
}
