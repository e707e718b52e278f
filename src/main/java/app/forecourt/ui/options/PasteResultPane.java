package app.forecourt.ui.options;

import app.forecourt.model.form.CarFormModel;
import app.forecourt.option.CarOption;
import app.forecourt.option.paste.OptionCatalogue;
import app.forecourt.option.paste.PasteResult;
import app.forecourt.option.paste.PasteResult.MatchQuality;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.words.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The result of a pasted list: the options found, with check boxes, and below them the texts left over. An option for
 * such a text is searched beside the list.
 */
final class PasteResultPane extends HBox {
    private static final KeyCombination END = new KeyCodeCombination(KeyCode.END);

    private final Messages messages;
    private final CarFormModel form;
    private final OptionCatalogue catalogue;
    private final ListView<PasteRow> list = new ListView<>();
    private final Label title = new Label();
    private final PasteSearchPane search;
    private final Set<String> ticked = new HashSet<>();
    private final Set<String> alreadyChosen = new HashSet<>();
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper tickedCount = new ReadOnlyIntegerWrapper();

    PasteResultPane(Messages messages, CarFormModel form, OptionCatalogue catalogue) {
        this.messages = messages;
        this.form = form;
        this.catalogue = catalogue;
        this.search = new PasteSearchPane(messages, this::pick);
        getStyleClass().add("pasted-lists");
        list.setId("pasteFound");
        list.setCellFactory(_ -> {
            var cell = new PasteRowCell(list, messages, ticked, alreadyChosen, this::toggle, this::searchOption);
            // ListView.refresh would create all cells again, and they would be painted before they have their styles.
            tickedCount.subscribe((_, _) -> cell.refresh());
            return cell;
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        title.getStyleClass().add("card-title");
        title.setLabelFor(list);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox lines = new VBox(title, list);
        lines.getStyleClass().add("pasted-column");
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        getChildren().addAll(lines, search);
    }

    private void onKey(KeyEvent key) {
        if (key.getCode() == KeyCode.SPACE && highlighted() instanceof PasteRow.Found found) {
            toggle(found);
        } else if (END.match(key) && !list.getItems().isEmpty()) {
            select(list.getItems().size() - 1);
        } else {
            return;
        }
        key.consume();
    }

    /**
     * Selects a row and scrolls to it. The END key of JavaFX 25.0.4 at first only aligns a whole row at the top. The
     * last row then stays hidden.
     */
    private void select(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(index);
    }

    private PasteRow highlighted() {
        return list.getSelectionModel().getSelectedItem();
    }

    /** Shows the result of a list. The first match that needs a check is highlighted, else the first match. */
    void showResult(PasteResult result) {
        closeSearch();
        alreadyChosen.clear();
        alreadyChosen.addAll(form.options());
        ticked.clear();
        result.matches().stream()
                .filter(match -> match.quality() != MatchQuality.PERHAPS)
                .map(match -> match.option().name())
                .forEach(ticked::add);
        List<PasteRow> rows = PasteRow.of(result, alreadyChosen);
        list.getItems().setAll(rows);
        Stream.<Predicate<PasteRow>>of(this::isDoubtful, PasteRow.Found.class::isInstance)
                .flatMap(wanted -> IntStream.range(0, rows.size())
                        .filter(i -> wanted.test(rows.get(i)))
                        .boxed())
                .findFirst()
                .ifPresent(index -> {
                    list.getSelectionModel().select(index.intValue());
                    list.scrollTo(Math.max(0, index - 1));
                });
        updateCount();
        empty.set(rows.isEmpty());
    }

    /** Returns whether the last list had nothing to show. */
    ReadOnlyBooleanProperty isEmpty() {
        return empty.getReadOnlyProperty();
    }

    private boolean isDoubtful(PasteRow row) {
        return row instanceof PasteRow.Found(var _, var _, var option, var quality)
                && quality.filter(MatchQuality.PERHAPS::equals).isPresent()
                && !ticked.contains(option.name())
                && !alreadyChosen.contains(option.name());
    }

    /** Focuses the list, in which Space ticks. */
    void focusMatches() {
        list.requestFocus();
    }

    /** Returns the number of ticked options. */
    ReadOnlyIntegerProperty tickedCount() {
        return tickedCount.getReadOnlyProperty();
    }

    /** Returns the names of the ticked options in the order of the list. */
    List<String> tickedNames() {
        return found().map(CarOption::name)
                .filter(name -> ticked.contains(name) && !alreadyChosen.contains(name))
                .toList();
    }

    private Stream<CarOption> found() {
        return list.getItems().stream()
                .filter(PasteRow.Found.class::isInstance)
                .map(row -> ((PasteRow.Found) row).option())
                .distinct();
    }

    private void toggle(PasteRow.Found row) {
        String name = row.option().name();
        if (!alreadyChosen.contains(name)) {
            if (!ticked.remove(name)) {
                ticked.add(name);
            }
            updateCount();
        }
    }

    /**
     * Handles Enter on a text left over, which searches an option, and in that search, which picks one.
     *
     * @return false if Enter is for the dialog
     */
    boolean handleEnter() {
        if (search.isVisible()) {
            search.highlighted().ifPresent(this::pick);
            return true;
        }
        boolean isOnLeftover = list.isFocused() && highlighted() instanceof PasteRow.Leftover;
        if (isOnLeftover) {
            searchOption(list.getSelectionModel().getSelectedIndex());
        }
        return isOnLeftover;
    }

    /** Closes the search of an option. Returns false if none is open. */
    boolean closeSearch() {
        boolean isOpen = search.isVisible();
        NodeVisibility.set(search, false);
        if (isOpen) {
            focusMatches();
        }
        return isOpen;
    }

    private void searchOption(int index) {
        list.getSelectionModel().select(index);
        if (highlighted() instanceof PasteRow.Leftover leftover) {
            search.open(catalogue, leftover.text().text());
        }
    }

    /** Ticks the picked option in the row of the text. */
    private void pick(CarOption option) {
        if (highlighted() instanceof PasteRow.Leftover leftover) {
            int index = list.getSelectionModel().getSelectedIndex();
            ticked.add(option.name());
            list.getItems().set(index, leftover.withOption(option));
            list.getSelectionModel().select(index);
            updateCount();
        }
        closeSearch();
    }

    /** The title counts what the button adds, so that both tell the same number. */
    private void updateCount() {
        long leftovers = list.getItems().stream()
                .filter(PasteRow.Leftover.class::isInstance)
                .count();
        long known =
                found().filter(option -> alreadyChosen.contains(option.name())).count();
        long unknown = found().count() - known;
        tickedCount.set(tickedNames().size());
        title.setText(Stream.of(
                        tickedCount.get() == unknown
                                ? messages.get("options.paste.found", unknown)
                                : messages.get("options.paste.found.some", tickedCount.get(), unknown),
                        known == 0 ? "" : messages.get("options.paste.had", known),
                        messages.get("options.paste.rest", leftovers))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("  ·  ")));
    }
}
