package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.model.AppModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeTree;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.keys.ButtonTypingForwarder;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.ProblemMessages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The summary on top of the form with the problems to fix before sending. Each entry jumps to its field. */
public final class ProblemSummary extends VBox {
    /** Entries visible at once at least, also in a low window. */
    private static final int FEW_ROWS = 2;
    /** Pixels. The style sheet gives each entry at least 26. */
    private static final double ROW_HEIGHT = 27;
    /** Height of the folded summary as a multiple of the font size: 56 pixels at the usual text size. */
    private static final double LINE = 4;

    private static final String ID = "problem-";
    /** Entries listed at most. The title counts all problems. When one is fixed, the next appears. */
    private static final int MOST = 40;

    private final CarFormModel form;
    private final Messages messages;
    private final Runnable pause;
    private final Consumer<CarField> jump;
    private final Label title = LiveRegion.label("problemsTitle", "banner-title");
    private final VBox entries = new VBox();
    private final Button fold;
    private final ScrollPane scroll = new ScrollPane(entries);
    private final Hyperlink link = new Hyperlink();
    private final BooleanProperty unfolded = new SimpleBooleanProperty(true);
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final DoubleProperty maxHeightOfList = new SimpleDoubleProperty();
    private Runnable onOpened = () -> {};
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
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        // The height follows the entries, because an entry may need several lines.
        scroll.minHeightProperty()
                .bind(Bindings.min(
                        DoubleExpression.doubleExpression(maxHeightOfList.map(
                                height -> ROW_HEIGHT * Math.max(FEW_ROWS, (long) (height.doubleValue() / ROW_HEIGHT)))),
                        entries.heightProperty()));
        scroll.maxHeightProperty().bind(scroll.minHeightProperty());
        // The width changes during the layout of the banner, which then does not measure the new rows.
        entries.heightProperty().subscribe((_, _) -> Platform.runLater(this::requestLayout));
        setMinHeight(USE_PREF_SIZE);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && key.getTarget() instanceof Hyperlink entry) {
                // Jump to the field before closing, so that the focus is not lost.
                entry.fire();
                setRequested(false);
            }
        });
        addEventHandler(KeyEvent.KEY_TYPED, this::onTyped);
        scroll.getStyleClass().add("summary-entries");
        entries.getStyleClass().add("summary-list");
        fold = Icons.button(Feather.CHEVRON_UP, messages.get("banner.fold"), () -> unfolded.set(!unfolded.get()));
        fold.setId("problemsFold");
        fold.getStyleClass().addAll("small-button", "banner-fold");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        link.setId("showOutcome");
        link.setMinWidth(0);
        NodeVisibility.set(link, false);
        HBox head = new HBox(title, link, fold);
        head.getStyleClass().add("banner-head");
        head.minHeightProperty().bind(title.fontProperty().map(font -> font.getSize() * LINE));
        head.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (!NodeTree.isOnButton(click.getTarget()) && fold.isVisible()) {
                unfolded.set(!unfolded.get());
            }
        });
        getChildren().addAll(head, scroll);
        unfolded.subscribe(_ -> arrange());
        messages.listenerScope().listen(form.problems().visible(), _ -> refresh());
        messages.listenerScope().listen(messages.optionTranslator(), (_, _) -> refresh());
        messages.listenerScope().listen(model.cars().current().car(), _ -> setRequested(false));
        refresh();
    }

    /** Returns the height in pixels that the list of entries may have. It shows two entries at least. */
    public DoubleProperty maxHeightOfListProperty() {
        return maxHeightOfList;
    }

    /** Returns whether there is something to show. The place of the summary decides when it is visible. */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown;
    }

    /** Returns the number of problems as the title says it. */
    public ObservableValue<String> summaryProperty() {
        return title.textProperty();
    }

    /** Sets the action that runs when the summary opens. */
    public void setOnOpened(Runnable action) {
        onOpened = action;
    }

    /** Sets the link to the other banner that has the same place. */
    public void linkTo(ObservableValue<String> text, Runnable action) {
        link.textProperty().bind(text);
        link.setOnAction(_ -> action.run());
        link.setTooltip(new Tooltip());
        link.getTooltip().textProperty().bind(text);
    }

    /** Shows or hides the link to the other banner. */
    public void showLink(boolean visible) {
        if (visible != link.isManaged()) {
            NodeVisibility.set(link, visible);
            refresh();
        }
    }

    /** Returns whether the entries are shown below the title. */
    public BooleanProperty unfoldedProperty() {
        return unfolded;
    }

    /** Returns the field of the entry with a node id; empty for any other id. */
    public static Optional<CarField> fieldOf(String id) {
        return id.startsWith(ID) ? CarField.ofApiName(id.substring(ID.length())) : Optional.empty();
    }

    /** Opens the summary and focuses its first entry. It is unfolded, because the next press confirms its warnings. */
    public void open() {
        asked = true;
        pause.run();
        refresh();
        onOpened.run();
        focusFirst();
    }

    /** Unfolds the list and moves the focus to its first entry. */
    public void focusFirst() {
        unfolded.set(true);
        entries.getChildren().stream().findFirst().ifPresent(Node::requestFocus);
    }

    /** Types a letter into the field of the focused entry, after the text that is there. Space fires the entry. */
    private void onTyped(KeyEvent key) {
        if (key.getTarget() instanceof Hyperlink entry && ButtonTypingForwarder.isIgnoredByButton(key)) {
            fieldOf(entry.getId()).ifPresent(field -> ButtonTypingForwarder.typeInto(() -> jump.accept(field), key));
        }
    }

    /** Pauses confirmations and unfolds, because warnings were added that the user has not read yet. */
    public void pauseForMore() {
        unfolded.set(true);
        pause.run();
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
        List<Problem> problems = form.problems().listed().stream()
                .filter(problem -> problem.code() != Problem.Code.SENT_UNCHANGED)
                .toList();
        boolean visible = asked && !problems.isEmpty();
        long errors =
                problems.stream().filter(problem -> problem.code().isError()).count();
        getStyleClass().setAll("banner", errors > 0 ? "danger" : "warning");
        long warnings = problems.size() - errors;
        title.setText(
                errors == 0
                        ? messages.get("problems.look")
                        : warnings == 0
                                ? messages.get("problems.fix", errors)
                                : messages.get("problems.both", errors, warnings));
        List<Node> earlierLinks = List.copyOf(entries.getChildren());
        Optional<Node> focused = earlierLinks.stream().filter(Node::isFocused).findFirst();
        FontIcon icon = Icons.ofProblem(errors > 0);
        icon.getStyleClass().add("banner-icon");
        title.setGraphic(icon);
        // The icon of the title is that of all entries. In a mixed list it is that of the errors.
        List<Hyperlink> links = visible
                ? problems.stream()
                        .limit(MOST)
                        .map(problem ->
                                entry(problem, errors > 0 && !problem.code().isError()))
                        .toList()
                : List.of();
        entries.getChildren().setAll(links);
        arrange();
        shown.set(visible);
        focused.ifPresent(entry -> focusAgain(entry.getId(), earlierLinks.indexOf(entry), links));
    }

    /** Moves the focus to the entry that had it, or to the one in its place if its problem was fixed. */
    private static void focusAgain(String id, int place, List<Hyperlink> links) {
        links.stream()
                .filter(entry -> id.equals(entry.getId()))
                .findFirst()
                .or(() -> links.stream().limit(place + 1L).reduce((_, last) -> last))
                .ifPresent(Node::requestFocus);
    }

    /** Shows a list of several entries below the title while the summary is unfolded. */
    private void arrange() {
        boolean isList = !entries.getChildren().isEmpty();
        title.setCursor(isList ? Cursor.HAND : null);
        fold.setGraphic(Icons.of(unfolded.get() ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
        fold.setAccessibleText(messages.get(unfolded.get() ? "banner.fold" : "banner.unfold"));
        fold.getTooltip().setText(fold.getAccessibleText());
        NodeVisibility.set(fold, isList);
        NodeVisibility.set(scroll, isList && unfolded.get());
    }

    private Hyperlink entry(Problem problem, boolean isMarked) {
        boolean error = problem.code().isError();
        Hyperlink entry = new Hyperlink(
                messages.get(
                        "problems.of",
                        messages.name(problem.field()),
                        new ProblemMessages(messages)
                                .text(problem, form.knownOptions().get())),
                isMarked ? Icons.ofProblem(error) : null);
        entry.getStyleClass().add(error ? "danger" : "warning");
        entry.setId(ID + problem.field().apiName());
        SafeTextWrap.enable(entry);
        entry.setTooltip(new Tooltip(messages.get("problem.code", problem.code().number())));
        entry.setOnAction(_ -> jump.accept(problem.field()));
        return entry;
    }
}
