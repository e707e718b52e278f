package app.forecourt.ui.options;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/**
 * What is to be said of the chosen options: those this profile's list lacks, with what might be taken instead, and those
 * that mean the same.
 */
final class OptionProblemsPane extends VBox {
    /** The list below is what the pane is for. As one is mended, the next comes up. */
    private static final int AT_ONCE = 2;

    private final CarFormModel form;
    private final Messages words;
    private final ObservableValue<Boolean> locked;
    private final ListView<?> list;
    /** They stay, for a screen reader is told of the changes of what it knows. */
    private final List<Label> notes = Stream.generate(OptionProblemsPane::note).limit(AT_ONCE).toList();
    private final Label more = note();

    OptionProblemsPane(CarFormModel form, Messages words, ObservableValue<Boolean> locked, ListView<?> list) {
        this.form = form;
        this.words = words;
        this.locked = locked;
        this.list = list;
        setId("options-notes");
        notes.getFirst().setId("options-note");
        getStyleClass().add("option-notes");
        // The long list below would else take the lines of the notes; the style sheet has a least height of theirs.
        setMinHeight(USE_PREF_SIZE);
        words.listenerScope().to(form.shown(), change -> refresh());
        words.listenerScope().to(form.hints(), change -> refresh());
        words.listenerScope().to(locked, any -> refresh());
        words.listenerScope().to(words.naming(), (before, now) -> refresh());
    }

    private void refresh() {
        List<Problem> problems = about(form.shown());
        List<Problem> hints = about(form.hints());
        List<Problem> all = Stream.concat(problems.stream(), hints.stream()).toList();
        getChildren().clear();
        for (int at = 0; at < AT_ONCE; at++) {
            notes.get(at).setText("");
            if (at < all.size()) {
                add(all.get(at), notes.get(at));
            }
        }
        if (all.size() > AT_ONCE) {
            more.setText(words.get("options.more", all.size() - AT_ONCE));
            getChildren().add(more);
        }
        list.setAccessibleHelp(all.stream().map(problem -> words.problem(problem, form.knownOptions().get()))
                .collect(Collectors.joining(" ")));
        NodeVisibility.when(this, !all.isEmpty());
    }

    private static List<Problem> about(List<Problem> problems) {
        return problems.stream().filter(problem -> problem.field() == CarField.OPTIONS).toList();
    }

    private void add(Problem problem, Label note) {
        note.setText(words.problem(problem, form.knownOptions().get()));
        boolean error = problem.rule().blocks();
        boolean informs = problem.rule().informs();
        SeverityStyle.by(informs ? List.of() : List.of(problem), note);
        note.setGraphic(informs ? null : Icons.ofProblem(error));
        getChildren().add(note);
        // An odd name is told of in part, and let go of in the list below.
        if (error && !locked.getValue() && form.options().contains(problem.args().getFirst())) {
            getChildren().add(ways(problem));
        }
    }

    private FlowPane ways(Problem problem) {
        FlowPane ways = new FlowPane();
        ways.getStyleClass().add("offers");
        problem.offers().forEach(offer -> ways.getChildren()
                .add(way(words.optionName(offer, form.knownOptions().get()),
                        () -> form.accept(problem, offer))));
        ways.getChildren().add(way(words.get("options.leave"), () -> form.drop(problem)));
        return ways;
    }

    private Hyperlink way(String text, Runnable action) {
        Hyperlink link = new Hyperlink(text);
        link.setOnAction(event -> {
            action.run();
            goOn();
        });
        return link;
    }

    /** The focus goes to the next thing to be mended, and with nothing left into the list. */
    private void goOn() {
        getChildren().stream().filter(FlowPane.class::isInstance).map(FlowPane.class::cast)
                .map(ways -> ways.getChildren().getFirst()).findFirst().orElse(list).requestFocus();
    }

    private static Label note() {
        Label label = new Label();
        label.getStyleClass().add("note");
        TextWrap.enable(label);
        LiveRegion.follow(label);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
