package app.forecourt.car.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Test of the order of problems. */
class CarValidatorResultTest {

    /** Errors come first; problems of equal severity keep the order in which they were added. */
    @Test
    void problemsComeInFormOrderThenBySeverity() {
        var result = new CarValidator.Result.Invalid(
                List.of(Problem.of(CarField.OPTIONS, Problem.Code.SAME_OPTION),
                        Problem.of(CarField.VIN, Problem.Code.VIN_MODEL_YEAR),
                        Problem.of(CarField.VIN, Problem.Code.VIN_MAKER),
                        Problem.of(CarField.OPTIONS, Problem.Code.OPTIONS_UNCHECKED)))
                .withProblems(List.of(Problem.of(CarField.OPTIONS, Problem.Code.OPTION_TWICE),
                        Problem.of(CarField.LICENSE_PLATE, Problem.Code.PLATE_UNKNOWN)));
        assertEquals(
                List.of(Problem.Code.PLATE_UNKNOWN, Problem.Code.VIN_MODEL_YEAR, Problem.Code.VIN_MAKER,
                        Problem.Code.OPTION_TWICE,
                        Problem.Code.OPTIONS_UNCHECKED, Problem.Code.SAME_OPTION),
                result.problems().stream().map(Problem::code).toList());
    }
}
