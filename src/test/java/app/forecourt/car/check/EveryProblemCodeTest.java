package app.forecourt.car.check;

import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.REST_BPM;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.SALES_PRICE_EX_VAT;
import static app.forecourt.car.CarField.TAX_AMOUNT;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.car.Problem.Code.ALSO_IN_LIST;
import static app.forecourt.car.Problem.Code.DEALERSHIP_BY_NAME;
import static app.forecourt.car.Problem.Code.DEALERSHIP_FROM_ELSEWHERE;
import static app.forecourt.car.Problem.Code.DEALERSHIP_LACKS_ID;
import static app.forecourt.car.Problem.Code.DEALERSHIP_NOT_HERE;
import static app.forecourt.car.Problem.Code.DEALERSHIP_UNKNOWN;
import static app.forecourt.car.Problem.Code.HELD_BY_DESK;
import static app.forecourt.car.Problem.Code.MISPLACED_VALUE;
import static app.forecourt.car.Problem.Code.NO_DESCRIPTION;
import static app.forecourt.car.Problem.Code.NO_FIRST_REGISTRATION;
import static app.forecourt.car.Problem.Code.NO_MILEAGE;
import static app.forecourt.car.Problem.Code.NO_PHOTO;
import static app.forecourt.car.Problem.Code.OPTIONS_UNCHECKED;
import static app.forecourt.car.Problem.Code.OPTION_BEYOND_LIST;
import static app.forecourt.car.Problem.Code.OPTION_TWICE;
import static app.forecourt.car.Problem.Code.REFUSED_BY_AUTOCHAT;
import static app.forecourt.car.Problem.Code.REGISTER_DIFFERS;
import static app.forecourt.car.Problem.Code.REGISTER_OFFERS;
import static app.forecourt.car.Problem.Code.REGISTER_OF_OTHER_PLATE;
import static app.forecourt.car.Problem.Code.SAME_OPTION;
import static app.forecourt.car.Problem.Code.SENT_BEFORE;
import static app.forecourt.car.Problem.Code.SENT_UNCHANGED;
import static app.forecourt.car.Problem.Code.STOCK_RESTORED;
import static app.forecourt.car.Problem.Code.STOCK_UNREACHABLE;
import static app.forecourt.car.Problem.Code.TEXT_OF_ANOTHER_CAR;
import static app.forecourt.car.Problem.Code.TOO_LONG;
import static app.forecourt.car.Problem.Code.TOO_MANY;
import static app.forecourt.car.Problem.Code.TOO_MUCH_PASTED;
import static app.forecourt.car.Problem.Code.UNKNOWN_OPTION;
import static app.forecourt.car.check.ProblemCases.GOOD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Country;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.car.ProfileDealerships;
import app.forecourt.option.AvailableOptions;
import app.forecourt.testing.ProofTest;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests of each problem code of this package, with a draft just inside the rule and one just outside. Today is 24
 * November 2026.
 */
class EveryProblemCodeTest {
    /** Codes raised by AutoChat and by the models; tested there. */
    private static final Set<Problem.Code> RAISED_ELSEWHERE = Set.of(
            REFUSED_BY_AUTOCHAT,
            TOO_MUCH_PASTED,
            SENT_BEFORE,
            SENT_UNCHANGED,
            HELD_BY_DESK,
            STOCK_UNREACHABLE,
            STOCK_RESTORED,
            ALSO_IN_LIST,
            TEXT_OF_ANOTHER_CAR,
            NO_MILEAGE,
            NO_FIRST_REGISTRATION,
            NO_DESCRIPTION,
            NO_PHOTO,
            REGISTER_DIFFERS,
            REGISTER_OFFERS,
            REGISTER_OF_OTHER_PLATE);
    /** Codes that need another option list or dealerships; tested below and by {@link DealershipRulesTest}. */
    private static final Set<Problem.Code> TESTED_SEPARATELY = Set.of(
            OPTIONS_UNCHECKED,
            OPTION_BEYOND_LIST,
            DEALERSHIP_BY_NAME,
            DEALERSHIP_FROM_ELSEWHERE,
            DEALERSHIP_NOT_HERE,
            DEALERSHIP_UNKNOWN,
            DEALERSHIP_LACKS_ID);

