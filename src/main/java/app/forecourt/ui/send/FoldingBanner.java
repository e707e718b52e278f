package app.forecourt.ui.send;

import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.NodeTree;
import app.forecourt.ui.fx.NodeVisibility;
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
    private static final double TITLE = 14;

    private final Label title;
    private final List<Label> details;
    private final List<Node> buttons = new ArrayList<>();
    private final Button fold;
    /** Link to the other banner that has the same place. */
    private final Hyperlink link = new Hyperlink();
    private final BooleanProperty unfolded = new SimpleBooleanProperty();
    private Node icon = new Region();
    private boolean detailGivesWay;
    /** Whether the last detail has a line of its own below the title of the folded banner. */
    private boolean detailStays;
    private int alwaysVisible;

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
            if (!NodeTree.isOnButton(click.getTarget())) {
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

    /** Sets whether the last detail is visible as a whole in the folded banner too, below its title. */
    final void setDetailStays(boolean stays) {
        detailStays = stays;
    }

    /**
     * Sets how many of the first buttons are visible in the folded banner too. If they do not fit beside the title, they
     * get a second line.
     */
    final void setAlwaysVisible(int count) {
        alwaysVisible = count;
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
     * Computes the arrangement for a width. The link has the end of the first line only if the whole title and the
     * buttons that are always visible fit beside it. Else it is the last button.
     *
     * @param place whether to place the children too
     * @return height of the banner
     */
    private double arrange(double width, boolean place) {
        double left = snappedLeftInset() + icon.prefWidth(-1) + ButtonRows.GAP;
        double right = width - snappedRightInset();
        double end = right - fold.prefWidth(-1) - ButtonRows.GAP;
        double needed = ButtonRows.width(needed()) + ButtonRows.GAP;
        double whole = title.prefWidth(-1);
        List<Node> candidates = new ArrayList<>(buttons);
        if (link.isManaged()) {
            double linkWidth = link.prefWidth(-1) + ButtonRows.GAP;
            if (whole + needed + linkWidth <= end - left) {
                end -= linkWidth;
            } else {
                candidates.add(link);
            }
        }
        double line = title.getFont().getSize() * LINE;
        double beside = Math.min(whole, end - left - needed);
        boolean fits = beside >= Math.min(whole, title.getFont().getSize() * TITLE)
                && title.prefHeight(beside) + 2 * ButtonRows.ROW_GAP <= line;
        double titleWidth = fits ? beside : Math.clamp(whole, 0, Math.max(0, end - left));
        double titleHeight = title.prefHeight(titleWidth);
        double head = Math.max(line, titleHeight + 2 * ButtonRows.ROW_GAP);
        if (place) {
            place(icon, snappedLeftInset(), 0, icon.prefWidth(-1), head);
            place(title, left, 0, titleWidth, head);
            place(fold, right - fold.prefWidth(-1), 0, fold.prefWidth(-1), head);
            if (link.isManaged() && !candidates.contains(link)) {
                place(link, end + ButtonRows.GAP, 0, link.prefWidth(-1), head);
            }
        }
        double afterTitle = left + titleWidth + ButtonRows.GAP;
        if (!isUnfolded() && fits) {
            double bottom = arrangeDetail(left, right, head - ButtonRows.ROW_GAP, head, place);
            if (place) {
                placeLine(candidates, afterTitle, end, head, bottom);
            }
            return bottom;
        }
        // The second line begins below the text of the title, not below its line.
        double below = head - (head - titleHeight) / 2 + ButtonRows.ROW_GAP;
        return isUnfolded() ? arrangeUnfolded(candidates, left, right, below, place)
                : arrangeTwoLines(candidates, left, afterTitle, end, right, head, below, place);
    }

    /** Returns the buttons that are visible in the folded banner whatever its width. */
    private List<Node> needed() {
        return isUnfolded() ? List.of() : buttons.subList(0, Math.min(alwaysVisible, buttons.size()));
    }

    /**
     * Arranges the detail that is always visible below the title and the buttons beside it.
     *
     * @param none lower end if there is no such detail
     * @return lower end of the detail with the gap below it
     */
    private double arrangeDetail(double left, double right, double top, double none, boolean place) {
        if (!detailStays) {
            return none;
        }
        Label detail = shownDetail();
        double height = detail.prefHeight(right - left);
        if (place) {
            place(detail, left, top, right - left, height);
        }
        return top + height + ButtonRows.ROW_GAP;
    }

    /** Returns the detail of the folded banner. */
    private Label shownDetail() {
        return details.stream().filter(Node::isManaged).reduce((_, last) -> last)
                .orElseGet(details::getFirst);
    }

    private double arrangeUnfolded(List<Node> candidates, double left, double right, double top,
            boolean place) {
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
        return ButtonRows.arrange(candidates, left, right, y, place) + ButtonRows.ROW_GAP;
    }

    /**
     * Arranges the folded banner with a second line of buttons. The first of them are beside the title if the second
     * line is too short for those that must be visible.
     *
     * @return height of the banner
     */
    private double arrangeTwoLines(List<Node> candidates, double left, double afterTitle, double end,
            double right, double line, double top, boolean place) {
        int beside = 0;
        while (beside + ButtonRows.fitting(candidates.subList(beside, candidates.size()), right - left)
                .size() < needed().size()
                && ButtonRows.width(candidates.subList(0, beside + 1)) <= end - afterTitle) {
            beside++;
        }
        List<Node> rest = candidates.subList(beside, candidates.size());
        List<Node> below = ButtonRows.fitting(rest, right - left);
        double belowFirst = beside == 0 ? top
                : Math.max(top, (line + candidates.getFirst().prefHeight(-1)) / 2 + ButtonRows.ROW_GAP);
        double second = arrangeDetail(left, right, belowFirst, belowFirst, place);
        double height = ButtonRows.arrange(below, left, right, second, place) + ButtonRows.ROW_GAP;
        if (place) {
            placeLine(candidates.subList(0, beside), afterTitle, end, line, height);
            placeHidden(rest.subList(below.size(), rest.size()), left, right, height);
        }
        return height;
    }

    /**
     * Places the detail and as many buttons as fit beside the title.
     *
     * @param bottom height of the banner; what does not fit is placed below, where the clip hides it
     */
    private void placeLine(List<Node> candidates, double left, double right, double height, double bottom) {
        Label shown = shownDetail();
        double least = title.getFont().getSize() * (detailGivesWay || detailStays ? 0 : DETAIL);
        double room = right - left - Math.min(shown.prefWidth(-1) + ButtonRows.GAP, least);
        List<Node> shownButtons = ButtonRows.fitting(candidates, room);
        double taken = ButtonRows.width(shownButtons) + ButtonRows.GAP;
        double x = right - taken + ButtonRows.GAP;
        for (Node button : shownButtons) {
            place(button, x, 0, ButtonRows.width(button), height);
            x += ButtonRows.width(button) + ButtonRows.GAP;
        }
        List<Label> inLine = details.stream().filter(detail -> !detailStays || detail != shown).toList();
        for (Label detail : inLine) {
            // One line high, so that the text ends in dots.
            double lineHeight = detail.getFont().getSize() * 1.5;
            double width = right - taken - left;
            double legible = detailGivesWay ? detail.prefWidth(-1)
                    : Math.min(detail.prefWidth(-1), title.getFont().getSize() * DETAIL);
            boolean fits = detail == shown && width > legible;
            place(detail, left, fits ? (height - lineHeight) / 2 : bottom, fits ? width : 0, lineHeight);
        }
        placeHidden(candidates.subList(shownButtons.size(), candidates.size()), left, right, bottom);
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
