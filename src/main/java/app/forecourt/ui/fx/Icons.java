package app.forecourt.ui.fx;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A factory of icons of one family, alone and on buttons. The style sheet sets their colour and size. */
public final class Icons {
    private Icons() {}

    /** Creates an icon with additional style classes. */
    public static FontIcon of(Feather icon, String... styleClasses) {
        FontIcon node = FontIcon.of(icon);
        node.getStyleClass().addAll(styleClasses);
        return node;
    }

    /**
     * Creates a button with an icon instead of a text. Its label is shown as tooltip and read by screen readers.
     *
     * @param label action in one or two words
     */
    public static Button button(Feather icon, String label, Runnable action) {
        Button button = new Button(null, of(icon));
        button.setAccessibleText(label);
        button.setTooltip(new Tooltip(label));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /**
     * Creates the icon of an order: an arrow beside lines that become shorter downwards, or longer. The family has
     * none.
     *
     * @param isAscending whether the lowest value is at the top
     */
    public static SVGPath sort(boolean isAscending) {
        SVGPath icon = new SVGPath();
        icon.setContent(
                isAscending
                        ? "M4 13V2.5M1.3 5.2 4 2.5 6.7 5.2M9 3.2H11.5M9 7.7H13.5M9 12.2H15.5"
                        : "M4 2.5V13M1.3 10.3 4 13 6.7 10.3M9 3.2H15.5M9 7.7H13.5M9 12.2H11.5");
        icon.getStyleClass().add("drawn-icon");
        return icon;
    }

    /** Creates the icon of an error or a warning. */
    public static FontIcon ofProblem(boolean error) {
        return of(error ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE);
    }
}