    private static final CarDraft VAT_CAR = GOOD.with(SALES_PRICE, "12.100").with(IS_TAX_DEDUCTIBLE, "true");

    /**
     * Code, field, texts of other fields, a text just inside the rule, one just outside, corrections and arguments. A
     * text with = is of another field. An argument that ends with i is a whole number, one with d is a decimal.
     */
    private static final List<String> ROWS = List.of(
            "VIN_MAKER|VIN||WAVWGBFH3AN026569|WBAWGBFH3AN026569||BMW",
            "VIN_MODEL_YEAR|VIN||WAVWGBFH30N026569|WAVWGBFH3AN026569||2010",
            "VIN_MAKER_UNKNOWN|VIN||WVWWGBFH3AN026569|WVXWGBFH3AN026569||WVX",
            "VIN_CHECK_DIGIT|VIN||1M8GDM9AXKP042788|1M8GDM9A1KP042788||X",
            "VIN_CHECK_DIGIT|VIN||WM8GDM9A1KP042788|LM8GDM9A1KP042788||4",
            "VIN_CHECK_DIGIT|VIN||6M8GDM9A1KP042788|5M8GDM9A1KP042788||9",
            "VIN_OTHER_MAKER|VIN||WBAWGBFH3AN026569|WVWWGBFH3AN026569||Volkswagen",
            "VIN_LETTER_AT_END|VIN||WAVWGBFH3ANX26569|WAVWGBFH3AN02X569",
            "VIN_LETTER_AT_END|VIN||WAVWGBFH3AN026569|WAVWGBFH3AN02656Z",
            "VIN_FILLER|VIN||WVWZZZAUZJW123456|WVWZSZAUZJW123456",
            "VIN_FILLER|VIN||WVWZASAUZJW123456|WVWZZSAUZJW123456",
            "VIN_FILLER|VIN||WBAZZAAUZJW123456|WAUZZAAUZJW123456",
            "PLATE_LETTER|LICENSE_PLATE||GB-001-B|GB-001-A||A",
            "PLATE_LETTER|LICENSE_PLATE||WB-001-B|GB-001-W||W",
            "PLATE_LETTER|LICENSE_PLATE||GB-YB-01|GB-CB-01||C",
            "PLATE_LETTER|LICENSE_PLATE||AA-10-BB|GA-10-BB||A",
            "PLATE_LETTER|LICENSE_PLATE||12-34-AE|12-AE-BB||A",
            "PLATE_OLDER_THAN_CAR|LICENSE_PLATE|LICENSE_PLATE=12-SB-BB|DATE_OF_FIRST_REGISTRATION=31-12-2009|DATE_OF_FIRST_REGISTRATION=01-01-2010||2008",
            "PLATE_OLDER_THAN_CAR|LICENSE_PLATE|DATE_OF_FIRST_REGISTRATION=16-09-2022|12-VB-BB|12-SB-BB||2008",
            "PLATE_OLDER_THAN_CAR|LICENSE_PLATE|DATE_OF_FIRST_REGISTRATION=16-09-2022|X-100-FF|1-XFD-10||2015",
            "PLATE_UNKNOWN|LICENSE_PLATE||XD9913|XD99134A||XD99134A",
            "VIN_LENGTH|VIN||WAVWGBFH3AN026569|WAVWGBFH3AN02656||16i",
            "VIN_LENGTH|VIN||WAVWGBFH3AN026569|WAVWGBFH3AN0265691||18i",
            "VIN_CHARACTER|VIN||WAVWGBFH3AN026569|WAVWGBFH3ANQ26569||Q;12i",
            "VIN_O_OR_I|VIN||WAVWGBFH3AN026569|WAVWGBFH3ANO26569|WAVWGBFH3AN026569|WAVWGBFH3AN026569",
            "NOT_A_PLATE|LICENSE_PLATE||XD-9913|XD*9913||XD*9913",
            "UNKNOWN_WORD|FUEL_TYPE||Petrol|petroll|petrol|petroll",
            "MODEL_NEARLY_KNOWN|MODEL|BRAND=seat|arosa|aroka|arona;arosa|aroka",
            "MODEL_NEARLY_KNOWN|MODEL|BRAND=Opel|Corsa Van|Corssa|corsa|corssa",
            "MODEL_NEARLY_KNOWN|MODEL|BRAND=peugeot|3108|0308|3008|0308",
            "MISPLACED_VALUE|MODEL||9-3|28-02-2019||0i",
            "MISPLACED_VALUE|VERSION||1.2.16|28/2/19||0i",
            "MISPLACED_VALUE|VERSION||1.600|27.500||1i",
            "MISPLACED_VALUE|MODEL||500|€ 500||1i",
            "MISPLACED_VALUE|MODEL||CX-30|XF-100-F||2i",
            "MISPLACED_VALUE|BRAND||Opel|1-ABC-123||2i",
            "MISPLACED_VALUE|VERSION||R-Line 1.5 TSI DSG|WVWZZZ1KZAW000123||3i",
            "UNKNOWN_WORD|BODY_TYPE||SUV|hovercraft||hovercraft",
            "UNKNOWN_WORD|CURRENCY||ISK|QQQ||QQQ",
            "UNKNOWN_WORD|MILEAGE_UNIT||mi|furlongs||FURLONGS",
            "NOT_A_CODE|CURRENCY||EUR|EURO||EURO",
            "UNUSUAL|ENGINE_KW||20|19||20d;800d",
            "UNUSUAL|ENGINE_KW||800|801||20d;800d",
            "UNUSUAL|ENGINE_DISPLACEMENT||500|499||500d;8500d",
            "UNUSUAL|ENGINE_DISPLACEMENT||8500|8501||500d;8500d",
            "UNUSUAL|NUMBER_OF_DOORS||2|1||2d;5d",
            "UNUSUAL|NUMBER_OF_DOORS||5|6||2d;5d",
            "UNUSUAL|MILEAGE||1|0||1d;500000d",
            "UNUSUAL|MILEAGE||500000|500001||1d;500000d",
            "UNUSUAL|SALES_PRICE||250|249||250d;500000d",
            "UNUSUAL|SALES_PRICE||500000|500001||250d;500000d",
            "UNUSUAL|ENGINE_EMISSION||500|501||0d;500d",
            "UNUSUAL|GEARS||10|11||1d;10d",
            "UNUSUAL|SALES_PRICE||500.000|500.000,01||250d;500000d",
            "NOT_A_NUMBER|NUMBER_OF_DOORS||4,0|4,5||4,5",
            "NOT_A_YEAR|YEAR_OF_CONSTRUCTION||19|201||201",
            "NOT_AN_AMOUNT|SALES_PRICE||1.234.567|1.23.456||1.23.456",
            "OUT_OF_RANGE|GEARS||1|0||1d;99d",
            "OUT_OF_RANGE|GEARS||99|100||1d;99d",
            "NOT_A_DATE|DATE_OF_FIRST_REGISTRATION||29-02-2024|29 feb 24||29 feb 24",
            "NO_SUCH_DAY|DATE_OF_FIRST_REGISTRATION||29-02-2024|29-02-2023||29-02-2023",
            "NO_DAY|DATE_OF_FIRST_REGISTRATION||01.03.2015|03.2015|01.03.2015",
            "IN_THE_FUTURE|DATE_OF_FIRST_REGISTRATION||24-11-2026|25-11-2026",
            "IN_THE_FUTURE|YEAR_OF_CONSTRUCTION||2027|2028",
            "BEFORE_CARS|YEAR_OF_CONSTRUCTION||1886|1885",
            "BEFORE_CARS|DATE_OF_FIRST_REGISTRATION||01-01-1886|31-12-1885",
            "BUILT_AFTER_REGISTRATION|YEAR_OF_CONSTRUCTION|DATE_OF_FIRST_REGISTRATION=16-09-2022|2022|2023||2022",
            "BUILT_LONG_BEFORE|YEAR_OF_CONSTRUCTION|DATE_OF_FIRST_REGISTRATION=16-09-2022|2020|2019||2022",
            "OLD_CAR|DATE_OF_FIRST_REGISTRATION||24-11-1996|23-11-1996",
            "OLD_CAR|YEAR_OF_CONSTRUCTION||1996|1995",
            "FEW_KILOMETRES|MILEAGE|DATE_OF_FIRST_REGISTRATION=23-11-2025|100|99",
            "FEW_KILOMETRES|MILEAGE|DATE_OF_FIRST_REGISTRATION=23-11-2025|0|1",
            "FEW_KILOMETRES|MILEAGE|MILEAGE=99|DATE_OF_FIRST_REGISTRATION=24-11-2025|DATE_OF_FIRST_REGISTRATION=23-11-2025",
            "FEW_KILOMETRES|MILEAGE|MILEAGE=99|YEAR_OF_CONSTRUCTION=2025|YEAR_OF_CONSTRUCTION=2024",
            "ELECTRIC_HAS_NONE|ENGINE_DISPLACEMENT|ENGINE_DISPLACEMENT=1998|FUEL_TYPE=|FUEL_TYPE=electric",
            "ELECTRIC_HAS_NONE|ENGINE_EMISSION|FUEL_TYPE=electric|0|1",
            "LOW_CO2|ENGINE_EMISSION|FUEL_TYPE=hybrid|60|59",
            "LOW_CO2|ENGINE_EMISSION|FUEL_TYPE=diesel|0|1",
            "LOW_CO2|ENGINE_EMISSION|ENGINE_EMISSION=28|FUEL_TYPE=plug-in|FUEL_TYPE=petrol",
            "VERSION_DIFFERS|ENGINE_DISPLACEMENT|VERSION=Tour 2.0t, 1,4 TSI|1510|1511||1,4",
            "VERSION_DIFFERS|ENGINE_DISPLACEMENT|VERSION=7.5 GTI 2.0 3.5T 6.9 kWh|1890|1889||2.0",
            "MILEAGE_FOR_AGE|MILEAGE|DATE_OF_FIRST_REGISTRATION=24-11-2016|10.000|9.990||1000i",
            "MILEAGE_FOR_AGE|MILEAGE|DATE_OF_FIRST_REGISTRATION=24-11-2023|300.000|310.000||103300i",
            "MILEAGE_FOR_AGE|MILEAGE|MILEAGE=1.500|DATE_OF_FIRST_REGISTRATION=24-11-2024|DATE_OF_FIRST_REGISTRATION=23-11-2024||700i",
            "MILEAGE_FOR_AGE|MILEAGE|MILEAGE=15.000|DATE_OF_FIRST_REGISTRATION=23-11-2006|DATE_OF_FIRST_REGISTRATION=24-11-2006||800i",
            "BURNS_WITHOUT_CO2|ENGINE_EMISSION|FUEL_TYPE=diesel|1|0",
            "BURNS_WITHOUT_CO2|ENGINE_EMISSION|ENGINE_EMISSION=0|FUEL_TYPE=electric|FUEL_TYPE=plugin_hybrid",
            "EX_VAT_ABOVE_PRICE|SALES_PRICE_EX_VAT|SALES_PRICE=12.100;IS_TAX_DEDUCTIBLE=true|12.100|12.100,01",
            "EX_VAT_IS_PRICE|SALES_PRICE_EX_VAT|SALES_PRICE=12.100;IS_TAX_DEDUCTIBLE=true|12.099,99|12.100",
            "EX_VAT_IS_PRICE|SALES_PRICE_EX_VAT|SALES_PRICE=12.100;SALES_PRICE_EX_VAT=12.100|IS_TAX_DEDUCTIBLE=|IS_TAX_DEDUCTIBLE=true",
            "TRADE_ABOVE_PRICE|TRADE_PRICE|SALES_PRICE=12.100;IS_TAX_DEDUCTIBLE=true|12.100|12.100,01",
            "TRADE_FAR_BELOW_PRICE|TRADE_PRICE|SALES_PRICE=12.100;IS_TAX_DEDUCTIBLE=true|6.050|6.049,99",
            "TRADE_FAR_BELOW_PRICE|TRADE_PRICE|SALES_PRICE=2.000;IS_TAX_DEDUCTIBLE=true|500|499,99",
            "SUM_DIFFERS|TAX_AMOUNT|SALES_PRICE=12.100;IS_TAX_DEDUCTIBLE=true;SALES_PRICE_EX_VAT=10.000|2.100|2.100,01||12100.01d",
            "SUM_DIFFERS|TAX_AMOUNT|SALES_PRICE=12.100;IS_TAX_DEDUCTIBLE=true;SALES_PRICE_EX_VAT=10.000||2.099,99||12099.99d",
            "BPM_ABOVE_PRICE|REST_BPM|SALES_PRICE=12.100;IS_TAX_DEDUCTIBLE=true|12.100|12.100,01",
            "NO_IDENTITY|LICENSE_PLATE||?| ",
            "NO_IDENTITY|LICENSE_PLATE|LICENSE_PLATE=|VIN=WAV|VIN=",
            "NO_IDENTITY|LICENSE_PLATE|LICENSE_PLATE=|INTERNAL_ID=1|INTERNAL_ID=",
            "INVISIBLE_CHARACTER|DESCRIPTION||a\u200Db|a\u202Eb|ab",
            "INVISIBLE_CHARACTER|TAGS||new|\uFEFFnew|new",
            "REQUIRED|DEALERSHIP_ID||1|DEALERSHIP_ID=",
            "REQUIRED|BRAND||x| ",
            "REQUIRED|MODEL||x|\u00A0",
            "REQUIRED|SALES_PRICE||1|\t",
            "CONTROL_CHARACTER|VERSION||a b|a\tb",
            "CONTROL_CHARACTER|DESCRIPTION||a\tb\r\n|a\u0007b",
            "CONTROL_CHARACTER|BRAND||bmw|b\u0085mw",
            "CONTROL_CHARACTER|TAGS||new,a|new,a\nb",
            "CONTROL_CHARACTER|DESCRIPTION||\uD83D\uDE97|half \uD83D a car",
            "HIDDEN_CHARACTER|GEARS||4|\u200E4|4",
            "HIDDEN_CHARACTER|LICENSE_PLATE||XD9913|XD\u202E9913|XD9913",
            "NOT_HTTPS|IMAGES||https://a.nl/1.jpg|http://a.nl/1.jpg|https://a.nl/1.jpg|http://a.nl/1.jpg;1i");

