package app.forecourt.option.paste;

import static app.forecourt.option.SampleOptionList.CATALOGUE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.option.CarOption;
import app.forecourt.option.paste.PasteResult.Match;
import app.forecourt.option.paste.PasteResult.MatchQuality;
import app.forecourt.option.paste.PasteResult.Reason;
import app.forecourt.option.paste.PasteResult.UnmatchedText;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of {@link EquipmentListParser} with single lines; {@link PasteMatchTest} has whole lists. */
class EquipmentListParserTest {
    private static PasteResult read(String text) {
        return CATALOGUE.parse(text, Set.of());
    }

    private static Set<String> names(String text) {
        return TrapLines.names(read(text), MatchQuality.LIKENESS);
    }

    private static MatchQuality quality(String text) {
        assertEquals(1, read(text).matches().size(), read(text).toString());
        return read(text).matches().getFirst().quality();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Seat heating | seat_heating",
                "* [4A3] Sitzheizung vorn (EUR 345,00) | seat_heating",
                "494 Sitzheizung | seat_heating",
                "✓ Lichtmetalen velgen 17\" | alloy_wheels_17_inch",
                "17-Zoll-Leichtmetallfelgen | alloy_wheels_17_inch",
                "jantes alliage 17 pouces | alloy_wheels_17_inch",
                "ABS, ESP; Tempomat • Bordcomputer | abs esp cruise_control board_computer",
                "Licht- en regensensor | light_sensor rain_sensor",
                "Spurhalte- und Spurwechselassistent | lane_keeping_assist lane_change_assist",
                "Parksensoren (vorne, hinten) | parking_assist_system_sensors_front parking_assist_system_sensors_rear",
                "Buitenspiegels elektrisch verstel-, inklap- en verwarmbaar | electric_side_mirrors electric_folding_mirrors heated_side_mirrors",
                "electrically adjustable, heated and folding door mirrors | electric_side_mirrors electric_folding_mirrors heated_side_mirrors",
                "elektr. Fensterheber vorn | power_windows_front",
                "Winterpakket: stoelverwarming, stuurverwarming | winter_package seat_heating heated_steering_wheel",
                "Sicherheit: ABS | abs",
                "Comfort Pack incl. climate control en cruise control | automatic_climate_control cruise_control",
                "Achteruitrijcamra | parking_assist_system_camera",
                "Trekhaak: ja | towbar",
                "Nichtraucherfahrzeug | non_smoker_car",
                "Véhicule non-fumeur | non_smoker_car",
                "Apple CarPlay sans fil | apple_carplay",
                "Ledersitze ohne Sitzheizung | leather_upholstery",
                "Laadkabel type 2 (mode 3) | type_2_charging_cable",
                "Mistlampvoor | fog_lights",
                "Adaptive cruise control | adaptive_cruise_control",
                "Regensensor (vorne, links, rechts, front, avant) | rain_sensor",
                // Abbreviations that are no order codes.
                "LED Koplampen | led_headlights",
                "DAB Radio | dab_radio",
                "ABS Remsysteem | abs",
                "USB Aansluiting | usb_connection",
                "AHK schwenkbar | electric_towbar",
                "SEAT Heating | seat_heating",
                "PANO Dak | panoramic_roof",
                "GEEN Trekhaak | ''",
                "NO Sunroof | ''",
                "PAS de toit ouvrant | ''",
                // Texts of other things.
                "Trekhaakhoes | ''",
                "Apple CarPlay Vorbereitung | ''",
                "Sitzheizung nachrüstbar | ''",
                "Parkeersensoren | ''",
                "Nieuwe APK bij aflevering | ''",
                "12 maanden BOVAG garantie | ''",
                "Volkswagen | ''",
                "Inruil en financiering mogelijk | ''",
                "123456 | ''",
                "€ 12.500,- | ''",
                "Comfort | ''",
                "www.example.com | ''",
                "De auto is in nette staat en rijdt heerlijk, kom gerust eens langs voor een bak koffie | ''"
            })
    void lineHasItsOptions(String line, String expected) {
        assertNames(line, expected.isEmpty() ? Set.of() : Set.of(expected.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zonder trekhaak",
                "Geen schuifdak",
                "ohne Sitzheizung",
                "Keine Klimaanlage",
                "Without sunroof",
                "No towbar",
                "Sans attelage",
                "Pas de toit ouvrant",
                "Trekhaak: nee",
                "Sitzheizung – nein",
                "Towbar - not fitted",
                "Seat heating not available",
                "Attelage : non",
                "Xenon: no",
                "Sunroof = no",
                "Panoramadak: n",
                "Isofix: 0",
                "Head airbag: false",
                "Towbar ✗",
                "Towbar (no)",
                "Trekhaak: geen",
                "Sitzheizung: keine",
                "Towbar\tno",
                "Stoelverwarming niet aanwezig",
                "Sitzheizung (nicht vorhanden)",
                "Trekhaak tegen meerprijs",
                "Sitzheizung gegen Aufpreis",
                "Sièges chauffants en option",
                "✗ Sunroof",
                "Niet aanwezig: trekhaak, schuifdak"
            })
    void absentItemsAreNotMatched(String line) {
        assertNames(line, Set.of());
        assertTrue(
                read(line).unmatched().stream().allMatch(rest -> rest.reason() == Reason.NOT_THERE),
                read(line).toString());
        assertFalse(read(line).unmatched().isEmpty());
    }

    @Test
    void negativeHeadingAppliesToItsLines() {
        assertEquals(Set.of("abs", "esp"), names("ABS\nNicht vorhanden:\nSitzheizung\nTempomat\n\nESP"));
        assertEquals(Set.of("abs", "esp"), names("ABS\nOptional extras, not fitted:\nTowbar\nSafety:\nESP"));
    }

    @ParameterizedTest
    @CsvSource({
        "Electric tailgate, EXACT",
        "ELECTRIC-TAILGATE, EXACT",
        "Elektrische kofferklep, SYNONYM",
        "Elektrishce achterklep, LIKENESS",
        "Elektrische achterklep met kwispelfunctie, LIKENESS"
    })
    void qualityOfTheMatchIsReturned(String line, MatchQuality quality) {
        assertEquals(quality, quality(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Elektrische achterklep",
                "elektrische Heckklappe",
                "Hayon electrique",
                "Lichtmetalen velgen 17 inch",
                "REGENSENSOR",
                "Capteur de pluie",
                "Apple CarPlay / Android Auto",
                "Android Auto + regensensor",
                "electric_tailgate"
            })
    void nameInAnyLanguageIsAnExactMatch(String line) {
        assertEquals(
                Set.of(MatchQuality.EXACT),
                read(line).matches().stream().map(Match::quality).collect(toSet()),
                read(line).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DAK  Dakrails zwart | roof_rails | SYNONYM",
                "DAK Dakrails | roof_rails | EXACT",
                "REG Rain sensor | rain_sensor | EXACT",
                "BLU Bluetooth | bluetooth | EXACT",
                "APC Apple CarPlay | apple_carplay | EXACT",
                "XYZ Verwarmde stoelen | seat_heating | SYNONYM"
            })
    void orderCodeBeforeANameIsIgnored(String line, String name, MatchQuality how) {
        assertNames(line, Set.of(name));
        assertEquals(how, quality(line));
    }

    @Test
    void unmatchedTextsHaveAReason() {
        PasteResult pasted = read("Comfort & interieur\nSolar roof\nSneeuwkettingen\nGeen trekhaak");
        assertEmpty(pasted.matches());
        assertEquals(
                List.of(
                        new UnmatchedText("Solar roof", Reason.NOT_LISTED),
                        new UnmatchedText("Sneeuwkettingen", Reason.UNKNOWN),
                        new UnmatchedText("Geen trekhaak", Reason.NOT_THERE)),
                pasted.unmatched());
    }

    @Test
    void chosenSynonymIsPreferred() {
        assertEquals(
                List.of("heated_seats EXACT [Stoelverwarming]"),
                describe(CATALOGUE.parse("Stoelverwarming", Set.of("heated_seats"))));
        assertMatches("seat_heating EXACT [Stoelverwarming]", "Stoelverwarming");
        assertMatches("heated_seats EXACT [Heated seats]", "Heated seats");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seat | false", "heated seats | false", "ABS, ESP | false", "ABS, ESP, ASR | true", "'' | false",
                "ABS#ESP | true", "ABS# | false", "ABS## | false", "# #ABS# | false", "ABS, , ESP | false",
                "ABS; ;ESP; | false"
            })
    void listIsDistinguishedFromAWord(String text, boolean list) {
        assertEquals(list, OptionCatalogue.isList(text.replace('#', '\n')));
    }

    private static void assertNames(String line, Set<String> expected) {
        assertEquals(expected, names(line), read(line).toString());
    }

    private static void assertUnmatched(String text, UnmatchedText... expected) {
        assertEquals(List.of(expected), read(text).unmatched());
    }

    private static void assertMatches(String expected, String text) {
        assertEquals(List.of(expected), describe(read(text)));
    }

    private static List<String> describe(PasteResult pasted) {
        return pasted.matches().stream()
                .map(match -> match.option().name() + " " + match.quality() + " " + TrapLines.texts(pasted, match))
                .toList();
    }

    @Test
    void headingIsNoPartOfTheName() {
        assertMatches("abs EXACT [ABS]", "Sicherheit: ABS");
        assertMatches("winter_package EXACT [Winter package]", "Comfort en interieur: Winter package");
        assertUnmatched(
                "Niet aanwezig: trekhaak, schuifdak",
                new UnmatchedText("trekhaak", Reason.NOT_THERE),
                new UnmatchedText("schuifdak", Reason.NOT_THERE));
        assertUnmatched("Niet aanwezig:\nGloep: trekhaak", new UnmatchedText("Gloep: trekhaak", Reason.NOT_THERE));
        assertUnmatched("Comfort en interieur");
        assertUnmatched(": gloepwortel", new UnmatchedText(": gloepwortel", Reason.UNKNOWN));
    }

    @Test
    void matchedTextIsNotUnmatchedToo() {
        assertUnmatched("ABS");
        assertUnmatched("Adaptive cruise control, cruise control");
        assertMatches(
                "adaptive_cruise_control EXACT [Adaptive cruise control]", "Adaptive cruise control, cruise control");
        assertUnmatched(
                "Ledersitze ohne Sitzheizung", new UnmatchedText("Ledersitze ohne Sitzheizung", Reason.NOT_THERE));
    }

    @Test
    void unknownWordBesideAnOptionIsUnmatched() {
        String line = "LED-Scheinwerfer mit Kurvenfahrlicht";
        assertUnmatched(line, new UnmatchedText("Kurvenfahrlicht", Reason.UNKNOWN, line));
        assertTrue(read(line).unmatched().getFirst().isPart());
        assertFalse(read("Sneeuwkettingen").unmatched().getFirst().isPart());
        assertUnmatched(
                "Sitzheizung und Solardach",
                new UnmatchedText("Solardach", Reason.NOT_LISTED, "Sitzheizung und Solardach"));
        assertUnmatched(
                "gloepwortel knisterbaak flunsermon en ABS",
                new UnmatchedText(
                        "gloepwortel knisterbaak flunsermon",
                        Reason.UNKNOWN,
                        "gloepwortel knisterbaak flunsermon en ABS"));
        assertUnmatched("Sitzheizung vorne links");
    }

    @Test
    void packageWithANameIsNoHeading() {
        assertUnmatched("Audio-Paket", new UnmatchedText("Audio-Paket", Reason.UNKNOWN));
        assertUnmatched("Pakete");
        assertUnmatched("Packs & options");
    }

    @Test
    void bestQualityIsReturnedInAnyOrder() {
        String sure = "Electric tailgate";
        String unsure = "Elektrishce achterklep";
        assertMatches("electric_tailgate EXACT [" + unsure + ", " + sure + "]", unsure + "\n" + sure);
        assertMatches("electric_tailgate EXACT [" + sure + ", " + unsure + "]", sure + "\n" + unsure);
    }

    @Test
    void fewSegmentsMayShareAWord() {
        var three = new OptionCatalogue(List.of(
                new CarOption("wabbo_kast", "Wabbo kast"),
                new CarOption("zirrek_kast", "Zirrek kast"),
                new CarOption("fluns_kast", "Fluns kast")));
        assertEquals(
                3,
                three.parse("Wabbo, Zirrek, Grobbel, Fluns kast", Set.of())
                        .matches()
                        .size());
        assertEquals(
                List.of("fluns_kast EXACT [Fluns kast]"),
                describe(three.parse("Wabbo, Zirrek, Grobbel, Groep, Fluns kast", Set.of())));
        assertEquals(
                List.of("fluns_kast EXACT [Fluns kast]"),
                describe(three.parse("Fluns kast, grobbel", Set.of())),
                "as many as without");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ohne:\n", "Paket ohne:\n", "Nicht:\n", "✗ "})
    void negationMayBeFirstOrLastInAHeading(String heading) {
        assertUnmatched(heading + "Sitzheizung", new UnmatchedText("Sitzheizung", Reason.NOT_THERE));
    }

    @Test
    void knownSegmentsAreNotCombined() {
        var four = new OptionCatalogue(List.of(
                new CarOption("fluns_kast", "Fluns kast"),
                new CarOption("zirrek", "Zirrek"),
                new CarOption("kast_zirrek", "Kast zirrek"),
                new CarOption("fluns_zirrek", "Fluns zirrek")));
        assertEquals(
                List.of("fluns_kast EXACT [Fluns kast]", "zirrek EXACT [Zirrek]"),
                describe(four.parse("Fluns kast, Zirrek", Set.of())));
    }

    /** Takes about a second; an algorithm of quadratic time would take minutes. */
    @ProofTest
    @Timeout(value = LongWait.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void longestListIsParsedInTime() {
        String line = "Stoelverwarming, gloepwortel, knisterbaak met flunsers, ABS en zonder trekhaak\n";
        String text = line.repeat(OptionCatalogue.MAX_LIST_LENGTH / line.length());
        assertEquals(Set.of("seat_heating", "abs"), names(text));
        String oneWord = "x".repeat(OptionCatalogue.MAX_LIST_LENGTH);
        assertEmpty(read(oneWord).matches());
        assertEmpty(read("(".repeat(OptionCatalogue.MAX_LIST_LENGTH)).matches());
        assertEmpty(read("!".repeat(OptionCatalogue.MAX_LIST_LENGTH)).matches());
        assertEmpty(read("a-, ".repeat(OptionCatalogue.MAX_LIST_LENGTH / 4)).matches());
        String allUnknown = IntStream.range(0, 20_000)
                .mapToObj(number -> "wort" + Integer.toString(number, 26))
                .collect(joining(" "));
        assertEmpty(read(allUnknown).matches());
    }

    /** The window would freeze if it showed all of such a word. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "ب", "ABS ", "Gloep: "})
    void longTextIsShownShort(String part) {
        String list = part.repeat(20_000);
        PasteResult pasted = CATALOGUE.parse("Trekhaak\n" + list + "\n" + list + ":", List.of());
        assertTrue(pasted.unmatched().stream().allMatch(rest -> rest.text().length() <= 401));
        assertTrue(pasted.lines().stream()
                .flatMap(line -> line.segments().stream())
                .allMatch(segment -> segment.text().length() <= 401));
    }
}
