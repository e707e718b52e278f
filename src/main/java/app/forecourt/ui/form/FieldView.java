package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldLimits;
import app.forecourt.car.FieldType;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.FieldStates.FieldState;
import app.forecourt.ui.fx.ErrorBadge;
import app.forecourt.ui.fx.LabelClick;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.PasteLimit;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.fx.TabTraversal;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.photos.PhotoEntry;
import app.forecourt.ui.words.Messages;
import javafx.application.Platform;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** One field of the form: its label, its control, and a note with the interpreted value or the problems. */
final class FieldView extends VBox {
    private static final int LINES_OF_TEXT = 8;

    private final CarField field;
    private final CarFormModel form;
    private final Messages messages;
    private final Control control;
    private final FieldNote note;
    private final ErrorBadge badge;
    private final String prompt;
    private boolean leaving;

    FieldView(CarField field, CarFormModel form, Messages messages, WordSuggestions known) {
        this.field = field;
        this.form = form;
        this.messages = messages;
        this.prompt = messages.find("prompt." + field.apiName()).orElse("");
        this.note = new FieldNote(field, form, messages,
                new InterpretedText(field, messages, known.vocabulary()), this::focusEnd);
        this.control = control(known);
        control.setId(field.apiName());
        // A check box is no wider than its text. Otherwise its badge would be at the corner of the cell.
        control.setMaxWidth(field.type() == FieldType.FLAG ? USE_PREF_SIZE : Double.MAX_VALUE);
        badge = new ErrorBadge(control);
        control.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                leaving = true;
                form.problems().onFieldLeft(field);
                leaving = false;
            }
        });

        getStyleClass().add("field");
        if (field.type() == FieldType.FLAG) {
            // A check box has its own text. The blank label aligns the box with the neighbouring controls.
            control.setAccessibleText(messages.label(field));
            getChildren().add(label(" "));
        } else {
            getChildren().add(label());
        }
        getChildren().addAll(control, note);

        messages.listenerScope().listen(form.state(field), this::showState);
    }

    CarField field() {
        return field;
    }

    /** Shows or hides the field. Its input is kept. */
    void show(boolean shown) {
        NodeVisibility.set(this, shown);
    }

    /** Returns the control that edits the field. */
    Control control() {
        return control;
    }

    private Label label() {
        String name = messages.label(field);
        boolean required = field.limits().required();
        Label label = label(required ? name + " *" : name);
        LabelClick.install(label, control);
        if (required) {
            label.setAccessibleText(messages.get("field.required", name));
        }
        return label;
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("field-label");
        label.setMinWidth(0);
        return label;
    }

    private Control control(WordSuggestions known) {
        return switch (field.type()) {
            case FLAG -> checkBox();
            case LONG_TEXT -> textArea();
            case LINKS -> photoEntry();
            case DATE -> textField(new DateField(messages, messages.name(field),
                    form.text(CarField.YEAR_OF_CONSTRUCTION)::get));
            case WORD, CODE, TEXT, PLATE, VIN, INTEGER, YEAR, MONEY, TAGS -> {
                if (WordSuggestions.hasList(field)) {
                    yield listField(known);
                }
                TextField text = textField(new TextField());
                if (WordSuggestions.supports(field)) {
                    SuggestionPopup.install(text, new WordValues(field, known, form), note::showCompletion);
                }
                yield text;
            }
            case OPTIONS -> throw new IllegalArgumentException("options have a pane of their own");
        };
    }

    private CheckBox checkBox() {
        CheckBox box = new CheckBox(messages.name(field));
        TextWrap.enable(box);
        box.selectedProperty().subscribe((_, selected) -> form.text(field).set(selected ? "true" : ""));
        return box;
    }

    private ListField listField(WordSuggestions known) {
        ListField list = textField(new ListField(messages, messages.name(field)));
        list.setValues(field == CarField.DEALERSHIP_ID
                ? new DealershipValues(() -> form.knownDealerships().get().namesById())
                : new WordValues(field, known, form), note::showCompletion);
        return list;
    }

    private <T extends TextField> T textField(T input) {
        T text = bind(input);
        text.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() != KeyCode.ENTER || key.isShortcutDown()) {
                return;
            }
            key.consume();
            acceptOffer();
        });
        return text;
    }

    /** Accepts the first offer. Without an offer, Enter counts as leaving the field. */
    private void acceptOffer() {
        if (note.acceptOffer()) {
            focusEnd();
        } else {
            form.problems().onFieldLeft(field);
        }
    }

    private TextArea textArea() {
        TextArea area = bind(new TextArea());
        area.setPrefRowCount(LINES_OF_TEXT);
        TextWrap.enable(area);
        TabTraversal.install(area);
        return area;
    }

    private PhotoEntry photoEntry() {
        PhotoEntry entry = new PhotoEntry(form.photos(), this::acceptOffer);
        PasteLimit.install(entry, FieldLimits.maxInput(field), form.photos().typedAddress()::get,
                length -> form.problems().onPasteRejected(field, length));
        return entry;
    }

    private <T extends TextInputControl> T bind(T input) {
        input.textProperty().bindBidirectional(form.text(field));
        form.registerControl(field, text -> input.replaceText(0, input.getLength(), text),
                () -> clearUndoHistory(input));
        PasteLimit.install(input, FieldLimits.maxInput(field), form.text(field)::get,
                length -> form.problems().onPasteRejected(field, length));
        return input;
    }

    /** Clears the undo history of a control but keeps its text. Setting the text makes JavaFX forget the history. */
    private void clearUndoHistory(TextInputControl input) {
        if (input.isUndoable() || input.isRedoable()) {
            input.textProperty().unbindBidirectional(form.text(field));
            input.setText(input.getText() + " ");
            input.textProperty().bindBidirectional(form.text(field));
        }
    }

    /** Moves the focus and the caret to the end of the input. Setting a text has moved the caret to its start. */
    private void focusEnd() {
        control.requestFocus();
        if (control instanceof TextInputControl input) {
            Platform.runLater(input::end);
        }
    }

    private void showState(FieldState state) {
        if (control instanceof CheckBox box) {
            box.setSelected(Boolean.parseBoolean(state.text()));
            box.setDisable(state.readOnly());
        } else if (control instanceof TextInputControl input) {
            input.setEditable(!state.readOnly());
            // A read-only field has no prompt, because the prompt would look like input.
            input.setPromptText(state.readOnly() ? "" : prompt);
        }
        SeverityStyle.apply(state.problems(), control);
        String oldText = note.accessibleText();
        note.show(state);
        String newText = note.accessibleText();
        // When all fields change at once, for example after sending, the problem summary is announced instead.
        if ((leaving || control.isFocused()) && !newText.equals(oldText)) {
            note.announce();
        }
        control.setAccessibleHelp(newText);
        badge.update(state.problems(), newText);
    }
}