    static Stream<Arguments> all() {
        return Stream.concat(ROWS.stream().map(EveryProblemCodeTest::row), more());
    }

    private static Arguments row(String row) {
        List<String> cells = List.of((row + "||").split("\\|", -1));
        Problem.Code code = Problem.Code.valueOf(cells.getFirst());
        CarField field = CarField.valueOf(cells.get(1));
        CarDraft draft = with(GOOD, field, cells.get(2));
        return arguments(
                code,
                with(draft, field, cells.get(3)),
                with(draft, field, cells.get(4)),
                Problem.of(
                                field,
                                code,
                                parts(cells.get(6))
                                        .map(EveryProblemCodeTest::argument)
                                        .toArray())
                        .withCorrections(parts(cells.get(5)).toList()));
    }

    private static CarDraft with(CarDraft draft, CarField field, String texts) {
        if (!texts.contains("=")) {
            return texts.isEmpty() ? draft : draft.with(field, texts);
        }
        CarDraft changed = draft;
        for (String text : texts.split(";")) {
            changed = changed.with(CarField.valueOf(text.replaceFirst("=.*", "")), text.replaceFirst(".*?=", ""));
        }
        return changed;
    }

    private static Stream<String> parts(String cell) {
        return Stream.of(cell.split(";")).filter(part -> !part.isEmpty());
    }

