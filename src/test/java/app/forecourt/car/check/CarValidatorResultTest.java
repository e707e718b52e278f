package app.forecourt.car.check;

import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.Problem.Code.OPTIONS_UNCHECKED;
import static app.forecourt.car.Problem.Code.OPTION_TWICE;
import static app.forecourt.car.Problem.Code.PLATE_UNKNOWN;
import static app.forecourt.car.Problem.Code.SAME_OPTION;
import static app.forecourt.car.Problem.Code.VIN_MAKER;
import static app.forecourt.car.Problem.Code.VIN_MODEL_YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Test of the order of problems. */
class CarValidatorResultTest {

    /** Errors come first; problems of equal severity keep the order in which they were added. */
    @Test
    void problemsComeInFormOrderThenBySeverity() {
        var result = new CarValidator.Result.Invalid(List.of(
                        Problem.of(OPTIONS, SAME_OPTION),
                        Problem.of(VIN, VIN_MODEL_YEAR),
                        Problem.of(VIN, VIN_MAKER),
                        Problem.of(OPTIONS, OPTIONS_UNCHECKED)))
                .withProblems(List.of(Problem.of(OPTIONS, OPTION_TWICE), Problem.of(LICENSE_PLATE, PLATE_UNKNOWN)));
        assertEquals(
                List.of(PLATE_UNKNOWN, VIN_MODEL_YEAR, VIN_MAKER, OPTION_TWICE, OPTIONS_UNCHECKED, SAME_OPTION),
                result.problems().stream().map(Problem::code).toList());
    }
}
