package app.forecourt.option.paste;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of {@link MatchContextRules} with invented names, so that no other rule of the word files applies. */
class MatchContextRulesTest {

    /** Checks the options of a text and their quality. */
    private static void check(String text, String listed, String meant) {
        Set<String> found = new SegmentInterpreter(PhraseIndexes.of(listed.split(", ")), PhraseIndexes.GRAMMAR)
                .parse(text).meanings().stream()
                        .flatMap(meaning -> meaning.alternatives().stream()
                                .flatMap(Set::stream)
                                .map(name -> name + " " + meaning.quality()))
                        .collect(toSet());
        assertEquals(Set.of(meant.split(", ")), found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Leder | leather_upholstery EXACT",
                "Leder schwarz | leather_upholstery SYNONYM",
                "Leder mit | leather_upholstery SYNONYM",
                "Wabbo in Leder | leather_upholstery PERHAPS, wabbo LIKENESS",
                "Leder Wabbo | leather_upholstery PERHAPS, wabbo LIKENESS",
                "Wabbo, Leder | leather_upholstery PERHAPS, wabbo SYNONYM",
                "Leder Paket | leather_upholstery PERHAPS",
                "Lederwabbo | leather_upholstery PERHAPS, wabbo LIKENESS",
                "Ledderer | leather_upholstery LIKENESS",
                // Only a part of the text is known, and the thing of leather is not.
                "Kniestervloep gonsterbraak mit Leder | leather_upholstery PERHAPS",
                "Kniestervloep gonsterbraak mit Wabbo | wabbo EXACT"
            })
    void materialIsAnOptionOnlyIfAlone(String text, String meant) {
        check(text, "Leder, Wabbo", meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Leder links | leder_links EXACT",
                "Leder links Zirrek | leder_links PERHAPS, zirrek LIKENESS",
                "Leder kniep Zirrek | leder_kniep SYNONYM, zirrek LIKENESS"
            })
    void materialWithAPlaceIsAMaterial(String text, String meant) {
        check(text, text.contains("kniep") ? "Leder kniep, Zirrek" : "Leder links, Zirrek", meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Metallic | metallic_paint EXACT",
                "Metallic schwarz | metallic_paint SYNONYM",
                "Gloep metallic | metallic_paint LIKENESS",
                "Metallic Paket | metallic_paint LIKENESS",
                "Wabbo kast metallic | metallic_paint LIKENESS, wabbo_kast SYNONYM",
                "Kniestervloep gonsterbraak flunsermon mit Metallic | metallic_paint LIKENESS"
            })
    void finishBesideOtherContentIsUncertain(String text, String meant) {
        check(text, "Metallic, Wabbo kast", meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wabbo kast Zirrek | wabbo_kast SYNONYM, zirrek LIKENESS",
                "Zirrek Wabbo kast | wabbo_kast SYNONYM, zirrek LIKENESS",
                "Zirrek links | zirrek SYNONYM",
                "Zirrek mit Wabbo kast | wabbo_kast SYNONYM, zirrek SYNONYM",
                "Wabbo kast und Zirrek | wabbo_kast SYNONYM, zirrek SYNONYM",
                "Wabbo kast / Zirrek | wabbo_kast EXACT, zirrek EXACT",
                "Wabbo kast + Zirrek links | wabbo_kast EXACT, zirrek SYNONYM"
            })
    void singleWordIsCertainOnlyIfAloneInItsPart(String text, String meant) {
        check(text, "Zirrek, Wabbo kast", meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gloep für Wabbo kast | wabbo_kast PERHAPS",
                "Gloep für die Wabbo kast | wabbo_kast PERHAPS",
                "Gloep op de Wabbo kast | wabbo_kast PERHAPS",
                "Zirrek kast für Wabbo kast | wabbo_kast PERHAPS, zirrek_kast SYNONYM",
                "für Wabbo kast | wabbo_kast SYNONYM",
                "links für Wabbo kast | wabbo_kast SYNONYM",
                "Zirrek kast voor en Wabbo kast | wabbo_kast SYNONYM, zirrek_kast SYNONYM",
                "Wabbo kast für Gloep | wabbo_kast LIKENESS",
                "Gloep für flu Wabbo kast | wabbo_kast LIKENESS"
            })
    void purposeIsNoOption(String text, String meant) {
        check(text, "Wabbo kast, Zirrek kast", meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gloep de Wabbo kast | wabbo_kast PERHAPS",
                "Gloep de la Wabbo kast | wabbo_kast PERHAPS",
                "Gloep la Wabbo kast | wabbo_kast LIKENESS",
                "Zirrek kast de Wabbo kast | wabbo_kast SYNONYM, zirrek_kast SYNONYM",
                "de Wabbo kast | wabbo_kast SYNONYM",
                "links de Wabbo kast | wabbo_kast SYNONYM"
            })
    void unknownPartIsNotTheWhole(String text, String meant) {
        check(text, "Wabbo kast, Zirrek kast", meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Zirrek Paket | zirrek_paket EXACT",
                "Zirrek links Paket | zirrek_paket SYNONYM",
                "Zirrek gloep Paket | zirrek_paket PERHAPS",
                "Zirrek gloep kniep | zirrek_kniep LIKENESS"
            })
    void packageOfAnotherNameIsNotMatched(String text, String meant) {
        check(text, "Zirrek Paket, Zirrek kniep", meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Zirrek wabbo kniep | zirrek_kniep LIKENESS, wabbo LIKENESS",
                "Zirrek wabbo kast kniep | zirrek_kniep LIKENESS, wabbo_kast SYNONYM",
                "Zirrek kniep wabbo kast | zirrek_kniep SYNONYM, wabbo_kast SYNONYM",
                "Zirrek leder kniep | zirrek_kniep SYNONYM, leather_upholstery PERHAPS",
                "Zirrek flu kniep zabbel flu | zirrek_kniep SYNONYM, flu_zabbel SYNONYM"
            })
    void nameAroundAnotherThingIsUncertain(String text, String meant) {
        check(text, "Zirrek kniep, Wabbo, Wabbo kast, Leder, Flu zabbel", meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The LED belongs to the lights after it, not to those before.
                "Wabbo kast mit Zirrek kniep | kniep_zirrek SYNONYM, wabbo_kast SYNONYM",
                "Wabbo mit Zirrek | wabbo_zirrek SYNONYM",
                "Wabbo mit Zirrek fluns | fluns_zirrek LIKENESS",
                "Wabbo Zirrek fluns | wabbo_zirrek SYNONYM, fluns_zirrek SYNONYM",
                "Fluns zirrek mit Wabbo | wabbo_zirrek SYNONYM, fluns_zirrek SYNONYM"
            })
    void wordOfAPartBelongsToThePart(String text, String meant) {
        check(text, "Wabbo kast, Kniep zirrek, Wabbo Zirrek, Fluns zirrek", meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wabbo leather | wabbo_leather EXACT",
                "Wabbo half leather | wabbo_leather LIKENESS, half_leather_upholstery PERHAPS",
                "Wabbo leather zirrek | wabbo_leather SYNONYM, leather_zirrek SYNONYM"
            })
    void thingOfAnotherMaterialIsUncertain(String text, String meant) {
        check(text, "Wabbo leather, Leather zirrek", meant);
    }
}
