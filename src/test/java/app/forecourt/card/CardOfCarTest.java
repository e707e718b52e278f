package app.forecourt.card;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BODY_TYPE;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.FUEL_TYPE;
import static app.forecourt.car.CarField.GEARS;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.TRANSMISSION;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.text.Language.ENGLISH;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.advert.Advert;
import app.forecourt.advert.SampleAdverts;
import app.forecourt.car.CarDraft;
import app.forecourt.card.CardContent.Dealer;
import app.forecourt.card.CardElement.Box;
import app.forecourt.card.CardElement.Line;
import app.forecourt.option.CarOption;
import app.forecourt.testing.Cases;
import app.forecourt.text.BundledResource;
import app.forecourt.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The windscreen card of whole cars, empty cars and cars with the longest texts. */
class CardOfCarTest {
    private static final double POINTS_OF_A_MILLIMETRE = 72 / 25.4;

    private static CardContent content(Advert advert) {
        return CardContent.of(advert, Dealer.NONE);
    }

    private static List<CardElement> card(Advert advert) {
        return CardLayout.of(content(advert));
    }

    private static Line findText(List<CardElement> card, String text) {
        return SampleCards.lines(card).stream()
                .filter(line -> line.text().replace('\u00A0', ' ').equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text));
    }

    /** Returns a car with all known options and the longest words of a language. */
    private static CarDraft fullCar() {
        Properties options = BundledResource.loadProperties(CarOption.class, "option-labels.properties");
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

    private static Stream<Language> languages() {
        return Cases.some(2, Stream.of(Language.values()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void fullCarIsNotCutOffInAnyLanguage(Language language) {
        CardContent card = content(SampleAdverts.of(
                fullCar(),
                language,
                Optional.of(
                        "Autobedrijf Van der Westerhaven" + " & Zonen, Gebrauchtwagenzentrum Oberhausen-Sterkrade")));
        CardLayoutTest.assertFits(CardLayout.of(card));
    }

    @Test
    void priceIsLegibleFromThreeMetres() {
        for (CarDraft car : List.of(SampleAdverts.WHOLE, fullCar())) {
            for (Language language : Language.values()) {
                Advert advert = SampleAdverts.of(car, language);
                Line price = findText(card(advert), advert.price().orElseThrow().replace('\u00A0', ' '));
                double digits = price.size() * 0.7 / POINTS_OF_A_MILLIMETRE;
                // A character is easily legible from 200 times its height, even in the rain and behind glass.
                assertTrue(digits >= 15, language + ": " + digits + " mm");
            }
        }
    }

    @Test
    void priceAndVatAreOnThePanel() {
        List<CardElement> card = card(SampleAdverts.of(SampleAdverts.WHOLE, ENGLISH));
        Line price = findText(card, "€22,950");
        Line tax = findText(card, "VAT deductible");
        List<Box> panels = SampleCards.parts(card, Box.class).stream()
                .filter(box -> box.y() < price.baseline() - price.size() && tax.baseline() < box.y() + box.height())
                .toList();
        assertEquals(1, panels.size());
        assertEquals(List.of(card.indexOf(panels.getFirst()) + 1), List.of(card.indexOf(price)), "behind the price");
    }

    private static String lines(List<CardElement> card) {
        return SampleCards.lines(card).stream().map(Line::text).collect(joining(" "));
    }

    @Test
    void cardShowsOnlyKnownFacts() {
        List<CardElement> card = card(SampleAdverts.of(CarDraft.EMPTY.with(BRAND, "opel"), ENGLISH, Optional.empty()));
        assertEquals("Opel Price on request", lines(card));
        CardLayoutTest.assertFits(card);
        assertEquals("Price on request", lines(card(SampleAdverts.of(CarDraft.EMPTY, ENGLISH, Optional.empty()))));
    }
}
