package app.forecourt.ui.dialog;

import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.keys.ConfirmationFilter;
import app.forecourt.ui.words.Messages;
import atlantafx.base.controls.ModalPane;
import atlantafx.base.controls.Notification;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Notices at the bottom right of a window or of its open sheet, one at a time. They need no answer, take no focus and
 * go by themselves. They cover neither the send bar nor the buttons of an open sheet.
 */
public final class Toasts {
    private static final Duration SHOWN = Duration.seconds(5);
    /** Longer, because the user may be looking elsewhere when something came from another desk. */
    private static final Duration SHOWN_WITH_ACTION = Duration.seconds(30);
    /** Shorter work is not shown, because a notice would only flicker. */
    private static final Duration WAIT_SHOWN_AFTER = Duration.millis(300);
    /** Width in pixels at the usual text size. A notice fits over the options and leaves the form free. */
    private static final double WIDTH = 264;
    /** Distance from the edges in pixels. */
    private static final double MARGIN = 14;

    private final Supplier<Window> owner;
    private final Messages messages;
    private final Function<Duration, PauseTransition> timers;
    private PauseTransition pause = new PauseTransition();
    private Consumer<URI> opener = _ -> {};
    private @Nullable Notification current;
    private Subscription placement = Subscription.EMPTY;

    Toasts(Supplier<Window> owner, Messages messages) {
        this(owner, messages, PauseTransition::new);
    }

    /** @param timers factory of the timers that show and hide notices */
    Toasts(Supplier<Window> owner, Messages messages, Function<Duration, PauseTransition> timers) {
        this.owner = owner;
        this.messages = messages;
        this.timers = timers;
    }

    /** Shows a notice for some seconds. The mouse on it keeps it. */
    public void show(String textKey, Object... args) {
        show(new Notification(messages.get(textKey, args)));
    }

    /** Sets the action that opens a file in another program. */
    public void setOpener(Consumer<URI> newOpener) {
        opener = newOpener;
    }

    /** Says that a file was saved, and offers to open it. */
    public void showSaved(String textKey, Path file) {
        show(messages.get(textKey, file), "toast.open", () -> opener.accept(file.toUri()));
    }

    /** Shows a notice with an action. */
    public void show(String text, String actionKey, Runnable action) {
        Button button = new Button(messages.get(actionKey));
        button.setId("toastOpen");
        button.setFocusTraversable(false);
        ConfirmationFilter.markHarmless(button);
        button.setOnAction(_ -> {
            hide();
            action.run();
        });
        Notification notice = new Notification(text);
        notice.getPrimaryActions().setAll(List.of(button));
        show(notice);
    }

    private void show(Notification notice) {
        notice.setOnClose(_ -> hide());
        notice.hoverProperty().subscribe((_, hovered) -> {
            if (hovered) {
                pause.stop();
            } else if (notice == current) {
                pause.playFromStart();
            }
        });
        if (put(notice)) {
            pause = timers.apply(notice.getPrimaryActions().isEmpty() ? SHOWN : SHOWN_WITH_ACTION);
            pause.setOnFinished(_ -> hide());
            pause.playFromStart();
        }
    }

    /**
     * Shows with a ring what the program is doing, if that takes long.
     *
     * @return action to run when the work has ended
     */
    public Runnable showWait(String textKey) {
        Notification wait = new Notification(messages.get(textKey));
        wait.getStyleClass().add("wait");
        PauseTransition delay = timers.apply(WAIT_SHOWN_AFTER);
        delay.setOnFinished(_ -> {
            ProgressIndicator ring = new ProgressIndicator();
            ring.getStyleClass().add("small-wait");
            wait.setGraphic(ring);
            put(wait);
        });
        delay.playFromStart();
        return () -> {
            delay.stop();
            if (wait == current) {
                hide();
            }
        };
    }

    /** Puts a notice in the place of the current one. Returns false if there is no window for it. */
    private boolean put(Notification notice) {
        hide();
        Window window = owner.get();
        if (window == null || window.getScene() == null || !(window.getScene().getRoot() instanceof Pane root)) {
            return false;
        }
        current = notice;
        notice.setId("toast");
        notice.setAccessibleText(notice.getMessage());
        notice.setFocusTraversable(false);
        notice.setManaged(false);
        // A sheet is in front of all other nodes of the window.
        notice.setViewOrder(ModalPane.Z_FRONT - 1);
        root.getChildren().add(notice);
        // Creates the skin, which measures the text.
        notice.applyCss();
        placement = root.layoutBoundsProperty().subscribe(_ -> place(notice, root));
        LiveRegion.announce(notice);
        return true;
    }

    private static void place(Notification notice, Pane root) {
        double width = Math.min(WIDTH * Theme.scale(root.getScene()), root.getWidth() - 2 * MARGIN);
        // The control itself does not know how high its text is in this width.
        double height = ((Region) notice.lookup(".container")).prefHeight(width);
        Bounds bar = barBelow(root)
                .map(node -> root.sceneToLocal(node.localToScene(node.getLayoutBounds())))
                .orElseGet(() -> new BoundingBox(0, root.getHeight(), root.getWidth(), 0));
        notice.resizeRelocate(bar.getMaxX() - width - MARGIN, bar.getMinY() - height - MARGIN, width, height);
    }

    /** Returns the bar with the buttons that must stay free. */
    private static Optional<Node> barBelow(Pane root) {
        return Sheet.openOn(root)
                .map(sheet -> sheet.pane().lookup(".button-bar"))
                .or(() ->
                        root instanceof BorderPane border ? Optional.ofNullable(border.getBottom()) : Optional.empty());
    }

    private void hide() {
        pause.stop();
        placement.unsubscribe();
        placement = Subscription.EMPTY;
        if (current != null && current.getParent() instanceof Pane root) {
            root.getChildren().remove(current);
        }
        current = null;
    }
}
