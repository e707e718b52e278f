package app.forecourt.car.check;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.REST_BPM;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.TAGS;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;
import static app.forecourt.car.Problem.Code.NOT_AN_AMOUNT;
import static app.forecourt.car.Problem.Code.NOT_A_NUMBER;
import static app.forecourt.car.Problem.Code.NO_IDENTITY;
import static app.forecourt.car.Problem.Code.REQUIRED;
import static app.forecourt.car.Problem.Code.UNKNOWN_OPTION;
import static app.forecourt.car.Problem.Code.VIN_MODEL_YEAR;
import static app.forecourt.car.check.ProblemCases.CHECK;
import static app.forecourt.car.check.ProblemCases.GOOD;
import static app.forecourt.car.check.ProblemCases.LIST;
import static app.forecourt.car.check.ProblemCases.check;
import static app.forecourt.car.check.ProblemCases.errors;
import static app.forecourt.car.check.ProblemCases.list;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.car.ProfileDealerships;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.ValidCar;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.model.form.PriceCalculator;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the validation of a whole car. */
class CarValidatorTest {

    @Test
    void emptyDraftLacksTheRequiredFields() {
        assertEquals(
                List.of(
                        Problem.of(DEALERSHIP_ID, REQUIRED),
                        Problem.of(BRAND, REQUIRED),
                        Problem.of(MODEL, REQUIRED),
                        Problem.of(SALES_PRICE, REQUIRED)),
                errors(CarDraft.EMPTY));
        assertInstanceOf(CarValidator.Result.Invalid.class, check(CarDraft.EMPTY));
    }

    @Test
    void minimalCarHasListsAndFlagOnly() {
        var expected = new EnumMap<CarField, Object>(CarField.class);
        expected.putAll(Map.of(
                LICENSE_PLATE,
                "XD9913",
                DEALERSHIP_ID,
                "d-1",
                BRAND,
                "bmw",
                MODEL,
                "x6",
                SALES_PRICE,
                new BigDecimal("15944.63"),
                IS_TAX_DEDUCTIBLE,
                false,
                IMAGES,
                List.of(),
                TAGS,
                List.of(),
                OPTIONS,
                List.of()));
        assertEquals(expected, car(GOOD).values());
    }

    @ParameterizedTest
    @CsvSource({"true,true", "' true ',true", "TRUE,false", "false,false", "yes,false", "1,false"})
    void onlyTrueIsTaxDeductible(String text, boolean deductible) {
        assertEquals(
                deductible,
                car(GOOD.with(IS_TAX_DEDUCTIBLE, text)).value(IS_TAX_DEDUCTIBLE).orElseThrow());
    }

    @Test
    void tagsAreSplitAtCommas() {
        assertEquals(
                Optional.of(List.of("New in", "50% off", "New in")),
                ProblemCases.parsedValue(TAGS, " New in ,, 50% off,\u00A0New in, "));
        assertEquals(Optional.of(List.of()), ProblemCases.parsedValue(TAGS, ",,"));
        assertEquals(Optional.of(List.of("a")), ProblemCases.parsedValue(TAGS, "a,\uFEFF,\u202E "));
    }

    @Test
    void descriptionKeepsItsLines() {
        assertEquals(
                Optional.of("One\r\n\ttwo  three\n\nfour"),
                ProblemCases.parsedValue(DESCRIPTION, "\n One\r\n\ttwo  three\n\nfour \n"));
    }

    @Test
    void emptyOptionListKnowsNoOption() {
        var result = check(GOOD.withOptions(List.of("abs")), list());
        assertEquals(List.of(Problem.of(OPTIONS, UNKNOWN_OPTION, "abs")), result.problems());
    }

    @ParameterizedTest
    @CsvSource({
        "SALES_PRICE,CURRENCY,USD,'$15,944.63',15944.63",
        "SALES_PRICE,CURRENCY,USD,'USD 15,944.63',15944.63",
        "SALES_PRICE,CURRENCY,GBP,\u00A3 15944.63,15944.63",
        "SALES_PRICE,CURRENCY,EUR,'\u20AC15.944,63',15944.63",
        "SALES_PRICE,CURRENCY,CHF,Fr. 15'944.63,15944.63",
        "TAX_AMOUNT,CURRENCY,chf,CHF 15.944,15944",
        "SALES_PRICE,CURRENCY,'',\u20AC 15.944,15944",
        "MILEAGE,MILEAGE_UNIT,MI,15.944 mi,15944",
        "MILEAGE,MILEAGE_UNIT,Meilen,1.200 mi,1200",
        "MILEAGE,MILEAGE_UNIT,'',15.944 km,15944"
    })
    void matchingUnitIsAccepted(CarField field, CarField unitField, String unit, String text, String number) {
        var draft = GOOD.with(unitField, unit).with(field, text);
        assertEquals(Optional.of(number), CHECK.parse(draft).value(field).map(Object::toString));
    }

