package app.forecourt.ui.dialog;

import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.NodeTree;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.keys.ConfirmationFilter;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.words.Messages;
import atlantafx.base.controls.ModalPane;
import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Work in the window that takes all keys and clicks until it is closed, such as the settings. It covers the window
 * below the environment band, because the user must always see which AutoChat is meant. A question is a dialog over it.
 */
public final class Sheet {
    /** Room around the sheet in pixels. */
    private static final double MARGIN = 14;
    /** Largest share of the window's width that large text makes a sheet wide. */
    private static final double SHARE = 0.9;

    private final Pane root;
    private final DialogPane pane = new SheetPane();
    private final ModalPane modal = new ModalPane();
    private final List<Node> behind;
    private BooleanSupplier mayClose = () -> true;
    private BooleanSupplier onEscape = () -> false;
    private Runnable onShown = () -> {};
    private @Nullable ButtonType result;
    private Subscription openState = Subscription.EMPTY;

    /** Pane with buttons that close the sheet. */
    private final class SheetPane extends DialogPane {
        @Override
        protected Node createButton(ButtonType type) {
            Node button = super.createButton(type);
            button.addEventHandler(ActionEvent.ACTION, _ -> close(type));
            return button;
        }
    }

    /**
     * Creates a sheet that is not shown yet.
     *
     * @param root root of the window
     */
    Sheet(Pane root, String title, Messages messages) {
        this.root = root;
        this.behind = root.getChildren().stream()
                .filter(node -> !node.isMouseTransparent())
                .toList();
        Label label = new Label(title);
        label.getStyleClass().add("card-title");
        Button cross = Icons.button(Feather.X, messages.get("answer.close"), this::close);
        cross.getStyleClass().add("small-button");
        // The button bar has a button that does the same.
        cross.setFocusTraversable(false);
        HBox head = new HBox(label, new Spacer(), cross);
        head.getStyleClass().add("sheet-head");
        pane.setHeader(head);
        pane.getStyleClass().add("sheet-pane");
        pane.setAccessibleRole(AccessibleRole.DIALOG);
        pane.setAccessibleText(title);
        pane.setMinWidth(0);
        TextMenu.install(pane, messages);
        modal.setFocusTraversable(false);
        modal.setPersistent(true);
        // No animation, because a key or click must find the sheet where it stays.
        modal.inTransitionFactoryProperty().set(null);
        modal.outTransitionFactoryProperty().set(null);
        modal.setManaged(false);
        // The skin uses the padding twice: around its scroll pane and around the content.
        modal.setPadding(new Insets(MARGIN / 2));
        // A filter, because lists and text fields consume Esc.
        pane.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                if (!onEscape.getAsBoolean()) {
                    close();
                }
            }
        });
        // An accelerator of the window must not act on the car behind the sheet.
        pane.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (WindowShortcut.isPressed(key)) {
                key.consume();
            }
        });
    }

    /** Returns the pane of the sheet, for its content and its buttons. */
    public DialogPane pane() {
        return pane;
    }

    public Button button(ButtonType type) {
        return (Button) pane.lookupButton(type);
    }

    /** Sets the preferred width in pixels at the usual text size. The sheet is as high as there is room. */
    public void setWidth(double width) {
        double scaled = Math.max(width, Math.min(width * Theme.scale(root.getScene()), root.getWidth() * SHARE));
        pane.setPrefWidth(scaled);
        // The theme limits the width of dialogs, because that is meant for short questions.
        pane.setStyle("-fx-max-width: " + Math.round(scaled) + "px;");
    }

    /** Sets the action that moves the focus to its first place. */
    public void setOnShown(Runnable action) {
        onShown = action;
    }

    /**
     * Sets what Esc does before it closes the sheet.
     *
     * @param action returns false if there was nothing to do, so that Esc closes the sheet
     */
    public void setOnEscape(BooleanSupplier action) {
        onEscape = action;
    }

    /**
     * Asks before the sheet closes.
     *
     * @param question returns whether the sheet may close; called after the result is set
     */
    public void confirmClose(BooleanSupplier question) {
        mayClose = question;
    }

    /** Returns the button that closes the sheet; empty if none did. */
    public Optional<ButtonType> result() {
        return Optional.ofNullable(result);
    }

    /** Closes the sheet without a result, unless the user wants to go on. */
    public void close() {
        close(null);
    }

    /** Closes the sheet with a result, unless the user wants to go on. */
    public void close(@Nullable ButtonType type) {
        result = type;
        if (modal.getParent() != null && mayClose.getAsBoolean()) {
            hide();
        }
    }

    /** Returns the open sheet of a window. */
    public static Optional<Sheet> openOn(Node root) {
        return Optional.ofNullable((Sheet) root.getProperties().get(Sheet.class));
    }

    /**
     * Closes the open sheet of a window, if there is one.
     *
     * @return false if the user wants to go on with it
     */
    public static boolean closeOn(Node root) {
        openOn(root).ifPresent(Sheet::close);
        return openOn(root).isEmpty();
    }

    /**
     * Shows the sheet and waits until it is closed. Does nothing if another sheet is open.
     *
     * @return the button that closed it; empty if none did
     */
    public Optional<ButtonType> showAndWait() {
        if (openOn(root).isPresent()) {
            return Optional.empty();
        }
        hideMenus();
        // What has no room scrolls, so that it is not below the buttons.
        ScrollPane body = new ScrollPane(pane.getContent());
        body.setFitToWidth(true);
        body.setFitToHeight(true);
        body.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        body.setFocusTraversable(false);
        body.getStyleClass().add("sheet-body");
        pane.setContent(body);
        root.getProperties().put(Sheet.class, this);
        SheetFocus focus = new SheetFocus(root.getScene(), pane);
        root.getChildren().add(modal);
        behind.forEach(node -> node.setMouseTransparent(true));
        // Creates the skin, which has no place for the pane before.
        modal.applyCss();
        modal.show(pane);
        // Creates the buttons now. Their bar takes the focus, and they add accelerators to the scene. In the next frame
        // that would be too late: a key pressed until then makes JavaFX iterate over the accelerators meanwhile.
        pane.applyCss();
        pane.layout();
        Window window = root.getScene().getWindow();
        openState = Subscription.combine(
                root.layoutBoundsProperty().subscribe(_ -> fillLater()),
                NodeVisibility.dimBand(root),
                NodeTree.band(root)
                        .map(band -> band.boundsInParentProperty().subscribe(_ -> fillLater()))
                        .orElse(Subscription.EMPTY),
                // The program ends without a question when its window is gone.
                window.showingProperty().subscribe((_, showing) -> {
                    if (!showing) {
                        hide();
                    }
                }),
                focus.keep());
        fill();
        focus.enter();
        onShown.run();
        Event.fireEvent(window, new Event(ConfirmationFilter.SHEET_CHANGED));
        Platform.enterNestedEventLoop(this);
        return result();
    }

    /**
     * Hides the menu whose item opens the sheet. JavaFX hides it after the action, and the action lasts until the end.
     */
    private static void hideMenus() {
        List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance)
                .forEach(Window::hide);
    }

    private void hide() {
        openState.unsubscribe();
        root.getProperties().remove(Sheet.class);
        modal.hide(true);
        root.getChildren().remove(modal);
        behind.forEach(node -> node.setMouseTransparent(false));
        Event.fireEvent(root.getScene().getWindow(), new Event(ConfirmationFilter.SHEET_CHANGED));
        Platform.exitNestedEventLoop(this, null);
    }

    /** Fills the room after the layout that changed it. During that layout JavaFX loses the request for another one. */
    private void fillLater() {
        Platform.runLater(this::fill);
    }

    private void fill() {
        double top = NodeTree.bottomOfBand(root);
        double room = Math.max(0, root.getHeight() - top);
        modal.resizeRelocate(0, top, root.getWidth(), room);
        // All three, because a dialog pane without its dialog gives itself another height between them.
        double most = Math.max(0, Math.floor(room - 2 * MARGIN));
        pane.setMinHeight(most);
        pane.setPrefHeight(most);
        pane.setMaxHeight(most);
    }
}
