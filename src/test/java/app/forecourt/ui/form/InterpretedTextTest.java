package app.forecourt.ui.form;

import static app.forecourt.car.CarField.ENGINE_DISPLACEMENT;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.NUMBER_OF_DOORS;
import static app.forecourt.car.CarField.SALES_PRICE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.car.check.ProblemCases;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.model.form.FieldStates.FieldState;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The line below a field with the value in other words. */
class InterpretedTextTest {
    private final Vocabulary vocabulary = Vocabulary.bundled();

    /** Returns the state of a field without problems and offers. */
    static FieldState state(String typed, Optional<Object> value, Optional<String> context) {
        return new FieldState(
                typed,
                value,
                context,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private String below(CarField field, String typed, String context) {
        return new InterpretedText(field, new Messages(Locale.UK, ProblemCases.TODAY), vocabulary)
                .text(state(
                        typed,
                        ProblemCases.parsedValue(field, typed),
                        Optional.of(context).filter(text -> !text.isEmpty())))
                .whole();
    }

    /** The field itself shows a number in its readable form. */
    @Test
    void numberIsNotRepeated() {
        assertEquals("", below(MILEAGE, "41300", ""));
        assertEquals("", below(NUMBER_OF_DOORS, "5 doors", ""));
        assertEquals("", below(SALES_PRICE, "12100", ""));
        assertEquals("1,498 cc", below(ENGINE_DISPLACEMENT, "1498", ""));
        assertEquals("12,100.00 EUR", below(SALES_PRICE, "12100", "EUR"));
    }
}
