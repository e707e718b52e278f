package app.forecourt.ui.advert;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BODY_TYPE;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.FUEL_TYPE;
import static app.forecourt.car.CarField.GEARS;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.TRANSMISSION;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.text.Language.DUTCH;
import static app.forecourt.text.Language.ENGLISH;
import static app.forecourt.text.Language.GERMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.advert.Advert;
import app.forecourt.advert.SampleAdverts;
import app.forecourt.car.CarDraft;
import app.forecourt.card.CardContent;
import app.forecourt.card.CardContent.Dealer;
import app.forecourt.card.CardLayout;
import app.forecourt.card.SampleCards;
import app.forecourt.journey.Await;
import app.forecourt.journey.Screenshots;
import app.forecourt.option.CarOption;
import app.forecourt.testing.Cases;
import app.forecourt.text.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;

/** Windscreen card as it is printed. Its pictures go to {@code target/tour/}. */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("window")
class WindscreenCardTest {
    private static final double POINTS_OF_A_MILLIMETRE = 72 / 25.4;
    /** Margin in points that a printer may not reach. */
    private static final double EDGE = 24;
    /** Pixels per point, for 144 pixels per inch. */
    private static final double SCALE = 2;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static WindscreenCard card(Advert advert) {
        return card(advert, Dealer.NONE);
    }

    private static WindscreenCard card(Advert advert, Dealer dealer) {
        return Await.onFxThread(() -> {
            WindscreenCard card = new WindscreenCard(CardContent.of(advert, dealer));
            new Scene(card).getRoot().applyCss();
            card.layout();
            return card;
        });
    }

    private static List<Text> texts(WindscreenCard card) {
        return card.getChildren().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .toList();
    }

