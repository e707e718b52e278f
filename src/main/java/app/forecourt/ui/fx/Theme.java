package app.forecourt.ui.fx;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Subscription;

/** The light or dark theme, by the setting or by the system. Follows changes of the system. Also sets the text size. */
public final class Theme implements AutoCloseable {
    /** The program's style sheet, which extends the one of AtlantaFX. */
    public static final String STYLE_SHEET = address("forecourt.css");
    /** AtlantaFX's themes without the controls that the program lacks; written by packaging/build/StyleSheets.java. */
    private static final String LIGHT = "primer-light.css";

    private static final String DARK = "primer-dark.css";

    /** Rule of the style sheet that sets the size of an icon: its selectors and the size. */
    private static final Pattern ICON_SIZE = Pattern.compile("([^{}/]+)\\{[^{}]*-fx-icon-size: (\\d+)px;[^{}]*}");
    /** Beginning of the address of a style sheet that is its content. */
    private static final String DATA = "data:text/css;base64,";

    /** The theme is dark. Its colours are not the opposite of the light ones everywhere. */
    private static final PseudoClass DARK_COLOURS = PseudoClass.getPseudoClass("dark");
    /** The window system can't show rounded corners and shadows of popups. */
    private static final PseudoClass OPAQUE = PseudoClass.getPseudoClass("opaque");

    /** The text sizes to choose from, in percent of the standard size. */
    public static final List<String> TEXT_SIZES = List.of("90", "100", "115", "130", "150");
    /** Pixels. All other sizes in the style sheet are multiples of this one. */
    private static final double STANDARD_SIZE = 14;

    private final ListChangeListener<Window> windowListener;
    private final Subscription systemColours;

    /** Creates and applies the theme of the preferences. */
    public Theme(Preferences preferences) {
        systemColours = Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply(preferences));
        // Dialogs, menus and tooltips are windows of their own, which are known only when they are shown.
        windowListener = change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(window -> applyTo(window, preferences));
            }
        };
        Window.getWindows().addListener(windowListener);
    }

    /** Returns the address of a style sheet beside this class. */
    private static String address(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }

    /** Leaves all windows and the system's colours alone from now on. */
    @Override
    public void close() {
        systemColours.unsubscribe();
        Window.getWindows().removeListener(windowListener);
    }

    /** Returns the text size of a window as a multiple of the standard size. */
    public static double scale(Scene scene) {
        return scene.getRoot().getProperties().get(Theme.class) instanceof Double scale ? scale : 1;
    }

    private static void applyTo(Window window, Preferences preferences) {
        if (window.getScene() == null || window.getScene().getRoot() == null) {
            return;
        }
        Parent root = window.getScene().getRoot();
        root.pseudoClassStateChanged(DARK_COLOURS, address(DARK).equals(Application.getUserAgentStylesheet()));
        root.pseudoClassStateChanged(OPAQUE, !Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW));
        String percent = preferences.get(Setting.TEXT_SIZE);
        boolean standard = percent.equals(Setting.TEXT_SIZE.defaultValue()) || !TEXT_SIZES.contains(percent);
        double scale = standard ? 1 : Integer.parseInt(percent) / 100.0;
        // Set the scale before the style, because listeners of the style read the scale.
        root.getProperties().put(Theme.class, scale);
        setIconSizes(window.getScene().getStylesheets(), scale);
        root.setStyle(standard ? "" : String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", STANDARD_SIZE * scale));
    }

    /**
     * Makes the icons grow with the text: adds the icon sizes of the program's style sheet in another scale. The style
     * sheet itself has pixels, because an icon is a text: an em would refer to the icon's own size.
     */
    private static void setIconSizes(List<String> sheets, double scale) {
        sheets.removeIf(sheet -> sheet.startsWith(DATA));
        if (scale == 1 || !sheets.contains(STYLE_SHEET)) {
            return;
        }
        try (InputStream file = Objects.requireNonNull(Theme.class.getResourceAsStream("forecourt.css"))) {
            String rules = ICON_SIZE
                    .matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(rule -> "%s { -fx-icon-size: %spx; }"
                            .formatted(rule.group(1).strip(), Math.round(Integer.parseInt(rule.group(2)) * scale)))
                    .collect(Collectors.joining("\n"));
            sheets.add(DATA + Base64.getEncoder().encodeToString(rules.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the program's style sheet to a scene. */
    public static void addStyleSheet(Scene scene) {
        scene.getStylesheets().add(STYLE_SHEET);
    }

    /** Applies the settings for theme and text size to all windows. */
    public static void apply(Preferences preferences) {
        boolean dark = switch (preferences.get(Setting.THEME)) {
            case "dark" -> true;
            case "light" -> false;
            default -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        String sheet = address(dark ? DARK : LIGHT);
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
        Window.getWindows().forEach(window -> applyTo(window, preferences));
    }
}
