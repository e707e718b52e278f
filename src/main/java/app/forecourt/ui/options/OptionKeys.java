package app.forecourt.ui.options;

import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the option list and its search field. Enter adds the highlighted option to the car. In the list, Space
 * adds or removes it. Down moves the focus from the search field into the list, Up in the first row moves it back. Left
 * and Right move between columns and groups, and fold a group. On a heading, Enter and Space fold too.
 */
final class OptionKeys {
    private final TextField search;
    private final OptionListView list;
    private final MultipleSelectionModel<OptionRows.Row> highlight;
    private final Runnable choose;
    private final Runnable toggle;

    /**
     * Installs the keys.
     *
     * @param choose adds the highlighted option to the car if it is missing
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
    }

    private void searchKey(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> {
                if (key.isShortcutDown()) {
                    return;
                }
                choose.run();
                search.selectAll();
            }
            case DOWN -> {
                list.requestFocus();
                if (highlight.isEmpty()) {
                    selectFirstOption();
                }
            }
            case ESCAPE -> search.clear();
            default -> {
                return;
            }
        }
        key.consume();
    }

    /** Skips an open heading, because the user wants its first option. */
    private void selectFirstOption() {
        highlight.selectFirst();
        if (highlight.getSelectedItem() instanceof OptionRows.Row.Heading heading && !heading.folded()) {
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
                list.highlightedGroup().ifPresentOrElse(list::toggleFold, choose);
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
            case LEFT -> list.goLeft();
            case RIGHT -> list.goRight();
            default -> {
                return;
            }
        }
        key.consume();
    }
}
