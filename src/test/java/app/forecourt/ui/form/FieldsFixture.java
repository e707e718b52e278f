package app.forecourt.ui.form;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.check.ProblemCases;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.model.cars.EarlierCars;
import app.forecourt.model.form.AcceptedSuggestions;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.PaneTest;
import com.sun.javafx.stage.WindowHelper;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;

/** The base class of tests of some fields of the form, or of the whole form. */
abstract class FieldsFixture extends PaneTest {
    final CarFormModel form = new CarFormModel(new CarValidator(clock, Vocabulary.bundled()), messages::value);

    private static WordSuggestionSource words() {
        return new WordSuggestionSource(
                Vocabulary.bundled(), new EarlierCars(ProblemCases.CHECK, Stream::empty), Locale.UK);
    }

    final FieldView createField(CarField field) {
        return new FieldView(field, form, messages, words(), () -> {});
    }

    final void setReadOnly(boolean isReadOnly) {
        onFxThread(() -> form.setReadOnly(isReadOnly));
    }

    /** Sets a text without the keys of the user. */
    final void set(CarField field, String text) {
        onFxThread(() -> form.text(field).set(text));
    }

    final void load(CarDraft draft) {
        onFxThread(() -> form.load(draft, new AcceptedSuggestions()));
    }

    final void setActive(boolean isActive) {
        onFxThread(() -> WindowHelper.setFocused(stage(), isActive));
    }

    /** Shows some fields below each other. */
    final void showFields(CarField... fields) {
        show(600, 800, () -> new VBox(Stream.of(fields).map(this::createField).toArray(FieldView[]::new)));
    }

    /** Shows the whole form. */
    final FormPane showForm(double width, double height) {
        return show(width, height, () -> createFormPane(form));
    }
}
