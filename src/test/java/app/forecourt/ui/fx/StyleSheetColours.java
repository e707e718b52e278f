package app.forecourt.ui.fx;

import atlantafx.base.theme.Theme;
import com.sun.javafx.util.Utils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/**
 * The colours of a theme and the program's style sheet, read from their text. Looked-up names, {@code derive} and alpha
 * are resolved as in JavaFX.
 */
public final class StyleSheetColours {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern DERIVE = Pattern.compile("derive\\((.+),\\s*(-?[0-9.]+)%\\)");
    /** A comma outside of brackets. */
    private static final String COMMA = ",(?![^(]*\\))";

    private static final String BACKGROUND = "-fx-background-color";

    private final Map<String, Map<String, String>> rules = new HashMap<>();
    /** Selectors that declare the names of the theme, the one that counts last. */
    private final List<String> roots;

    /** Reads a theme and the program's style sheet. */
    StyleSheetColours(Theme theme) {
        read(Objects.requireNonNull(getClass().getResource(theme.getUserAgentStylesheet()))
                .toExternalForm());
        read(app.forecourt.ui.fx.Theme.STYLE_SHEET);
        roots = theme.isDarkMode() ? List.of(".root", ".root:dark") : List.of(".root");
    }

    private void read(String sheet) {
        String css;
        try (var in = URI.create(sheet).toURL().openStream()) {
            css = COMMENT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Matcher rule = RULE.matcher(css);
        while (rule.find()) {
            for (String selector : rule.group(1).split(",")) {
                Map<String, String> declared =
                        rules.computeIfAbsent(selector.strip().replaceAll("\\s+", " "), _ -> new HashMap<>());
                for (String declaration : rule.group(2).split(";")) {
                    String[] parts = declaration.split(":", 2);
                    if (parts.length == 2) {
                        declared.put(parts[0].strip(), parts[1].strip());
                    }
                }
            }
        }
    }

    /** Returns a declared value. A missing declaration is an error of the test. */
    String declared(String selector, String property) {
        return Objects.requireNonNull(
                Objects.requireNonNull(rules.get(selector), selector).get(property),
                () -> selector + " has no " + property);
    }

    /**
     * Returns the colour for a value in the style sheet.
     *
     * @param within selectors that declare looked-up names, the outermost first
     */
    Color of(String text, List<String> within) {
        Matcher derive = DERIVE.matcher(text);
        if (derive.matches()) {
            return Utils.deriveColor(of(derive.group(1).strip(), within), Double.parseDouble(derive.group(2)) / 100);
        }
        if (!text.startsWith("-")) {
            return Color.web(text);
        }
        var scope = new ArrayList<>(roots);
        scope.addAll(within);
        return scope.reversed().stream()
                .map(rules::get)
                .filter(Objects::nonNull)
                .map(rule -> rule.get(text))
                .filter(Objects::nonNull)
                .findFirst()
                .map(found -> of(found, within))
                .orElseThrow(() -> new IllegalArgumentException(text + " is no colour of the theme"));
    }

    /** Returns the combined background of selectors on white. The outermost selector comes first. */
    Color behind(List<String> selectors, List<String> within) {
        Color seen = Color.WHITE;
        for (String selector : selectors) {
            for (String layer : layers(selector)) {
                seen = blend(of(layer, within), seen);
            }
        }
        return seen;
    }

    /** Returns the layers of a background. In a text field the first layer is the border. */
    List<String> layers(String selector) {
        return List.of(declared(selector, BACKGROUND).split(COMMA)).stream()
                .map(String::strip)
                .toList();
    }

    static Color blend(Color top, Color below) {
        double alpha = top.getOpacity();
        return Color.color(
                top.getRed() * alpha + below.getRed() * (1 - alpha),
                top.getGreen() * alpha + below.getGreen() * (1 - alpha),
                top.getBlue() * alpha + below.getBlue() * (1 - alpha));
    }

    /** Returns the contrast of two colours by WCAG 2.2, from 1 to 21. */
    public static double contrast(Color top, Color below) {
        double one = luminance(blend(top, below));
        double other = luminance(below);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    /** Returns the light of a channel, which the monitor encodes by sRGB. */
    static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
