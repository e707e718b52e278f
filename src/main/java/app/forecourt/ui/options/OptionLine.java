package app.forecourt.ui.options;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.PseudoClass;
import javafx.css.Styleable;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/**
 * What stands in a line of the option list: an option with its box, and small beside it what else it is called; or a
 * heading, and at the right how many there are. A key in the search changes most lines that are seen, so a change asks for
 * as little as can be: the line has the list's width and height whatever stands in it, and asks neither its cell nor the
 * list for a layout. And its check box has nothing in it and no style, what is seen of it lies beneath it: it has another id
 * for each option, with which all style would be put together anew.
 */
final class OptionLine extends Region {
    /** Pixels beside the line: padding, scroll bar. */
    private static final double BESIDE = 28;
    /** Between what stands in it, in heights of the text. */
    private static final double GAP = 0.6;
    /** Pixels: in fewer nothing is read but dots. */
    private static final double READABLE = 24;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final CheckBox box = new CheckBox() {
        @Override
        protected Skin<?> createDefaultSkin() {
            return new SkinBase<>(this) {
            };
        }

        /** Else the skin of a check box would tell. */
        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.TEXT ? getText()
                    : super.queryAccessibleAttribute(attribute, parameters);
        }

        @Override
        public List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
            return List.of();
        }
    };
    private final StackPane seen = new StackPane();
    private final Text first = new Text();
    private final Text second = new Text();
    private String firstWhole = "";
    private String secondWhole = "";

    private final Pane parts = new Pane(seen, first, second, box) {
        @Override
        protected void layoutChildren() {
            place(getWidth(), getHeight());
        }
    };

    OptionLine(ListView<?> list) {
        Region mark = new Region();
        mark.getStyleClass().add("mark");
        seen.getChildren().add(mark);
        seen.getStyleClass().add("box");
        box.getStyleClass().clear();
        box.setFocusTraversable(false);
        box.setMnemonicParsing(false);
        box.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                box.fire();
            }
        });
        box.selectedProperty().subscribe(selected -> pseudoClassStateChanged(SELECTED, selected));
        has(first, "option-name");
        has(second, "option-called");
        getStyleClass().add("option-line");
        // What they ask for ends here.
        parts.setManaged(false);
        getChildren().add(parts);
        prefWidthProperty().bind(list.widthProperty().subtract(BESIDE));
        prefHeightProperty().bind(list.fixedCellSizeProperty());
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    private void has(Text text, String style) {
        text.getStyleClass().addAll("text", style);
        // It is made to fit while all is laid out, which would have that done once more.
        text.setManaged(false);
        text.fontProperty().subscribe(parts::requestLayout);
    }

    /** With the option's name. */
    CheckBox box() {
        return box;
    }

    void option(String name, String beside) {
        box.setText(name);
        say(true, name, beside);
    }

    void heading(String group, String count) {
        say(false, group, count);
    }

    /** All of it. */
    String said() {
        return firstWhole + " " + secondWhole;
    }

    private void say(boolean isOption, String one, String other) {
        box.setVisible(isOption);
        seen.setVisible(isOption);
        firstWhole = one;
        secondWhole = other;
        parts.requestLayout();
    }

    @Override
    protected void layoutChildren() {
        parts.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private void place(double width, double height) {
        double gap = snapSpaceX(first.getFont().getSize() * GAP);
        if (box.isVisible()) {
            double side = seen.prefWidth(-1);
            seen.resizeRelocate(0, snapPositionY((height - side) / 2), side, side);
            double left = side + gap;
            double end = left + fit(first, firstWhole, width - left);
            put(first, left, height);
            box.resizeRelocate(0, 0, end, height);
            double rest = width - end - gap;
            second.setVisible(rest > READABLE);
            if (second.isVisible()) {
                fit(second, secondWhole, rest);
                put(second, end + gap, height);
            }
        } else {
            double counts = fit(second, secondWhole, width);
            second.setVisible(true);
            fit(first, firstWhole, width - counts - gap);
            put(first, 0, height);
            put(second, width - counts, height);
        }
    }

    /** On one line with the other, though it may be smaller. */
    private void put(Text text, double left, double height) {
        Bounds high = first.getLayoutBounds();
        text.setLayoutX(snapPositionX(left));
        text.setLayoutY(snapPositionY((height - high.getHeight()) / 2 - high.getMinY()));
    }

    /** As much of a text as there is room for; its width. */
    private static double fit(Text text, String whole, double room) {
        text.setText(whole);
        if (text.getLayoutBounds().getWidth() > room) {
            // The dots are about as wide as the letters are high. What is written from right to left has its last
            // letters there.
            int letters = text.hitTest(new Point2D(room - text.getFont().getSize(), 0)).getCharIndex();
            do {
                text.setText(whole.substring(0, letters).stripTrailing() + "…");
                letters = letters * 3 / 4;
            } while (letters > 0 && text.getLayoutBounds().getWidth() > room);
        }
        return Math.ceil(text.getLayoutBounds().getWidth());
    }
}
