package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.model.AppModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The summary on top of the form with the problems to fix before sending. Each entry jumps to its field. */
public final class ProblemSummary extends VBox {
    /** Entries visible at once. The user scrolls to the others, so that the form stays visible too. */
    private static final int ROWS = 6;
    /** Pixels. The style sheet gives each entry at least 26. */
    private static final double ROW_HEIGHT = 27;

    private static final String ID = "problem-";
    /** Entries listed at most. When one is fixed, the next appears. */
    private static final int MOST = 40;

    private final CarFormModel form;
    private final Messages messages;
    private final Runnable pause;
    private final Consumer<CarField> jump;
    private final Label title = LiveRegion.label("problemsTitle", "banner-title");
    private final VBox entries = new VBox();
    private boolean asked;

    /**
     * Creates the closed summary.
     *
     * @param pause runs when the summary opens
     * @param jump moves the focus to a field
     */
    public ProblemSummary(AppModel model, Messages messages, Runnable pause, Consumer<CarField> jump) {
        this.form = model.form();
        this.messages = messages;
        this.pause = pause;
        this.jump = jump;
        setId("problems");
        ScrollPane scroll = new ScrollPane(entries);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        // The height follows the entries, because an entry may need several lines.
        scroll.minHeightProperty().bind(Bindings.min(ROWS * ROW_HEIGHT, entries.heightProperty()));
        scroll.maxHeightProperty().bind(scroll.minHeightProperty());
        setMinHeight(USE_PREF_SIZE);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && key.getTarget() instanceof Hyperlink entry) {
                // Jump to the field before closing, so that the focus is not lost.
                entry.fire();
                close();
            }
        });
        scroll.getStyleClass().add("summary-entries");
        getChildren().addAll(title, scroll);
        messages.listenerScope().listen(form.problems().visible(), _ -> refresh());
        messages.listenerScope().listen(messages.optionTranslator(), (_, _) -> refresh());
        messages.listenerScope().listen(model.cars().current().car(), _ -> close());
        refresh();
    }

    /** Returns the field of the entry with a node id; empty for any other id. */
    public static Optional<CarField> fieldOf(String id) {
        return id.startsWith(ID) ? CarField.ofApiName(id.substring(ID.length())) : Optional.empty();
    }

    /** Opens the summary and focuses its first entry. */
    public void open() {
        asked = true;
        pause.run();
        refresh();
        entries.getChildren().stream().findFirst().ifPresent(Node::requestFocus);
    }

    /** Pauses confirmations, because warnings were added that the user has not read yet. */
    public void pauseForMore() {
        pause.run();
    }

    /** Closes the summary. */
    public void close() {
        setRequested(false);
    }

    /** Returns whether the summary is open, or would be if there were a problem. */
    public boolean isRequested() {
        return asked;
    }

    /** Opens or closes the summary without moving the focus. */
    public void setRequested(boolean open) {
        asked = open;
        refresh();
    }

    /**
     * Lists errors first, then warnings, each in form order. Leaves out a correction without changes, because the
     * banner of the correction reports it.
     */
    private void refresh() {
        List<Problem> problems = form.problems().visible().stream()
                .filter(problem -> problem.code() != Problem.Code.SENT_UNCHANGED)
                .sorted(Comparator.comparing(problem -> !problem.code().isError())).toList();
        boolean visible = asked && !problems.isEmpty();
        NodeVisibility.set(this, visible);
        long errors = problems.stream().filter(problem -> problem.code().isError()).count();
        getStyleClass().setAll("banner", errors > 0 ? "danger" : "warning");
        long warnings = problems.size() - errors;
        title.setText(errors == 0 ? messages.get("problems.look")
                : warnings == 0 ? messages.get("problems.fix", errors)
                        : messages.get("problems.both", errors, warnings));
        Optional<String> focused = entries.getChildren().stream().filter(Node::isFocused).map(Node::getId)
                .findFirst();
        entries.getChildren()
                .setAll(visible ? problems.stream().limit(MOST).map(this::entry).toList() : List.of());
        if (visible && problems.size() > MOST) {
            entries.getChildren().add(new Label(messages.get("problems.more", problems.size() - MOST)));
        }
        focused.flatMap(id -> entries.getChildren().stream()
                .filter(entry -> id.equals(entry.getId())).findFirst()).ifPresent(Node::requestFocus);
    }

    private Hyperlink entry(Problem problem) {
        boolean error = problem.code().isError();
        Hyperlink entry = new Hyperlink(
                messages.get("problems.of", messages.name(problem.field()),
                        messages.problem(problem, form.knownOptions().get())),
                Icons.ofProblem(error));
        entry.getStyleClass().add(error ? "danger" : "warning");
        entry.setId(ID + problem.field().apiName());
        TextWrap.enable(entry);
        entry.setTooltip(new Tooltip(messages.get("problem.code", problem.code().number())));
        entry.setOnAction(_ -> jump.accept(problem.field()));
        return entry;
    }
}
