package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldLimits;
import app.forecourt.car.FieldType;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.fx.ErrorBadge;
import app.forecourt.ui.fx.LabelClick;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.PasteLimit;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.fx.TabTraversal;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.photos.PhotoEntry;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
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
    private static final int LINES_OF_TEXT = 5;

    private final CarField field;
    private final CarFormModel form;
    private final Messages messages;
    private final Control control;
    private final FieldNote note;
    private final ErrorBadge badge;
    private boolean leaving;

    FieldView(CarField field, CarFormModel form, Messages messages, WordSuggestions known,
            ObservableValue<Boolean> locked) {
        this.field = field;
        this.form = form;
        this.messages = messages;
        this.note = new FieldNote(field, form, messages,
                new InterpretedText(field, form, messages, known.vocabulary()),
                locked,
                this::focusEnd);
        this.control = control(known, locked);
        control.setId(field.apiName());
        // A check box is no wider than its text. Otherwise its badge would be at the corner of the cell.
        control.setMaxWidth(field.type() == FieldType.FLAG ? USE_PREF_SIZE : Double.MAX_VALUE);
        badge = new ErrorBadge(control);
        control.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                leaving = true;
                form.onFieldLeft(field);
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

        ListenerScope listening = messages.listenerScope();
        listening.listen(form.visibleProblems(), _ -> refresh());
        listening.listen(form.rejectedChanges(), _ -> refresh());
        listening.listen(form.text(field), (_, _) -> refresh());
        listening.listen(form.hints(), _ -> refresh());
        listening.listen(form.suggestions(), _ -> refresh());
        listening.listen(form.externalValues().marks(), change -> {
            if (change.getKey() == field) {
                refresh();
            }
        });
        listening.listen(form.externalValues().registerValues(), _ -> refresh());
        listening.listen(form.text(CarField.CURRENCY), (_, _) -> refresh());
        listening.listen(form.text(CarField.MILEAGE_UNIT), (_, _) -> refresh());
        listening.listen(form.knownDealerships(), (_, _) -> refresh());
        listening.listen(locked, (_, _) -> refresh());
        refresh();
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

    private Control control(WordSuggestions known, ObservableValue<Boolean> locked) {
        return switch (field.type()) {
            case FLAG -> checkBox(locked);
            case LONG_TEXT -> textArea(LINES_OF_TEXT, locked);
            case LINKS -> photoEntry(locked);
            case WORD, CODE, TEXT, PLATE, VIN, INTEGER, YEAR, MONEY, DATE, TAGS -> {
                TextField text = textField(locked);
                if (WordSuggestions.supports(field)) {
                    SuggestionPopup.installFor(text, field, known, form);
                } else if (field == CarField.DEALERSHIP_ID) {
                    SuggestionPopup.installForDealerships(text, form);
                }
                yield text;
            }
            case OPTIONS -> throw new IllegalArgumentException("options have a pane of their own");
        };
    }

    private CheckBox checkBox(ObservableValue<Boolean> locked) {
        CheckBox box = new CheckBox(messages.name(field));
        TextWrap.enable(box);
        box.setSelected(Boolean.parseBoolean(form.text(field).get()));
        box.selectedProperty().subscribe((_, selected) -> form.text(field).set(selected ? "true" : ""));
        messages.listenerScope().listen(form.text(field),
                text -> box.setSelected(Boolean.parseBoolean(text)));
        box.disableProperty().bind(locked);
        return box;
    }

    private TextField textField(ObservableValue<Boolean> locked) {
        TextField text = bind(new TextField(), locked);
        text.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() != KeyCode.ENTER || key.isShortcutDown()) {
                return;
            }
            key.consume();
            if (!note.acceptOffer()) {
                // Enter without an offer counts as leaving the field.
                form.onFieldLeft(field);
            } else {
                focusEnd();
            }
        });
        return text;
    }

    private TextArea textArea(int lines, ObservableValue<Boolean> locked) {
        TextArea area = bind(new TextArea(), locked);
        area.setPrefRowCount(lines);
        if (field.type() == FieldType.LONG_TEXT) {
            TextWrap.enable(area);
        }
        TabTraversal.install(area);
        return area;
    }

    private PhotoEntry photoEntry(ObservableValue<Boolean> locked) {
        PhotoEntry entry = new PhotoEntry(form.photos(), locked);
        PasteLimit.install(entry, FieldLimits.maxInput(field), form.photos().typedAddress()::get,
                length -> form.onPasteRejected(field, length));
        entry.setPromptText(messages.get("prompt.images"));
        return entry;
    }

    private <T extends TextInputControl> T bind(T input, ObservableValue<Boolean> locked) {
        input.textProperty().bindBidirectional(form.text(field));
        form.registerControl(field, text -> input.replaceText(0, input.getLength(), text),
                () -> clearUndoHistory(input));
        PasteLimit.install(input, FieldLimits.maxInput(field), form.text(field)::get,
                length -> form.onPasteRejected(field, length));
        input.editableProperty().bind(locked.map(isLocked -> !isLocked));
        // A read-only field has no prompt, because the prompt would look like input.
        messages.find("prompt." + field.apiName()).ifPresent(
                prompt -> input.promptTextProperty().bind(locked.map(isLocked -> isLocked ? "" : prompt)));
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

    /** Returns whether the field shows a problem. A correction without changes is reported by the banner instead. */
    private boolean isShownHere(Problem problem) {
        return problem.field() == field && problem.code() != ProblemCode.SENT_UNCHANGED;
    }

    private void refresh() {
        List<Problem> problems = Stream.concat(Stream.ofNullable(form.rejectedChanges().get(field)),
                form.visibleProblems().stream().filter(this::isShownHere)).toList();
        SeverityStyle.apply(problems, control);
        String oldText = note.accessibleText();
        note.refresh(problems);
        String newText = note.accessibleText();
        // When all fields change at once, for example after sending, the problem summary is announced instead.
        if ((leaving || control.isFocused()) && !newText.equals(oldText)) {
            note.announce();
        }
        control.setAccessibleHelp(newText);
        badge.update(problems, newText);
    }
}
