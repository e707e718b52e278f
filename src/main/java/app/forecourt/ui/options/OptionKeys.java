package app.forecourt.ui.options;

import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the option list and its search box. Enter chooses what is marked, in the list Space does too or lets go of
 * it; Down goes into the list and Up out of it; Left and Right go from group to group. Headings are gone over.
 */
final class OptionKeys {
    private final TextField search;
    private final ListView<OptionRow> list;
    private final MultipleSelectionModel<OptionRow> marked;
    private final Runnable choose;
    private final Runnable toggle;

    /**
     * @param choose chooses the option that is marked, if it isn't already
     * @param toggle chooses it, or lets go of it
     */
    OptionKeys(TextField search, ListView<OptionRow> list, Runnable choose, Runnable toggle) {
        this.search = search;
        this.list = list;
        this.marked = list.getSelectionModel();
        this.choose = choose;
        this.toggle = toggle;
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
        marked.selectedItemProperty().subscribe(row -> {
            if (row instanceof OptionRow.Heading) {
                // Once the list is done with the key.
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
                if (marked.isEmpty()) {
                    marked.selectFirst();
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
        int at = marked.getSelectedIndex();
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
                if (at > 1 || (at == 1 && list.getItems().getFirst() instanceof OptionRow.Choice)) {
                    over(at - 1);
                    return;
                }
                search.requestFocus();
                search.selectAll();
            }
            case DOWN -> {
                over(at + 1);
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
        return list.getItems().get(at) instanceof OptionRow.Heading;
    }

    /** The list goes on from the heading by itself, and scrolls no farther than it must. */
    private void over(int next) {
        if (next < list.getItems().size() && isHeading(next)) {
            marked.select(next);
        }
    }

    /** Nothing can be done with a heading; where a key went to one, the option below it is marked. */
    private void leaveHeading() {
        if (marked.getSelectedItem() instanceof OptionRow.Heading) {
            marked.select(marked.getSelectedIndex() + 1);
        }
    }

    /** Marks the first option of the next group, or of this one, or of the one before. */
    private void toGroup(int step, int from) {
        int at = from + step;
        while (at >= 0 && at < list.getItems().size() && !isHeading(at)) {
            at += step;
        }
        if (at >= 0 && at < list.getItems().size()) {
            marked.select(at + 1);
            list.scrollTo(at);
        }
    }
}
