package app.forecourt.car.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.car.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Tests with true-looking cars, which have to pass without a false alarm. */
class TrueCarsTest {
    private static final List<CarDraft> CARS = TrueCars.of(24, 1_000);

    @Test
    void trueCarsRaiseNoFalseAlarm() {
        Map<Problem.Code, Long> alarms = CARS.stream()
                .flatMap(car -> ProblemCases.problems(car).stream())
                .filter(problem -> !problem.code().isInformation())
                .map(Problem::code)
                .collect(groupingBy(Function.identity(), counting()));
        // Three cars have more than 500,000 kilometres.
        assertEquals(Map.of(Problem.Code.UNUSUAL, 3L), alarms);
    }
}
