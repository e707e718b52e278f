package app.forecourt.ui.fx;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;

/** Light or dark, as set or as the system has it, also when the system changes its mind. */
public final class Theme {
    /** Our own style on top of AtlantaFX's. */
    public static final String STYLE_SHEET = Objects.requireNonNull(Theme.class.getResource("forecourt.css"))
            .toExternalForm();

    /** How large text can be, in percent of the usual. */
    public static final List<String> TEXT_SIZES = List.of("90", "100", "115", "130", "150");
    /** Pixels; the style sheet has all other sizes as multiples of it. */
    private static final double USUAL_SIZE = 14;

    private final Preferences preferences;
    private String applied = "";

    /** The theme that the preferences ask for. */
    public Theme(Preferences preferences) {
        this.preferences = preferences;
        Platform.getPreferences().colorSchemeProperty().subscribe(any -> apply());
        // Dialogs, menus and tooltips are windows of their own, and are known only when they show.
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::size);
            }
        });
    }

    /** How large a window's text is, as a multiple of the usual. */
    public static double scale(Scene scene) {
        return scene.getRoot().getProperties().get(Theme.class) instanceof Double scale ? scale : 1;
    }

    private void size(Window window) {
        if (window.getScene() == null || window.getScene().getRoot() == null) {
            return;
        }
        String percent = preferences.get(Setting.TEXT_SIZE);
        boolean usual = percent.equals(Setting.TEXT_SIZE.standard()) || !TEXT_SIZES.contains(percent);
        double scale = usual ? 1 : Integer.parseInt(percent) / 100.0;
        Parent root = window.getScene().getRoot();
        // Before the style: who waits for another style asks for it.
        root.getProperties().put(Theme.class, scale);
        root.setStyle(usual ? "" : String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", USUAL_SIZE * scale));
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
        Window.getWindows().forEach(this::size);
    }
}
