package app.forecourt.ui.send;

import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.NodeTree;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;

/**
 * Banner of one line: an icon, a title, a detail and the buttons that fit. It unfolds to all details and all buttons.
 * The title is never cut off, because it says which environment is meant and whether the car arrived.
 */
class FoldingBanner extends Region {
    /** Height of one line as a multiple of the font size: 56 pixels at the usual text size. */
    private static final double LINE = 4;
    /** Least width of a detail beside a second button, as a multiple of the font size. */
    private static final double DETAIL = 9;
    /** Width below which a detail is left out, as a multiple of the font size. */
    private static final double LEGIBLE = 5;
    private static final double GAP = 10;
    private static final double ROW_GAP = 6;

    private final Label title;
    private final List<Label> details;
    private final List<Node> buttons = new ArrayList<>();
    private final Button fold;
    private final BooleanProperty unfolded = new SimpleBooleanProperty();
    private Node icon = new Region();
    private boolean detailGivesWay;

    /**
     * Creates a folded banner.
     *
     * @param details texts of the unfolded banner. The line shows the last one that is visible.
     */
    FoldingBanner(Messages messages, Label title, List<Label> details) {
        this.title = title;
        this.details = details;
        fold = Icons.button(Feather.CHEVRON_DOWN, messages.get("banner.unfold"),
                () -> setUnfolded(!isUnfolded()));
        fold.setId("outcomeFold");
        fold.getStyleClass().addAll("small-button", "banner-fold");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (!isOnButton(click)) {
                setUnfolded(!isUnfolded());
            }
        });
        unfolded.subscribe(open -> {
            fold.setGraphic(Icons.of(open ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
            fold.setAccessibleText(messages.get(open ? "banner.fold" : "banner.unfold"));
            fold.getTooltip().setText(fold.getAccessibleText());
            requestLayout();
        });
        setContent(icon, List.of());
    }

    private static boolean isOnButton(MouseEvent click) {
        return NodeTree.selfAndAncestors(click.getTarget() instanceof Node node ? node : null)
                .anyMatch(ButtonBase.class::isInstance);
    }

    /** Replaces the icon and the buttons. */
    final void setContent(Node newIcon, List<? extends Node> newButtons) {
        icon = newIcon;
        buttons.clear();
        buttons.addAll(newButtons);
        buttons.forEach(button -> button.focusedProperty().subscribe(_ -> requestLayout()));
        List<Node> children = new ArrayList<>(List.of(icon, title));
        children.addAll(details);
        children.addAll(buttons);
        children.add(fold);
        getChildren().setAll(children);
    }

    /** Sets whether the buttons get the room of the line first, because the title says enough. */
    final void setDetailGivesWay(boolean givesWay) {
        detailGivesWay = givesWay;
    }

    /** Returns the buttons, the most likely first. */
    final List<Node> buttons() {
        return List.copyOf(buttons);
    }

    /** Returns whether all details and buttons are shown. */
    final BooleanProperty unfoldedProperty() {
        return unfolded;
    }

    final boolean isUnfolded() {
        return unfolded.get();
    }

    final void setUnfolded(boolean open) {
        unfolded.set(open);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return arrange(width < 0 ? getWidth() : width, false);
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    /**
     * Computes the arrangement for a width.
     *
     * @param place whether to place the children too
     * @return height of the banner
     */
    private double arrange(double width, boolean place) {
        double left = snappedLeftInset() + icon.prefWidth(-1) + GAP;
        double right = width - snappedRightInset();
        double end = right - fold.prefWidth(-1) - GAP;
        double line = title.getFont().getSize() * LINE;
        double first = buttons.isEmpty() || isUnfolded() ? 0 : buttons.getFirst().prefWidth(-1) + GAP;
        double titleWidth = Math.clamp(title.prefWidth(-1), 0, Math.max(0, end - left - first));
        double titleHeight = title.prefHeight(titleWidth);
        double head = Math.max(line, titleHeight + 2 * ROW_GAP);
        if (place) {
            place(icon, snappedLeftInset(), 0, icon.prefWidth(-1), head);
            place(title, left, 0, titleWidth, head);
            place(fold, right - fold.prefWidth(-1), 0, fold.prefWidth(-1), head);
        }
        if (!isUnfolded()) {
            if (place) {
                placeLine(left + titleWidth + GAP, end, head);
            }
            return head;
        }
        double y = head - (head - titleHeight) / 2 + ROW_GAP;
        for (Label detail : details) {
            if (detail.isManaged()) {
                double height = detail.prefHeight(right - left);
                if (place) {
                    place(detail, left, y, right - left, height);
                }
                y += height + ROW_GAP;
            }
        }
        return placeRows(buttons, left, right, y, place) + ROW_GAP;
    }

    /** Places the detail and as many buttons as fit beside the title. The clip hides the others. */
    private void placeLine(double left, double right, double height) {
        Label shown = details.stream().filter(Node::isManaged).reduce((_, last) -> last)
                .orElseGet(details::getFirst);
        double least = title.getFont().getSize() * (detailGivesWay ? 0 : DETAIL);
        double room = right - left - Math.min(shown.prefWidth(-1) + GAP, least);
        List<Node> shownButtons = new ArrayList<>();
        double taken = 0;
        for (Node button : buttons) {
            if (shownButtons.isEmpty() || taken + button.prefWidth(-1) <= room) {
                shownButtons.add(button);
                taken += button.prefWidth(-1) + GAP;
            }
        }
        double x = right - taken + GAP;
        for (Node button : shownButtons) {
            place(button, x, 0, button.prefWidth(-1), height);
            x += button.prefWidth(-1) + GAP;
        }
        for (Label detail : details) {
            // One line high, so that the text ends in dots.
            double lineHeight = detail.getFont().getSize() * 1.5;
            double width = right - taken - left;
            boolean fits = detail == shown
                    && width > Math.min(detail.prefWidth(-1), title.getFont().getSize() * LEGIBLE);
            // The clip hides what is below the line.
            place(detail, left, fits ? (height - lineHeight) / 2 : height, fits ? width : 0, lineHeight);
        }
        List<Node> hidden = buttons.stream().filter(button -> !shownButtons.contains(button)).toList();
        placeRows(hidden, left, right, height, true);
        if (hidden.stream().anyMatch(Node::isFocused)) {
            // The focus must be visible. Runs later, because the size can't change during the layout.
            Platform.runLater(() -> setUnfolded(true));
        }
    }

    /** Places nodes in rows and returns the lower end of the last row. */
    private static double placeRows(List<Node> nodes, double left, double right, double top, boolean place) {
        double x = left;
        double y = top;
        double rowHeight = 0;
        for (Node node : nodes) {
            double width = node.prefWidth(-1);
            if (x > left && x + width > right) {
                x = left;
                y += rowHeight + ROW_GAP;
                rowHeight = 0;
            }
            double height = node.prefHeight(-1);
            if (place) {
                node.resizeRelocate(x, y, width, height);
            }
            rowHeight = Math.max(rowHeight, height);
            x += width + GAP;
        }
        return nodes.isEmpty() ? top : y + rowHeight + ROW_GAP;
    }

    private void place(Node node, double x, double y, double width, double height) {
        layoutInArea(node, x, y, width, height, 0, HPos.LEFT, VPos.CENTER);
    }
}
