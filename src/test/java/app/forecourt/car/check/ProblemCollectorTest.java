package app.forecourt.car.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Test of the order of problems. */
class ProblemCollectorTest {

    /** Errors come first; problems of equal severity keep the order in which they were added. */
    @Test
    void problemsComeInFormOrderThenBySeverity() {
        var found = new ProblemCollector();
        found.add(CarField.OPTIONS, ProblemCode.SAME_OPTION);
        found.add(CarField.VIN, ProblemCode.VIN_MODEL_YEAR);
        found.add(CarField.VIN, ProblemCode.VIN_MAKER);
        found.add(CarField.OPTIONS, ProblemCode.OPTIONS_UNCHECKED);
        found.addAll(List.of(Problem.of(CarField.OPTIONS, ProblemCode.OPTION_TWICE),
                Problem.of(CarField.LICENSE_PLATE, ProblemCode.PLATE_UNKNOWN)));
        assertEquals(
                List.of(ProblemCode.PLATE_UNKNOWN, ProblemCode.VIN_MODEL_YEAR, ProblemCode.VIN_MAKER,
                        ProblemCode.OPTION_TWICE,
                        ProblemCode.OPTIONS_UNCHECKED, ProblemCode.SAME_OPTION),
                found.inFormOrder().stream().map(Problem::code).toList());
    }
}
