package app.forecourt.ui.fx;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.settings.Profile;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contrast of text, borders, focus and icons in both themes, and the distance between the colours of the profiles.
 * WCAG 2.2 AA requires 4.5:1 for text and 3:1 for the others. All ratios are written to {@code target/contrast.md}, the
 * smallest first, after the distances.
 */
@Tag("report")
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;
    private static final String FILL = "-fx-text-fill";
    private static final String ICON = "-fx-icon-color";
    private static final String EDGE = "-fx-border-color";
    /** Least distance of two profiles' colours (ΔE of 1976). Two colours of 5 look alike side by side only. */
    private static final double APART = 35;

    private static final List<Ratio> ALL = new ArrayList<>();
    private static final List<String> DISTANCES = new ArrayList<>();
    private static final Map<String, StyleSheetColours> COLOURS = new HashMap<>();

    private final List<Ratio> found = new ArrayList<>();

    private record Ratio(String theme, String what, double least, double ratio) {
        boolean isEnough() {
            return ratio >= least;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "| %.2f | %.1f | %s | %s |", ratio, least, theme, what);
        }
    }

    /** Measures contrast in one theme, with the colour names that some selectors declare. */
    private final class Gauge {
        private final String theme;
        private final StyleSheetColours colours;
        private final List<String> within;

        Gauge(Theme theme, String... within) {
            this.theme = theme.isDarkMode() ? "dark" : "light";
            this.colours = COLOURS.computeIfAbsent(this.theme, _ -> new StyleSheetColours(theme));
            this.within = List.of(within);
        }

        void text(String selector, String... behind) {
            declared(TEXT, selector, FILL, behind);
        }

        void icon(String selector, String... behind) {
            declared(SHAPE, selector, ICON, behind);
        }

        void edge(String selector, String... behind) {
            declared(SHAPE, selector, EDGE, behind);
        }

        /** Measures the outermost layer of a background against the background behind it. */
        void outline(String selector, String... behind) {
            add(SHAPE, selector, "its outline", colours.layers(selector).getFirst(), behind);
        }

        /** Measures the innermost layer of a background. */
        void shape(String selector, String... behind) {
            add(SHAPE, selector, "its shape", colours.layers(selector).getLast(), behind);
        }

        /** Measures selected text, and its background against that of the field. */
        void selection() {
            add(SHAPE, ".text-input", "its selection", "-color-input-bg-highlight", ".text-input");
            Color below = StyleSheetColours.blend(
                    colours.of("-color-input-bg-highlight", within), colours.behind(List.of(".text-input"), within));
            found.add(new Ratio(
                    theme,
                    "selected text in `.text-input`",
                    TEXT,
                    StyleSheetColours.contrast(colours.of("-color-input-fg-highlight", within), below)));
        }

        void declared(double least, String selector, String property, String... behind) {
            add(least, selector, property, colours.declared(selector, property), behind);
        }

        void add(double least, String selector, String property, String colour, String... behind) {
            Color below = colours.behind(List.of(behind), within);
            found.add(new Ratio(
                    theme,
                    "`" + selector + "` " + property + " on `"
                            + String.join("` on `", List.of(behind).reversed()) + "`"
                            + (within.isEmpty() ? "" : " in " + within),
                    least,
                    StyleSheetColours.contrast(colours.of(colour, within), below)));
        }
    }

    static Stream<Theme> themes() {
        return Stream.of(new PrimerLight(), new PrimerDark());
    }

    private void assertEnough() {
        ALL.addAll(found);
        assertEmpty(found.stream().filter(ratio -> !ratio.isEnough()).toList());
    }

    @ParameterizedTest
    @MethodSource("themes")
    void bandAndSendButtonOfEachProfile(Theme theme) {
        for (Profile profile : Profile.values()) {
            Gauge in = new Gauge(theme, ".profile-" + profile.key());
            String toggle = ".profile-switch > .toggle-button";
            in.text(".band .label", ".band");
            in.icon(".band .ikonli-font-icon", ".band");
            in.icon(".band .ikonli-font-icon", ".band", ".band-button:hover");
            in.text(".band-button", ".band");
            in.text(".band-button", ".band", ".band-button:hover");
            in.edge(".band-button:focus-visible", ".band");
            in.text(toggle, ".band", toggle);
            in.outline(toggle, ".band");
            in.text(toggle, ".band", toggle + ":hover");
            in.text(toggle + ":selected", ".band", toggle + ":selected");
            in.shape(toggle + ":selected", ".band");
            in.edge(toggle + ":focused", ".band");
            in.text(".send-button", ".send-bar", ".send-button");
            in.text(".send-button", ".send-bar", ".send-button:hover");
            in.add(SHAPE, ".send-button:focus-visible", "its glow", "-color-accent-emphasis", ".send-bar");
        }
        assertEnough();
    }

    /** Nobody may take Staging for Production, also no one whose eyes lack the cones for red or for green. */
    @ParameterizedTest
    @MethodSource("themes")
    void coloursOfTheProfilesAreApart(Theme theme) {
        StyleSheetColours colours = new Gauge(theme).colours;
        var near = new ArrayList<String>();
        for (ColourVision vision : ColourVision.values()) {
            for (Profile one : Profile.values()) {
                for (Profile other : Profile.values()) {
                    if (one.compareTo(other) < 0) {
                        double distance = vision.distance(
                                colours.of("-color-" + one.key(), List.of()),
                                colours.of("-color-" + other.key(), List.of()));
                        String line = String.format(
                                Locale.ROOT,
                                "| %.1f | %s | %s | %s, %s |",
                                distance,
                                theme.isDarkMode() ? "dark" : "light",
                                vision,
                                one,
                                other);
                        DISTANCES.add(line);
                        if (distance < APART) {
                            near.add(line);
                        }
                    }
                }
            }
        }
        assertEmpty(near);
    }

    /** Dark text on amber, because white text would need a brown. */
    @ParameterizedTest
    @MethodSource("themes")
    void textOnStagingIsDark(Theme theme) {
        StyleSheetColours colours = new Gauge(theme).colours;
        assertTrue(colours.of("-profile-text", List.of(".profile-staging")).getBrightness() < 0.2);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void stockRows(Theme theme) {
        String row = ".stock-pane .list-cell.car";
        Gauge in = new Gauge(theme);
        for (List<String> behind : List.of(
                List.of(".stock-pane"),
                List.of(".stock-pane", row + ":selected"),
                List.of(".stock-pane", row + ":filled:hover"),
                List.of(".stock-pane", row + ":selected:hover"))) {
            String[] below = behind.toArray(String[]::new);
            in.text(".label", below);
            in.text(".stock-detail", below);
            in.declared(
                    SHAPE,
                    ".car-outline",
                    "-fx-fill",
                    Stream.concat(behind.stream(), Stream.of(".car-picture")).toArray(String[]::new));
            in.edge(".state-dot.draft", below);
            for (String state : List.of("waiting", "rejected", "unknown", "sent")) {
                in.outline(".state-dot." + state, below);
            }
            for (Profile profile : Profile.values()) {
                new Gauge(theme, ".profile-" + profile.key())
                        .text(
                                ".profile-tag",
                                Stream.concat(behind.stream(), Stream.of(".profile-tag"))
                                        .toArray(String[]::new));
            }
        }
        in.text(".stock-pane .list-cell.heading", ".stock-pane");
        String focus = "#stock:focused .list-cell:filled:focused";
        in.edge(focus, ".stock-pane");
        in.edge(focus, ".stock-pane", row + ":selected");
        assertEnough();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void messagesOnTheirBackgrounds(Theme theme) {
        Gauge in = new Gauge(theme);
        for (String behind : List.of(".card", ".options-pane")) {
            in.text(".note", behind);
            in.text(".note:danger", behind);
            in.text(".note:warning", behind);
            in.icon(".note:danger .ikonli-font-icon", behind);
            in.icon(".note:warning .ikonli-font-icon", behind);
            in.text(".offers .hyperlink", behind);
            in.text(".offers .hyperlink:focused", behind, ".offers .hyperlink:focused");
            in.text(".hint", behind);
            in.text(".card-title", behind);
        }
        for (String state : List.of(".offer", ".offer:hover", ".offer:pressed")) {
            in.text(".offer", ".card", state);
        }
        in.outline(".offer", ".card");
        in.text(".note", ".card", ".note-backdrop");
        in.text(".note:danger", ".card", ".note-backdrop");
        in.text(".note:warning", ".card", ".note-backdrop");
        in.text(".field-label", ".card");
        in.text(".hint", ".stock-pane");
        in.text(".hint", ".root");
        new Gauge(theme, ".hyperlink").text(".hyperlink", ".stock-pane");
        in.icon(".note-line:danger .ikonli-font-icon", ".card", ".note-backdrop");
        in.icon(".note-line:warning .ikonli-font-icon", ".card", ".note-backdrop");
        for (String tone : List.of("success", "warning", "danger")) {
            String banner = ".banner." + tone;
            in.text(".label", ".window", banner);
            in.text(".banner .hyperlink", ".window", banner);
            in.icon(banner + " .banner-icon", ".window", banner);
            in.edge(".banner .hyperlink:focused", ".window", banner);
            new Gauge(theme, ".button").text(".button", ".window", banner, ".button");
        }
        in.icon(".banner .hyperlink.danger .ikonli-font-icon", ".window", ".banner.danger");
        in.icon(".banner .hyperlink.warning .ikonli-font-icon", ".window", ".banner.warning");
        in.text(".problem-links .hyperlink", ".send-bar");
        in.text(".problem-links .hyperlink:danger", ".send-bar");
        in.text(".send-bar .hint:danger", ".send-bar");
        in.text(".hint", ".send-bar");
        in.text(".label.success", ".root");
        in.text(".label.danger", ".root");
        in.text(".chip", ".options-pane", ".chip");
        in.text(".label", ".options-pane");
        for (String[] row : new String[][] {{".options-pane"}, {".options-pane", ".option-line:highlighted"}}) {
            in.declared(TEXT, ".option-name", "-fx-fill", row);
            in.declared(TEXT, ".option-called", "-fx-fill", row);
            in.outline(".option-line .box", row);
            in.shape(".option-line:selected .box", row);
        }
        in.declared(TEXT, ".list-cell:heading .option-name", "-fx-fill", ".options-pane", ".option-line:highlighted");
        in.shape(".option-line .fold-mark", ".options-pane", ".option-line:highlighted");
        in.text(".count-pill", ".options-pane", ".count-pill");
        in.edge(".count-pill", ".options-pane");
        in.edge(".count-pill:focus-visible", ".options-pane");
        in.text(".count-pill:selected", ".options-pane", ".count-pill:selected");
        in.shape(".count-pill:selected", ".options-pane");
        in.text(".option-chip", ".options-pane", ".option-chip");
        in.icon(".option-chip .ikonli-font-icon", ".options-pane", ".option-chip");
        in.icon(".option-chip .chip-cross:hover .ikonli-font-icon", ".options-pane", ".option-chip .chip-cross:hover");
        in.text("#moreOptions", ".options-pane");
        in.edge("#moreOptions", ".options-pane");
        in.edge("#moreOptions:focused", ".options-pane");
        in.edge(".option-chip:focused", ".options-pane");
        for (String[] row : new String[][] {{".root"}, {".root", ".pasted .list-cell:filled:selected"}}) {
            in.text(".pasted-text", row);
            in.text(
                    ".chip.look",
                    Stream.concat(Stream.of(row), Stream.of(".chip.look")).toArray(String[]::new));
        }
        in.text(".pasted .list-cell:filled:selected", ".root", ".pasted .list-cell:filled:selected");
        in.edge(".pasted .list-view:focused .list-cell:filled:focused", ".root");
        in.declared(TEXT, ".suggestions .list-cell", "-fx-text-fill", ".suggestions");
        in.declared(
                TEXT,
                ".suggestions .list-cell",
                "-fx-text-fill",
                ".suggestions",
                ".suggestions .list-cell:filled:hover");
        for (String list : List.of(".plain-list", ".templates")) {
            in.text(".label", ".root", list + " .list-cell:filled:hover");
            in.text(".hint", ".root", list + " .list-cell:filled:hover");
        }
        in.text(".label", ".settings-names", ".settings-names .list-cell:filled:hover");
        in.declared(
                TEXT,
                ".suggestions .list-cell:filled:selected",
                "-fx-text-fill",
                ".suggestions",
                ".suggestions .list-cell:filled:selected");
        in.text(".label", ".tooltip");
        in.text(".menu-item:focused .label", ".context-menu", ".menu-item:focused");
        in.icon(".menu-item:focused .ikonli-font-icon", ".context-menu", ".menu-item:focused");
        in.text(".label", ".context-menu");
        String entry = ".combo-box-popup > .list-view > .virtual-flow > .clipped-container > .sheet > .list-cell";
        in.text(entry, ".combo-box-popup > .list-view");
        in.text(entry, ".combo-box-popup > .list-view", entry + ":filled:hover");
        in.text(entry + ":filled:selected", ".combo-box-popup > .list-view", entry + ":filled:selected");
        in.shape(".chevron-mark", ".card");
        assertEnough();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void inputsAndFocus(Theme theme) {
        for (String behind : List.of(".card", ".options-pane", ".stock-pane", ".root")) {
            Gauge input = new Gauge(theme, ".text-input");
            input.outline(".text-input", behind);
            input.outline(".text-input", ".text-input");
            input.outline(".text-input:focused", behind);
            input.outline(".text-input:focused", ".text-input:focused");
            input.declared(TEXT, ".text-input", "-fx-prompt-text-fill", ".text-input");
            input.text(".text-input", ".text-input");
            for (String state : List.of(".text-input:danger", ".text-input:warning")) {
                Gauge wrong = new Gauge(theme, ".text-input", state);
                wrong.outline(".text-input", behind);
                wrong.outline(".text-input:focused", behind);
                wrong.text(".text-input", ".text-input");
            }
            Gauge combo = new Gauge(theme, ".combo-box-base");
            combo.outline(".combo-box-base", behind);
            combo.outline(".combo-box-base:focused", behind);
            Gauge in = new Gauge(theme);
            in.outline(".check-box > .box", behind);
            in.shape(".check-box:selected > .box", behind);
            in.edge(".check-box:focused > .box", behind);
            new Gauge(theme, ".button").outline(".button:focused", behind);
            in.edge(".button:focus-visible", behind);
            in.text(".label", behind);
        }
        Gauge in = new Gauge(theme);
        new Gauge(theme, ".text-input").selection();
        in.edge(".list-view:focused > .placeholder", ".stock-pane");
        String option = ".options-pane .list-view:focused .option-line:highlighted";
        in.edge(option, ".options-pane");
        in.edge(option, ".options-pane", ".option-line:highlighted");
        assertEnough();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void builderAndPreview(Theme theme) {
        Gauge in = new Gauge(theme);
        String list = ".block-list > .list-view";
        String chosen = ".block-list .list-cell:filled:selected";
        for (String[] behind : new String[][] {{list}, {list, chosen}}) {
            in.text(".label", behind);
            in.text(".hint", behind);
            in.edge(".block-list .list-view:focused .list-cell:filled:focused", behind);
        }
        for (String behind : List.of(".card", ".advert-picture")) {
            in.text(".hint", behind);
        }
        in.text(".advert-price", ".card");
        in.text(".field-label", ".root");
        in.icon(".advert-picture .ikonli-font-icon", ".advert-picture");
        assertEnough();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void photoTiles(Theme theme) {
        Gauge in = new Gauge(theme);
        String chosen = ".photo-tile:selected";
        for (List<String> behind : List.of(List.of(".card"), List.of(".card", chosen))) {
            String[] layers = behind.toArray(String[]::new);
            in.text(".label", layers);
            in.edge(".photo-grid:focused .photo-tile:selected", layers);
            in.icon(
                    ".photo-picture .ikonli-font-icon",
                    Stream.concat(behind.stream(), Stream.of(".photo-picture")).toArray(String[]::new));
            in.icon(
                    ".photo-tile:warning > .photo-picture .ikonli-font-icon",
                    Stream.concat(behind.stream(), Stream.of(".photo-picture")).toArray(String[]::new));
            in.edge(".photo-tile:warning > .photo-picture", layers);
        }
        for (String detail : List.of(".photo-detail", ".photo-detail:warning")) {
            in.text(detail, ".card");
            in.text(chosen + " " + detail, ".card", chosen);
        }
        in.text(".photo-details", ".card");
        in.text(".photo-details:warning", ".card");
        in.edge(".photo-drop", ".card");
        in.text(".photo-drop > .label", ".card", ".photo-drop");
        in.icon(".photo-drop > .label .ikonli-font-icon", ".card", ".photo-drop");
        in.text(".photo-drop:target > .label", ".card", ".photo-drop:target");
        in.text(".photo-number", ".card", ".photo-number");
        in.text(".photo-line .hyperlink", ".card");
        in.edge(".photo-line .hyperlink:focused", ".card");
        in.text(".chip", ".card", ".chip");
        assertEnough();
    }

    /** The expected figures are those of WCAG and of JavaFX. */
    @Test
    void ratiosMatchPublishedFigures() {
        assertEquals(21, StyleSheetColours.contrast(Color.BLACK, Color.WHITE), 1e-9);
        assertEquals(4.54, StyleSheetColours.contrast(Color.web("#767676"), Color.WHITE), 0.005);
        assertEquals(1, StyleSheetColours.contrast(Color.web("#0000"), Color.RED), 1e-9);
        // Lab of pure red for D65 is 53.24, 80.09, 67.20; that of black is 0.
        assertEquals(117.3, ColourVision.NORMAL.distance(Color.RED, Color.BLACK), 0.1);
        StyleSheetColours light = new StyleSheetColours(new PrimerLight());
        assertEquals(light.of("#475569", List.of()), light.of("-profile-color", List.of()));
        assertEquals(light.of("#b42318", List.of()), light.of("-profile-color", List.of(".profile-production")));
        assertEquals(Color.web("#0969da"), light.of("-color-accent-emphasis", List.of()));
    }

    @AfterAll
    static void writeTable() throws IOException {
        List<Ratio> sorted = ALL.stream()
                .sorted(Comparator.comparing((Ratio one) -> one.ratio() / one.least()))
                .toList();
        var lines = new ArrayList<String>();
        lines.add("Contrast as WCAG 2.2 reckons it, computed by ContrastTest from forecourt.css and AtlantaFX's Primer;"
                + " the one nearest to its least first. Of " + sorted.size() + ":");
        lines.add("");
        for (double least : new double[] {TEXT, SHAPE}) {
            sorted.stream()
                    .filter(ratio -> ratio.least() == least)
                    .min(Comparator.comparing(Ratio::ratio))
                    .ifPresent(ratio -> lines.add("- smallest of those that need %.1f: %s".formatted(least, ratio)));
        }
        lines.add("");
        lines.add("Distances of the profiles' colours (ΔE of CIE 1976, least %.0f):".formatted(APART));
        lines.add("");
        lines.add("| ΔE | theme | eye | profiles |");
        lines.add("|---|---|---|---|");
        lines.addAll(DISTANCES);
        lines.add("");
        lines.add("| ratio | least | theme | what |");
        lines.add("|---|---|---|---|");
        sorted.forEach(ratio -> lines.add(ratio.toString()));
        Files.write(Path.of("target", "contrast.md"), lines);
    }
}
