package app.forecourt.ui.form;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldLimits;
import app.forecourt.car.FieldType;
import app.forecourt.car.LicensePlate;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.text.ValueFormatter;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.fx.TextAreaTabTraversal;
import app.forecourt.ui.fx.TextLengthLimit;
import app.forecourt.ui.input.EditableComboField;
import app.forecourt.ui.input.InputCompletion;
import app.forecourt.ui.input.SuggestionPopup;
import app.forecourt.ui.photos.PhotoAddressField;
import app.forecourt.ui.words.Messages;
import java.time.LocalDate;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** A factory of the control that edits a field. The type of the field decides which control it is. */
final class FieldControlFactory {
    /** Number of lines of a long text that can be edited. */
    static final int LINES_OF_TEXT = 8;

    static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final CarField field;
    private final CarFormModel form;
    private final Messages messages;
    private final WordSuggestionSource known;
    private final DealershipValues dealerships;

    FieldControlFactory(CarField field, CarFormModel form, Messages messages, WordSuggestionSource known) {
        this.field = field;
        this.form = form;
        this.messages = messages;
        this.known = known;
        this.dealerships =
                new DealershipValues(() -> form.knownDealerships().get().namesById());
    }

    /**
     * Creates the control.
     *
     * @param completed receives the typed and the completed text after Tab or Enter has completed the input
     * @param enter called when Enter is pressed in the control
     * @param entered called after Enter has completed the input or closed its list
     */
    Control create(InputCompletion.Listener completed, Runnable enter, Runnable entered) {
        Control control = control(completed, enter, entered);
        control.setId(field.apiName());
        // A check box is no wider than its text. Otherwise its badge would be at the corner of the cell.
        control.setMaxWidth(field.type() == FieldType.FLAG ? Region.USE_PREF_SIZE : Double.MAX_VALUE);
        widthStyle(field).ifPresent(control.getStyleClass()::add);
        return control;
    }

    private Control control(InputCompletion.Listener completed, Runnable enter, Runnable entered) {
        return switch (field.type()) {
            case FLAG -> checkBox(enter);
            case LONG_TEXT -> textArea();
            case LINKS -> photoAddressField(enter);
            case WORD, CODE, TEXT, PLATE, VIN, INTEGER, YEAR, MONEY, DATE, TAGS -> {
                if (WordSuggestionSource.hasList(field)) {
                    yield comboField(completed, enter, entered);
                }
                TextField text = textField(new TextField(), enter);
                if (field == CarField.VERSION) {
                    SuggestionPopup.install(text, new KnownWords(field, known, form), completed, entered);
                }
                yield text;
            }
            case OPTIONS -> throw new IllegalArgumentException("options have a pane of their own");
        };
    }