    private static Object argument(String text) {
        if (text.matches("\\d+i")) {
            return Integer.valueOf(text.replace("i", ""));
        }
        return text.matches("[\\d.]+d") ? new BigDecimal(text.replace("d", "")) : text;
    }

    /** Returns the cases with long texts and options. */
    private static Stream<Arguments> more() {
        return Stream.of(
                breaks(
                        SAME_OPTION,
                        GOOD.withOptions(List.of("abs", "seat_heating")),
                        GOOD.withOptions(List.of("heated_seats", "abs", "seat_heating")),
                        OPTIONS,
                        "seat_heating",
                        "heated_seats"),
                breaks(TOO_LONG, VERSION, "x".repeat(121), "x".repeat(122), 121, 122),
                breaks(
                        TOO_MANY,
                        IMAGES,
                        "https://a.nl/1.jpg\n".repeat(30),
                        "https://a.nl/1.jpg\n".repeat(31),
                        BigDecimal.valueOf(30),
                        31),
                breaks(
                        UNKNOWN_OPTION,
                        GOOD.withOptions(List.of("abs")),
                        GOOD.withOptions(List.of("abs", "wings")),
                        OPTIONS,
                        "wings"),
                breaks(
                        OPTION_TWICE,
                        GOOD.withOptions(List.of("abs", "ac")),
                        GOOD.withOptions(List.of("abs", "ac", "abs", "abs")),
                        OPTIONS,
                        "abs"));
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("all")
    void draftJustKeepsAndJustBreaksTheRule(Problem.Code code, CarDraft inside, CarDraft outside, Problem problem) {
        assertEmpty(of(code, ProblemCases.problems(inside)));
        assertEquals(List.of(problem), of(code, ProblemCases.problems(outside)));
        // A warning never prevents sending.
        assertEquals(code.isError() ? List.of(problem) : List.of(), ProblemCases.errors(outside));
        assertEquals(
                code.isError() ? CarValidator.Result.Invalid.class : CarValidator.Result.Valid.class,
                ProblemCases.check(outside).getClass());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3008",
                "9-3",
                "CX-30",
                "e-208",
                "ID.3",
                "3-serie",
                "1.4",
                "1.4 16V",
                "2,0 TDI",
                "CLA 35 AMG",
                "1.5 - 150",
                "190 E 2.3-16",
                "XC-60-T8",
                "Grand C4",
                "9-3X",
                "100 kWh",
                "1300",
                "80-20",
                "2CV"
            })
    void nameOfCarLooksLikeNoOtherValue(String name) {
        for (CarField field : List.of(MODEL, VERSION)) {
            assertEmpty(of(MISPLACED_VALUE, ProblemCases.problems(GOOD.with(field, name))));
        }
    }

