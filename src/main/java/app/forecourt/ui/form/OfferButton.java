package app.forecourt.ui.form;

import app.forecourt.ui.fx.LazyTooltip;
import javafx.scene.control.Button;

/** An outlined button that puts an offered value into a field. */
final class OfferButton extends Button {
    /** Sign of the key that presses the button from its field. */
    private static final String ENTER = "↵";
    private static final String DOTS = "…";
    /** Characters of a value in the tooltip, which must fit the screen. */
    private static final int LONGEST = 1_500;

    private final String whole;
    private final String brief;
    /** Text for a place that has room for no other. */
    private final String mark;

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
        this.mark = text.isEmpty() || brief.contains(ENTER) ? ENTER : DOTS;
        setAccessibleText(spoken);
        getStyleClass().add("offer");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> accept.run());
    }

    /**
     * Shows the whole text, or the short one if the button is wider than a place. A text that is still too long ends in
     * dots. Shows only the sign of its key if the button would cover what is typed.
     *
     * @param free width beside what is typed
     */
    void fit(double width, double free) {
        String text = widthWith(whole) <= width ? whole : brief;
        setText(widthWith(text) <= free ? text : mark);
        setMaxWidth(width);
        setMinWidth(Math.min(prefWidth(-1), width));
    }

    /**
     * Shows the whole text if there is room for it. Otherwise shows the short text. If the place is too narrow for that
     * too, shows the sign of the key, or dots if Enter presses another button.
     *
     * @param room width that the text beside the button leaves
     * @param width most width of the short text, which may cut the text beside it
     */
    void shorten(double room, double width) {
        setMaxWidth(USE_COMPUTED_SIZE);
        setMinWidth(USE_PREF_SIZE);
        setText(widthWith(whole) <= room ? whole : briefWidth() <= width ? brief : mark);
    }

    /** Gives the button the whole value as a tooltip and for screen readers, if it shows only a part. */
    void showWhole(String value, String shown) {
        if (!value.equals(shown)) {
            String text = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
            setAccessibleHelp(text);
            LazyTooltip.install(this, () -> text);
        }
    }

    double briefWidth() {
        return widthWith(brief);
    }

    private double widthWith(String text) {
        return prefWidth(-1) + TextWidth.of(text, getFont()) - TextWidth.of(getText(), getFont());
    }
}
