package app.forecourt.ui.fx;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icons, all of one family; their colour and size come from the style sheet. */
public final class Icons {
    private Icons() {}

    public static FontIcon of(Feather icon, String... styleClasses) {
        FontIcon node = FontIcon.of(icon);
        node.getStyleClass().addAll(styleClasses);
        return node;
    }

    /** The sign of something wrong, or of something worth a look. */
    public static FontIcon ofProblem(boolean error) {
        return of(error ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE);
    }
}
