package app.forecourt.register;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BODY_TYPE;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.ENGINE_DISPLACEMENT;
import static app.forecourt.car.CarField.ENGINE_EMISSION;
import static app.forecourt.car.CarField.ENGINE_KW;
import static app.forecourt.car.CarField.FUEL_TYPE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.NUMBER_OF_DOORS;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.vocabulary.Vocabulary;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of what the register's rows tell about a vehicle. */
class VehicleTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Vocabulary VOCABULARY = Vocabulary.bundled();

    /** Creates a row with members written as {@code name=value}. */
    private static RdwRow row(String... members) {
        var row = JSON.createObjectNode();
        for (String member : members) {
            row.put(member.replaceFirst("(?s)=.*", ""), member.replaceFirst("[^=]*=", ""));
        }
        return new RdwRow(row);
    }

    /** Creates a passenger car with members. */
    private static Vehicle car(String... members) {
        return new Vehicle(
                row(Stream.concat(Stream.of("voertuigsoort=Personenauto"), Arrays.stream(members))
                        .toArray(String[]::new)),
                List.of(),
                true);
    }

    /** Creates a passenger car with fuels. */
    private static Vehicle carWithFuels(RdwRow... fuels) {
        return new Vehicle(row("voertuigsoort=Personenauto"), List.of(fuels), true);
    }

    private static Optional<SourcedValue> sourcedValue(Vehicle vehicle, CarField field) {
        return vehicle.sourcedValues(VOCABULARY, TODAY).stream()
                .filter(sourcedValue -> sourcedValue.field() == field)
                .findFirst();
    }

    private static Object value(Vehicle vehicle, CarField field) {
        return sourcedValue(vehicle, field).<Object>map(SourcedValue::value).orElse("");
    }

    private static void assertValue(Object expected, Vehicle vehicle, CarField field) {
        assertEquals(expected, value(vehicle, field));
    }

    private static void assertOrigin(SourcedValue.Origin expected, Vehicle vehicle, CarField field) {
        assertEquals(expected, sourcedValue(vehicle, field).orElseThrow().origin());
    }

    /** Returns a vehicle of the practice server. */
    private static Vehicle practice(String plate) throws IOException {
        JsonNode sets = JSON.readTree(VehicleTest.class.getResource("/app/forecourt/practice/rdw.json"));
        List<List<RdwRow>> rows = Stream.of(FakeRdw.CARS, FakeRdw.FUELS)
                .map(set -> RdwRow.parseAll(
                                sets.path(set).toString(),
                                LicensePlate.of(plate).orElseThrow())
                        .orElse(List.of()))
                .toList();
        return new Vehicle(rows.getFirst().getFirst(), rows.getLast(), true);
    }

    private static Map<CarField, Object> values(Vehicle vehicle, boolean sure) {
        return vehicle.sourcedValues(VOCABULARY, TODAY).stream()
                .filter(sourcedValue -> sourcedValue.isCertain() == sure)
                .collect(toMap(SourcedValue::field, SourcedValue::value));
    }

    @Test
    void petrol() throws Exception {
        Vehicle corsa = practice("R759BK");
        assertEquals(
                Map.of(
                        BRAND,
                        "opel",
                        MODEL,
                        "corsa",
                        BODY_TYPE,
                        "hatchback",
                        BODY_COLOR,
                        "orange",
                        FUEL_TYPE,
                        "petrol",
                        ENGINE_DISPLACEMENT,
                        1199,
                        ENGINE_KW,
                        74,
                        ENGINE_EMISSION,
                        121,
                        DATE_OF_FIRST_REGISTRATION,
                        LocalDate.of(2022, 7, 25)),
                values(corsa, true));
        assertEquals(Map.of(NUMBER_OF_DOORS, 4, YEAR_OF_CONSTRUCTION, 2022), values(corsa, false));
        assertOrigin(SourcedValue.Origin.RDW_WLTP, corsa, ENGINE_EMISSION);
        assertEmpty(corsa.remarks());
    }

    @Test
    void diesel() throws Exception {
        Vehicle passat = practice("83XPG7");
        assertValue("passat", passat, MODEL);
        assertValue("estate", passat, BODY_TYPE);
        assertOrigin(SourcedValue.Origin.RDW_NEDC, passat, ENGINE_EMISSION);
        assertEquals(Set.of(Vehicle.Remark.ODOMETER_ILLOGICAL), passat.remarks());
    }

    @Test
    void electric() throws Exception {
        Vehicle tesla = practice("N417XZ");
        assertValue("tesla", tesla, BRAND);
        assertValue("model 3", tesla, MODEL);
        assertValue("electric", tesla, FUEL_TYPE);
        assertValue(239, tesla, ENGINE_KW);
        assertValue("", tesla, ENGINE_DISPLACEMENT);
        assertEquals(Set.of(Vehicle.Remark.RECALLED), tesla.remarks());
    }

    @Test
    void hybridsAreClassified() throws Exception {
        Vehicle plugged = practice("K902DT");
        assertValue("plugin_hybrid", plugged, FUEL_TYPE);
        assertEquals(47, value(plugged, ENGINE_EMISSION), "the weighted one");
        assertValue(132, plugged, ENGINE_KW);
        assertFalse(sourcedValue(plugged, ENGINE_KW).orElseThrow().isCertain(), "the engine's alone");
        assertOrigin(SourcedValue.Origin.RDW_ENGINE, plugged, ENGINE_KW);
        Vehicle charging = practice("T236GH");
        assertValue("hybrid", charging, FUEL_TYPE);
        assertValue(87, charging, ENGINE_EMISSION);
        assertValue("yaris", charging, MODEL);
    }

    @Test
    void emissionIsTheAdvertisedOne() {
        RdwRow electric = row("brandstof_omschrijving=Elektriciteit", "klasse_hybride_elektrisch_voertuig=OVC-HEV");
        Vehicle plugged = carWithFuels(
                row("brandstof_omschrijving=Benzine", "co2_uitstoot_gewogen=36", "emissie_co2_gecombineerd_wltp=140"),
                electric);
        assertEquals(36, value(plugged, ENGINE_EMISSION), "weighted, though by the older cycle");
        assertOrigin(SourcedValue.Origin.RDW_NEDC, plugged, ENGINE_EMISSION);
        Vehicle petrol = carWithFuels(row(
                "brandstof_omschrijving=Benzine",
                "emis_co2_gewogen_gecombineerd_wltp=36",
                "emissie_co2_gecombineerd_wltp=140"));
        assertEquals(140, value(petrol, ENGINE_EMISSION), "what is not charged has no weighted one");
    }

    @Test
    void zeroEmissionOnlyWithoutCombustion() {
        for (String clean : List.of("Elektriciteit", "Waterstof")) {
            assertEquals(
                    0,
                    value(
                            carWithFuels(row("brandstof_omschrijving=" + clean, "emissie_co2_gecombineerd_wltp=0")),
                            ENGINE_EMISSION),
                    clean);
        }
        assertEquals(
                "",
                value(
                        carWithFuels(row("brandstof_omschrijving=Benzine", "emissie_co2_gecombineerd_wltp=0")),
                        ENGINE_EMISSION));
    }

    @Test
    void missingValuesAreOmitted() throws Exception {
        Vehicle bmw = practice("8ZKF39");
        assertEquals(
                Map.of(
                        BRAND,
                        "bmw",
                        MODEL,
                        "3 series",
                        FUEL_TYPE,
                        "petrol",
                        DATE_OF_FIRST_REGISTRATION,
                        LocalDate.of(1999, 4, 8)),
                values(bmw, true));
        assertEquals(Set.of(Vehicle.Remark.IMPORTED, Vehicle.Remark.WAITS_FOR_INSPECTION), bmw.remarks());
    }

    @Test
    void allValuesOfAVanAreUnsure() throws Exception {
        Vehicle van = practice("VJ318B");
        assertFalse(van.isPassengerCar());
        assertEquals("Bedrijfsauto", van.kind());
        assertEmpty(values(van, true));
        assertValue("van", van, BODY_TYPE);
        assertValue("transit custom", van, MODEL);
        assertFalse(practice("17WRP4").isPassengerCar());
        assertFalse(new Vehicle(row(), List.of(), true).isPassengerCar(), "whose kind nobody tells");
    }

    @ParameterizedTest
    @CsvSource({
        "VOLKSWAGEN, GOLF, volkswagen, golf",
        "VOLKSWAGEN, GOLF PLUS, volkswagen, golf plus",
        "VOLKSWAGEN, UP!, volkswagen, up!",
        "MERCEDES-BENZ, A 180, mercedes-benz, a 180",
        "MERCEDES-AMG, C 63, mercedes-benz, c 63",
        "BMW I, I3, bmw, i3",
        "MINI, MINI COOPER, mini, cooper",
        "MINI, MINI, mini, mini",
        "CITROEN, CITROEN C3, citroen, c3",
        "SKODA, ŠKODA OCTAVIA, skoda, octavia",
        "LAND ROVER, RANGE ROVER EVOQUE, land rover, range rover evoque",
        "DS, DS 3, ds, 3",
        "LYNK & CO, 01, lynk & co, 01",
        "FIAT/ADRIA, DUCATO, fiat, ducato",
        "MAZDA, MAZDA CX-5, mazda, cx-5",
        "SPYKER, SPYKER C8, spyker, c8",
        "KIA MOTORS, KIA PICANTO, kia, picanto",
        "ALFA ROMEO, ALFA ROMEO GIULIETTA, alfa romeo, giulietta",
        "TOYOTA, YARIS CROSS, toyota, yaris cross",
        "TOYOTA, YARIS CROSSING, toyota, yaris",
        "HONDA, HONDA, honda, honda"
    })
    void brandAndModelUseAutochatSpelling(String merk, String naam, String brand, String model) {
        Vehicle vehicle = car("merk=" + merk, "handelsbenaming=" + naam);
        assertValue(brand, vehicle, BRAND);
        assertValue(model, vehicle, MODEL);
    }

    @ParameterizedTest
    @CsvSource({
        "BODY_COLOR, eerste_kleur, ORANJE GRIJS ZWART WIT ROOD GEEL BLAUW GROEN BRUIN BEIGE PAARS CREME",
        "BODY_TYPE, inrichting, hatchback stationwagen sedan MPV cabriolet coupe terreinvoertuig",
        "BODY_TYPE, inrichting, pick-up\u00A0truck gesloten\u00A0opbouw",
        "FUEL_TYPE, brandstof_omschrijving, Benzine Diesel Elektriciteit LPG CNG LNG Waterstof Alcohol"
    })
    void everyWordIsKnownToAutochat(CarField field, String member, String words) {
        for (String word : words.split(" ")) {
            RdwRow row = row("voertuigsoort=Personenauto", member + "=" + word.replace('\u00A0', ' '));
            Object value = value(new Vehicle(row, List.of(row), true), field);
            assertTrue(VOCABULARY.knows(field, value.toString()), word);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROSE",
                "DIVERSEN",
                "N.v.t.",
                "Niet geregistreerd",
                "Niet bekend",
                "",
                "Geen verstrekking in Open Data",
                "MAGENTA"
            })
    void unknownColourIsOmitted(String colour) {
        assertEquals("", value(car("eerste_kleur=" + colour), BODY_COLOR));
    }

    @ParameterizedTest
    @CsvSource({
        "Benzine, LPG, lpg",
        "Benzine, CNG, cng",
        "Benzine, Alcohol, ethanol",
        "Waterstof, Elektriciteit, hydrogen",
        "Diesel, Elektriciteit, hybrid",
        "Elektriciteit, Benzine, hybrid"
    })
    void twoFuels(String first, String second, String kind) {
        assertEquals(
                kind,
                value(
                        carWithFuels(row("brandstof_omschrijving=" + first), row("brandstof_omschrijving=" + second)),
                        FUEL_TYPE));
    }

    @ParameterizedTest
    @CsvSource({
        "klasse_hybride_elektrisch_voertuig=OVC-HEV, plugin_hybrid",
        "klasse_hybride_elektrisch_voertuig=NOVC-HEV, hybrid",
        "actie_radius_extern_opladen_wltp=52, plugin_hybrid",
        "actie_radius_extern_opladen_wltp=0, hybrid",
        "actie_radius_extern_opladen_wltp=N.v.t., hybrid"
    })
    void externalChargingMakesAPlugInHybrid(String member, String kind) {
        assertEquals(
                kind,
                value(
                        carWithFuels(
                                row("brandstof_omschrijving=Benzine", member),
                                row("brandstof_omschrijving=Elektriciteit")),
                        FUEL_TYPE));
    }

    @Test
    void numbersMayBeTextAndZeroIsMissing() {
        var row = JSON.createObjectNode()
                .put("voertuigsoort", "Personenauto")
                .put("cilinderinhoud", 998)
                .put("aantal_deuren", "0")
                .put("datum_eerste_toelating", 20220725);
        var fuel = JSON.createObjectNode()
                .put("brandstof_omschrijving", "Benzine")
                .put("nettomaximumvermogen", 88.5)
                .put("emissie_co2_gecombineerd_wltp", "0")
                .put("co2_uitstoot_gecombineerd", "104,6");
        var vehicle = new Vehicle(new RdwRow(row), List.of(new RdwRow(fuel)), true);
        assertValue(998, vehicle, ENGINE_DISPLACEMENT);
        assertValue("", vehicle, NUMBER_OF_DOORS);
        assertEquals(LocalDate.of(2022, 7, 25), value(vehicle, DATE_OF_FIRST_REGISTRATION));
        assertValue(89, vehicle, ENGINE_KW);
        assertEquals(105, value(vehicle, ENGINE_EMISSION), "a car that burns fuel has some");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20220230", "20271101", "18500101", "2022", "25-07-2022", "N.v.t.", "00000000"})
    void invalidDateIsOmitted(String day) {
        Vehicle vehicle = car("datum_eerste_toelating=" + day);
        assertEmpty(vehicle.sourcedValues(VOCABULARY, TODAY));
    }

    @Test
    void remarks() {
        assertEquals(
                Set.of(Vehicle.Remark.EXPORTED, Vehicle.Remark.TAXI),
                car("export_indicator=Ja", "taxi_indicator=JA", "openstaande_terugroepactie_indicator=Nee")
                        .remarks());
        assertEmpty(car("datum_eerste_toelating=20220725", "datum_eerste_tenaamstelling_in_nederland=20220725")
                .remarks());
    }

    @Test
    void longTextsAreOmittedAndSpacesCleaned() {
        assertEquals("", value(car("merk=" + "X".repeat(200)), BRAND));
        assertEquals("", value(car("merk=OPEL", "handelsbenaming=" + "X".repeat(61)), MODEL));
        assertEquals("abc def", value(car("merk=OPEL", "handelsbenaming= ABC\n\u200bDEF\u0000 "), MODEL));
    }
}
