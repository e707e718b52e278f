package app.forecourt.ui.options;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.ProblemMessages;
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
 * The notes on the selected options: options missing in the profile's list, with replacements, and options that mean
 * the same.
 */
final class OptionProblemsPane extends VBox {
    /** Problems shown at once. Few, because the list below needs the space. When one is fixed, the next appears. */
    private static final int MOST_SHOWN = 2;

    private final CarFormModel form;
    private final Messages messages;
    private final ObservableValue<Boolean> locked;
    private final ListView<?> list;
    /** The labels are reused, because a screen reader is notified only of changes of labels it knows. */
    private final List<Label> notes =
            Stream.generate(OptionProblemsPane::note).limit(MOST_SHOWN).toList();

    private final Label more = note();

    OptionProblemsPane(CarFormModel form, Messages messages, ObservableValue<Boolean> locked, ListView<?> list) {
        this.form = form;
        this.messages = messages;
        this.locked = locked;
        this.list = list;
        setId("options-notes");
        notes.getFirst().setId("options-note");
        getStyleClass().add("option-notes");
        // Otherwise the long list below would take the space of the notes. The style sheet sets their minimum height.
        setMinHeight(USE_PREF_SIZE);
        messages.listenerScope().listen(form.problems().visible(), _ -> refresh());
        messages.listenerScope().listen(form.problems().hints(), _ -> refresh());
        messages.listenerScope().listen(locked, _ -> refresh());
        messages.listenerScope().listen(messages.optionTranslator(), (_, _) -> refresh());
    }

    private void refresh() {
        List<Problem> problems = about(form.problems().visible());
        List<Problem> hints = about(form.problems().hints());
        List<Problem> notices = Stream.concat(problems.stream(), hints.stream()).toList();
        getChildren().clear();
        for (int index = 0; index < MOST_SHOWN; index++) {
            notes.get(index).setText("");
            if (index < notices.size()) {
                add(notices.get(index), notes.get(index));
            }
        }
        if (notices.size() > MOST_SHOWN) {
            more.setText(messages.get("options.more", notices.size() - MOST_SHOWN));
            getChildren().add(more);
        }
        list.setAccessibleHelp(notices.stream()
                .map(problem -> new ProblemMessages(messages)
                        .text(problem, form.knownOptions().get()))
                .collect(Collectors.joining(" ")));
        NodeVisibility.set(this, !notices.isEmpty());
    }

    private static List<Problem> about(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.field() == CarField.OPTIONS)
                .toList();
    }

    private void add(Problem problem, Label note) {
        note.setText(
                new ProblemMessages(messages).text(problem, form.knownOptions().get()));
        boolean error = problem.code().isError();
        boolean informs = problem.code().isInformation();
        SeverityStyle.apply(informs ? List.of() : List.of(problem), note);
        note.setGraphic(informs ? null : Icons.ofProblem(error));
        getChildren().add(note);
        // The problem of an oddly named option has only a part of the name. The user removes that option in the list
        // below.
        if (error
                && !locked.getValue()
                && form.options().contains(problem.args().getFirst())) {
            getChildren().add(corrections(problem));
        }
    }

    private FlowPane corrections(Problem problem) {
        FlowPane corrections = new FlowPane();
        corrections.getStyleClass().add("offers");
        problem.corrections()
                .forEach(offer -> corrections
                        .getChildren()
                        .add(link(
                                messages.optionName(offer, form.knownOptions().get()),
                                () -> form.accept(problem, offer))));
        corrections.getChildren().add(link(messages.get("options.leave"), () -> form.removeOption(problem)));
        return corrections;
    }

    private Hyperlink link(String text, Runnable action) {
        Hyperlink link = new Hyperlink(text);
        link.setOnAction(_ -> {
            action.run();
            focusNext();
        });
        return link;
    }

    /** Moves the focus to the next correction, or to the list if none is left. */
    private void focusNext() {
        getChildren().stream()
                .filter(FlowPane.class::isInstance)
                .map(FlowPane.class::cast)
                .map(corrections -> corrections.getChildren().getFirst())
                .findFirst()
                .orElse(list)
                .requestFocus();
    }

    private static Label note() {
        Label label = new Label();
        label.getStyleClass().add("note");
        SafeTextWrap.enable(label);
        LiveRegion.announceChanges(label);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
