package app.forecourt.ui.keys;

import atlantafx.base.controls.Spacer;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Cell of a command: its title, and at the right its keys or the reason why it has no effect now. */
final class CommandCell extends ListCell<PaletteCommand> {
    private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");
    private static final PseudoClass FIRST_UNAVAILABLE = PseudoClass.getPseudoClass("first-unavailable");

    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox row = new HBox(title, new Spacer(), detail);
    /** Command that the mouse button was pressed on. */
    private @Nullable PaletteCommand pressed;

    CommandCell(Consumer<PaletteCommand> run) {
        title.getStyleClass().add("command-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("command-detail");
        row.getStyleClass().add("command-row");
        // A cell that is wider than the list would add a scroll bar.
        setPrefWidth(0);
        // A filter, because the list would take the focus from the search.
        addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            pressed = press.getButton() == MouseButton.PRIMARY ? getItem() : null;
            press.consume();
        });
        // A click counts only with its press, because the confirmation filter may have dropped the press.
        addEventFilter(MouseEvent.MOUSE_RELEASED, release -> {
            PaletteCommand command = pressed;
            pressed = null;
            release.consume();
            if (command != null && command.equals(getItem()) && contains(release.getX(), release.getY())) {
                run.accept(command);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable PaletteCommand command, boolean empty) {
        super.updateItem(command, empty);
        setText(null);
        pseudoClassStateChanged(UNAVAILABLE, command != null && !command.isAvailable());
        int above = getIndex() - 1;
        pseudoClassStateChanged(
                FIRST_UNAVAILABLE,
                command != null
                        && !command.isAvailable()
                        && above >= 0
                        && above < getListView().getItems().size()
                        && getListView().getItems().get(above).isAvailable());
        if (empty || command == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        title.setText(command.title());
        detail.setText(command.isAvailable() ? command.keys() : command.obstacle());
        setGraphic(row);
        setAccessibleText(spoken(command));
    }

    /** Returns a command as a screen reader says it. */
    static String spoken(PaletteCommand command) {
        String detail = command.isAvailable() ? command.keys() : command.obstacle();
        return detail.isEmpty() ? command.title() : command.title() + ", " + detail;
    }
}
