package app.forecourt.ui.keys;

import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeTree;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SearchField;
import app.forecourt.ui.fx.TextLengthLimit;
import app.forecourt.ui.fx.TypedTextFocusKeeper;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/**
 * Sheet over the window that finds each action by a few letters and runs it. The search keeps the focus while the arrow
 * keys move the selection.
 */
public final class CommandPalette extends StackPane {
    private static final int MOST_ROWS = 9;
    /** Characters of a search. JavaFX would lay out a pasted page as a whole. */
    private static final int LONGEST_SEARCH = 100;
    /** Room below the last row of the list in pixels, so that the list needs no scroll bar. */
    private static final double BELOW_ROWS = 2;

    private final Pane window;
    private final Messages messages;
    private final Supplier<List<PaletteCommand>> commands;
    private final Runnable onRun;
    private final CommandSearch found = new CommandSearch();
    private final SearchField search = new SearchField();
    private final ListView<PaletteCommand> list = new ListView<>();
    private final Region veil = new Region();
    private final VBox sheet;
    private final Label status = LiveRegion.label("commandStatus", "hint");
    private Subscription openState = Subscription.EMPTY;
    private Runnable giveFocusBack = () -> {};

    /**
     * Creates a closed palette.
     *
     * @param window root of the window
     * @param commands supplier of the commands for the current state
     * @param onRun action before each command, for the pause of the confirmations
     */
    public CommandPalette(Pane window, Messages messages, Supplier<List<PaletteCommand>> commands, Runnable onRun) {
        this.window = window;
        this.messages = messages;
        this.commands = commands;
        this.onRun = onRun;
        setId("palette");
        getStyleClass().add("palette");
        setManaged(false);
        // Above the list of cars, whose splitter is above the form.
        setViewOrder(-2);
        setAlignment(Pos.TOP_CENTER);
        search.setId("commandSearch");
        list.setId("commandList");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new CommandCell(this::run));
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(list.getItems().size(), MOST_ROWS) * list.getFixedCellSize() + BELOW_ROWS,
                        list.getItems(),
                        list.fixedCellSizeProperty()));
        // Enter here runs an action, also one that sends: the same rules apply as to a confirming button.
        Stream.of(search, list).forEach(ConfirmationFilter::markConfirming);
        Button cross = Icons.button(Feather.X, messages.get("answer.close"), this::close);
        cross.setId("paletteClose");
        cross.getStyleClass().add("small-button");
        // Esc does the same, and the search keeps the focus.
        cross.setFocusTraversable(false);
        HBox head = new HBox(search, cross);
        head.getStyleClass().add("palette-head");
        HBox.setHgrow(search, Priority.ALWAYS);
        veil.getStyleClass().add("palette-veil");
        veil.setManaged(false);
        veil.setMouseTransparent(true);
        sheet = new VBox(head, list, status);
        sheet.getStyleClass().add("palette-sheet");
        sheet.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(veil, sheet);
        TextLengthLimit.install(
                search,
                LONGEST_SEARCH,
                search::getText,
                length -> status.setText(messages.get("problem.too_much_pasted", length, LONGEST_SEARCH)));
        search.textProperty().subscribe((_, _) -> refresh());
        list.getSelectionModel().selectedItemProperty().subscribe((_, _) -> describeSelection());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.getTarget() == this) {
                close();
            }
            press.consume();
        });
    }

    public boolean isOpen() {
        return getParent() != null;
    }

    /** Opens the palette with an empty search. */
    public void open() {
        if (isOpen()) {
            return;
        }
        giveFocusBack = TypedTextFocusKeeper.restorer(window.getScene().getFocusOwner());
        search.setPromptText(messages.get("palette.search"));
        AccessibleName.set(search, messages.get("palette.search"));
        list.setAccessibleText(messages.get("palette.list"));
        found.setCommands(commands.get());
        search.clear();
        window.getChildren().add(this);
        openState = window.layoutBoundsProperty().subscribe(this::cover).and(NodeVisibility.dimBand(window));
        refresh();
        // Creates the skins, without which the search would lose keys typed before the first layout.
        applyCss();
        search.requestFocus();
        // Closes without moving the focus, because something else took it.
        openState = openState.and(getScene().focusOwnerProperty().subscribe((_, owner) -> {
            if (owner != search) {
                hide();
            }
        }));
    }

    /** Covers the window, so that a click beside the palette closes it. Only the part below the band is dimmed. */
    private void cover(Bounds bounds) {
        resizeRelocate(0, 0, bounds.getWidth(), bounds.getHeight());
        double top = NodeTree.bottomOfBand(window);
        veil.resizeRelocate(0, top, bounds.getWidth(), Math.max(0, bounds.getHeight() - top));
        setMargin(sheet, new Insets(top, 0, 0, 0));
    }

    /** Closes the palette. The focus and the selection of the text return to where they were. */
    public void close() {
        if (isOpen()) {
            hide();
            giveFocusBack.run();
        }
    }

    private void hide() {
        openState.unsubscribe();
        openState = Subscription.EMPTY;
        window.getChildren().remove(this);
    }

    private void onKey(KeyEvent key) {
        // Tab does nothing, because the form behind the palette must not get the focus.
        boolean isPlain = !key.isShortcutDown() && !key.isAltDown() && !key.isShiftDown();
        if (WindowShortcut.PALETTE.combination().match(key) || key.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (WindowShortcut.isPressed(key)) {
            // The accelerator runs next, with the focus where it was before.
            close();
            return;
        } else if (key.getCode() == KeyCode.ENTER && isPlain) {
            PaletteCommand selected = list.getSelectionModel().getSelectedItem();
            if (selected != null) {
                run(selected);
            }
        } else if (key.getCode() != KeyCode.TAB && (!isPlain || !move(key.getCode()))) {
            return;
        }
        key.consume();
    }

    /** Moves the selection and returns true if the key is one that moves it. */
    private boolean move(KeyCode code) {
        switch (code) {
            case DOWN -> select(list.getSelectionModel().getSelectedIndex() + 1);
            case UP -> select(list.getSelectionModel().getSelectedIndex() - 1);
            case PAGE_DOWN -> select(list.getSelectionModel().getSelectedIndex() + MOST_ROWS - 1);
            case PAGE_UP -> select(list.getSelectionModel().getSelectedIndex() - MOST_ROWS + 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void select(int index) {
        if (!list.getItems().isEmpty()) {
            int target = Math.clamp(index, 0, list.getItems().size() - 1);
            list.getSelectionModel().select(target);
            list.scrollTo(Math.max(0, target - MOST_ROWS / 2));
        }
    }

    private void refresh() {
        CommandSearch.Found result = found.find(search.getText());
        list.getItems().setAll(result.commands());
        NodeVisibility.set(list, !list.getItems().isEmpty());
        select(result.best());
        describeSelection();
    }

    private void describeSelection() {
        PaletteCommand selected = list.getSelectionModel().getSelectedItem();
        status.setText(messages.get(
                selected == null
                        ? "palette.none"
                        : selected.isAvailable() ? "palette.hint" : "palette.hint.unavailable"));
        status.setAccessibleText(selected == null ? status.getText() : CommandCell.spoken(selected));
        LiveRegion.announce(status);
    }

    private void run(PaletteCommand command) {
        if (command.isAvailable()) {
            close();
            onRun.run();
            command.action().run();
        }
    }
}