    private CheckBox checkBox(Runnable enter) {
        CheckBox box = new CheckBox(messages.name(field)) {
            /** Changes the value by a click or by Space, but not that of a sent car. */
            @Override
            public void fire() {
                if (!form.isReadOnly()) {
                    super.fire();
                }
            }
        };
        SafeTextWrap.enable(box);
        box.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown() && !key.isShiftDown()) {
                key.consume();
                enter.run();
            }
        });
        box.selectedProperty().subscribe((_, selected) -> form.text(field).set(selected ? "true" : ""));
        return box;
    }

    private EditableComboField comboField(InputCompletion.Listener completed, Runnable enter, Runnable entered) {
        EditableComboField list = textField(new EditableComboField(messages, messages.name(field)), enter);
        list.setValues(
                field == CarField.DEALERSHIP_ID ? dealerships : new KnownWords(field, known, form), completed, entered);
        return list;
    }

    private <T extends TextField> T textField(T input, Runnable enter) {
        T text = bind(input);
        text.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                key.consume();
                enter.run();
            }
        });
        return text;
    }

    private TextArea textArea() {
        TextArea area = bind(new TextArea());
        area.setPrefRowCount(LINES_OF_TEXT);
        area.setMinHeight(Region.USE_PREF_SIZE);
        area.setMaxHeight(Region.USE_PREF_SIZE);
        SafeTextWrap.enable(area);
        TextAreaTabTraversal.install(area);
        return area;
    }

    private PhotoAddressField photoAddressField(Runnable enter) {
        PhotoAddressField entry = new PhotoAddressField(form.photos(), enter);
        entry.setOnAction(_ -> form.problems().onFieldLeft(field));
        TextLengthLimit.install(
                entry,
                FieldLimits.maxInput(field),
                form.photos().typedAddress()::get,
                length -> form.problems().onPasteRejected(field, length));
        return entry;
    }

    private <T extends TextInputControl> T bind(T input) {
        FieldTextBinding binding = new FieldTextBinding(input, form.text(field), this::readable);
        // Listeners that end with the view.
        messages.listenerScope().listen(form.text(field), _ -> binding.onTextSet());
        if (field == CarField.DEALERSHIP_ID) {
            messages.listenerScope().listen(form.knownDealerships(), _ -> binding.onTextSet());
        }
        if (field.type() == FieldType.WORD || field.type() == FieldType.CODE || field == CarField.DEALERSHIP_ID) {
            input.addEventHandler(ActionEvent.ACTION, _ -> binding.showReadable());
        } else if (field.type() == FieldType.MONEY || field == CarField.MILEAGE) {
            // A text may have the unit, and is right only in a car with this unit.
            messages.listenerScope().listen(form.text(unit()), _ -> binding.onTextSet());
        }
        form.registerControl(field, binding);
        TextLengthLimit.install(
                input,
                FieldLimits.maxInput(field),
                form.text(field)::get,
                length -> form.problems().onPasteRejected(field, length));
        return input;
    }

    private CarField unit() {
        return field.type() == FieldType.MONEY ? CarField.CURRENCY : CarField.MILEAGE_UNIT;
    }

    /** Returns a text as people read it best: a known word or dealership, plate, date or number as they write it. */
    private String readable(String text) {
        if (text.isBlank()) {
            return text;
        }
        return switch (field.type()) {
            case WORD, CODE -> word(field, text);
            case PLATE -> LicensePlate.readable(text);
            case YEAR -> value(text).map(Object::toString).orElse(text);
            case TEXT -> field == CarField.DEALERSHIP_ID ? dealerships.shownText(text) : text;
            case DATE, INTEGER, MONEY ->
                value(text)
                        .map(this::written)
                        .filter(written -> value(written).equals(value(text)))
                        .orElse(text);
            default -> text;
        };
    }

    private String word(CarField wordField, String text) {
        return known.vocabulary().shownText(wordField, text, known.language());
    }

    private Optional<Object> value(String text) {
        return form.validator()
                .parse(CarDraft.EMPTY
                        .with(unit(), form.text(unit()).getValueSafe())
                        .with(field, text))
                .value(field);
    }

    private String written(Object value) {
        return value instanceof LocalDate day
                ? ValueFormatter.formatDate(day, messages.locale())
                : field == CarField.MILEAGE
                        ? messages.get(
                                        "echo.unit",
                                        messages.value(value),
                                        word(unit(), form.text(unit()).getValueSafe()))
                                .strip()
                        : messages.value(value);
    }

    /** Returns the style class that limits the width of a control; empty if it fills its place. */
    private static Optional<String> widthStyle(CarField field) {
        return switch (field) {
            case NUMBER_OF_DOORS, GEARS, YEAR_OF_CONSTRUCTION -> Optional.of("width-of-digits");
            case DATE_OF_FIRST_REGISTRATION -> Optional.of("width-of-date");
            default ->
                field.type() == FieldType.INTEGER || field.type() == FieldType.CODE
                        ? Optional.of("width-of-number")
                        : Optional.empty();
        };
    }
}
