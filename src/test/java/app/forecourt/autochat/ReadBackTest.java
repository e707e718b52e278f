package app.forecourt.autochat;

import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.json.CarImportParser;
import app.forecourt.autochat.json.CarImportResult;
import app.forecourt.autochat.json.CarJsonWriter;
import app.forecourt.car.CarDraft;
import app.forecourt.car.Problem;
import app.forecourt.car.ValidCar;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.check.DraftGenerator;
import app.forecourt.car.check.ProblemCases;
import app.forecourt.testing.FewerTriesHook;
import app.forecourt.text.TextSanitizer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.Test;

/** Cars written as JSON and read back unchanged. */
class ReadBackTest {
    private static final CarJsonWriter JSON = new CarJsonWriter();

    @Test
    void vendorExampleIsReadBack() throws IOException {
        ObjectMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        JsonNode example = mapper.readTree(ReadBackTest.class.getResource("/example-car.json"));

        CarImportResult.ImportedCar imported = only(CarImportParser.parse(example.toString()));

        assertEmpty(imported.leftOut());
        assertEquals("15944.63", imported.draft().text(SALES_PRICE));
        assertEquals(example, mapper.readTree(JSON.toJson(car(imported.draft()))));
    }

    // The generated texts include the edge cases.
    @AddLifecycleHook(FewerTriesHook.class)
    @Property(seed = "20261201", edgeCases = EdgeCasesMode.NONE)
    void anyCarIsReadBack(@ForAll("drafts") CarDraft draft) {
        CarDraft whole = corrected(draft);
        // Imported long texts are normalised to NFC.
        ValidCar car = car(whole.with(DESCRIPTION, Normalizer.normalize(whole.text(DESCRIPTION), Normalizer.Form.NFC)));

        CarImportResult.ImportedCar imported = only(CarImportParser.parse(JSON.toJson(car)));

        assertEmpty(imported.leftOut());
        assertEquals(car, car(imported.draft()));
    }

    @Provide
    Arbitrary<CarDraft> drafts() {
        return DraftGenerator.drafts();
    }

    /** Corrects the values that block sending; hardly any generated draft could be sent otherwise. */
    private static CarDraft corrected(CarDraft draft) {
        // Option lists hold only such names.
        CarDraft corrected = draft.withOptions(draft.options().stream()
                .filter(name -> !name.isBlank() && !TextSanitizer.hasControlCharacters(name))
                .toList());
        for (Problem problem : ProblemCases.check(corrected, Optional.empty()).problems()) {
            if (problem.code().isError()) {
                corrected = problem.field() == OPTIONS
                        ? corrected.withOptions(List.of())
                        : corrected.with(problem.field(), ProblemCases.GOOD.text(problem.field()));
            }
        }
        return corrected;
    }

    private static ValidCar car(CarDraft draft) {
        return assertInstanceOf(CarValidator.Result.Valid.class, ProblemCases.check(draft, Optional.empty()))
                .car();
    }

    private static CarImportResult.ImportedCar only(CarImportResult imported) {
        var cars = assertInstanceOf(CarImportResult.Cars.class, imported);
        assertEquals(0, cars.skipped());
        assertEquals(1, cars.cars().size());
        return cars.cars().getFirst();
    }
}
