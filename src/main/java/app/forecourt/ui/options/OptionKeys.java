package app.forecourt.ui.options;

import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the option list and its search field. Enter adds the highlighted option to the car. In the list, Space
 * adds or removes it. Down moves the focus from the search field into the list, Up in the first row moves it back.
 * Left and Right move to the previous and next group. Headings are skipped.
 */
final class OptionKeys {
    private final TextField search;
    private final ListView<OptionRows.Row> list;
    private final MultipleSelectionModel<OptionRows.Row> highlight;
    private final Runnable choose;
    private final Runnable toggle;

    /**
     * Installs the keys.
     *
     * @param choose adds the highlighted option to the car if it is missing
     * @param toggle adds or removes the highlighted option
     */
    OptionKeys(TextField search, ListView<OptionRows.Row> list, Runnable choose, Runnable toggle) {
        this.search = search;
        this.list = list;
        this.highlight = list.getSelectionModel();
        this.choose = choose;
        this.toggle = toggle;
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
        highlight.selectedItemProperty().subscribe(row -> {
            if (row instanceof OptionRows.Row.Heading) {
                // Run later, after the list has handled the key.
                Platform.runLater(this::leaveHeading);
            }
        });
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
                    highlight.selectFirst();
                }
            }
            case ESCAPE -> search.clear();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void listKey(KeyEvent key) {
        int at = highlight.getSelectedIndex();
        switch (key.getCode()) {
            case SPACE -> toggle.run();
            case ENTER -> {
                if (key.isShortcutDown()) {
                    return;
                }
                choose.run();
            }
            case ESCAPE -> {
                search.clear();
                search.requestFocus();
            }
            case UP -> {
                if (at > 1 || (at == 1 && list.getItems().getFirst() instanceof OptionRows.Row.Choice)) {
                    skipHeading(at - 1);
                    return;
                }
                search.requestFocus();
                search.selectAll();
            }
            case DOWN -> {
                skipHeading(at + 1);
                return;
            }
            case LEFT -> toGroup(-1, at - 1);
            case RIGHT -> toGroup(1, at);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private boolean isHeading(int at) {
        return list.getItems().get(at) instanceof OptionRows.Row.Heading;
    }

    /** Highlights a heading that is next. The list then moves on by itself and scrolls no farther than needed. */
    private void skipHeading(int next) {
        if (next < list.getItems().size() && isHeading(next)) {
            highlight.select(next);
        }
    }

    /** Highlights the option below a highlighted heading, because a heading has no action. */
    private void leaveHeading() {
        if (highlight.getSelectedItem() instanceof OptionRows.Row.Heading) {
            highlight.select(highlight.getSelectedIndex() + 1);
        }
    }

    /** Highlights the first option below the next heading in the given direction. */
    private void toGroup(int step, int from) {
        int at = from + step;
        while (at >= 0 && at < list.getItems().size() && !isHeading(at)) {
            at += step;
        }
        if (at >= 0 && at < list.getItems().size()) {
            highlight.select(at + 1);
            list.scrollTo(at);
        }
    }
}