    @Test
    void optionsWithoutAListAreAWarning() {
        assertEquals(
                List.of(Problem.of(OPTIONS, OPTIONS_UNCHECKED)),
                ProblemCases.check(GOOD.withOptions(List.of("wings")), Optional.empty())
                        .problems());
        assertEmpty(ProblemCases.check(GOOD, Optional.empty()).problems());
    }

    @Test
    void optionsBeyondIncompleteListAreAWarning() {
        var cut =
                Optional.of(new AvailableOptions(ProblemCases.LIST.orElseThrow().options(), Map.of(), false));
        CarValidator.Result result = ProblemCases.check(GOOD.withOptions(List.of("abs", "wings")), cut);
        assertEquals(List.of(Problem.of(OPTIONS, OPTION_BEYOND_LIST, "wings")), result.problems());
        assertInstanceOf(CarValidator.Result.Valid.class, result);
    }

    @Test
    void duplicateOptionsAreReportedWithoutAList() {
        assertEquals(
                List.of(Problem.of(OPTIONS, OPTION_TWICE, "wings"), Problem.of(OPTIONS, OPTIONS_UNCHECKED)),
                ProblemCases.check(GOOD.withOptions(List.of("wings", "wings")), Optional.empty())
                        .problems());
    }

    @Test
    void sumIsCheckedOnlyIfTheTaxIsVat() {
        CarDraft draft = VAT_CAR.with(SALES_PRICE_EX_VAT, "10.000").with(TAX_AMOUNT, "1.500");
        for (PricingTerms.TaxMeaning meaning : PricingTerms.TaxMeaning.values()) {
            assertEquals(
                    meaning == PricingTerms.TaxMeaning.VAT ? 1 : 0, count(draft, Country.NL, meaning), meaning.name());
        }
    }

