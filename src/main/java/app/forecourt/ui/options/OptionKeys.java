package app.forecourt.ui.options;

import app.forecourt.ui.options.OptionRows.Fold;
import app.forecourt.ui.options.OptionRows.Row;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the option list and its search field. Enter adds the highlighted option to the car, once however long it
 * is held. In the list, Space adds or removes it. Letters go to the search. Down moves the focus from the search field
 * into the list, Up in the first row moves it back. Left and Right move between groups, and fold one. On a heading,
 * Enter and Space fold too.
 */
final class OptionKeys {
    private final TextField search;
    private final OptionListView list;
    private final MultipleSelectionModel<Row> highlight;
    private final Runnable choose;
    private final Runnable toggle;
    private boolean isEnterHeld;

    /**
     * Installs the keys.
     *
     * @param choose adds the highlighted option to the car, or removes it at the second press
     * @param toggle adds or removes the highlighted option
     */
    OptionKeys(TextField search, OptionListView list, Runnable choose, Runnable toggle) {
        this.search = search;
        this.list = list;
        this.highlight = list.getSelectionModel();
        this.choose = choose;
        this.toggle = toggle;
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
        for (Node node : List.of(search, list)) {
            node.addEventFilter(KeyEvent.KEY_RELEASED, _ -> isEnterHeld = false);
            node.focusedProperty().subscribe(_ -> isEnterHeld = false);
        }
        list.focusedProperty().subscribe((_, focused) -> {
            if (focused) {
                onFocusGained();
            }
        });
    }

    private void searchKey(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> {
                if (key.isShortcutDown()) {
                    return;
                }
                chooseOnce();
                search.selectAll();
            }
            case DOWN -> {
                list.requestFocus();
            }
            case ESCAPE -> search.clear();
            default -> {
                return;
            }
        }
        key.consume();
    }

    /** Shows where the focus is. Skips an open heading, because the user wants its first option. */
    private void onFocusGained() {
        if (!highlight.isEmpty()) {
            return;
        }
        highlight.selectFirst();
        if (highlight.getSelectedItem() instanceof Row.Heading heading && heading.fold() == Fold.OPEN) {
            highlight.selectNext();
        }
    }

    private void listKey(KeyEvent key) {
        switch (key.getCode()) {
            case SPACE -> list.highlightedGroup().ifPresentOrElse(list::toggleFold, toggle);
            case ENTER -> {
                if (key.isShortcutDown()) {
                    return;
                }
                list.highlightedGroup().ifPresentOrElse(list::toggleFold, this::chooseOnce);
            }
            case ESCAPE -> {
                search.clear();
                search.requestFocus();
            }
            case UP -> {
                if (highlight.getSelectedIndex() > 0) {
                    return;
                }
                search.requestFocus();
                search.selectAll();
            }
            case LEFT -> goLeft();
            case RIGHT -> goRight();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void chooseOnce() {
        if (!isEnterHeld) {
            isEnterHeld = true;
            choose.run();
        }
    }

    /** Moves to the heading, folds it, and then moves to the previous heading. */
    private void goLeft() {
        if (highlight.getSelectedItem() instanceof Row.Heading heading
                && heading.fold() == Fold.OPEN
                && list.highlightedGroup().isPresent()) {
            list.toggleFold(heading.group());
        } else {
            toHeading(-1);
        }
    }

    /** Unfolds a group, moves to its first option, then to the next heading. */
    private void goRight() {
        if (!(highlight.getSelectedItem() instanceof Row.Heading heading)) {
            toHeading(1);
        } else if (heading.fold() == Fold.FOLDED) {
            list.toggleFold(heading.group());
        } else {
            highlight.selectNext();
        }
    }

    private void toHeading(int step) {
        int at = highlight.getSelectedIndex() + step;
        while (at >= 0 && at < list.getItems().size()) {
            if (list.getItems().get(at) instanceof Row.Heading) {
                highlight.select(at);
                list.scrollTo(at);
                return;
            }
            at += step;
        }
    }
}
