package app.forecourt.ui.stock;

import app.forecourt.history.CarHistory;
import app.forecourt.history.HistoryStep;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.ui.dialog.ContentSheets;
import app.forecourt.ui.dialog.FieldComparisonTable;
import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.fx.ExpandablePane;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Pane with the steps of a car, the newest first. Beside the list is a table of the changed fields of the selected
 * step, or the whole car as it was then, as text that can only be read and copied. Below is what a submission brought,
 * with the answer as it came folded.
 */
public final class CarHistoryPane extends VBox {
    private final ListView<HistoryStep> list = new ListView<>();
    private final TextArea text;
    private final FieldComparisonTable changes = new FieldComparisonTable("historyChanges");
    private final Label heading = new Label();
    private final CheckBox whole = new CheckBox();
    private final VBox submission = new VBox();
    private final CarHistoryMessages messages;

    /** @param sentTo profile whose newest submission is selected; empty for the newest step with changes */
    public CarHistoryPane(CarHistory history, CarHistoryMessages messages, Optional<Profile> sentTo) {
        this.messages = messages;
        Messages words = messages.words();
        getStyleClass().add("dialog-content");
        Label hint = new Label(words.get("history.hint", CarHistory.MOST_STEPS));
        hint.getStyleClass().add("hint");
        hint.setMinHeight(Region.USE_PREF_SIZE);
        SafeTextWrap.enable(hint);
        list.setId("historyList");
        list.setAccessibleText(words.get("history.title"));
        list.getStyleClass().add("plain-list");
        list.setItems(FXCollections.observableArrayList(history.newestFirst()));
        list.setCellFactory(_ -> new Cell(messages));
        list.getSelectionModel().selectedItemProperty().subscribe((_, _) -> showSelected());
        list.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                whole.setSelected(!whole.isSelected());
                key.consume();
            }
        });
        heading.setId("historyStep");
        heading.getStyleClass().add("history-step");
        changes.showTitles(words.get("history.field"), words.get("history.before"), words.get("history.after"));
        changes.list().setAccessibleText(words.get("history.chosen"));
        changes.list().setPlaceholder(new Label(words.get("history.nothing")));
        text = newText("historyText", words.get("history.chosen"));
        text.getStyleClass().add("plain-text");
        whole.setId("historyWhole");
        whole.setText(words.get("history.then"));
        whole.selectedProperty().subscribe(this::showSelected);
        Predicate<HistoryStep> first = step -> sentTo.isEmpty()
                ? !step.changes().isEmpty()
                : sent(step).map(Submission::profile).equals(sentTo);
        Stream.of(first, step -> sent(step).isPresent())
                .flatMap(wanted -> list.getItems().stream().filter(wanted).limit(1))
                .findFirst()
                .ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::selectFirst);
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        VBox.setVgrow(changes, Priority.ALWAYS);
        VBox.setVgrow(submission, Priority.ALWAYS);
        submission.getStyleClass().add("sending-details");
        VBox right = new VBox(heading, changes, text, whole, submission);
        right.getStyleClass().add("takeoff");
        // The list keeps its width, whatever is beside it.
        right.setPrefWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox panes = new HBox(list, right);
        panes.getStyleClass().add("sendings");
        VBox.setVgrow(panes, Priority.ALWAYS);
        getChildren().addAll(hint, panes);
    }

    /** Returns the list, for the initial focus. */
    public ListView<HistoryStep> list() {
        return list;
    }

    private void showSelected() {
        HistoryStep step = list.getSelectionModel().getSelectedItem();
        Optional<Submission> sent = Optional.ofNullable(step).flatMap(CarHistoryPane::sent);
        changes.list().getItems().setAll(step == null ? List.of() : messages.changes(step));
        // Most submissions change nothing, and need the room of the table.
        NodeVisibility.set(
                changes,
                !whole.isSelected()
                        && (sent.isEmpty() || !changes.list().getItems().isEmpty()));
        NodeVisibility.set(text, whole.isSelected());
        text.setText(step != null && whole.isSelected() ? messages.whole(step) : "");
        heading.setText(step == null ? "" : messages.heading(step, whole.isSelected()));
        submission.getChildren().clear();
        sent.ifPresent(this::showSubmission);
    }

    private static Optional<Submission> sent(HistoryStep step) {
        return step.submission().filter(_ -> step.kind() == HistoryStep.Kind.SENT);
    }

    private void showSubmission(Submission sent) {
        TextArea details = newText("sendingText", messages.words().get("sendings.chosen"));
        details.setText(messages.submissions().details(sent));
        submission.getChildren().add(details);
        messages.submissions().rawAnswer(sent).ifPresent(raw -> {
            String title = messages.words().get("sending.answer");
            TextArea answer = newText("answerBody", title);
            answer.getStyleClass().add("code");
            answer.setText(raw);
            submission.getChildren().add(new ExpandablePane("sendingAnswer", title, answer));
        });
    }

    private static TextArea newText(String id, String name) {
        TextArea text = ContentSheets.readOnlyText();
        text.setId(id);
        AccessibleName.set(text, name);
        VBox.setVgrow(text, Priority.ALWAYS);
        return text;
    }

    /** List cell of a step: its time, what happened and the fields that changed. */
    private static final class Cell extends ListCell<HistoryStep> {
        private final CarHistoryMessages messages;
        private final Label time = new Label();
        private final Label title = new Label();
        private final Label changes = new Label();
        private final Label more = new Label();
        private final HBox summary = new HBox(changes, more);
        private final VBox lines = new VBox(title, time, summary);

        Cell(CarHistoryMessages messages) {
            this.messages = messages;
            title.getStyleClass().add("stock-title");
            time.getStyleClass().add("stock-detail");
            changes.getStyleClass().add("stock-detail");
            more.getStyleClass().add("stock-detail");
            // The names are cut off before the number of those that are left out.
            more.setMinWidth(Region.USE_PREF_SIZE);
            changes.setMinWidth(0);
            summary.managedProperty().bind(changes.textProperty().isNotEmpty());
            lines.getStyleClass().add("sending");
            // The cell is never wider than the list, so that a long line ends in an ellipsis.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(HistoryStep step, boolean empty) {
            super.updateItem(step, empty);
            setText(null);
            setAccessibleText(null);
            setGraphic(empty || step == null ? null : lines);
            if (!empty && step != null) {
                title.setText(messages.title(step));
                time.setText(messages.time(step));
                changes.setText(messages.summary(step));
                String left = messages.more(step);
                more.setText(left.isEmpty() ? "" : " · " + left);
                setAccessibleText(Stream.of(title, time, changes, more)
                        .map(Label::getText)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")));
            }
        }
    }
}
