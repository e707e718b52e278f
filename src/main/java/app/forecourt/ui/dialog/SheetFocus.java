package app.forecourt.ui.dialog;

import app.forecourt.ui.fx.NodeTree;
import app.forecourt.ui.fx.TypedTextFocusKeeper;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The focus while a sheet is open: Tab stays within the sheet, and no key reaches the window behind it. A node behind
 * the sheet that asks for the focus gets it when the sheet closes.
 */
final class SheetFocus {
    private final Scene scene;
    private final DialogPane sheet;
    private Runnable giveBack;
    private @Nullable Node last;

    SheetFocus(Scene scene, DialogPane sheet) {
        this.scene = scene;
        this.sheet = sheet;
        giveBack = TypedTextFocusKeeper.restorer(scene.getFocusOwner());
    }

    /** Moves the focus to the first node of the content, or to a button if the content has none. */
    void enter() {
        // A dialog pane has its buttons before its content.
        List<Node> stops = new ArrayList<>();
        if (sheet.getContent() != null) {
            addStops(sheet.getContent(), stops);
        }
        stops.addAll(stops());
        stops.stream().findFirst().ifPresent(Node::requestFocus);
    }

    /** Keeps the focus in the sheet until the subscription ends, and then gives it back. */
    Subscription keep() {
        EventHandler<KeyEvent> filter = this::onKey;
        scene.addEventFilter(KeyEvent.ANY, filter);
        Subscription owner = scene.focusOwnerProperty().subscribe(this::onFocus);
        return () -> {
            owner.unsubscribe();
            scene.removeEventFilter(KeyEvent.ANY, filter);
            giveBack.run();
        };
    }

    private void onKey(KeyEvent key) {
        Node owner = scene.getFocusOwner();
        if (!isInSheet(owner)) {
            key.consume();
            enter();
        } else if (key.getEventType() == KeyEvent.KEY_PRESSED && key.getCode() == KeyCode.TAB) {
            List<Node> stops = stops();
            if (stops.isEmpty()) {
                return;
            }
            Node edge = key.isShiftDown() ? stops.getFirst() : stops.getLast();
            if (owner == edge && !key.isAltDown() && !key.isMetaDown()) {
                (key.isShiftDown() ? stops.getLast() : stops.getFirst()).requestFocus();
                key.consume();
            }
        }
    }

    private void onFocus(@Nullable Node owner) {
        if (isInSheet(owner)) {
            last = owner;
        } else if (owner != null && last != null) {
            giveBack = TypedTextFocusKeeper.restorer(owner);
            TypedTextFocusKeeper.restorer(last).run();
        }
    }

    private boolean isInSheet(@Nullable Node node) {
        return NodeTree.isWithin(sheet, node);
    }

    /** Returns the nodes of the sheet that Tab reaches, in their order. */
    private List<Node> stops() {
        List<Node> stops = new ArrayList<>();
        addStops(sheet, stops);
        return stops;
    }

    private static void addStops(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> addStops(child, stops));
        }
    }
}
