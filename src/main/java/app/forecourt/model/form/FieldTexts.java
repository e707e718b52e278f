package app.forecourt.model.form;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** What is typed and chosen, field by field, as the controls hold it. */
final class FieldTexts {
    private final Map<CarField, StringProperty> texts = new EnumMap<>(CarField.class);
    /** What puts a text into the control of a field, of those that have one. */
    private final Map<CarField, Consumer<String>> controls = new EnumMap<>(CarField.class);
    /** What makes such a control forget what was typed before. */
    private final Map<CarField, Runnable> forgetting = new EnumMap<>(CarField.class);
    private final ObservableList<String> options = FXCollections.observableArrayList();
    private boolean loading;

    /** @param changed is told of every change but those of {@link #load} */
    FieldTexts(Consumer<CarField> changed) {
        Consumer<CarField> hers = field -> {
            if (!loading) {
                changed.accept(field);
            }
        };
        for (CarField field : CarField.values()) {
            if (field.kind() != FieldType.OPTIONS) {
                StringProperty text = new SimpleStringProperty("");
                text.subscribe((before, now) -> hers.accept(field));
                texts.put(field, text);
            }
        }
        options.addListener((ListChangeListener<String>) change -> hers.accept(CarField.OPTIONS));
    }

    StringProperty text(CarField field) {
        StringProperty text = texts.get(field);
        if (text == null) {
            throw new IllegalArgumentException(field + " is not typed");
        }
        return text;
    }

    /** What puts a text into a field's control, and what makes that forget what was typed before. */
    void typedBy(CarField field, Consumer<String> control, Runnable forget) {
        controls.put(field, control);
        forgetting.put(field, forget);
    }

    /** Puts a text into a field, where there is a control by that. */
    void type(CarField field, String text) {
        controls.getOrDefault(field, text(field)::set).accept(text);
    }

    ObservableList<String> options() {
        return options;
    }

    /** Puts another car there. */
    void load(CarDraft car) {
        loading = true;
        texts.forEach((field, text) -> text.set(car.text(field)));
        // A text that is the same as before is not set: Ctrl+Z would bring back what was typed in the other car.
        forgetting.values().forEach(Runnable::run);
        options.setAll(car.options());
        loading = false;
    }

    /** All of it, as one value. */
    CarDraft draft() {
        var typed = new EnumMap<CarField, String>(CarField.class);
        texts.forEach((field, text) -> typed.put(field, text.getValueSafe()));
        return CarDraft.of(typed, List.copyOf(options));
    }
}
