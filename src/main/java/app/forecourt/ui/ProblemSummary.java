package app.forecourt.ui;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands in the way of sending, on top of the form: each entry jumps to its field. */
final class ProblemSummary extends VBox {
    private final CarForm form;
    private final Words words;
    private final Consumer<CarField> jump;
    private boolean asked;

    ProblemSummary(Desk desk, Words words, Consumer<CarField> jump) {
        this.form = desk.form();
        this.words = words;
        this.jump = jump;
        setId("problems");
        form.shown().addListener((ListChangeListener<Problem>) change -> tell());
        desk.current().subscribe(any -> close());
        tell();
    }

    /** Shows the summary and puts the focus on its first entry. */
    void open() {
        asked = true;
        tell();
        lookupAll(".hyperlink").stream().findFirst().ifPresent(javafx.scene.Node::requestFocus);
    }

    private void close() {
        asked = false;
        tell();
    }

    private void tell() {
        List<Problem> problems = List.copyOf(form.shown());
        boolean visible = asked && !problems.isEmpty();
        setVisible(visible);
        setManaged(visible);
        getChildren().clear();
        if (!visible) {
            return;
        }
        long errors = problems.stream().filter(problem -> problem.rule().blocks()).count();
        getStyleClass().setAll("banner", errors > 0 ? "danger" : "warning");
        Label title = new Label(errors > 0 ? words.get("problems.fix", errors) : words.get("problems.look"));
        title.setWrapText(true);
        title.getStyleClass().add("banner-title");
        getChildren().add(title);
        for (Problem problem : problems) {
            boolean error = problem.rule().blocks();
            Hyperlink entry = new Hyperlink(words.name(problem.field()) + ": " + words.problem(problem),
                    Icons.of(error ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE));
            entry.getStyleClass().add(error ? "danger" : "warning");
            entry.setId("problem-" + problem.field().apiName());
            entry.setWrapText(true);
            entry.setOnAction(event -> jump.accept(problem.field()));
            getChildren().add(entry);
        }
    }
}
