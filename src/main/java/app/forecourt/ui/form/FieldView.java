package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.Limits;
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

/**
 * One field of the form: its label, the control that edits it, and one line below that says what was understood or
 * what is wrong.
 */
final class FieldView extends VBox {
    private static final int LINES_OF_TEXT = 5;

    private final CarField field;
    private final CarFormModel form;
    private final Messages words;
    private final Control control;
    private final FieldNote note;
    private final ErrorBadge badge;
    private boolean leaving;

    FieldView(CarField field, CarFormModel form, Messages words, WordSuggestions known,
            ObservableValue<Boolean> locked) {
        this.field = field;
        this.form = form;
        this.words = words;
        this.note = new FieldNote(field, form, words,
                new InterpretedText(field, form, words, known.vocabulary()),
                locked,
                this::toEnd);
        this.control = control(known, locked);
        control.setId(field.apiName());
        // A box ends with its words, so that its badge is at its corner and not at the cell's.
        control.setMaxWidth(field.kind() == FieldType.FLAG ? USE_PREF_SIZE : Double.MAX_VALUE);
        badge = new ErrorBadge(control);
        control.focusedProperty().subscribe((before, now) -> {
            if (!now) {
                leaving = true;
                form.leave(field);
                leaving = false;
            }
        });

        getStyleClass().add("field");
        if (field.kind() == FieldType.FLAG) {
            // The box carries its own words; an empty label keeps it on the line of its neighbours.
            control.setAccessibleText(words.label(field));
            getChildren().add(label(" "));
        } else {
            getChildren().add(label());
        }
        getChildren().addAll(control, note);

        ListenerScope listening = words.listenerScope();
        listening.to(form.shown(), change -> refresh());
        listening.to(form.notTaken(), change -> refresh());
        listening.to(form.text(field), (before, now) -> refresh());
        listening.to(form.hints(), change -> refresh());
        listening.to(form.proposals(), change -> refresh());
        listening.to(form.externalValues().marks(), change -> {
            if (change.getKey() == field) {
                refresh();
            }
        });
        listening.to(form.externalValues().values(), change -> refresh());
        listening.to(form.text(CarField.CURRENCY), (before, now) -> refresh());
        listening.to(form.text(CarField.MILEAGE_UNIT), (before, now) -> refresh());
        listening.to(form.sellers(), (before, now) -> refresh());
        listening.to(locked, (before, now) -> refresh());
        refresh();
    }

    CarField field() {
        return field;
    }

    /** Shows the field, or takes it out of the form; what is typed in it stays. */
    void show(boolean shown) {
        NodeVisibility.when(this, shown);
    }

    /** The control that edits the field. */
    Control control() {
        return control;
    }

    private Label label() {
        String name = words.label(field);
        boolean required = field.limits().required();
        Label label = label(required ? name + " *" : name);
        LabelClick.leadsTo(label, control);
        if (required) {
            label.setAccessibleText(words.get("field.required", name));
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
        return switch (field.kind()) {
            case FLAG -> flag(locked);
            case LONG_TEXT -> area(LINES_OF_TEXT, locked);
            case LINKS -> photos(locked);
            case WORD, CODE, TEXT, PLATE, VIN, INTEGER, YEAR, MONEY, DATE, TAGS -> {
                TextField text = line(locked);
                if (WordSuggestions.areFor(field)) {
                    SuggestionPopup.under(text, field, known, form, words.listenerScope());
                } else if (field == CarField.DEALERSHIP_ID) {
                    SuggestionPopup.ofDealerships(text, form);
                }
                yield text;
            }
            case OPTIONS -> throw new IllegalArgumentException("options have a pane of their own");
        };
    }

    private CheckBox flag(ObservableValue<Boolean> locked) {
        CheckBox box = new CheckBox(words.name(field));
        TextWrap.enable(box);
        box.setSelected(Boolean.parseBoolean(form.text(field).get()));
        box.selectedProperty().subscribe((before, now) -> form.text(field).set(now ? "true" : ""));
        words.listenerScope().to(form.text(field), text -> box.setSelected(Boolean.parseBoolean(text)));
        box.disableProperty().bind(locked);
        return box;
    }

    private TextField line(ObservableValue<Boolean> locked) {
        TextField text = typed(new TextField(), locked);
        text.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() != KeyCode.ENTER || key.isShortcutDown()) {
                return;
            }
            key.consume();
            if (!note.acceptOffer()) {
                // Who presses Enter is done with the field.
                form.leave(field);
            } else {
                toEnd();
            }
        });
        return text;
    }

    private TextArea area(int lines, ObservableValue<Boolean> locked) {
        TextArea area = typed(new TextArea(), locked);
        area.setPrefRowCount(lines);
        if (field.kind() == FieldType.LONG_TEXT) {
            TextWrap.enable(area);
        }
        TabTraversal.in(area);
        return area;
    }

    private PhotoEntry photos(ObservableValue<Boolean> locked) {
        PhotoEntry entry = new PhotoEntry(form.photos(), locked);
        PasteLimit.install(entry, Limits.typed(field), form.photos().typing()::get,
                length -> form.tooMuch(field, length));
        entry.setPromptText(words.get("prompt.images"));
        return entry;
    }

    private <T extends TextInputControl> T typed(T input, ObservableValue<Boolean> locked) {
        input.textProperty().bindBidirectional(form.text(field));
        form.typedBy(field, text -> input.replaceText(0, input.getLength(), text), () -> forget(input));
        PasteLimit.install(input, Limits.typed(field), form.text(field)::get,
                length -> form.tooMuch(field, length));
        input.editableProperty().bind(locked.map(isLocked -> !isLocked));
        // Where nothing can be typed, how to type it would look like something that was.
        words.maybe("prompt." + field.apiName()).ifPresent(
                prompt -> input.promptTextProperty().bind(locked.map(isLocked -> isLocked ? "" : prompt)));
        return input;
    }

    /** JavaFX forgets what was typed when another text is set. */
    private void forget(TextInputControl input) {
        if (input.isUndoable() || input.isRedoable()) {
            input.textProperty().unbindBidirectional(form.text(field));
            input.setText(input.getText() + " ");
            input.textProperty().bindBidirectional(form.text(field));
        }
    }

    /** The caret goes to the beginning of a text that was set. */
    private void toEnd() {
        control.requestFocus();
        if (control instanceof TextInputControl input) {
            Platform.runLater(input::end);
        }
    }

    /** Whether a problem is shown beside the field. That a correction changes nothing is asked by the banner. */
    private boolean isToldHere(Problem problem) {
        return problem.field() == field && problem.rule() != ProblemCode.SENT_UNCHANGED;
    }

    private void refresh() {
        List<Problem> problems = Stream.concat(Stream.ofNullable(form.notTaken().get(field)),
                form.shown().stream().filter(this::isToldHere)).toList();
        SeverityStyle.by(problems, control);
        String before = note.accessibleText();
        note.refresh(problems);
        String said = note.accessibleText();
        // Of all fields at once, as after sending, the summary tells.
        if ((leaving || control.isFocused()) && !said.equals(before)) {
            note.readOut();
        }
        control.setAccessibleHelp(said);
        badge.update(problems, said);
    }
}
