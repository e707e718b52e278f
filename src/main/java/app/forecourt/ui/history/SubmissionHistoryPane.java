package app.forecourt.ui.history;

import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.ui.dialog.TextDialogs;
import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.fx.ExpandablePane;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Pane with the submissions of a car, newest first, and the details of the selected one beside the list. The answer as
 * it came is folded below the details.
 */
public final class SubmissionHistoryPane extends HBox {
    private final ListView<Submission> list = new ListView<>();
    private final TextArea text = TextDialogs.readOnlyText();
    private final VBox details = new VBox(text);

    /** @param profile profile whose newest submission is selected */
    public SubmissionHistoryPane(SubmissionHistoryMessages history, Profile profile) {
        getStyleClass().addAll("dialog-content", "sendings");
        list.setId("sendingList");
        list.getStyleClass().add("plain-list");
        list.setAccessibleText(history.words().get("sendings.title"));
        list.setItems(FXCollections.observableArrayList(history.newestFirst()));
        list.setCellFactory(_ -> new Cell(history));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> Optional.ofNullable(chosen).ifPresent(sent -> show(sent, history)));
        list.getItems().stream()
                .filter(sent -> sent.profile() == profile)
                .findFirst()
                .ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::selectFirst);
        text.setId("sendingText");
        AccessibleName.set(text, history.words().get("sendings.chosen"));
        VBox.setVgrow(text, Priority.ALWAYS);
        HBox.setHgrow(details, Priority.ALWAYS);
        details.getStyleClass().add("sending-details");
        getChildren().addAll(list, details);
    }

    private void show(Submission chosen, SubmissionHistoryMessages history) {
        text.setText(history.details(chosen));
        details.getChildren().setAll(text);
        history.rawAnswer(chosen).ifPresent(raw -> {
            String title = history.words().get("sending.answer");
            TextArea body = TextDialogs.readOnlyText();
            body.setId("answerBody");
            body.getStyleClass().add("code");
            body.setText(raw);
            AccessibleName.set(body, title);
            details.getChildren().add(new ExpandablePane("sendingAnswer", title, body));
        });
    }

    /** Returns the list, for the initial focus. */
    public ListView<Submission> list() {
        return list;
    }

    /** List cell of a submission: profile, time, outcome and the submission that it corrects. */
    private static final class Cell extends ListCell<Submission> {
        private final SubmissionHistoryMessages history;
        private final Label profile = new Label();
        private final Label time = new Label();
        private final Label outcome = new Label();
        private final Label note = new Label();
        private final VBox lines;

        Cell(SubmissionHistoryMessages history) {
            this.history = history;
            profile.setMinWidth(Region.USE_PREF_SIZE);
            time.getStyleClass().add("stock-title");
            outcome.getStyleClass().add("stock-detail");
            note.getStyleClass().add("stock-detail");
            note.managedProperty().bind(note.textProperty().isNotEmpty());
            HBox head = new HBox(profile, time);
            head.getStyleClass().add("sending-head");
            lines = new VBox(head, outcome, note);
            lines.getStyleClass().add("sending");
            // The cell is never wider than the list, so that a long line ends in an ellipsis.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Submission submission, boolean empty) {
            super.updateItem(submission, empty);
            setText(null);
            setAccessibleText(null);
            setGraphic(empty || submission == null ? null : lines);
            if (submission != null) {
                profile.setText(history.words().upperCaseName(submission.profile()));
                profile.getStyleClass()
                        .setAll(
                                "label",
                                "environment",
                                "profile-" + submission.profile().key());
                time.setText(history.words().exactMoment(submission.requestedAt()));
                outcome.setText(history.title(submission));
                note.setText(history.summary(submission));
                setAccessibleText(Stream.of(profile, time, outcome, note)
                        .map(Label::getText)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", ")));
            }
        }
    }
}
