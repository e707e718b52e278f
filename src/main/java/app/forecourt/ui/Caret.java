package app.forecourt.ui;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.journal.Place;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/** Where she is in the car: the caret goes to a field, to the next problem, or back to where it was at the last end. */
final class Caret {
    /** The one control besides the fields where a car is typed. */
    private static final String OPTION_SEARCH = "optionSearch";

    private final Desk desk;
    private final FormPane form;
    private final OptionsPane options;

    Caret(Desk desk, FormPane form, OptionsPane options) {
        this.desk = desk;
        this.form = form;
        this.options = options;
    }

    /** Goes to a field, and shows it. */
    void jumpTo(CarField field) {
        if (field == CarField.OPTIONS) {
            options.search();
        } else {
            form.jumpTo(field);
        }
    }

    /** Goes to the problem after the field that has the focus, round and round. */
    void toNextProblem() {
        List<CarField> fields = desk.form().shown().stream().map(Problem::field).distinct().toList();
        if (fields.isEmpty()) {
            return;
        }
        String id = id(form.getScene().getFocusOwner());
        // From its line in the summary a problem is the next one itself.
        Optional<CarField> here = CarField.ofApiName(id);
        jumpTo(ProblemSummary.fieldOf(id).or(() -> here
                .flatMap(left -> fields.stream().filter(field -> field.compareTo(left) > 0).findFirst()))
                .orElseGet(fields::getFirst));
    }

    /** Goes to where she was. */
    void back(Place place) {
        CarField.ofApiName(place.field()).ifPresentOrElse(this::jumpTo, () -> {
            if (place.field().equals(OPTION_SEARCH)) {
                options.search();
            }
        });
        // After the focus, which scrolls too.
        Platform.runLater(() -> Platform.runLater(() -> {
            form.setVvalue(place.scroll());
            if (form.getScene().getFocusOwner() instanceof TextInputControl text) {
                // All of it would be marked, and gone with the next key.
                text.end();
            }
        }));
    }

    /** Has it kept from now on. */
    void keep() {
        Scene scene = form.getScene();
        scene.focusOwnerProperty().subscribe(this::moved);
        form.vvalueProperty().subscribe(any -> moved(scene.getFocusOwner()));
    }

    private void moved(@Nullable Node focused) {
        String id = id(focused);
        if (CarField.ofApiName(id).isPresent() || id.equals(OPTION_SEARCH)) {
            desk.cars().inForm().moved(id, form.getVvalue());
        }
    }

    private static String id(@Nullable Node node) {
        return node == null || node.getId() == null ? "" : node.getId();
    }
}
