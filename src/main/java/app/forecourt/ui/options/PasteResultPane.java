package app.forecourt.ui.options;

import app.forecourt.model.form.CarFormModel;
import app.forecourt.option.paste.PasteResult;
import app.forecourt.option.paste.PasteResult.Match;
import app.forecourt.option.paste.PasteResult.MatchQuality;
import app.forecourt.option.paste.PasteResult.UnmatchedText;
import app.forecourt.ui.fx.NextFrame;
import app.forecourt.ui.words.Messages;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The result of a pasted list: the recognised options with check boxes beside the unrecognised texts. */
final class PasteResultPane extends HBox {
    private static final KeyCombination END = new KeyCodeCombination(KeyCode.END);

    private final Messages messages;
    private final CarFormModel form;
    private final ObservableList<Match> found = FXCollections.observableArrayList();
    private final ObservableList<UnmatchedText> rest = FXCollections.observableArrayList();
    private final ListView<Match> foundList = new ListView<>(found);
    private final ListView<UnmatchedText> restList = new ListView<>(rest);
    private final Label foundTitle = new Label();
    private final Label restTitle = new Label();
    private final Set<String> ticked = new HashSet<>();
    private final Set<String> alreadyChosen = new HashSet<>();
    private final ReadOnlyIntegerWrapper taken = new ReadOnlyIntegerWrapper();

    PasteResultPane(Messages messages, CarFormModel form) {
        this.messages = messages;
        this.form = form;
        getStyleClass().add("pasted-lists");
        foundList.setId("pasteFound");
        foundList.setCellFactory(_ -> new PasteMatchCell(messages, ticked, alreadyChosen, this::toggle));
        foundList.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            Match highlighted = foundList.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.SPACE && highlighted != null) {
                toggle(highlighted);
                key.consume();
            }
        });
        restList.setId("pasteRest");
        restList.setCellFactory(_ -> new UnmatchedTextCell(messages));
        Node left = column(foundTitle, foundList);
        Node right = column(restTitle, restList);
        HBox.setHgrow(left, Priority.ALWAYS);
        getChildren().addAll(left, right);
        right.getStyleClass().add("pasted-rest");
    }

    private static VBox column(Label title, ListView<?> list) {
        title.getStyleClass().add("card-title");
        title.setLabelFor(list);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (END.match(key) && !list.getItems().isEmpty()) {
                selectLast(list);
                key.consume();
            }
        });
        VBox column = new VBox(title, list);
        column.getStyleClass().add("pasted-column");
        column.setMinWidth(0);
        return column;
    }

    /**
     * Selects the last row and scrolls to it. The END key of JavaFX 25.0.4 at first only aligns a whole row at the
     * top. The last row then stays hidden.
     */
    private static void selectLast(ListView<?> list) {
        list.getSelectionModel().selectLast();
        list.scrollTo(list.getItems().size() - 1);
    }

    /** Shows the result of a list. Matches that need a check come first. */
    void showResult(PasteResult result) {
        alreadyChosen.clear();
        alreadyChosen.addAll(form.options());
        ticked.clear();
        result.matches().stream().filter(match -> match.quality() != MatchQuality.PERHAPS)
                .map(match -> match.option().name())
                .forEach(ticked::add);
        found.setAll(result.matches().stream()
                .sorted(Comparator.comparing((Match match) -> alreadyChosen.contains(match.option().name()))
                        .thenComparing(Match::quality, Comparator.reverseOrder()))
                .toList());
        foundList.getSelectionModel().selectFirst();
        restTitle.setText(messages.get("options.paste.rest", result.unmatched().size()));
        // Filled one frame later, because laying out the rows of both lists takes longer than a frame.
        List<UnmatchedText> unmatched = result.unmatched().stream()
                .sorted(Comparator.comparing(UnmatchedText::reason)).toList();
        NextFrame.run(getScene(), () -> rest.setAll(unmatched));
        updateCount();
    }

    /** Focuses the list of recognised options, in which Space ticks. */
    void focusMatches() {
        foundList.requestFocus();
    }

    /** Returns the number of ticked options. */
    ReadOnlyIntegerProperty tickedCount() {
        return taken.getReadOnlyProperty();
    }

    /** Returns the names of the ticked options in the order of the list. */
    List<String> tickedNames() {
        return found.stream().map(match -> match.option().name())
                .filter(name -> ticked.contains(name) && !alreadyChosen.contains(name)).toList();
    }

    private void toggle(Match match) {
        String name = match.option().name();
        if (!alreadyChosen.contains(name)) {
            if (!ticked.remove(name)) {
                ticked.add(name);
            }
            updateCount();
        }
        foundList.refresh();
    }

    private void updateCount() {
        foundTitle.setText(messages.get("options.paste.found", found.size()));
        taken.set(tickedNames().size());
    }
}
