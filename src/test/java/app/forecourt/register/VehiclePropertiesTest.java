package app.forecourt.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.KnownDealerships;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.testing.TriesOfProofHook;
import app.forecourt.text.ValueFormatter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Rows with random values; the values of the vehicle are valid in the form. */
class VehiclePropertiesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Vocabulary VOCABULARY = Vocabulary.bundled();
    private static final CarValidator CHECK =
            new CarValidator(Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC), VOCABULARY);
    private static final String[] OF_A_CAR = {
        "voertuigsoort",
        "merk",
        "handelsbenaming",
        "inrichting",
        "eerste_kleur",
        "aantal_deuren",
        "cilinderinhoud",
        "datum_eerste_toelating",
        "datum_eerste_tenaamstelling_in_nederland",
        "export_indicator",
        "tellerstandoordeel"
    };
    private static final String[] OF_A_FUEL = {
        "brandstof_omschrijving",
        "nettomaximumvermogen",
        "netto_max_vermogen_elektrisch",
        "emissie_co2_gecombineerd_wltp",
        "co2_uitstoot_gecombineerd",
        "emis_co2_gewogen_gecombineerd_wltp",
        "klasse_hybride_elektrisch_voertuig",
        "actie_radius_extern_opladen_wltp"
    };

    @AddLifecycleHook(TriesOfProofHook.class)
    @Property(tries = 2_000, seed = "7")
    void valuesAreValidInTheForm(@ForAll("cars") RdwRow car, @ForAll("fuels") List<RdwRow> fuels) {
        List<SourcedValue> said = new Vehicle(car, fuels, true).sourcedValues(VOCABULARY, TODAY);
        assertEquals(
                said.size(), said.stream().map(SourcedValue::field).distinct().count(), "each field once");
        CarDraft draft = new CarDraft(
                said.stream().collect(Collectors.toMap(SourcedValue::field, value -> written(value.value()))),
                List.of());
        Set<CarField> wrong =
                CHECK.check(draft, Optional.empty(), PricingTerms.STANDARD, KnownDealerships.NONE).problems().stream()
                        .filter(problem -> problem.code().isError())
                        .map(Problem::field)
                        .collect(Collectors.toSet());
        for (SourcedValue value : said) {
            assertEquals(Optional.of(value.value()), CHECK.parse(draft).value(value.field()), () -> car + "" + fuels);
            assertTrue(!wrong.contains(value.field()), () -> value + " is wrong");
        }
    }

    private static String written(Object value) {
        return value instanceof LocalDate day ? ValueFormatter.formatDate(day, Locale.ENGLISH) : value.toString();
    }

    @Provide
    Arbitrary<RdwRow> cars() {
        return rows(OF_A_CAR);
    }

    @Provide
    Arbitrary<List<RdwRow>> fuels() {
        return rows(OF_A_FUEL).list().ofMaxSize(3);
    }

    private static Arbitrary<RdwRow> rows(String... members) {
        return Arbitraries.maps(Arbitraries.of(members), values())
                .ofMaxSize(members.length)
                .map(VehiclePropertiesTest::row);
    }

    private static RdwRow row(Map<String, JsonNode> members) {
        ObjectNode row = JSON.createObjectNode();
        row.setAll(members);
        return new RdwRow(row);
    }

    private static Arbitrary<JsonNode> values() {
        var texts = Arbitraries.of(
                "Personenauto",
                "Bedrijfsauto",
                "OPEL",
                "OPEL CORSA",
                "B.M.W.",
                "/",
                "...",
                "MERCEDES-BENZ",
                "Benzine",
                "Elektriciteit",
                "LPG",
                "Waterstof",
                "Alcohol",
                "N.v.t.",
                "Niet geregistreerd",
                "OVC-HEV",
                "NOVC-HEV",
                "hatchback",
                "ORANJE",
                "Ja",
                "Onlogisch",
                "20220725",
                "18000101",
                "99999999",
                "0",
                "74.00",
                "1198",
                "999999999.999999999",
                "-3",
                "1e9",
                " ",
                "<b>");
        Arbitrary<JsonNode> text = Arbitraries.oneOf(
                        texts,
                        Arbitraries.strings().ofMaxLength(120),
                        Arbitraries.strings().numeric().ofMaxLength(10))
                .map(JSON.getNodeFactory()::textNode);
        Arbitrary<JsonNode> number = Arbitraries.oneOf(
                Arbitraries.integers()
                        .map(value -> (JsonNode) JSON.getNodeFactory().numberNode(value)),
                Arbitraries.bigDecimals()
                        .map(value -> (JsonNode) JSON.getNodeFactory().numberNode(value)));
        Arbitrary<JsonNode> other = Arbitraries.of(
                JSON.nullNode(),
                JSON.getNodeFactory().booleanNode(true),
                JSON.createObjectNode().put("merk", "x"),
                JSON.createArrayNode().add(1));
        return Arbitraries.frequencyOf(Tuple.of(8, text), Tuple.of(3, number), Tuple.of(1, other));
    }
}