    @Test
    void restBpmIsCheckedOnlyInTheNetherlands() {
        for (Country country : Country.values()) {
            for (String restBpm : List.of("12.100,01", "abc")) {
                assertEquals(
                        country == Country.NL ? 1 : 0,
                        count(VAT_CAR.with(REST_BPM, restBpm), country, PricingTerms.TaxMeaning.VAT),
                        country + restBpm);
            }
        }
    }

    private static int count(CarDraft draft, Country country, PricingTerms.TaxMeaning tax) {
        return ProblemCases.CHECK
                .check(
                        draft,
                        ProblemCases.LIST,
                        new PricingTerms(country, tax, BigDecimal.TEN),
                        ProfileDealerships.NONE)
                .problems()
                .size();
    }

    @Test
    void everyCodeHasACase() {
        var covered = all().map(row -> (Problem.Code) row.get()[0])
                .collect(toCollection(() -> EnumSet.copyOf(TESTED_SEPARATELY)));
        var raisedHere = Arrays.stream(Problem.Code.values())
                .filter(code -> !RAISED_ELSEWHERE.contains(code))
                .collect(toSet());
        assertEquals(raisedHere, covered);
    }

    @Test
    void numbersAreUnique() {
        assertEquals(
                Problem.Code.values().length,
                Arrays.stream(Problem.Code.values())
                        .map(Problem.Code::number)
                        .distinct()
                        .count());
    }

