package app.forecourt.ui.options;

import app.forecourt.model.form.CarFormModel;
import app.forecourt.option.paste.PasteResult;
import app.forecourt.option.paste.PasteResult.How;
import app.forecourt.option.paste.PasteResult.Match;
import app.forecourt.option.paste.PasteResult.Rest;
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

/** Side by side: the options that were found in a pasted list, each with its box, and what is none. */
final class PasteResultPane extends HBox {
    private static final KeyCombination END = new KeyCodeCombination(KeyCode.END);

    private final Messages words;
    private final CarFormModel form;
    private final ObservableList<Match> found = FXCollections.observableArrayList();
    private final ObservableList<Rest> rest = FXCollections.observableArrayList();
    private final ListView<Match> foundList = new ListView<>(found);
    private final ListView<Rest> restList = new ListView<>(rest);
    private final Label foundTitle = new Label();
    private final Label restTitle = new Label();
    private final Set<String> ticked = new HashSet<>();
    private final Set<String> before = new HashSet<>();
    private final ReadOnlyIntegerWrapper taken = new ReadOnlyIntegerWrapper();

    PasteResultPane(Messages words, CarFormModel form) {
        this.words = words;
        this.form = form;
        getStyleClass().add("pasted-lists");
        foundList.setId("pasteFound");
        foundList.setCellFactory(view -> new PasteMatchCell(words, ticked, before, this::toggle));
        foundList.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            Match marked = foundList.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.SPACE && marked != null) {
                toggle(marked);
                key.consume();
            }
        });
        restList.setId("pasteRest");
        restList.setCellFactory(view -> new UnmatchedTextCell(words));
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
                toEnd(list);
                key.consume();
            }
        });
        VBox column = new VBox(title, list);
        column.getStyleClass().add("pasted-column");
        column.setMinWidth(0);
        return column;
    }

    /** JavaFX's own way (25.0.4) stops at a whole row on top, the first time: the last one is then out of sight. */
    private static void toEnd(ListView<?> list) {
        list.getSelectionModel().selectLast();
        list.scrollTo(list.getItems().size() - 1);
    }

    /** Shows what became of a list, what needs a look first. */
    void show(PasteResult pasted) {
        before.clear();
        before.addAll(form.options());
        ticked.clear();
        pasted.matches().stream().filter(match -> match.how() != How.PERHAPS)
                .map(match -> match.option().name())
                .forEach(ticked::add);
        found.setAll(pasted.matches().stream()
                .sorted(Comparator.comparing((Match match) -> before.contains(match.option().name()))
                        .thenComparing(Match::how, Comparator.reverseOrder()))
                .toList());
        foundList.getSelectionModel().selectFirst();
        restTitle.setText(words.get("options.paste.rest", pasted.rest().size()));
        // The lines of both take longer than a frame should.
        List<Rest> others = pasted.rest().stream().sorted(Comparator.comparing(Rest::why)).toList();
        NextFrame.once(getScene(), () -> rest.setAll(others));
        count();
    }

    /** Puts the focus where Space ticks. */
    void focus() {
        foundList.requestFocus();
    }

    /** How many options would be chosen. */
    ReadOnlyIntegerProperty taken() {
        return taken.getReadOnlyProperty();
    }

    /** The options that are to be chosen, in the order of the list. */
    List<String> names() {
        return found.stream().map(match -> match.option().name())
                .filter(name -> ticked.contains(name) && !before.contains(name)).toList();
    }

    private void toggle(Match match) {
        String name = match.option().name();
        if (!before.contains(name)) {
            if (!ticked.remove(name)) {
                ticked.add(name);
            }
            count();
        }
        foundList.refresh();
    }

    private void count() {
        foundTitle.setText(words.get("options.paste.found", found.size()));
        taken.set(names().size());
    }
}
