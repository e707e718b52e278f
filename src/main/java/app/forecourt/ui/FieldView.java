package app.forecourt.ui;

import app.forecourt.car.CarField;
import app.forecourt.car.Kind;
import app.forecourt.car.Problem;
import app.forecourt.car.Vocabulary;
import atlantafx.base.theme.Styles;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * One field of the form: its label, the control that edits it, and one line below that says what was understood or
 * what is wrong.
 */
final class FieldView extends VBox {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final int LINES_OF_TEXT = 5;
    private static final int LINES_OF_LINKS = 3;

    private final CarField field;
    private final CarForm form;
    private final Words words;
    private final Vocabulary vocabulary;
    private final Control control;
    private final Label note = new Label();

    FieldView(CarField field, CarForm form, Words words, Vocabulary vocabulary,
            ObservableValue<Boolean> locked) {
        this.field = field;
        this.form = form;
        this.words = words;
        this.vocabulary = vocabulary;
        this.control = control(locked);
        control.setId(field.apiName());
        control.setAccessibleText(words.label(field));
        control.setMaxWidth(Double.MAX_VALUE);
        control.focusedProperty().subscribe((before, now) -> {
            if (!now) {
                form.leave(field);
            }
        });

        getStyleClass().add("field");
        note.getStyleClass().add("note");
        note.setId(field.apiName() + "-note");
        note.setWrapText(true);
        note.setMaxWidth(Double.MAX_VALUE);
        if (field.kind() == Kind.FLAG) {
            // The box carries its own words; an empty label keeps it on the line of its neighbours.
            getChildren().add(label(" ", false));
        } else {
            getChildren().add(label(words.label(field), field.limits().required()));
        }
        getChildren().addAll(control, note);

        form.shown().addListener((ListChangeListener<Problem>) change -> tell());
        if (control instanceof TextInputControl) {
            form.text(field).subscribe(any -> tell());
        }
        form.text(CarField.CURRENCY).subscribe(any -> tell());
        tell();
    }

    /** The control that edits the field. */
    Control control() {
        return control;
    }

    private Label label(String text, boolean required) {
        Label label = new Label(required ? text + " *" : text);
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        label.setMinWidth(0);
        return label;
    }

    private Control control(ObservableValue<Boolean> locked) {
        return switch (field.kind()) {
            case FLAG -> flag(locked);
            case LONG_TEXT -> area(LINES_OF_TEXT, locked);
            case LINKS -> area(LINES_OF_LINKS, locked);
            case WORD, CODE -> {
                TextField text = line(locked);
                Suggestions.under(text, field, vocabulary, form, words.locale());
                yield text;
            }
            case TEXT, PLATE, VIN, INTEGER, YEAR, MONEY, DATE, TAGS -> line(locked);
            case OPTIONS -> throw new IllegalArgumentException("options have a pane of their own");
        };
    }

    private CheckBox flag(ObservableValue<Boolean> locked) {
        CheckBox box = new CheckBox(words.name(field));
        box.setSelected(Boolean.parseBoolean(form.text(field).get()));
        box.selectedProperty().subscribe((before, now) -> form.text(field).set(now ? "true" : ""));
        form.text(field).subscribe(text -> box.setSelected(Boolean.parseBoolean(text)));
        box.disableProperty().bind(locked);
        return box;
    }

    private TextField line(ObservableValue<Boolean> locked) {
        return typed(new TextField(), locked);
    }

    private TextArea area(int lines, ObservableValue<Boolean> locked) {
        TextArea area = typed(new TextArea(), locked);
        area.setPrefRowCount(lines);
        area.setWrapText(field.kind() == Kind.LONG_TEXT);
        // In a form Tab goes on to the next field; Ctrl+Tab still writes one.
        area.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.TAB && !key.isShortcutDown() && !key.isAltDown()) {
                area.requestFocusTraversal(
                        key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                key.consume();
            }
        });
        return area;
    }

    private <T extends TextInputControl> T typed(T input, ObservableValue<Boolean> locked) {
        input.textProperty().bindBidirectional(form.text(field));
        input.editableProperty().bind(locked.map(isLocked -> !isLocked));
        words.maybe("prompt." + field.apiName()).ifPresent(input::setPromptText);
        return input;
    }

    /** What is wrong comes first; with nothing wrong, what was understood. */
    private void tell() {
        List<Problem> problems = form.shown().stream().filter(shown -> shown.field() == field).toList();
        boolean error = problems.stream().anyMatch(shown -> shown.rule().blocks());
        boolean warning = !problems.isEmpty() && !error;
        for (Node part : List.of(control, note)) {
            part.pseudoClassStateChanged(Styles.STATE_DANGER, error);
            part.pseudoClassStateChanged(WARNING, warning);
        }
        note.setGraphic(problems.isEmpty() ? null
                : Icons.of(error ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE));
        note.setText(problems.isEmpty() ? echo()
                : problems.stream().map(words::problem).collect(Collectors.joining("\n")));
        note.setAccessibleRole(AccessibleRole.TEXT);
        control.setAccessibleHelp(note.getText());
    }

    /** What the text was understood as, where that is not to the letter what stands there. */
    private String echo() {
        if (field.kind() == Kind.FLAG || field.kind() == Kind.LONG_TEXT || field.kind() == Kind.LINKS) {
            return "";
        }
        String typed = form.text(field).get().strip();
        return form.understood(field)
                .map(value -> field.kind() == Kind.WORD
                        ? vocabulary.label(field, value.toString(), words.locale())
                        : value)
                .filter(value -> value instanceof LocalDate || !typed.equals(words.value(value)))
                .filter(value -> field.kind() != Kind.YEAR)
                .filter(value -> field.kind() != Kind.WORD || !typed.equalsIgnoreCase(value.toString()))
                .map(this::understood).orElse("");
    }

    private String understood(Object value) {
        return field.kind() == Kind.MONEY
                ? words.get("echo.money", words.value(value),
                        form.understood(CarField.CURRENCY).map(Object::toString).orElse("")).strip()
                : words.maybe("unit." + field.apiName())
                        .map(unit -> words.get("echo.unit", words.value(value), unit))
                        .orElseGet(() -> words.get("echo", words.value(value)));
    }
}
