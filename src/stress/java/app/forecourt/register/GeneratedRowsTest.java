package app.forecourt.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.check.ProblemCases;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.proof.GeneratedInputs;
import app.forecourt.text.ValueFormatter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Generated responses of the register. The values of the vehicle are valid in the form, and nothing throws. */
@Tag("stress")
class GeneratedRowsTest {
    private static final LocalDate TODAY = LocalDate.now(ProblemCases.TODAY);
    private static final Vocabulary VOCABULARY = Vocabulary.bundled();
    private static final List<String> ROWS = List.of(FakeRdw.CAR, FakeRdw.FUEL, """
                    [{"kenteken": "R759BK", "voertuigsoort": "Personenauto", "merk": "OPEL", "handelsbenaming": "OPEL CORSA",
                    "inrichting": "hatchback", "aantal_deuren": "4", "eerste_kleur": "ORANJE", "cilinderinhoud": "1199",
                    "datum_eerste_toelating": "20220725", "wacht_op_keuren": "Geen verstrekking in Open Data",
                    "export_indicator": "Nee", "taxi_indicator": "Ja", "tellerstandoordeel": "Onlogisch"}]""", """
                    [{"kenteken": "R759BK", "voertuigsoort": "Bedrijfsauto", "merk": "MERCEDES-BENZ", "handelsbenaming": "B.M.W.",
                    "inrichting": "N.v.t.", "aantal_deuren": "-3", "eerste_kleur": "Niet geregistreerd",
                    "cilinderinhoud": 999999999.999999999, "datum_eerste_toelating": "18000101",
                    "datum_eerste_tenaamstelling_in_nederland": "99999999"}]""", """
                    [{"kenteken": "R759BK", "brandstof_volgnummer": "1", "brandstof_omschrijving": "Benzine",
                    "nettomaximumvermogen": "55.00", "co2_uitstoot_gecombineerd": "121"}, {"kenteken": "R-759-BK",
                    "brandstof_volgnummer": 2, "brandstof_omschrijving": "Elektriciteit", "emissie_co2_gecombineerd_wltp": "30",
                    "netto_max_vermogen_elektrisch": 1e9, "emis_co2_gewogen_gecombineerd_wltp": "999999999",
                    "klasse_hybride_elektrisch_voertuig": "OVC-HEV", "actie_radius_extern_opladen_wltp": "52"}]""");

    @Test
    void valuesOfRowsAreValidInTheForm() {
        new GeneratedInputs()
                .checkTexts(
                        "rows of the register",
                        ROWS,
                        text -> RdwRow.parseAll(text, FakeRdw.PLATE)
                                .filter(rows -> !rows.isEmpty())
                                .ifPresent(rows -> check(new Vehicle(rows.getFirst(), rows, true))));
    }

    private static void check(Vehicle vehicle) {
        List<SourcedValue> values = vehicle.sourcedValues(VOCABULARY, TODAY);
        CarDraft draft = new CarDraft(
                values.stream().collect(Collectors.toMap(SourcedValue::field, value -> written(value.value()))),
                List.of());
        List<CarField> wrong = ProblemCases.check(draft, Optional.empty()).problems().stream()
                .filter(problem -> problem.code().isError())
                .map(problem -> problem.field())
                .toList();
        for (SourcedValue value : values) {
            assertEquals(
                    Optional.of(value.value()), ProblemCases.CHECK.parse(draft).value(value.field()));
            assertTrue(!wrong.contains(value.field()), value::toString);
        }
        vehicle.remarks();
        vehicle.kind();
    }

    private static String written(Object value) {
        return value instanceof LocalDate day ? ValueFormatter.formatDate(day, Locale.ENGLISH) : value.toString();
    }
}
