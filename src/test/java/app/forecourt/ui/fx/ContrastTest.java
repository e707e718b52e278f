package app.forecourt.ui.fx;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.settings.Profile;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contrast of text, borders, focus and icons in both themes, and the distance between the colours of the profiles.
 * WCAG 2.2 AA requires 4.5:1 for text and 3:1 for the others.
 */
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;
    /** Least distance of two profiles' colours (ΔE of 1976). Two colours of 5 look alike side by side only. */
    private static final double APART = 35;

    private static final Map<String, StyleSheetColours> COLOURS = new HashMap<>();

    private final List<Ratio> found = new ArrayList<>();

    private record Ratio(String theme, String what, double least, double ratio) {
        boolean isEnough() {
            return ratio >= least;
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

        /** Returns the measures on some layers, the outermost first. */
        Layers on(String... layers) {
            return new Layers(this, List.of(layers));
        }

        /** Measures selected text, and its background against that of the field. */
        void selection() {
            String highlight = "-color-input-bg-highlight";
            on(".text-input").add(SHAPE, ".text-input", "its selection", highlight);
            Color below = StyleSheetColours.blend(
                    colours.of(highlight, within), colours.behind(List.of(".text-input"), within));
            found.add(new Ratio(
                    theme,
                    "selected text in `.text-input`",
                    TEXT,
                    StyleSheetColours.contrast(colours.of("-color-input-fg-highlight", within), below)));
        }
    }

    /** Measures contrast on some layers. */
    private final class Layers {
        private final Gauge gauge;
        private final List<String> layers;

        Layers(Gauge gauge, List<String> layers) {
            this.gauge = gauge;
            this.layers = layers;
        }

        Layers texts(String... selectors) {
            return declared(TEXT, "-fx-text-fill", selectors);
        }

        Layers icons(String... selectors) {
            return declared(SHAPE, "-fx-icon-color", selectors);
        }

        Layers edges(String... selectors) {
            return declared(SHAPE, "-fx-border-color", selectors);
        }

        /** Measures the outermost layers of backgrounds. */
        Layers outlines(String... selectors) {
            for (String selector : selectors) {
                add(
                        SHAPE,
                        selector,
                        "its outline",
                        gauge.colours.layers(selector).getFirst());
            }
            return this;
        }

        /** Measures the innermost layers of backgrounds. */
        Layers shapes(String... selectors) {
            for (String selector : selectors) {
                add(SHAPE, selector, "its shape", gauge.colours.layers(selector).getLast());
            }
            return this;
        }

        Layers declared(double least, String property, String... selectors) {
            for (String selector : selectors) {
                add(least, selector, property, gauge.colours.declared(selector, property));
            }
            return this;
        }

        void add(double least, String selector, String property, String colour) {
            Color below = gauge.colours.behind(layers, gauge.within);
            found.add(new Ratio(
                    gauge.theme,
                    "`" + selector + "` " + property + " on `" + String.join("` on `", layers.reversed()) + "`"
                            + (gauge.within.isEmpty() ? "" : " in " + gauge.within),
                    least,
                    StyleSheetColours.contrast(gauge.colours.of(colour, gauge.within), below)));
        }
    }

    static Stream<Theme> themes() {
        return Stream.of(new PrimerLight(), new PrimerDark());
    }

    /** Returns layers with one more in front of them. */
    private static String[] with(String front, String... behind) {
        return Stream.concat(Stream.of(behind), Stream.of(front)).toArray(String[]::new);
    }

    private void assertEnough() {
        assertEmpty(found.stream().filter(ratio -> !ratio.isEnough()).toList());
    }

    @ParameterizedTest
    @MethodSource("themes")
    void bandAndSendButtonOfEachProfile(Theme theme) {
        for (Profile profile : Profile.values()) {
            Gauge in = new Gauge(theme, ".profile-" + profile.key());
            String toggle = ".profile-switch > .toggle-button";
            in.on(".band")
                    .texts(".band .label", ".band-button")
                    .icons(".band .ikonli-font-icon")
                    .edges(".band-button:focus-visible", toggle + ":focused")
                    .outlines(toggle)
                    .shapes(toggle + ":selected");
            in.on(".band", ".band-button:hover").texts(".band-button").icons(".band .ikonli-font-icon");
            for (String state : List.of("", ":hover")) {
                in.on(".band", toggle + state).texts(toggle);
                in.on(".send-bar", ".send-button" + state).texts(".send-button");
            }
            in.on(".band", toggle + ":selected").texts(toggle + ":selected");
            in.on(".send-bar").add(SHAPE, ".send-button:focus-visible", "its glow", "-color-accent-emphasis");
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
                        if (distance < APART) {
                            near.add(vision + " " + one + " " + other + " " + distance);
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
        for (String[] below : new String[][] {
            {".stock-pane"},
            {".stock-pane", row + ":selected"},
            {".stock-pane", row + ":filled:hover"},
            {".stock-pane", row + ":selected:hover"}
        }) {
            in.on(below)
                    .texts(".label", ".stock-detail")
                    .edges(".state-dot.draft")
                    .outlines(".state-dot.waiting", ".state-dot.rejected", ".state-dot.unknown", ".state-dot.sent");
            in.on(with(".car-picture", below)).declared(SHAPE, "-fx-fill", ".car-outline");
            for (Profile profile : Profile.values()) {
                new Gauge(theme, ".profile-" + profile.key())
                        .on(with(".profile-tag", below))
                        .texts(".profile-tag");
            }
        }
        String focus = "#stock:focused .list-cell:filled:focused";
        in.on(".stock-pane").texts(".stock-pane .list-cell.heading").edges(focus);
        in.on(".stock-pane", row + ":selected").edges(focus);
        assertEnough();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void messagesOnTheirBackgrounds(Theme theme) {
        Gauge in = new Gauge(theme);
        for (String behind : List.of(".card", ".options-pane")) {
            in.on(behind)
                    .texts(".note", ".note:danger", ".note:warning", ".offers .hyperlink", ".hint", ".card-title")
                    .icons(".note:danger .ikonli-font-icon", ".note:warning .ikonli-font-icon");
            in.on(behind, ".offers .hyperlink:focused").texts(".offers .hyperlink:focused");
        }
        for (String state : List.of(".offer", ".offer:hover", ".offer:pressed")) {
            in.on(".card", state).texts(".offer");
        }
        in.on(".card").texts(".field-label").outlines(".offer").shapes(".chevron-mark");
        in.on(".card", ".note-backdrop")
                .texts(".note", ".note:danger", ".note:warning")
                .icons(".note-line:danger .ikonli-font-icon", ".note-line:warning .ikonli-font-icon");
        in.on(".stock-pane").texts(".hint");
        in.on(".root").texts(".hint", ".label.success", ".label.danger");
        new Gauge(theme, ".hyperlink").on(".stock-pane").texts(".hyperlink");
        for (String tone : List.of("success", "warning", "danger")) {
            String banner = ".banner." + tone;
            in.on(".window", banner)
                    .texts(".label", ".banner .hyperlink")
                    .icons(banner + " .banner-icon")
                    .edges(".banner .hyperlink:focused");
            new Gauge(theme, ".button").on(".window", banner, ".button").texts(".button");
        }
        for (String tone : List.of("danger", "warning")) {
            in.on(".window", ".banner." + tone).icons(".banner .hyperlink." + tone + " .ikonli-font-icon");
        }
        in.on(".send-bar")
                .texts(
                        ".problem-links .hyperlink",
                        ".problem-links .hyperlink:danger",
                        ".send-bar .hint:danger",
                        ".hint");
        in.on(".tooltip").texts(".label");
        in.on(".context-menu").texts(".label");
        in.on(".context-menu", ".menu-item:focused")
                .texts(".menu-item:focused .label")
                .icons(".menu-item:focused .ikonli-font-icon");
        assertEnough();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void optionsAndLists(Theme theme) {
        Gauge in = new Gauge(theme);
        in.on(".options-pane")
                .texts(".label", "#moreOptions")
                .edges(
                        ".count-pill",
                        ".count-pill:focus-visible",
                        "#moreOptions",
                        "#moreOptions:focused",
                        ".option-chip:focused")
                .shapes(".count-pill:selected");
        for (String own : List.of(".chip", ".count-pill", ".count-pill:selected", ".option-chip")) {
            in.on(".options-pane", own).texts(own);
        }
        for (String[] row : new String[][] {{".options-pane"}, {".options-pane", ".option-line:highlighted"}}) {
            in.on(row)
                    .declared(TEXT, "-fx-fill", ".option-name", ".option-called")
                    .outlines(".option-line .box")
                    .shapes(".option-line:selected .box");
        }
        in.on(".options-pane", ".option-line:highlighted")
                .declared(TEXT, "-fx-fill", ".list-cell:heading .option-name")
                .shapes(".option-line .fold-mark");
        in.on(".options-pane", ".option-chip").icons(".option-chip .ikonli-font-icon");
        in.on(".options-pane", ".option-chip .chip-cross:hover")
                .icons(".option-chip .chip-cross:hover .ikonli-font-icon");
        String pasted = ".pasted .list-cell:filled:selected";
        for (String[] row : new String[][] {{".root"}, {".root", pasted}}) {
            in.on(row).texts(".pasted-text");
            in.on(with(".chip.look", row)).texts(".chip.look");
        }
        in.on(".root", pasted).texts(pasted);
        in.on(".root").edges(".pasted .list-view:focused .list-cell:filled:focused");
        for (String list : List.of(".plain-list", ".templates")) {
            in.on(".root", list + " .list-cell:filled:hover").texts(".label", ".hint");
        }
        in.on(".settings-names", ".settings-names .list-cell:filled:hover").texts(".label");
        measureEntries(in, ".suggestions", ".suggestions .list-cell");
        measureEntries(
                in,
                ".combo-box-popup > .list-view",
                ".combo-box-popup > .list-view > .virtual-flow > .clipped-container > .sheet > .list-cell");
        assertEnough();
    }

    private static void measureEntries(Gauge in, String list, String entry) {
        in.on(list).texts(entry);
        in.on(list, entry + ":filled:hover").texts(entry);
        in.on(list, entry + ":filled:selected").texts(entry + ":filled:selected");
    }

    @ParameterizedTest
    @MethodSource("themes")
    void inputsAndFocus(Theme theme) {
        Gauge in = new Gauge(theme);
        Gauge input = new Gauge(theme, ".text-input");
        for (String behind : List.of(".card", ".options-pane", ".stock-pane", ".root")) {
            input.on(behind).outlines(".text-input", ".text-input:focused");
            for (String state : List.of(".text-input:danger", ".text-input:warning")) {
                new Gauge(theme, ".text-input", state).on(behind).outlines(".text-input", ".text-input:focused");
            }
            new Gauge(theme, ".combo-box-base").on(behind).outlines(".combo-box-base", ".combo-box-base:focused");
            new Gauge(theme, ".button").on(behind).outlines(".button:focused");
            in.on(behind)
                    .texts(".label")
                    .outlines(".check-box > .box")
                    .shapes(".check-box:selected > .box")
                    .edges(".check-box:focused > .box", ".button:focus-visible");
        }
        input.on(".text-input")
                .texts(".text-input")
                .declared(TEXT, "-fx-prompt-text-fill", ".text-input")
                .outlines(".text-input");
        input.on(".text-input:focused").outlines(".text-input:focused");
        for (String state : List.of(".text-input:danger", ".text-input:warning")) {
            new Gauge(theme, ".text-input", state).on(".text-input").texts(".text-input");
        }
        input.selection();
        String option = ".options-pane .list-view:focused .option-line:highlighted";
        in.on(".stock-pane").edges(".list-view:focused > .placeholder");
        in.on(".options-pane").edges(option);
        in.on(".options-pane", ".option-line:highlighted").edges(option);
        assertEnough();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void builderAndPreview(Theme theme) {
        Gauge in = new Gauge(theme);
        String list = ".block-list > .list-view";
        for (String[] behind : new String[][] {{list}, {list, ".block-list .list-cell:filled:selected"}}) {
            in.on(behind).texts(".label", ".hint").edges(".block-list .list-view:focused .list-cell:filled:focused");
        }
        in.on(".card").texts(".advert-price");
        in.on(".advert-picture").texts(".hint").icons(".advert-picture .ikonli-font-icon");
        in.on(".root").texts(".field-label");
        assertEnough();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void photoTiles(Theme theme) {
        Gauge in = new Gauge(theme);
        String chosen = ".photo-tile:selected";
        for (String[] layers : new String[][] {{".card"}, {".card", chosen}}) {
            in.on(layers)
                    .texts(".label")
                    .edges(".photo-grid:focused .photo-tile:selected", ".photo-tile:warning > .photo-picture");
            in.on(with(".photo-picture", layers))
                    .icons(
                            ".photo-picture .ikonli-font-icon",
                            ".photo-tile:warning > .photo-picture .ikonli-font-icon");
        }
        in.on(".card")
                .texts(
                        ".photo-detail",
                        ".photo-detail:warning",
                        ".photo-details",
                        ".photo-details:warning",
                        ".photo-line .hyperlink")
                .edges(".photo-drop", ".photo-line .hyperlink:focused");
        in.on(".card", chosen).texts(chosen + " .photo-detail", chosen + " .photo-detail:warning");
        in.on(".card", ".photo-drop").texts(".photo-drop > .label").icons(".photo-drop > .label .ikonli-font-icon");
        in.on(".card", ".photo-drop:target").texts(".photo-drop:target > .label");
        in.on(".card", ".photo-number").texts(".photo-number");
        in.on(".card", ".chip").texts(".chip");
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
}