    /**
     * Each code is raised in one place; a second place needs a code of its own. A place that only compares a code does
     * not raise one, because it passes the code to no method.
     */
    @ProofTest
    void everyCodeIsRaisedInOnePlace() {
        Map<String, Long> places = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("app.forecourt").stream()
                        .filter(type -> !type.isEquivalentTo(Problem.Code.class))
                        .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                        .filter(access -> access.getTarget().getOwner().isEquivalentTo(Problem.Code.class))
                        .filter(access -> access.getOrigin().getCallsFromSelf().stream()
                                .anyMatch(EveryProblemCodeTest::hasCodeParameter))
                        .collect(groupingBy(access -> access.getTarget().getName(), counting()));
        assertEquals(Arrays.stream(Problem.Code.values()).collect(toMap(Problem.Code::name, code -> 1L)), places);
    }

    private static boolean hasCodeParameter(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(Problem.Code.class));
    }

    private static List<Problem> of(Problem.Code code, List<Problem> problems) {
        return problems.stream().filter(problem -> problem.code() == code).toList();
    }

    private static Arguments breaks(Problem.Code code, CarField field, String inside, String outside, Object... args) {
        return breaks(code, GOOD.with(field, inside), GOOD.with(field, outside), field, args);
    }

    private static Arguments breaks(
            Problem.Code code, CarDraft inside, CarDraft outside, CarField field, Object... args) {
        return arguments(code, inside, outside, Problem.of(field, code, args));
    }
}
