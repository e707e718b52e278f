package app.forecourt.model.form;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** Typed texts and chosen options of all fields, as the controls hold them. */
final class FormInputModel {
    private final Map<CarField, StringProperty> texts = new EnumMap<>(CarField.class);
    /** Controls of the fields that have one. */
    private final Map<CarField, UndoableTextControl> controls = new EnumMap<>(CarField.class);

    private final ObservableList<String> options = FXCollections.observableArrayList();
    private boolean loading;

    /** @param changed receives the field of every change except those of {@link #load} */
    FormInputModel(Consumer<CarField> changed) {
        Consumer<CarField> userChange = field -> {
            if (!loading) {
                changed.accept(field);
            }
        };
        for (CarField field : CarField.values()) {
            if (field.type() != FieldType.OPTIONS) {
                StringProperty text = new SimpleStringProperty("");
                text.subscribe((_, _) -> userChange.accept(field));
                texts.put(field, text);
            }
        }
        options.addListener((ListChangeListener<String>) _ -> userChange.accept(CarField.OPTIONS));
    }

    /** Returns the fields that have a text. */
    Set<CarField> fields() {
        return texts.keySet();
    }

    StringProperty text(CarField field) {
        StringProperty text = texts.get(field);
        if (text == null) {
            throw new IllegalArgumentException(field + " has no text");
        }
        return text;
    }

    void registerControl(CarField field, UndoableTextControl control) {
        controls.put(field, control);
    }

    /** Types a text into a field's control, or sets it if no control is registered. */
    void type(CarField field, String text) {
        UndoableTextControl control = controls.get(field);
        if (control == null) {
            text(field).set(text);
        } else {
            control.type(text);
        }
    }

    /** Replaces the text of a field without the user. */
    void replace(CarField field, String text) {
        UndoableTextControl control = controls.get(field);
        if (control == null) {
            text(field).set(text);
        } else {
            control.replace(text);
        }
    }

    /** Returns the field whose control gets the keys of the window; empty if no text has them. */
    Optional<CarField> focused() {
        return controls.entrySet().stream()
                .filter(field -> field.getValue().isFocusOwner())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    ObservableList<String> options() {
        return options;
    }

    /** Loads another car. */
    void load(CarDraft car) {
        loading = true;
        texts.forEach((field, text) -> text.set(car.text(field)));
        // A text equal to the previous one fires no change, so Ctrl+Z would restore text typed in the previous car.
        controls.values().forEach(UndoableTextControl::clearUndoHistory);
        options.setAll(car.options());
        loading = false;
    }

    /** Returns all texts and options as one value. */
    CarDraft draft() {
        var typed = new EnumMap<CarField, String>(CarField.class);
        texts.forEach((field, text) -> typed.put(field, text.getValueSafe()));
        return new CarDraft(typed, List.copyOf(options));
    }
}
