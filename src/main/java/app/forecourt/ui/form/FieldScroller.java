package app.forecourt.ui.form;

import app.forecourt.ui.fx.NodeTree;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/**
 * The scrolling of the form. It keeps the focused field visible, and moves no further than needed. JavaFX puts a
 * control that gets the focus by Tab at the top of the pane.
 */
final class FieldScroller {
    /** Pixels kept free above and below the focused field. */
    private static final double MARGIN = 8;

    private final ScrollPane pane;
    private final Region cards;
    /** Whether the program moves the focus, and scrolls itself. */
    private boolean jumping;
    /** Pixels by which the room above the form has grown since the form was created. */
    private double roomAbove;

    FieldScroller(ScrollPane pane, Region cards) {
        this.pane = pane;
        this.cards = cards;
    }

    /** Returns whether the focus is in a field. A form that was replaced by one in another language has none. */
    boolean hasFocus(FieldView view) {
        return pane.getScene() != null
                && NodeTree.isWithin(view, pane.getScene().getFocusOwner());
    }

    boolean isCovered(Node node) {
        Bounds bounds = pane.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        return bounds.getMinY() < 0 || bounds.getMaxY() > pane.getHeight();
    }

    /** Moves the focus to a field. Scrolls it into view if a part of it is out of sight. */
    void jumpTo(FieldView view) {
        jumping = true;
        view.control().requestFocus();
        jumping = false;
        if (isCovered(view)) {
            FormPane.bringIntoView(pane, view);
        }
    }

    /**
     * Scrolls along when the room above the form changes.
     *
     * @param focused the field with the focus, if one has it
     */
    void followRoomAbove(double change, Stream<FieldView> focused) {
        roomAbove += change;
        double place = scrolledPixels() + change;
        if (range() + change > 0) {
            pane.setVvalue(Math.clamp(place / (range() + change), 0, 1));
            focused.findFirst()
                    .ifPresent(view -> Platform.runLater(() -> {
                        if (pane.getScene() != null && isCovered(view.control())) {
                            showWhole(view);
                        }
                    }));
        }
    }

    void showAfterTraversal(FieldView view) {
        double place = scrolledPixels() - roomAbove;
        boolean traversed = !jumping;
        Platform.runLater(() -> {
            if (traversed && hasFocus(view) && range() > 0) {
                // The focus may have folded the banner above.
                pane.setVvalue(Math.clamp((place + roomAbove) / range(), 0, 1));
            }
            showWhole(view);
        });
    }

    /** Scrolls until the first node is visible, and as much as possible of what is between it and the last one. */
    void reveal(Node first, Node last) {
        if (pane.getScene() != null && first.getScene() != null) {
            show(inCards(first).getMinY(), inCards(last).getMaxY());
        }
    }

    /**
     * Scrolls until the focused field is visible with its label and its note, and with the title of the card above the
     * card's first row. A click brings only the field, because the next click would miss in a form that moves.
     */
    void showWhole(FieldView view) {
        if (!hasFocus(view)) {
            // The focus has moved on, so another field has to be visible now.
            return;
        }
        // The focus may just have opened the note.
        view.applyCss();
        view.layout();
        double viewport = pane.getViewportBounds().getHeight();
        Node card = view.getParent().getParent();
        boolean isClicked = view.isPressed();
        double top = inCards(GridPane.getRowIndex(view) == 0 && !isClicked ? card : view)
                .getMinY();
        double end =
                cards.sceneToLocal(view.localToScene(view.getBoundsInLocal())).getMaxY();
        if (end - top + MARGIN < viewport) {
            show(top, end);
        }
    }

    /** Scrolls no further than needed to show a part of the form, from its top on. */
    private void show(double top, double end) {
        double above = top - MARGIN;
        double below = end + MARGIN - pane.getViewportBounds().getHeight();
        double offset = scrolledPixels();
        if (range() > 0 && (above < offset || below > offset)) {
            pane.setVvalue(Math.clamp((above < offset ? above : Math.min(above, below)) / range(), 0, 1));
        }
    }

    /** Returns the number of pixels by which the form is scrolled down. */
    private double scrolledPixels() {
        return pane.getVvalue() * Math.max(0, range());
    }

    private double range() {
        return cards.getHeight() - pane.getViewportBounds().getHeight();
    }

    private Bounds inCards(Node node) {
        return cards.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }
}
