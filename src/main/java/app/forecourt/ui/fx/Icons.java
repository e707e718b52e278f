package app.forecourt.ui.fx;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A factory of icons of one family. The style sheet sets their colour and size. */
public final class Icons {
    private Icons() {}

    /** Creates an icon with additional style classes. */
    public static FontIcon of(Feather icon, String... styleClasses) {
        FontIcon node = FontIcon.of(icon);
        node.getStyleClass().addAll(styleClasses);
        return node;
    }

    /** Creates the icon of an error or a warning. */
    public static FontIcon ofProblem(boolean error) {
        return of(error ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE);
    }
}
