package app.forecourt.ui;

import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.CheckBoxSkin;
import javafx.scene.control.skin.LabelSkin;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * An option in the list: its box, and small beside it what else it is called. A key in the search changes most lines that
 * are seen, so a change of texts asks for as little as can be: the line has the list's width and height whatever stands
 * in it, and asks neither its cell nor the list for a layout; and its parts stay in it, where JavaFX's own take them out
 * and put them in anew with all their style.
 */
final class OptionLine extends Region {
    /** Pixels beside the line: padding, scroll bar. */
    static final double BESIDE = 28;
    /** Between the two, in heights of the text. */
    private static final double GAP = 0.6;
    /** Pixels: in fewer nothing is read but dots. */
    private static final double READABLE = 24;

    private final CheckBox box = new CheckBox() {
        /** That of a class without a name could not be written in a style sheet. */
        @Override
        public String getTypeSelector() {
            return CheckBox.class.getSimpleName();
        }

        @Override
        protected Skin<?> createDefaultSkin() {
            return new CheckBoxSkin(this) {
                @Override
                protected void updateChildren() {
                    // The text, then the box.
                    if (getChildren().size() < 2) {
                        super.updateChildren();
                    }
                }
            };
        }
    };
    /** Has what the option's own name leaves of the line. */
    private final Label called = new Label() {
        @Override
        protected Skin<?> createDefaultSkin() {
            return new LabelSkin(this) {
                @Override
                protected void updateChildren() {
                    if (getChildren().isEmpty()) {
                        super.updateChildren();
                    }
                }
            };
        }
    };

    private final Pane parts = new Pane(box, called) {
        @Override
        protected void layoutChildren() {
            double width = Math.min(snapSizeX(box.prefWidth(-1)), getWidth());
            double gap = snapSpaceX(box.getFont().getSize() * GAP);
            double rest = getWidth() - width - gap;
            box.resizeRelocate(0, 0, width, getHeight());
            called.setVisible(rest > READABLE);
            called.resizeRelocate(width + gap, 0, Math.max(0, rest), getHeight());
        }
    };

    OptionLine(ListView<?> list) {
        // Without a style of its own: else it and its parts have theirs put together anew with each id, which is another
        // for each option.
        box.getStyleClass().clear();
        box.setAlignment(Pos.CENTER_LEFT);
        box.setFocusTraversable(false);
        box.setMnemonicParsing(false);
        called.getStyleClass().add("option-called");
        parts.getStyleClass().add("option-line");
        // What they ask for ends here.
        parts.setManaged(false);
        getChildren().add(parts);
        prefWidthProperty().bind(list.widthProperty().subtract(BESIDE));
        prefHeightProperty().bind(list.fixedCellSizeProperty());
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** With the option's name. */
    CheckBox box() {
        return box;
    }

    void say(String name, String beside) {
        box.setText(name);
        called.setText(beside);
    }

    @Override
    protected void layoutChildren() {
        parts.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
