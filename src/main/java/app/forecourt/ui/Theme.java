package app.forecourt.ui;

import app.forecourt.profile.Preferences;
import app.forecourt.profile.Setting;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Light or dark, as set or as the system has it, also when the system changes its mind. */
public final class Theme {
    /** Our own style on top of AtlantaFX's. */
    static final String STYLE_SHEET = Objects.requireNonNull(Theme.class.getResource("forecourt.css"))
            .toExternalForm();

    private final Preferences preferences;
    private String applied = "";

    /** The theme that the preferences ask for. */
    public Theme(Preferences preferences) {
        this.preferences = preferences;
        Platform.getPreferences().colorSchemeProperty().subscribe(any -> apply());
    }

    /** Puts our style on a scene. */
    public static void dress(Scene scene) {
        scene.getStylesheets().add(STYLE_SHEET);
    }

    /** Takes up a changed setting. */
    public void apply() {
        boolean dark = switch (preferences.get(Setting.THEME)) {
            case "dark" -> true;
            case "light" -> false;
            default -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        String sheet = dark ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet();
        if (!sheet.equals(applied)) {
            applied = sheet;
            Application.setUserAgentStylesheet(sheet);
        }
    }
}
