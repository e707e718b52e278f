package app.forecourt.car.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Test of the order of problems. */
class ValidationResultTest {

    /** Errors come first; problems of equal severity keep the order in which they were added. */
    @Test
    void problemsComeInFormOrderThenBySeverity() {
        var result = new ValidationResult.Invalid(
                List.of(Problem.of(CarField.OPTIONS, ProblemCode.SAME_OPTION),
                        Problem.of(CarField.VIN, ProblemCode.VIN_MODEL_YEAR),
                        Problem.of(CarField.VIN, ProblemCode.VIN_MAKER),
                        Problem.of(CarField.OPTIONS, ProblemCode.OPTIONS_UNCHECKED)))
                .withProblems(List.of(Problem.of(CarField.OPTIONS, ProblemCode.OPTION_TWICE),
                        Problem.of(CarField.LICENSE_PLATE, ProblemCode.PLATE_UNKNOWN)));
        assertEquals(
                List.of(ProblemCode.PLATE_UNKNOWN, ProblemCode.VIN_MODEL_YEAR, ProblemCode.VIN_MAKER,
                        ProblemCode.OPTION_TWICE,
                        ProblemCode.OPTIONS_UNCHECKED, ProblemCode.SAME_OPTION),
                result.problems().stream().map(Problem::code).toList());
    }
}
