package app.forecourt.ui;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** What is wrong with the chosen options, above their list, in the look of the notes below the form's fields. */
final class OptionsNote extends Label {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final CarForm form;
    private final Words words;
    private final ListView<?> list;

    OptionsNote(CarForm form, Words words, ListView<?> list) {
        this.form = form;
        this.words = words;
        this.list = list;
        setId(CarField.OPTIONS.apiName() + "-note");
        getStyleClass().add("note");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        form.shown().addListener((ListChangeListener<Problem>) change -> tell());
        tell();
    }

    private void tell() {
        List<Problem> problems = form.shown().stream()
                .filter(problem -> problem.field() == CarField.OPTIONS).toList();
        boolean error = problems.stream().anyMatch(problem -> problem.rule().blocks());
        setText(problems.stream().map(words::problem).collect(Collectors.joining("\n")));
        setGraphic(problems.isEmpty() ? null : Icons.ofProblem(error));
        pseudoClassStateChanged(DANGER, error);
        pseudoClassStateChanged(WARNING, !problems.isEmpty() && !error);
        setVisible(!problems.isEmpty());
        setManaged(!problems.isEmpty());
        list.setAccessibleHelp(getText());
    }
}
