package app.forecourt.ui.advert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.advert.Advert;
import app.forecourt.advert.SampleAdverts;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journey.Screenshots;
import app.forecourt.option.CarOption;
import app.forecourt.text.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The card as it comes to paper. Pictures of it go to {@code target/tour/}. */
@Execution(ExecutionMode.SAME_THREAD)
class WindscreenCardTest {
    private static final double POINTS_OF_A_MILLIMETRE = 72 / 25.4;
    /** Points that a printer may not reach at the edges. */
    private static final double EDGE = 24;
    /** Pixels of a point: 144 to the inch. */
    private static final double SCALE = 2;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static WindscreenCard card(Advert advert) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            WindscreenCard card = new WindscreenCard(advert);
            new Scene(card).getRoot().applyCss();
            card.layout();
            return card;
        });
    }

    private static List<Text> texts(WindscreenCard card) {
        return card.getChildren().stream().filter(Text.class::isInstance).map(Text.class::cast).toList();
    }

    private static Text told(WindscreenCard card, String text) {
        return texts(card).stream().filter(one -> one.getText().replace('\u00A0', ' ').equals(text))
                .findFirst().orElseThrow(() -> new AssertionError(text));
    }

    /** All is on the page, and nothing on anything else. */
    private static void wellSet(WindscreenCard card) {
        Rectangle2D page = new Rectangle2D(EDGE, 0, WindscreenCard.WIDTH - 2 * EDGE,
                WindscreenCard.HEIGHT - 4);
        List<Text> all = texts(card);
        for (Text text : all) {
            Bounds bounds = text.getBoundsInParent();
            assertTrue(page.contains(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(),
                    bounds.getHeight()), text.getText() + bounds);
            for (Text other : all.subList(all.indexOf(text) + 1, all.size())) {
                // Lines that follow each other touch.
                Bounds next = other.getBoundsInParent();
                assertFalse(bounds.intersects(next.getMinX(), next.getMinY() + 1, next.getWidth(),
                        Math.max(0, next.getHeight() - 2)), text.getText() + " on " + other.getText());
            }
        }
    }

    private static void picture(WindscreenCard card, String name) throws IOException {
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            SnapshotParameters large = new SnapshotParameters();
            large.setTransform(new Scale(SCALE, SCALE));
            return card.snapshot(large, null);
        });
        Screenshots.keep(name, image);
    }

    /** All options that are known by name, and the longest words a language has. */
    private static CarDraft full() throws IOException {
        var options = new Properties();
        try (Reader reader = new InputStreamReader(
                CarOption.class.getResourceAsStream("option-labels.properties"), StandardCharsets.UTF_8)) {
            options.load(reader);
        }
        return SampleAdverts.WHOLE.with(CarField.BRAND, "mercedes-benz")
                .with(CarField.MODEL, "e-class all-terrain")
                .with(CarField.VERSION,
                        "E 220 d 4MATIC All-Terrain Avantgarde Business Solution Plus 9G-TRONIC")
                .with(CarField.TRANSMISSION, "semi_automatic").with(CarField.GEARS, "9")
                .with(CarField.FUEL_TYPE, "plugin_hybrid").with(CarField.BODY_TYPE, "mpv")
                .with(CarField.BODY_COLOR, "silver").with(CarField.SALES_PRICE, "115.944,63")
                .withOptions(options.stringPropertyNames().stream().sorted().toList());
    }

    /** JavaFX can't wrap it, and throws from every layout that has to. */
    @Test
    void textFromRightToLeftIsToldInALine() {
        WindscreenCard card = card(SampleAdverts.of(
                SampleAdverts.WHOLE.with(CarField.MODEL, "רכב יפה מאוד למכירה".repeat(4))
                        .with(CarField.VERSION, "سيارة جميلة جدا للبيع ".repeat(90))
                        .withOptions(List.of("سيارة_جميلة", "abs")),
                Language.ENGLISH, Optional.of("سيارات ".repeat(14))));
        wellSet(card);
        assertTrue(texts(card).stream().anyMatch(text -> text.getText().endsWith("…")), "it is cut");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void fullCarIsCutOffNowhereInAnyLanguage(Language language) throws IOException {
        WindscreenCard card = card(
                SampleAdverts.of(full(), language, Optional.of("Autobedrijf Van der Westerhaven"
                        + " & Zonen, Gebrauchtwagenzentrum Oberhausen-Sterkrade")));
        wellSet(card);
        picture(card, language == Language.DUTCH ? "windscreen-card" : "windscreen-card-" + language.code());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void longestTextsThereCanBeAreCutOffNowhere(Language language) throws IOException {
        CarDraft longest = full().with(CarField.BRAND, "Wortungeheuerfahrzeughersteller ".repeat(2).strip())
                .with(CarField.MODEL, "x".repeat(60))
                .with(CarField.VERSION, "Langversion ".repeat(11).substring(0, 121))
                .with(CarField.FUEL_TYPE, "brennstoffzellenhybridantrieb mit zusatztank")
                .with(CarField.BODY_COLOR, "o".repeat(60)).with(CarField.BODY_TYPE, "w ".repeat(30).strip())
                .with(CarField.SALES_PRICE, "99.999.999,99").with(CarField.CURRENCY, "CHF")
                .with(CarField.INTERNAL_ID, "S".repeat(100));
        wellSet(card(SampleAdverts.of(longest, language, Optional.of("Autohaus ".repeat(11).strip()))));
    }

    @Test
    void priceIsReadFromThreeMetres() throws IOException {
        for (CarDraft car : List.of(SampleAdverts.WHOLE, full())) {
            for (Language language : Language.values()) {
                Advert advert = SampleAdverts.of(car, language);
                Text price = told(card(advert), advert.price().orElseThrow().replace('\u00A0', ' '));
                double digits = price.getFont().getSize() * 0.7 / POINTS_OF_A_MILLIMETRE;
                // A letter is read easily from 200 times its height, in the rain and behind glass.
                assertTrue(digits >= 15, language + ": " + digits + " mm");
                assertEquals(0, price.getWrappingWidth(), "in one line");
            }
        }
    }

    @Test
    void priceAndItsTaxStandOnThePanel() {
        WindscreenCard card = card(SampleAdverts.of(SampleAdverts.WHOLE, Language.ENGLISH));
        Bounds price = told(card, "€22,950").getBoundsInParent();
        Bounds tax = told(card, "VAT deductible").getBoundsInParent();
        List<Bounds> panels = card.getChildren().stream().filter(Rectangle.class::isInstance)
                .map(Node::getBoundsInParent).filter(bounds -> bounds.contains(price)).toList();
        assertEquals(2, panels.size(), "the page and the panel");
        assertTrue(panels.getLast().contains(tax), tax + " in " + panels.getLast());
    }

    @Test
    void ofACarOfWhichLittleIsKnownOnlyThat() throws IOException {
        WindscreenCard card = card(
                SampleAdverts.of(CarDraft.EMPTY.with(CarField.BRAND, "opel"), Language.ENGLISH,
                        Optional.empty()));
        assertEquals(List.of("Opel"), texts(card).stream().map(Text::getText).toList());
        wellSet(card);
        assertEquals(List.of(),
                texts(card(SampleAdverts.of(CarDraft.EMPTY, Language.ENGLISH, Optional.empty()))));
        picture(card(SampleAdverts.of(SampleAdverts.WHOLE.with(CarField.VERSION, ""), Language.GERMAN,
                Optional.empty())),
                "windscreen-card-small");
    }

    @Test
    void whatIsOnIt() {
        WindscreenCard card = card(SampleAdverts.of(SampleAdverts.WHOLE, Language.DUTCH));
        Stream.of("Harbour Cars", "Volkswagen Golf", "1.5 TSI Life", "€ 22.950", "btw verrekenbaar",
                "Kilometerstand", "48.250 km", "Handgeschakeld, 6 versnellingen", "XF-100-F   ·   S-12")
                .forEach(text -> told(card, text));
    }
}