    private static Text findText(WindscreenCard card, String text) {
        return texts(card).stream()
                .filter(node -> node.getText().replace('\u00A0', ' ').equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text));
    }

    /** Asserts that all texts are on the page and that none overlaps another one. */
    private static void assertNoOverlap(WindscreenCard card) {
        Rectangle2D page = new Rectangle2D(EDGE, 0, CardLayout.WIDTH - 2 * EDGE, CardLayout.HEIGHT - 4);
        List<Text> all = texts(card);
        for (Text text : all) {
            Bounds bounds = text.getBoundsInParent();
            assertTrue(
                    page.contains(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight()),
                    text.getText() + bounds);
            for (Text other : all.subList(all.indexOf(text) + 1, all.size())) {
                // Adjacent lines touch.
                Bounds next = other.getBoundsInParent();
                assertFalse(
                        bounds.intersects(
                                next.getMinX(), next.getMinY() + 1, next.getWidth(), Math.max(0, next.getHeight() - 2)),
                        text.getText() + " on " + other.getText());
            }
        }
    }

    private static void savePicture(WindscreenCard card, String name) throws IOException {
        WritableImage image = Await.onFxThread(() -> {
            SnapshotParameters large = new SnapshotParameters();
            large.setTransform(new Scale(SCALE, SCALE));
            return card.snapshot(large, null);
        });
        Screenshots.save(name, image);
    }

    /** Returns a car with all known options and the longest words of a language. */
    private static CarDraft fullCar() throws IOException {
        var options = new Properties();
        try (Reader reader = new InputStreamReader(
                CarOption.class.getResourceAsStream("option-labels.properties"), StandardCharsets.UTF_8)) {
            options.load(reader);
        }
        return SampleAdverts.WHOLE
                .with(BRAND, "mercedes-benz")
                .with(MODEL, "e-class all-terrain")
                .with(VERSION, "E 220 d 4MATIC All-Terrain Avantgarde Business Solution Plus 9G-TRONIC")
                .with(TRANSMISSION, "semi_automatic")
                .with(GEARS, "9")
                .with(FUEL_TYPE, "plugin_hybrid")
                .with(BODY_TYPE, "mpv")
                .with(BODY_COLOR, "silver")
                .with(SALES_PRICE, "115.944,63")
                .withOptions(options.stringPropertyNames().stream().sorted().toList());
    }

    /** JavaFX can't wrap right-to-left text and throws in each layout that has to, so the card wraps by itself. */
    @Test
    void rightToLeftTextIsWrapped() {
        WindscreenCard card = card(SampleAdverts.of(
                SampleAdverts.WHOLE
                        .with(MODEL, "רכב יפה מאוד למכירה".repeat(4))
                        .with(VERSION, "سيارة جميلة جدا للبيع ".repeat(5).strip())
                        .withOptions(List.of("سيارة_جميلة", "abs")),
                ENGLISH,
                Optional.of("سيارات ".repeat(14))));
        assertNoOverlap(card);
        assertTrue(texts(card).stream()
                        .filter(text -> text.getText().contains("جميلة"))
                        .count()
                > 1);
        assertTrue(texts(card).stream().allMatch(text -> text.getWrappingWidth() == 0));
    }

    @Test
    void logoCodeAndAddressAreOnTheCard() throws IOException {
        WindscreenCard card = card(
                SampleAdverts.of(fullCar(), DUTCH),
                SampleCards.dealer("Autobedrijf Van der Meer", "www.dealer.example/occasions"));
        assertNoOverlap(card);
        assertTrue(card.lookup("#cardLogo").getBoundsInParent().getWidth() > 100);
        assertTrue(card.lookup("#cardCode").getBoundsInParent().getWidth() > 100);
        findText(card, "www.dealer.example/occasions");
        savePicture(card, "windscreen-card-dealer");
    }

    private static Stream<Language> languages() {
        return Cases.some(2, Stream.of(Language.values()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void fullCarIsNotCutOffInAnyLanguage(Language language) throws IOException {
        WindscreenCard card = card(SampleAdverts.of(
                fullCar(),
                language,
                Optional.of(
                        "Autobedrijf Van der Westerhaven" + " & Zonen, Gebrauchtwagenzentrum Oberhausen-Sterkrade")));
        assertNoOverlap(card);
        savePicture(card, language == DUTCH ? "windscreen-card" : "windscreen-card-" + language.code());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void longestTextsAreNotCutOff(Language language) throws IOException {
        CarDraft longest = fullCar()
                .with(BRAND, "Wortungeheuerfahrzeughersteller ".repeat(2).strip())
                .with(MODEL, "x".repeat(60))
                .with(VERSION, "Langversion ".repeat(11).substring(0, 121))
                .with(FUEL_TYPE, "brennstoffzellenhybridantrieb mit zusatztank")
                .with(BODY_COLOR, "o".repeat(60))
                .with(BODY_TYPE, "w ".repeat(30).strip())
                .with(SALES_PRICE, "99.999.999,99")
                .with(CURRENCY, "CHF")
                .with(INTERNAL_ID, "S".repeat(100));
        assertNoOverlap(card(SampleAdverts.of(
                longest, language, Optional.of("Autohaus ".repeat(11).strip()))));
    }

    @Test
    void priceIsLegibleFromThreeMetres() throws IOException {
        for (CarDraft car : List.of(SampleAdverts.WHOLE, fullCar())) {
            for (Language language : Language.values()) {
                Advert advert = SampleAdverts.of(car, language);
                Text price = findText(card(advert), advert.price().orElseThrow().replace('\u00A0', ' '));
                double digits = price.getFont().getSize() * 0.7 / POINTS_OF_A_MILLIMETRE;
                // A character is easily legible from 200 times its height, even in the rain and behind glass.
                assertTrue(digits >= 15, language + ": " + digits + " mm");
                assertEquals(0, price.getWrappingWidth(), "in one line");
            }
        }
    }

    @Test
    void priceAndVatAreOnThePanel() {
        WindscreenCard card = card(SampleAdverts.of(SampleAdverts.WHOLE, ENGLISH));
        Bounds price = findText(card, "€22,950").getBoundsInParent();
        Bounds tax = findText(card, "VAT deductible").getBoundsInParent();
        List<Bounds> panels = card.getChildren().stream()
                .filter(Rectangle.class::isInstance)
                .map(Node::getBoundsInParent)
                .filter(bounds -> bounds.contains(price))
                .toList();
        assertEquals(2, panels.size(), "the page and the panel");
        assertTrue(panels.getLast().contains(tax), tax + " in " + panels.getLast());
    }

    private static String lines(WindscreenCard card) {
        return texts(card).stream().map(Text::getText).collect(Collectors.joining(" "));
    }

    @Test
    void cardShowsOnlyKnownFacts() throws IOException {
        WindscreenCard card = card(SampleAdverts.of(CarDraft.EMPTY.with(BRAND, "opel"), ENGLISH, Optional.empty()));
        assertEquals("Opel Price on request", lines(card));
        assertNoOverlap(card);
        assertEquals("Price on request", lines(card(SampleAdverts.of(CarDraft.EMPTY, ENGLISH, Optional.empty()))));
        savePicture(
                card(SampleAdverts.of(SampleAdverts.WHOLE.with(VERSION, ""), GERMAN, Optional.empty())),
                "windscreen-card-small");
    }

    @Test
    void cardShowsTheFacts() {
        WindscreenCard card = card(SampleAdverts.of(SampleAdverts.WHOLE, DUTCH));
        Stream.of(
                        "Harbour Cars",
                        "Volkswagen Golf",
                        "1.5 TSI Life",
                        "€ 22.950",
                        "btw verrekenbaar",
                        "Kilometerstand",
                        "48.250 km",
                        "Handgeschakeld, 6",
                        "versnellingen",
                        "XF-100-F · S-12",
                        "Benzine · CO₂-uitstoot 121 g/km")
                .forEach(text -> findText(card, text));
    }
}
