package app.forecourt.ui.send;

import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.NodeTree;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.keys.ConfirmationFilter;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
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
    /** Least width of a detail that is cut off, as a multiple of the font size. A narrower one would say nothing. */
    private static final double DETAIL = 9;
    /** Least width of a title that is longer, as a multiple of the font size. A narrower one would break its words. */
    private static final double TITLE = 12;

    private final Label title;
    private final List<Label> details;
    private final List<Node> buttons = new ArrayList<>();
    private final Button fold;
    /** Link to the other banner that has the same place. */
    private final Hyperlink link = new Hyperlink();

    private final BooleanProperty unfolded = new SimpleBooleanProperty();
    private Node icon = new Region();
    private boolean detailGivesWay;
    private int buttonsInLine;
    /** Number of the first buttons that come before a detail, if there is no room for both. */
    private int buttonsBeforeDetail;

    /**
     * Creates a folded banner.
     *
     * @param details texts of the unfolded banner. The line shows the last one that is visible.
     */
    FoldingBanner(Messages messages, Label title, List<Label> details) {
        this.title = title;
        this.details = details;
        fold = Icons.button(Feather.CHEVRON_DOWN, messages.get("banner.unfold"), () -> setUnfolded(!isUnfolded()));
        fold.setId("outcomeFold");
        ConfirmationFilter.markHarmless(fold);
        fold.getStyleClass().addAll("small-button", "banner-fold");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (!NodeTree.isOnButton(click.getTarget())) {
                if (isUnfolded() && isFocusWithin()) {
                    // A hidden button with the focus would unfold the banner again.
                    focusFold();
                }
                setUnfolded(!isUnfolded());
            }
        });
        unfolded.subscribe(open -> {
            fold.setGraphic(Icons.of(open ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
            fold.setAccessibleText(messages.get(open ? "banner.fold" : "banner.unfold"));
            fold.getTooltip().setText(fold.getAccessibleText());
            requestLayout();
        });
        link.setId("showProblems");
        NodeVisibility.set(link, false);
        setContent(icon, List.of());
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
        children.addAll(List.of(link, fold));
        getChildren().setAll(children);
    }

    /** Sets whether the line has no detail that would be cut off, because the title and the buttons say enough. */
    final void setDetailGivesWay(boolean givesWay) {
        detailGivesWay = givesWay;
    }

    /** Sets how many of the first buttons the line may have. The unfolded banner has the others below its details. */
    final void setButtonsInLine(int count) {
        buttonsInLine = count;
    }

    /** Sets how many of the first buttons are in the line even if they leave no room for the detail. */
    final void setButtonsBeforeDetail(int count) {
        buttonsBeforeDetail = count;
    }

    /** Sets the link to the other banner that has the same place. */
    final void linkTo(ObservableValue<String> text, Runnable action) {
        link.textProperty().bind(text);
        link.setOnAction(_ -> action.run());
    }

    /** Shows or hides the link to the other banner. */
    final void showLink(boolean visible) {
        NodeVisibility.set(link, visible);
        requestLayout();
    }

    /** Returns the title. */
    final ObservableValue<String> summaryProperty() {
        return title.textProperty();
    }

    /** Returns the buttons, the most likely first. */
    final List<Node> buttons() {
        return List.copyOf(buttons);
    }

    /** Moves the focus to the button that unfolds the banner. */
    final void focusFold() {
        fold.requestFocus();
    }

    /** Returns whether all details and buttons are shown. */
    final BooleanProperty unfoldedProperty() {
        return unfolded;
    }

    /** Returns the height of the folded banner. */
    private double lineHeight() {
        return title.getFont().getSize() * LINE;
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
     * Computes the arrangement for a width. The line is the same in the folded and the unfolded banner, so that no
     * button moves when the banner unfolds.
     *
     * @param place whether to place the children too
     * @return height of the banner
     */
    private double arrange(double width, boolean place) {
        double left = snappedLeftInset() + icon.prefWidth(-1) + ButtonRows.GAP;
        double right = width - snappedRightInset();
        double line = lineHeight();
        double end = right - fold.prefWidth(-1) - ButtonRows.GAP;
        List<Node> rest = new ArrayList<>(buttons);
        List<Node> beside = new ArrayList<>();
        if (isLinkBeside(end - left)) {
            end -= link.prefWidth(-1) + ButtonRows.GAP;
            if (place) {
                place(link, end + ButtonRows.GAP, 0, link.prefWidth(-1), line);
            }
        } else if (link.isManaged()) {
            rest.add(link);
        }
        beside.addAll(buttonsBeside(end - left));
        rest.removeAll(beside);
        double endOfText = end - roomOf(beside);
        double titleWidth = Math.clamp(title.prefWidth(-1), 0, Math.max(0, endOfText - left));
        double titleHeight = title.prefHeight(titleWidth);
        double head = Math.max(line, titleHeight + 2 * ButtonRows.ROW_GAP);
        if (place) {
            place(icon, snappedLeftInset(), 0, icon.prefWidth(-1), line);
            place(title, left, 0, titleWidth, head);
            place(fold, right - fold.prefWidth(-1), 0, fold.prefWidth(-1), line);
            placeRow(beside, endOfText + ButtonRows.GAP, line);
        }
        if (isUnfolded()) {
            return arrangeBelow(rest, left, right, below(beside, line, head, titleHeight), place);
        }
        if (place) {
            placeDetail(left + titleWidth + ButtonRows.GAP, endOfText, line);
            placeHidden(rest, left, right, head);
        }
        return head;
    }

    /** Returns whether the link has the end of the line, because the title and the first button fit beside it. */
    private boolean isLinkBeside(double room) {
        List<Node> first = buttons.subList(0, Math.min(1, buttonsInLine));
        return link.isManaged() && title.prefWidth(-1) + roomOf(first) + roomOf(List.of(link)) <= room;
    }

    /**
     * Returns the buttons that fit beside the title and the detail. The title has two lines before the last one goes.
     */
    private List<Node> buttonsBeside(double room) {
        Label detail = shownDetail();
        double whole = title.prefWidth(-1);
        double text = whole
                + (detailGivesWay || !detail.isManaged()
                        ? 0
                        : ButtonRows.GAP
                                + Math.min(detail.prefWidth(-1), title.getFont().getSize() * DETAIL));
        List<Node> fitting = ButtonRows.fitting(buttons.subList(0, buttonsInLine), room - text - ButtonRows.GAP);
        List<Node> needed = buttons.subList(0, Math.min(buttonsBeforeDetail, buttonsInLine));
        if (fitting.size() < needed.size() && whole + roomOf(needed) <= room) {
            fitting = needed;
        }
        double left = Math.min(whole, room - roomOf(fitting));
        boolean fits = left >= Math.min(whole, title.getFont().getSize() * TITLE)
                && title.prefHeight(left) + 2 * ButtonRows.ROW_GAP <= lineHeight();
        return fits ? fitting : List.of();
    }

    /** Returns the width of buttons with the gap before them. */
    private static double roomOf(List<? extends Node> buttons) {
        return ButtonRows.width(buttons) + ButtonRows.GAP;
    }

    /** Returns the detail of the folded banner. */
    private Label shownDetail() {
        return details.stream()
                .filter(Node::isManaged)
                .reduce((_, last) -> last)
                .orElseGet(details::getFirst);
    }

    /**
     * Returns where the details of the unfolded banner begin: below the text of the title and the buttons beside it.
     */
    private static double below(List<Node> beside, double line, double head, double titleHeight) {
        double buttonHeight = beside.stream()
                .mapToDouble(button -> button.prefHeight(-1))
                .max()
                .orElse(0);
        return Math.max((head + titleHeight) / 2, (line + buttonHeight) / 2) + ButtonRows.ROW_GAP;
    }

    private double arrangeBelow(List<Node> rest, double left, double right, double top, boolean place) {
        double y = top;
        for (Label detail : details) {
            if (detail.isManaged()) {
                double height = detail.prefHeight(right - left);
                if (place) {
                    place(detail, left, y, right - left, height);
                }
                y += height + ButtonRows.ROW_GAP;
            }
        }
        return ButtonRows.arrange(rest, left, right, y, place) + ButtonRows.ROW_GAP;
    }

    private void placeRow(List<Node> row, double left, double height) {
        double x = left;
        for (Node button : row) {
            place(button, x, 0, ButtonRows.width(button), height);
            x += ButtonRows.width(button) + ButtonRows.GAP;
        }
    }

    /** Places the detail beside the title if it says enough there. The clip hides the others below the line. */
    private void placeDetail(double left, double right, double line) {
        Label shown = shownDetail();
        double width = right - left;
        for (Label detail : details) {
            // Two lines fit into the banner's line. A longer text ends in dots.
            double height = Math.min(detail.prefHeight(width), lineHeight() - 2 * ButtonRows.ROW_GAP);
            double legible = detailGivesWay
                    ? detail.prefWidth(-1)
                    : Math.min(detail.prefWidth(-1), title.getFont().getSize() * DETAIL);
            boolean fits = detail == shown && width >= legible;
            place(detail, left, fits ? (line - height) / 2 : line, fits ? width : 0, height);
        }
    }

    /** Places buttons below the folded banner. The clip hides them until one of them gets the focus. */
    private void placeHidden(List<Node> hidden, double left, double right, double top) {
        ButtonRows.arrange(hidden, left, right, top, true);
        if (hidden.stream().anyMatch(Node::isFocused)) {
            // The focus must be visible. Runs later, because the size can't change during the layout.
            Platform.runLater(() -> setUnfolded(true));
        }
    }

    private void place(Node node, double x, double y, double width, double height) {
        layoutInArea(node, x, y, width, height, 0, HPos.LEFT, VPos.CENTER);
    }
}
