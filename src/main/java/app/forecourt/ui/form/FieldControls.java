package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldLimits;
import app.forecourt.car.FieldType;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.TextControl;
import app.forecourt.ui.fx.TabTraversal;
import app.forecourt.ui.fx.TextLengthLimit;
import app.forecourt.ui.fx.TextWrapPolicy;
import app.forecourt.ui.input.InputCompletion;
import app.forecourt.ui.input.ListField;
import app.forecourt.ui.input.SuggestionPopup;
import app.forecourt.ui.photos.PhotoEntry;
import app.forecourt.ui.words.Messages;
import java.util.Optional;
import java.util.function.Consumer;
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
final class FieldControls {
    /** Number of lines of a long text that can be edited. */
    static final int LINES_OF_TEXT = 8;
    static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z,
            KeyCombination.SHORTCUT_DOWN);

    private final CarField field;
    private final CarFormModel form;
    private final Messages messages;
    private final WordSuggestions known;
    private final DealershipValues dealerships;

    FieldControls(CarField field, CarFormModel form, Messages messages, WordSuggestions known) {
        this.field = field;
        this.form = form;
        this.messages = messages;
        this.known = known;
        this.dealerships = new DealershipValues(() -> form.knownDealerships().get().namesById());
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
        if (field.section() == CarField.Section.PRICE) {
            // A filter, because a list takes Enter too.
            control.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
                if (key.getCode() == KeyCode.ENTER && key.isShiftDown() && !key.isShortcutDown()) {
                    key.consume();
                    form.acceptOfferedAmounts();
                }
            });
        }
        // A check box is no wider than its text. Otherwise its badge would be at the corner of the cell.
        control.setMaxWidth(field.type() == FieldType.FLAG ? Region.USE_PREF_SIZE : Double.MAX_VALUE);
        widthStyle(field).ifPresent(control.getStyleClass()::add);
        return control;
    }

    private Control control(InputCompletion.Listener completed, Runnable enter, Runnable entered) {
        return switch (field.type()) {
            case FLAG -> checkBox(enter);
            case LONG_TEXT -> textArea();
            case LINKS -> photoEntry(enter);
            case WORD, CODE, TEXT, PLATE, VIN, INTEGER, YEAR, MONEY, DATE, TAGS -> {
                if (WordSuggestions.hasList(field)) {
                    yield listField(completed, enter, entered);
                }
                TextField text = textField(new TextField(), enter);
                if (WordSuggestions.supports(field)) {
                    SuggestionPopup.install(text, new WordValues(field, known, form), completed, entered);
                } else if (field.type() == FieldType.YEAR) {
                    SuggestionPopup.install(text, new ShortYears(messages::today), completed, entered);
                }
                yield text;
            }
            case OPTIONS -> throw new IllegalArgumentException("options have a pane of their own");
        };
    }

    private CheckBox checkBox(Runnable enter) {
        CheckBox box = new CheckBox(messages.name(field));
        TextWrapPolicy.enable(box);
        box.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown() && !key.isShiftDown()) {
                key.consume();
                enter.run();
            }
        });
        box.selectedProperty().subscribe((_, selected) -> form.text(field).set(selected ? "true" : ""));
        return box;
    }

    private ListField listField(InputCompletion.Listener completed, Runnable enter, Runnable entered) {
        ListField list = textField(new ListField(messages, messages.name(field)), enter);
        list.setValues(field == CarField.DEALERSHIP_ID
                ? dealerships
                : new WordValues(field, known, form), completed, entered);
        return list;
    }

    private <T extends TextField> T textField(T input, Runnable enter) {
        T text = bind(input);
        if (field.type() == FieldType.MONEY) {
            // A filter, because the control has the amounts of its own field in its history.
            text.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
                if (UNDO.match(key) && form.undoAcceptedAmounts()) {
                    key.consume();
                }
            });
        }
        text.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() != KeyCode.ENTER || key.isShortcutDown()) {
                return;
            }
            key.consume();
            enter.run();
        });
        return text;
    }

    private TextArea textArea() {
        TextArea area = bind(new TextArea());
        area.setPrefRowCount(LINES_OF_TEXT);
        area.setMinHeight(Region.USE_PREF_SIZE);
        area.setMaxHeight(Region.USE_PREF_SIZE);
        TextWrapPolicy.enable(area);
        TabTraversal.install(area);
        return area;
    }

    private PhotoEntry photoEntry(Runnable enter) {
        PhotoEntry entry = new PhotoEntry(form.photos(), enter);
        entry.setOnAction(_ -> form.problems().onFieldLeft(field));
        TextLengthLimit.install(entry, FieldLimits.maxInput(field), form.photos().typedAddress()::get,
                length -> form.problems().onPasteRejected(field, length));
        return entry;
    }

    private String shownText(String text) {
        return field == CarField.DEALERSHIP_ID ? dealerships.shownText(text)
                : known.vocabulary().shownText(field, text, known.language());
    }

    private <T extends TextInputControl> T bind(T input) {
        Runnable forget;
        Consumer<String> put;
        if (field.type() == FieldType.WORD || field == CarField.MILEAGE_UNIT || field == CarField.DEALERSHIP_ID) {
            var words = new WordBinding(input, form.text(field), this::shownText);
            // A binding that ends with the view.
            messages.listenerScope().listen(form.text(field), _ -> words.onTextSet());
            messages.listenerScope().listen(form.knownDealerships(), _ -> words.onTextSet());
            forget = words::clearUndoHistory;
            put = words::replace;
        } else {
            input.textProperty().bindBidirectional(form.text(field));
            forget = () -> clearUndoHistory(input);
            put = text -> input.replaceText(0, input.getLength(), text);
        }
        form.registerControl(field, new Input(input, forget, put));
        TextLengthLimit.install(input, FieldLimits.maxInput(field), form.text(field)::get,
                length -> form.problems().onPasteRejected(field, length));
        return input;
    }

    /**
     * The text input of a field.
     *
     * @param forget clears the undo history
     * @param put replaces the text and keeps the undo history
     */
    private record Input(TextInputControl input, Runnable forget, Consumer<String> put)
            implements
                TextControl {
        @Override
        public void type(String text) {
            input.replaceText(0, input.getLength(), text);
        }

        @Override
        public void replace(String text) {
            int caret = input.getCaretPosition();
            put.accept(text);
            input.positionCaret(Math.min(caret, input.getLength()));
        }

        @Override
        public boolean isFocusOwner() {
            return input.getScene() != null && input.getScene().getFocusOwner() == input;
        }

        @Override
        public void undo() {
            input.undo();
        }

        @Override
        public void clearUndoHistory() {
            if (input.isUndoable() || input.isRedoable()) {
                forget.run();
            }
        }
    }

    /** Clears the undo history of a control but keeps its text. Setting the text makes JavaFX forget the history. */
    private void clearUndoHistory(TextInputControl input) {
        input.textProperty().unbindBidirectional(form.text(field));
        input.setText(input.getText() + " ");
        input.textProperty().bindBidirectional(form.text(field));
    }

    /** Returns the style class that limits the width of a control; empty if it fills its place. */
    private static Optional<String> widthStyle(CarField field) {
        return switch (field) {
            case NUMBER_OF_DOORS, GEARS, YEAR_OF_CONSTRUCTION -> Optional.of("width-of-digits");
            case DATE_OF_FIRST_REGISTRATION -> Optional.of("width-of-date");
            default -> field.type() == FieldType.INTEGER || field.type() == FieldType.CODE
                    ? Optional.of("width-of-number")
                    : Optional.empty();
        };
    }
}
