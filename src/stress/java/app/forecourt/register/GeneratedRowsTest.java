package app.forecourt.register;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.SourcedValue;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.proof.GeneratedInputs;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Generated responses of the register. */
@Tag("stress")
class GeneratedRowsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final List<String> ROWS = List.of(FakeRdw.CAR, FakeRdw.FUEL, """
                    [{"kenteken": "R759BK", "voertuigsoort": "Personenauto", "merk": "OPEL", "handelsbenaming": "OPEL CORSA",
                    "inrichting": "hatchback", "aantal_deuren": "4", "eerste_kleur": "ORANJE", "cilinderinhoud": "1199",
                    "datum_eerste_toelating": "20220725", "wacht_op_keuren": "Geen verstrekking in Open Data",
                    "export_indicator": "Nee", "taxi_indicator": "Ja", "tellerstandoordeel": "Onlogisch"}]""", """
                    [{"kenteken": "R759BK", "brandstof_volgnummer": "1", "brandstof_omschrijving": "Benzine",
                    "nettomaximumvermogen": "55.00", "co2_uitstoot_gecombineerd": "121"}, {"kenteken": "R-759-BK",
                    "brandstof_volgnummer": 2, "brandstof_omschrijving": "Elektriciteit", "emissie_co2_gecombineerd_wltp": "30"}]""");

    @Test
    void rowsNeverThrow() {
        Vocabulary vocabulary = Vocabulary.bundled();
        new GeneratedInputs()
                .checkTexts(
                        "rows of the register",
                        ROWS,
                        text -> RdwRow.parseAll(text, FakeRdw.PLATE)
                                .filter(rows -> !rows.isEmpty())
                                .ifPresent(rows -> {
                                    Vehicle vehicle = new Vehicle(rows.getFirst(), rows, true);
                                    List<SourcedValue> statements = vehicle.sourcedValues(vocabulary, TODAY);
                                    assertTrue(statements.stream()
                                            .map(SourcedValue::value)
                                            .allMatch(Objects::nonNull));
                                    vehicle.remarks();
                                    vehicle.kind();
                                }));
    }
}
