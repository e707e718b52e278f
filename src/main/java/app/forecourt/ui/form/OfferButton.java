package app.forecourt.ui.form;

import app.forecourt.ui.input.TextWidth;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import org.controlsfx.control.textfield.CustomTextField;

/** An outlined button that puts an offered value into a field. */
final class OfferButton extends Button {
    /** Pixels around a button inside a control. */
    private static final double INSIDE_GAP = 3;
    /** Least number of pixels between what is typed and a button inside the control. */
    private static final double TYPED_GAP = 12;

    private final String whole;
    private final String brief;

    /**
     * Creates the button.
     *
     * @param brief text for a place that is too narrow for the other one
     * @param spoken name of the button for screen readers
     */
    OfferButton(String text, String brief, String spoken, Runnable accept) {
        super(text);
        this.whole = text;
        this.brief = brief;
        setAccessibleText(spoken);
        getStyleClass().add("offer");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> accept.run());
    }

    /**
     * Shows the whole text if there is room for it, else the short one.
     *
     * @param room width that the text beside the button leaves
     * @param width most width of the button. A text that is still too long ends in dots.
     */
    void fit(double room, double width) {
        setText(widthWith(whole) <= room ? whole : brief);
        setMaxWidth(width);
        setMinWidth(Math.min(prefWidth(-1), width));
    }

    /** Places the button at the right end of a control, beside what is typed there. */
    void placeInside(Control control) {
        double chevron = control instanceof CustomTextField list && list.getRight() != null
                ? list.getRight().getLayoutBounds().getWidth()
                : 0;
        double right = control.getLayoutX() + control.getWidth() - chevron - INSIDE_GAP;
        double room = right - control.getLayoutX() - INSIDE_GAP;
        double free = control instanceof TextInputControl input
                        && !input.getText().isEmpty()
                ? room - input.getInsets().getLeft() - TextWidth.of(input.getText(), input.getFont()) - TYPED_GAP
                : room;
        fit(free, room);
        double width = Math.min(prefWidth(-1), room);
        double height = Math.max(minHeight(-1), prefHeight(-1));
        resizeRelocate(right - width, control.getLayoutY() + (control.getHeight() - height) / 2, width, height);
    }

    double briefWidth() {
        return widthWith(brief);
    }

    private double widthWith(String text) {
        return prefWidth(-1) + TextWidth.of(text, getFont()) - TextWidth.of(getText(), getFont());
    }
}
