package app.forecourt.ui.send;

import app.forecourt.stock.Submission;
import app.forecourt.ui.dialog.TextDialogs;
import app.forecourt.ui.fx.AccessibleName;
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

/** The sendings of a car: a line of each, the newest on top, and beside it all there is to say of the chosen one. */
public final class SendingsPane extends HBox {
    private final ListView<Submission> list = new ListView<>();
    private final TextArea text = TextDialogs.text();

    public SendingsPane(SendHistoryMessages telling) {
        getStyleClass().addAll("dialog-content", "sendings");
        list.setId("sendingList");
        list.setAccessibleText(telling.words().get("sendings.title"));
        list.setItems(FXCollections.observableArrayList(telling.newestFirst()));
        list.setCellFactory(view -> new Cell(telling));
        list.getSelectionModel().selectedItemProperty()
                .subscribe(chosen -> text.setText(chosen == null ? "" : telling.text(chosen)));
        list.getSelectionModel().selectFirst();
        text.setId("sendingText");
        AccessibleName.of(text, telling.words().get("sendings.chosen"));
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(list, text);
    }

    /** Where the arrow keys go from one to the next. */
    public ListView<Submission> list() {
        return list;
    }

    /** Where to and when, what came of it, and which one it corrects. */
    private static final class Cell extends ListCell<Submission> {
        private final SendHistoryMessages telling;
        private final Label where = new Label();
        private final Label when = new Label();
        private final Label what = new Label();
        private final Label aside = new Label();
        private final VBox lines;

        Cell(SendHistoryMessages telling) {
            this.telling = telling;
            where.setMinWidth(Region.USE_PREF_SIZE);
            when.getStyleClass().add("stock-title");
            what.getStyleClass().add("stock-detail");
            aside.getStyleClass().add("stock-detail");
            aside.managedProperty().bind(aside.textProperty().isNotEmpty());
            HBox head = new HBox(where, when);
            head.getStyleClass().add("sending-head");
            lines = new VBox(head, what, aside);
            lines.getStyleClass().add("sending");
            // As wide as the list and no wider: a long line ends in dots.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Submission attempt, boolean empty) {
            super.updateItem(attempt, empty);
            setText(null);
            setAccessibleText(null);
            setGraphic(empty || attempt == null ? null : lines);
            if (attempt != null) {
                where.setText(telling.words().upperCaseName(attempt.profile()));
                where.getStyleClass().setAll("label", "environment", "profile-" + attempt.profile().key());
                when.setText(telling.words().exact(attempt.begun()));
                what.setText(telling.title(attempt));
                aside.setText(telling.note(attempt));
                setAccessibleText(Stream.of(where, when, what, aside).map(Label::getText)
                        .filter(text -> !text.isEmpty()).collect(Collectors.joining(", ")));
            }
        }
    }
}
