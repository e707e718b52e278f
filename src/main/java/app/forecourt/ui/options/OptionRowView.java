package app.forecourt.ui.options;

import app.forecourt.ui.options.OptionRows.Fold;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.PseudoClass;
import javafx.css.Styleable;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/**
 * An option or a heading in an option cell. An option has its check box and its alternative names in small text. A
 * heading has a chevron and its count. Each letter typed in the search field changes most visible rows, so a change
 * must be cheap. The check box is transparent and has no style, because its id changes with each option, and JavaFX
 * would compute its styles again. The visible box is a node below it.
 */
final class OptionRowView extends Region {
    /** Gap between the parts, as a multiple of the font size. */
    private static final double GAP = 0.6;
    /** Pixels. In less space only the ellipsis would be readable. */
    private static final double READABLE = 24;

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass HIGHLIGHTED = PseudoClass.getPseudoClass("highlighted");
    /** Degrees of the chevron of a folded group, which points to the right. */
    private static final double FOLDED = -90;

    private final CheckBox box = new CheckBox() {
        @Override
        protected Skin<?> createDefaultSkin() {
            return new SkinBase<>(this) {};
        }

        /** Returns the text, which otherwise the skin of a check box provides. */
        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.TEXT
                    ? getText()
                    : super.queryAccessibleAttribute(attribute, parameters);
        }

        @Override
        public List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
            return List.of();
        }
    };
    private final StackPane visibleBox = new StackPane();
    private final Region chevron = new Region();
    private final Text first = new Text();
    private final Text second = new Text();
    private String firstFull = "";
    private String secondFull = "";

    private final Pane parts = new Pane(visibleBox, chevron, first, second, box) {
        @Override
        protected void layoutChildren() {
            layOut(getWidth(), getHeight());
        }
    };

    OptionRowView() {
        Region mark = new Region();
        mark.getStyleClass().add("mark");
        visibleBox.getChildren().add(mark);
        visibleBox.getStyleClass().add("box");
        chevron.getStyleClass().add("fold-mark");
        box.getStyleClass().clear();
        box.setFocusTraversable(false);
        box.setMnemonicParsing(false);
        box.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                box.fire();
            }
        });
        box.selectedProperty().subscribe(selected -> pseudoClassStateChanged(SELECTED, selected));
        addText(first, "option-name");
        addText(second, "option-called");
        getStyleClass().add("option-line");
        // Layout requests of the parts stop here.
        parts.setManaged(false);
        getChildren().add(parts);
        // The cell places this view, so that no content asks the list for a layout.
        setManaged(false);
    }

    private void addText(Text text, String style) {
        text.getStyleClass().addAll("text", style);
        // Unmanaged, because its text is truncated during layout and would request another layout.
        text.setManaged(false);
        text.fontProperty().subscribe(parts::requestLayout);
    }

    /** Returns the check box. Its text is the option's name. */
    CheckBox checkBox() {
        return box;
    }

    void showOption(String name, String alternatives) {
        box.setText(name);
        show(true, name, alternatives);
    }

    void showHeading(String group, String count, Fold fold) {
        chevron.setRotate(fold == Fold.FOLDED ? FOLDED : 0);
        show(false, group, count);
        chevron.setVisible(fold != Fold.FIXED);
    }

    void setHighlighted(boolean highlighted) {
        pseudoClassStateChanged(HIGHLIGHTED, highlighted);
    }

    private void show(boolean isOption, String firstText, String secondText) {
        box.setVisible(isOption);
        visibleBox.setVisible(isOption);
        chevron.setVisible(!isOption);
        firstFull = firstText;
        secondFull = secondText;
        parts.requestLayout();
    }

    @Override
    protected void layoutChildren() {
        parts.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private void layOut(double width, double height) {
        double gap = snapSpaceX(first.getFont().getSize() * GAP);
        if (box.isVisible()) {
            double side = visibleBox.prefWidth(-1);
            visibleBox.resizeRelocate(0, snapPositionY((height - side) / 2), side, side);
            double left = side + gap;
            double end = left + fit(first, firstFull, width - left);
            put(first, left, height);
            // The whole row is a target, because it is highlighted as one.
            box.resizeRelocate(0, 0, width, height);
            double rest = width - end - gap;
            second.setVisible(rest > READABLE);
            if (second.isVisible()) {
                fit(second, secondFull, rest);
                put(second, end + gap, height);
            }
        } else {
            double side = chevron.prefWidth(-1);
            double high = chevron.prefHeight(-1);
            chevron.resizeRelocate(0, snapPositionY((height - high) / 2), side, high);
            double left = chevron.isVisible() ? side + gap : 0;
            double counts = fit(second, secondFull, width);
            second.setVisible(true);
            double end = left + fit(first, firstFull, width - left - gap - counts);
            put(first, left, height);
            put(second, end + gap, height);
        }
    }

    /** Places a text on the baseline of the first text, although its font may be smaller. */
    private void put(Text text, double left, double height) {
        Bounds bounds = first.getLayoutBounds();
        text.setLayoutX(snapPositionX(left));
        text.setLayoutY(snapPositionY((height - bounds.getHeight()) / 2 - bounds.getMinY()));
    }

    /** Truncates a text to the available width and returns its actual width, both in pixels. */
    private static double fit(Text text, String content, double maxWidth) {
        text.setText(content);
        if (text.getLayoutBounds().getWidth() > maxWidth) {
            // The ellipsis is about as wide as the font size. In a right-to-left text the last letters are at this
            // point, so the loop shortens the text further.
            int letters = text.hitTest(new Point2D(maxWidth - text.getFont().getSize(), 0))
                    .getCharIndex();
            do {
                text.setText(content.substring(0, Math.max(0, letters)).stripTrailing() + "…");
                letters = letters * 7 / 8;
            } while (letters > 0 && text.getLayoutBounds().getWidth() > maxWidth);
        }
        return Math.ceil(text.getLayoutBounds().getWidth());
    }
}
