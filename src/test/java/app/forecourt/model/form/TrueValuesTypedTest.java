package app.forecourt.model.form;

import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.check.ProblemCases;
import app.forecourt.car.check.TrueCars;
import app.forecourt.testing.ProofTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The form while true-looking cars are typed letter by letter: no message appears before a field is left. */
class TrueValuesTypedTest {
    private static final int CARS = 60;
    /** Fields that a new form has filled already. */
    private static final Set<CarField> FILLED = Set.of(DEALERSHIP_ID, MILEAGE_UNIT, CURRENCY);

    private final List<String> messages = new ArrayList<>();

    @ProofTest
    void trueValuesShowNoMessageBeforeLeaving() {
        TrueCars.of(24, CARS).forEach(this::type);
        assertEmpty(messages);
    }

    private void type(CarDraft car) {
        CarFormModel form = new CarFormModel(ProblemCases.CHECK, BigDecimal::toPlainString);
        FILLED.forEach(field -> form.text(field).set(car.text(field)));
        for (CarField field : CarField.values()) {
            if (field == OPTIONS || FILLED.contains(field)) {
                continue;
            }
            String text = car.text(field);
            for (int length = 1; length <= text.length(); length++) {
                String typed = text.substring(0, length);
                form.text(field).set(typed);
                form.problems().visible().forEach(problem -> messages.add(typed + ": " + problem));
            }
            form.problems().onFieldLeft(field);
        }
    }
}