    @ParameterizedTest
    @CsvSource({
        "SALES_PRICE,CURRENCY,USD,\u20AC 15.944",
        "SALES_PRICE,CURRENCY,EUR,$ 15.944",
        "SALES_PRICE,CURRENCY,EUR,15.944 USD",
        "SALES_PRICE,CURRENCY,'',29.950 euro USD",
        "SALES_PRICE,CURRENCY,'',29.950 dollar",
        "SALES_PRICE,CURRENCY,'',euro",
        "SALES_PRICE,CURRENCY,'',29.950 eurocent",
        "SALES_PRICE,CURRENCY,'',\u20AC 29.950 euro",
        "SALES_PRICE,CURRENCY,'',EURO 5 EURO",
        "MILEAGE,MILEAGE_UNIT,MI,15.944 km",
        "MILEAGE,MILEAGE_UNIT,Kilometer,1.200 mi",
        "MILEAGE,MILEAGE_UNIT,'',15.944 mi",
        "ENGINE_KW,MILEAGE_UNIT,'',150 bhp",
        "ENGINE_DISPLACEMENT,MILEAGE_UNIT,'',150 pk",
        "NUMBER_OF_DOORS,CURRENCY,EUR,4 EUR"
    })
    void otherUnitIsRejected(CarField field, CarField unitField, String unit, String text) {
        Problem.Code code = field.type() == FieldType.MONEY ? NOT_AN_AMOUNT : NOT_A_NUMBER;
        assertEquals(
                List.of(Problem.of(field, code, text)),
                errors(GOOD.with(unitField, unit).with(field, text)));
    }

    /** L is 1990 or 2020, and next year's models are sold this year. */
    @ParameterizedTest
    @CsvSource({
        "'','',2020",
        "2019,'',2020",
        "2018,'',1990",
        "'',31-12-2019,2020",
        "'',31-12-2018,1990",
        "2020,31-12-2018,1990"
    })
    void modelYearFitsRegistrationOrConstruction(String built, String registered, String year) {
        var draft = GOOD.with(VIN, "WAVWGBFH3LN026569")
                .with(YEAR_OF_CONSTRUCTION, built)
                .with(DATE_OF_FIRST_REGISTRATION, registered);
        assertTrue(check(draft).problems().contains(Problem.of(VIN, VIN_MODEL_YEAR, year)));
    }

    /** An option can only be replaced if the problem names the option unchanged. */
    @Test
    void changedOptionNameHasNoCorrections() {
        assertEquals(List.of("radio"), offers("radios"));
        assertEmpty(offers("radios\u0000"));
    }

    private static List<String> offers(String option) {
        return errors(GOOD.withOptions(List.of(option))).getFirst().corrections();
    }

    @Test
    void restBpmIsCheckedButNotSent() {
        assertEquals(List.of(Problem.of(REST_BPM, NOT_AN_AMOUNT, "some")), errors(REST_BPM, "some"));
        assertEquals(Optional.of(new BigDecimal("1200")), ProblemCases.parsedValue(REST_BPM, "1.200,-"));
        assertEquals(car(GOOD), car(GOOD.with(REST_BPM, "1.200,-")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200B", "\u00AD", "\u200D", "\u0301", "\u3164", "\u2800", "\uFE0F", "\u115F", " \u202E\u202C "
            })
    void invisibleTextIsEmpty(String text) {
        for (CarField field : List.of(DEALERSHIP_ID, BRAND, MODEL, SALES_PRICE)) {
            assertEquals(List.of(Problem.of(field, REQUIRED)), errors(field, text));
        }
        assertEquals(
                List.of(NO_IDENTITY),
                ProblemCases.problems(GOOD.with(LICENSE_PLATE, text).with(INTERNAL_ID, text)).stream()
                        .map(Problem::code)
                        .toList());
    }

    @Test
    void digitIsNoCurrencyBesideAnAmount() {
        var draft = GOOD.with(CURRENCY, "1").with(SALES_PRICE, "15000");
        assertEquals(Optional.of(new BigDecimal("15000")), CHECK.parse(draft).value(SALES_PRICE));
        assertEquals(
                new BigDecimal("15000.00"),
                PriceCalculator.suggest(CHECK.parse(draft), PricingTerms.STANDARD)
                        .getFirst()
                        .amount());
    }

    @Test
    void todayIsInTheClocksTimeZone() {
        var lateInTheEvening = Instant.parse("2026-11-24T23:30:00Z");
        var draft = GOOD.with(DATE_OF_FIRST_REGISTRATION, "25-11-2026");
        var vocabulary = Vocabulary.bundled();
        assertFalse(new CarValidator(Clock.fixed(lateInTheEvening, ZoneId.of("UTC")), vocabulary)
                .check(draft, LIST, PricingTerms.STANDARD, ProfileDealerships.NONE)
                .problems()
                .isEmpty());
        assertTrue(new CarValidator(Clock.fixed(lateInTheEvening, ZoneId.of("Europe/Amsterdam")), vocabulary)
                .check(draft, LIST, PricingTerms.STANDARD, ProfileDealerships.NONE)
                .problems()
                .isEmpty());
    }

    private static ValidCar car(CarDraft draft) {
        return assertInstanceOf(CarValidator.Result.Valid.class, check(draft)).car();
    }

    @ParameterizedTest
    @CsvSource({
        "WVWZZZ1KZAW000123, volkswagen",
        "wvw-zzz 1kz.aw000123, volkswagen",
        "TMBZZZ1KZAW000123, skoda",
        "W0LZZZ1KZAW000123,",
        "XXXZZZ1KZAW000123,",
        "WVWZZZ1KZAW00012,",
        "WVWZZZ1KZAWOOO123,",
        "WVW,"
    })
    void completeVinOfOneBrandGivesTheBrand(String vin, @Nullable String brand) {
        assertEquals(
                Optional.ofNullable(brand).map(word -> new SourcedValue(BRAND, word, SourcedValue.Origin.VIN, true)),
                CHECK.brandOfVin(CHECK.parse(CarDraft.EMPTY.with(VIN, vin))));
    }
}
