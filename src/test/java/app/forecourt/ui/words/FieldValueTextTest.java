package app.forecourt.ui.words;

import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.GEARS;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.text.Language.DUTCH;
import static app.forecourt.text.Language.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.car.check.ProblemCases;
import app.forecourt.option.CarOption;
import app.forecourt.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of fields in the languages of the window. */
class FieldValueTextTest {
    private static final List<CarOption> OPTIONS =
            List.of(new CarOption("abs", "ABS"), new CarOption("ac", "Air conditioning"));
    private static final CarDraft DRAFT =
            new CarDraft(Map.of(CURRENCY, "EUR", MILEAGE_UNIT, "KM"), List.of("abs", "ac"));

    private static final String FILE = PhotoPlaceholder.of(new UUID(0, 1));

    private static FieldValueText values(Language language) {
        Messages messages = new Messages(language.locale(), ProblemCases.TODAY);
        messages.setOptionTranslator(OptionTranslator.of(language, OPTIONS));
        return new FieldValueText(
                messages,
                ProblemCases.CHECK.vocabulary(),
                name -> OPTIONS.stream()
                        .filter(option -> option.name().equals(name))
                        .findFirst()
                        .map(CarOption::prettyName)
                        .orElse(name),
                line -> line.equals(FILE) ? Optional.of("front.jpg") : Optional.empty());
    }

    private static String text(Language language, CarField field, String typed) {
        return values(language).text(field, ProblemCases.CHECK.parse(DRAFT.with(field, typed)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | YEAR_OF_CONSTRUCTION | 2022       | 2022
            ENGLISH | SALES_PRICE          | 17490      | 17,490.00 EUR
            DUTCH   | SALES_PRICE          | 17490      | 17.490,00 EUR
            ENGLISH | MILEAGE              | 64300      | 64,300 km
            DUTCH   | MILEAGE              | 64300      | 64.300 km
            ENGLISH | MILEAGE_UNIT         | KM         | km
            ENGLISH | CURRENCY             | EUR        | EUR
            ENGLISH | ENGINE_DISPLACEMENT  | 1199       | 1,199 cc
            GERMAN  | ENGINE_DISPLACEMENT  | 1199       | 1.199 cm³
            ENGLISH | ENGINE_KW            | 74         | 74 kW
            ENGLISH | NUMBER_OF_DOORS      | 5          | 5
            DUTCH   | IS_TAX_DEDUCTIBLE    | true       | ja
            GERMAN  | IS_TAX_DEDUCTIBLE    | false      | nein
            ENGLISH | BODY_TYPE            | sedan      | Saloon
            GERMAN  | BODY_TYPE            | saloon     | Limousine
            DUTCH   | BODY_COLOR           | black      | Zwart
            ENGLISH | LICENSE_PLATE        | r759bk     | R-759-BK
            GERMAN  | DATE_OF_FIRST_REGISTRATION | 25-07-2022 | 25. Juli 2022
            ENGLISH | SALES_PRICE          | many       | many
            """)
    void valueIsWrittenAsPeopleWriteIt(Language language, CarField field, String typed, String shown) {
        assertEquals(shown, text(language, field, typed));
    }

    @Test
    void numberWithoutKnownUnitHasNone() {
        CarDraft draft = new CarDraft(Map.of(SALES_PRICE, "17490", MILEAGE, "64300"), List.of());
        FieldValueText values = values(ENGLISH);
        assertEquals("17,490.00", values.text(SALES_PRICE, ProblemCases.CHECK.parse(draft)));
        assertEquals("64,300", values.text(MILEAGE, ProblemCases.CHECK.parse(draft)));
        assertEquals("", values.text(GEARS, ProblemCases.CHECK.parse(draft)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "http"})
    void photosWithoutAddressHaveTheNameOfTheirFile(String scheme) {
        String elsewhere = PhotoPlaceholder.of(new UUID(0, 2));
        assertEquals(
                scheme + "://a/1\nfront.jpg\nA photo of another computer",
                text(ENGLISH, IMAGES, scheme + "://a/1\n" + FILE + "\n" + elsewhere));
    }

    @Test
    void optionsHaveTheNamesOfTheirPane() {
        assertEquals("ABS\nAir conditioning", values(ENGLISH).text(CarField.OPTIONS, ProblemCases.CHECK.parse(DRAFT)));
        assertEquals("ABS\nAirco", values(DUTCH).options(DRAFT.options()));
    }
}
