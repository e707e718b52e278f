package app.forecourt.car.check;

import static app.forecourt.car.CarField.BODY_TYPE;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.ENGINE_DISPLACEMENT;
import static app.forecourt.car.CarField.ENGINE_EMISSION;
import static app.forecourt.car.CarField.ENGINE_KW;
import static app.forecourt.car.CarField.FUEL_TYPE;
import static app.forecourt.car.CarField.GEARS;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.NUMBER_OF_DOORS;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.REST_BPM;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.SALES_PRICE_EX_VAT;
import static app.forecourt.car.CarField.TAGS;
import static app.forecourt.car.CarField.TAX_AMOUNT;
import static app.forecourt.car.CarField.TRADE_PRICE;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;
import static app.forecourt.car.Problem.Code.ALSO_IN_LIST;
import static app.forecourt.car.Problem.Code.BEFORE_CARS;
import static app.forecourt.car.Problem.Code.BPM_ABOVE_PRICE;
import static app.forecourt.car.Problem.Code.BUILT_AFTER_REGISTRATION;
import static app.forecourt.car.Problem.Code.BUILT_LONG_BEFORE;
import static app.forecourt.car.Problem.Code.BURNS_WITHOUT_CO2;
import static app.forecourt.car.Problem.Code.CONTROL_CHARACTER;
import static app.forecourt.car.Problem.Code.DEALERSHIP_BY_NAME;
import static app.forecourt.car.Problem.Code.DEALERSHIP_FROM_ELSEWHERE;
import static app.forecourt.car.Problem.Code.DEALERSHIP_LACKS_ID;
import static app.forecourt.car.Problem.Code.DEALERSHIP_NOT_HERE;
import static app.forecourt.car.Problem.Code.DEALERSHIP_UNKNOWN;
import static app.forecourt.car.Problem.Code.ELECTRIC_HAS_NONE;
import static app.forecourt.car.Problem.Code.EX_VAT_ABOVE_PRICE;
import static app.forecourt.car.Problem.Code.EX_VAT_IS_PRICE;
import static app.forecourt.car.Problem.Code.FEW_KILOMETRES;
import static app.forecourt.car.Problem.Code.HELD_BY_DESK;
import static app.forecourt.car.Problem.Code.HIDDEN_CHARACTER;
import static app.forecourt.car.Problem.Code.INVISIBLE_CHARACTER;
import static app.forecourt.car.Problem.Code.IN_THE_FUTURE;
import static app.forecourt.car.Problem.Code.LOW_CO2;
import static app.forecourt.car.Problem.Code.MILEAGE_FOR_AGE;
import static app.forecourt.car.Problem.Code.MISPLACED_VALUE;
import static app.forecourt.car.Problem.Code.MODEL_NEARLY_KNOWN;
import static app.forecourt.car.Problem.Code.NOT_AN_AMOUNT;
import static app.forecourt.car.Problem.Code.NOT_A_CODE;
import static app.forecourt.car.Problem.Code.NOT_A_DATE;
import static app.forecourt.car.Problem.Code.NOT_A_NUMBER;
import static app.forecourt.car.Problem.Code.NOT_A_PLATE;
import static app.forecourt.car.Problem.Code.NOT_A_YEAR;
import static app.forecourt.car.Problem.Code.NOT_HTTPS;
import static app.forecourt.car.Problem.Code.NO_DAY;
import static app.forecourt.car.Problem.Code.NO_DESCRIPTION;
import static app.forecourt.car.Problem.Code.NO_FIRST_REGISTRATION;
import static app.forecourt.car.Problem.Code.NO_IDENTITY;
import static app.forecourt.car.Problem.Code.NO_MILEAGE;
import static app.forecourt.car.Problem.Code.NO_PHOTO;
import static app.forecourt.car.Problem.Code.NO_SUCH_DAY;
import static app.forecourt.car.Problem.Code.OLD_CAR;
import static app.forecourt.car.Problem.Code.OPTIONS_UNCHECKED;
import static app.forecourt.car.Problem.Code.OPTION_BEYOND_LIST;
import static app.forecourt.car.Problem.Code.OPTION_TWICE;
import static app.forecourt.car.Problem.Code.OUT_OF_RANGE;
import static app.forecourt.car.Problem.Code.PLATE_LETTER;
import static app.forecourt.car.Problem.Code.PLATE_OLDER_THAN_CAR;
import static app.forecourt.car.Problem.Code.PLATE_UNKNOWN;
import static app.forecourt.car.Problem.Code.REFUSED_BY_AUTOCHAT;
import static app.forecourt.car.Problem.Code.REGISTER_DIFFERS;
import static app.forecourt.car.Problem.Code.REGISTER_OFFERS;
import static app.forecourt.car.Problem.Code.REGISTER_OF_OTHER_PLATE;
import static app.forecourt.car.Problem.Code.REQUIRED;
import static app.forecourt.car.Problem.Code.SAME_OPTION;
import static app.forecourt.car.Problem.Code.SENT_BEFORE;
import static app.forecourt.car.Problem.Code.SENT_UNCHANGED;
import static app.forecourt.car.Problem.Code.STOCK_RESTORED;
import static app.forecourt.car.Problem.Code.STOCK_UNREACHABLE;
import static app.forecourt.car.Problem.Code.SUM_DIFFERS;
import static app.forecourt.car.Problem.Code.TEXT_OF_ANOTHER_CAR;
import static app.forecourt.car.Problem.Code.TOO_LONG;
import static app.forecourt.car.Problem.Code.TOO_MANY;
import static app.forecourt.car.Problem.Code.TOO_MUCH_PASTED;
import static app.forecourt.car.Problem.Code.TRADE_ABOVE_PRICE;
import static app.forecourt.car.Problem.Code.TRADE_FAR_BELOW_PRICE;
import static app.forecourt.car.Problem.Code.UNKNOWN_OPTION;
import static app.forecourt.car.Problem.Code.UNKNOWN_WORD;
import static app.forecourt.car.Problem.Code.UNUSUAL;
import static app.forecourt.car.Problem.Code.VERSION_DIFFERS;
import static app.forecourt.car.Problem.Code.VIN_CHARACTER;
import static app.forecourt.car.Problem.Code.VIN_CHECK_DIGIT;
import static app.forecourt.car.Problem.Code.VIN_FILLER;
import static app.forecourt.car.Problem.Code.VIN_LENGTH;
import static app.forecourt.car.Problem.Code.VIN_LETTER_AT_END;
import static app.forecourt.car.Problem.Code.VIN_MAKER;
import static app.forecourt.car.Problem.Code.VIN_MAKER_UNKNOWN;
import static app.forecourt.car.Problem.Code.VIN_MODEL_YEAR;
import static app.forecourt.car.Problem.Code.VIN_OTHER_MAKER;
import static app.forecourt.car.Problem.Code.VIN_O_OR_I;
import static app.forecourt.car.check.ProblemCases.GOOD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Country;
import app.forecourt.car.KnownDealerships;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.option.KnownOptions;
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
import java.util.stream.Collectors;
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

    private static final String VIN = "WAVWGBFH3AN026569";
    private static final CarDraft VAT_CAR = GOOD.with(SALES_PRICE, "12.100").with(IS_TAX_DEDUCTIBLE, "true");
    private static final CarDraft ELECTRIC = GOOD.with(FUEL_TYPE, "electric");
    private static final CarDraft REGISTERED = GOOD.with(DATE_OF_FIRST_REGISTRATION, "16-09-2022");
    private static final CarDraft SERIES_OF_2008 = GOOD.with(LICENSE_PLATE, "12-SB-BB");
    private static final CarDraft A_YEAR_OLD = GOOD.with(DATE_OF_FIRST_REGISTRATION, "24-11-2025");
    private static final CarDraft OLDER = GOOD.with(DATE_OF_FIRST_REGISTRATION, "23-11-2025");

    static Stream<Arguments> information() {
        return Stream.of(
                breaks(
                        VIN_MAKER,
                        GOOD.with(CarField.VIN, VIN),
                        GOOD.with(CarField.VIN, "WBAWGBFH3AN026569"),
                        CarField.VIN,
                        "BMW"),
                breaks(VIN_MODEL_YEAR, CarField.VIN, "WAVWGBFH30N026569", VIN, "2010"),
                breaks(VIN_MAKER_UNKNOWN, CarField.VIN, "WVWWGBFH3AN026569", "WVXWGBFH3AN026569", "WVX"),
                breaks(
                        SAME_OPTION,
                        GOOD.withOptions(List.of("abs", "seat_heating")),
                        GOOD.withOptions(List.of("heated_seats", "abs", "seat_heating")),
                        OPTIONS,
                        "seat_heating",
                        "heated_seats"));
    }

    static Stream<Arguments> identity() {
        return Stream.of(
                breaks(VIN_CHECK_DIGIT, CarField.VIN, "1M8GDM9AXKP042788", "1M8GDM9A1KP042788", "X"),
                breaks(VIN_CHECK_DIGIT, CarField.VIN, "WM8GDM9A1KP042788", "LM8GDM9A1KP042788", "4"),
                breaks(VIN_CHECK_DIGIT, CarField.VIN, "6M8GDM9A1KP042788", "5M8GDM9A1KP042788", "9"),
                breaks(VIN_OTHER_MAKER, CarField.VIN, "WBAWGBFH3AN026569", "WVWWGBFH3AN026569", "Volkswagen"),
                breaks(VIN_LETTER_AT_END, CarField.VIN, "WAVWGBFH3ANX26569", "WAVWGBFH3AN02X569"),
                breaks(VIN_LETTER_AT_END, CarField.VIN, VIN, "WAVWGBFH3AN02656Z"),
                breaks(VIN_FILLER, CarField.VIN, "WVWZZZAUZJW123456", "WVWZSZAUZJW123456"),
                breaks(VIN_FILLER, CarField.VIN, "WVWZASAUZJW123456", "WVWZZSAUZJW123456"),
                breaks(VIN_FILLER, CarField.VIN, "WBAZZAAUZJW123456", "WAUZZAAUZJW123456"),
                breaks(PLATE_LETTER, LICENSE_PLATE, "GB-001-B", "GB-001-A", "A"),
                breaks(PLATE_LETTER, LICENSE_PLATE, "WB-001-B", "GB-001-W", "W"),
                breaks(PLATE_LETTER, LICENSE_PLATE, "GB-YB-01", "GB-CB-01", "C"),
                breaks(PLATE_LETTER, LICENSE_PLATE, "AA-10-BB", "GA-10-BB", "A"),
                breaks(PLATE_LETTER, LICENSE_PLATE, "12-34-AE", "12-AE-BB", "A"),
                breaks(
                        PLATE_OLDER_THAN_CAR,
                        SERIES_OF_2008.with(DATE_OF_FIRST_REGISTRATION, "31-12-2009"),
                        SERIES_OF_2008.with(DATE_OF_FIRST_REGISTRATION, "01-01-2010"),
                        LICENSE_PLATE,
                        "2008"),
                breaks(
                        PLATE_OLDER_THAN_CAR,
                        SERIES_OF_2008.with(DATE_OF_FIRST_REGISTRATION, "16-09-2022"),
                        LICENSE_PLATE,
                        "12-VB-BB",
                        "12-SB-BB",
                        "2008"),
                breaks(PLATE_OLDER_THAN_CAR, REGISTERED, LICENSE_PLATE, "X-100-FF", "1-XFD-10", "2015"),
                breaks(PLATE_UNKNOWN, LICENSE_PLATE, "XD9913", "XD99134A", "XD99134A"),
                breaks(NO_IDENTITY, LICENSE_PLATE, "?", " "),
                breaks(VIN_LENGTH, CarField.VIN, VIN, "WAVWGBFH3AN02656", 16),
                breaks(VIN_LENGTH, CarField.VIN, VIN, "WAVWGBFH3AN0265691", 18),
                breaks(VIN_CHARACTER, CarField.VIN, VIN, "WAVWGBFH3ANQ26569", "Q", 12),
                breaksWithCorrection(VIN_O_OR_I, CarField.VIN, VIN, "WAVWGBFH3ANO26569", VIN, VIN),
                breaks(NOT_A_PLATE, LICENSE_PLATE, "XD-9913", "XD*9913", "XD*9913"));
    }

    static Stream<Arguments> words() {
        return Stream.of(
                breaksWithCorrection(UNKNOWN_WORD, FUEL_TYPE, "Petrol", "petroll", "petrol", "petroll"),
                breaksWithCorrection(
                        MODEL_NEARLY_KNOWN,
                        GOOD.with(BRAND, "seat"),
                        MODEL,
                        "arosa",
                        "aroka",
                        List.of("arona", "arosa"),
                        "aroka"),
                breaksWithCorrection(
                        MODEL_NEARLY_KNOWN,
                        GOOD.with(BRAND, "Opel"),
                        MODEL,
                        "Corsa Van",
                        "Corssa",
                        List.of("corsa"),
                        "corssa"),
                breaksWithCorrection(
                        MODEL_NEARLY_KNOWN,
                        GOOD.with(BRAND, "peugeot"),
                        MODEL,
                        "3108",
                        "0308",
                        List.of("3008"),
                        "0308"),
                breaks(MISPLACED_VALUE, MODEL, "9-3", "28-02-2019", 0),
                breaks(MISPLACED_VALUE, VERSION, "1.2.16", "28/2/19", 0),
                breaks(MISPLACED_VALUE, VERSION, "1.600", "27.500", 1),
                breaks(MISPLACED_VALUE, MODEL, "500", "€ 500", 1),
                breaks(MISPLACED_VALUE, MODEL, "CX-30", "XF-100-F", 2),
                breaks(MISPLACED_VALUE, BRAND, "Opel", "1-ABC-123", 2),
                breaks(MISPLACED_VALUE, VERSION, "R-Line 1.5 TSI DSG", "WVWZZZ1KZAW000123", 3),
                breaks(UNKNOWN_WORD, BODY_TYPE, "SUV", "hovercraft", "hovercraft"),
                breaks(UNKNOWN_WORD, CURRENCY, "ISK", "QQQ", "QQQ"),
                breaks(UNKNOWN_WORD, MILEAGE_UNIT, "mi", "furlongs", "FURLONGS"),
                breaksWithCorrection(INVISIBLE_CHARACTER, DESCRIPTION, "a\u200Db", "a\u202Eb", "ab"),
                breaksWithCorrection(INVISIBLE_CHARACTER, TAGS, "new", "\uFEFFnew", "new"),
                breaks(REQUIRED, DEALERSHIP_ID, "1", ""),
                breaks(REQUIRED, BRAND, "x", " "),
                breaks(REQUIRED, MODEL, "x", "\u00A0"),
                breaks(REQUIRED, SALES_PRICE, "1", "\t"),
                breaks(TOO_LONG, VERSION, "x".repeat(121), "x".repeat(122), 121, 122),
                breaks(CONTROL_CHARACTER, VERSION, "a b", "a\tb"),
                breaks(CONTROL_CHARACTER, DESCRIPTION, "a\tb\r\n", "a\u0007b"),
                breaks(CONTROL_CHARACTER, BRAND, "bmw", "b\u0085mw"),
                breaks(CONTROL_CHARACTER, TAGS, "new,a", "new,a\nb"),
                breaks(CONTROL_CHARACTER, DESCRIPTION, "\uD83D\uDE97", "half \uD83D a car"),
                breaks(NOT_A_CODE, CURRENCY, "EUR", "EURO", "EURO"),
                breaksWithCorrection(HIDDEN_CHARACTER, GEARS, "4", "\u200E4", "4"),
                breaksWithCorrection(HIDDEN_CHARACTER, LICENSE_PLATE, "XD9913", "XD\u202E9913", "XD9913"));
    }

    static Stream<Arguments> numbersAndDays() {
        return Stream.of(
                        unusual(ENGINE_KW, 20, 800),
                        unusual(ENGINE_DISPLACEMENT, 500, 8_500),
                        unusual(NUMBER_OF_DOORS, 2, 5),
                        unusual(MILEAGE, 1, 500_000),
                        unusual(SALES_PRICE, 250, 500_000),
                        Stream.of(
                                breaks(UNUSUAL, ENGINE_EMISSION, "500", "501", decimal(0), decimal(500)),
                                breaks(UNUSUAL, GEARS, "10", "11", decimal(1), decimal(10)),
                                breaks(UNUSUAL, SALES_PRICE, "500.000", "500.000,01", decimal(250), decimal(500_000)),
                                breaks(NOT_A_NUMBER, NUMBER_OF_DOORS, "4,0", "4,5", "4,5"),
                                breaks(NOT_A_YEAR, YEAR_OF_CONSTRUCTION, "2019", "19", "19"),
                                breaks(NOT_AN_AMOUNT, SALES_PRICE, "1.234.567", "1.23.456", "1.23.456"),
                                breaks(OUT_OF_RANGE, GEARS, "1", "0", decimal(1), decimal(99)),
                                breaks(OUT_OF_RANGE, GEARS, "99", "100", decimal(1), decimal(99)),
                                breaks(NOT_A_DATE, DATE_OF_FIRST_REGISTRATION, "29-02-2024", "29 feb 24", "29 feb 24"),
                                breaks(
                                        NO_SUCH_DAY,
                                        DATE_OF_FIRST_REGISTRATION,
                                        "29-02-2024",
                                        "29-02-2023",
                                        "29-02-2023"),
                                breaksWithCorrection(
                                        NO_DAY, DATE_OF_FIRST_REGISTRATION, "01.03.2015", "03.2015", "01.03.2015"),
                                breaks(IN_THE_FUTURE, DATE_OF_FIRST_REGISTRATION, "24-11-2026", "25-11-2026"),
                                breaks(IN_THE_FUTURE, YEAR_OF_CONSTRUCTION, "2027", "2028"),
                                breaks(BEFORE_CARS, YEAR_OF_CONSTRUCTION, "1886", "1885"),
                                breaks(BEFORE_CARS, DATE_OF_FIRST_REGISTRATION, "01-01-1886", "31-12-1885")))
                .flatMap(row ->
                        row instanceof Stream<?> rows ? rows.map(Arguments.class::cast) : Stream.of((Arguments) row));
    }

    static Stream<Arguments> agreement() {
        return Stream.of(
                breaks(BUILT_AFTER_REGISTRATION, REGISTERED, YEAR_OF_CONSTRUCTION, "2022", "2023", "2022"),
                breaks(BUILT_LONG_BEFORE, REGISTERED, YEAR_OF_CONSTRUCTION, "2020", "2019", "2022"),
                breaks(OLD_CAR, DATE_OF_FIRST_REGISTRATION, "24-11-1996", "23-11-1996"),
                breaks(OLD_CAR, YEAR_OF_CONSTRUCTION, "1996", "1995"),
                breaks(FEW_KILOMETRES, OLDER, MILEAGE, "100", "99"),
                breaks(FEW_KILOMETRES, OLDER, MILEAGE, "0", "1"),
                breaks(FEW_KILOMETRES, A_YEAR_OLD.with(MILEAGE, "99"), OLDER.with(MILEAGE, "99"), MILEAGE),
                breaks(
                        FEW_KILOMETRES,
                        GOOD.with(MILEAGE, "99").with(YEAR_OF_CONSTRUCTION, "2025"),
                        GOOD.with(MILEAGE, "99").with(YEAR_OF_CONSTRUCTION, "2024"),
                        MILEAGE),
                breaks(
                        ELECTRIC_HAS_NONE,
                        GOOD.with(ENGINE_DISPLACEMENT, "1998"),
                        ELECTRIC.with(ENGINE_DISPLACEMENT, "1998"),
                        ENGINE_DISPLACEMENT),
                breaks(ELECTRIC_HAS_NONE, ELECTRIC, ENGINE_EMISSION, "0", "1"),
                breaks(LOW_CO2, GOOD.with(FUEL_TYPE, "hybrid"), ENGINE_EMISSION, "60", "59"),
                breaks(LOW_CO2, GOOD.with(FUEL_TYPE, "diesel"), ENGINE_EMISSION, "0", "1"),
                breaks(
                        LOW_CO2,
                        ELECTRIC.with(ENGINE_EMISSION, "28").with(FUEL_TYPE, "plug-in"),
                        GOOD.with(ENGINE_EMISSION, "28").with(FUEL_TYPE, "petrol"),
                        ENGINE_EMISSION),
                breaks(
                        VERSION_DIFFERS,
                        GOOD.with(VERSION, "Tour 2.0t, 1,4 TSI"),
                        ENGINE_DISPLACEMENT,
                        "1510",
                        "1511",
                        "1,4"),
                breaks(
                        VERSION_DIFFERS,
                        GOOD.with(VERSION, "7.5 GTI 2.0 3.5T 6.9 kWh"),
                        ENGINE_DISPLACEMENT,
                        "1890",
                        "1889",
                        "2.0"),
                breaks(
                        MILEAGE_FOR_AGE,
                        GOOD.with(DATE_OF_FIRST_REGISTRATION, "24-11-2016"),
                        MILEAGE,
                        "10.000",
                        "9.990",
                        1_000),
                breaks(
                        MILEAGE_FOR_AGE,
                        GOOD.with(DATE_OF_FIRST_REGISTRATION, "24-11-2023"),
                        MILEAGE,
                        "300.000",
                        "310.000",
                        103_300),
                breaks(
                        MILEAGE_FOR_AGE,
                        GOOD.with(MILEAGE, "1.500").with(DATE_OF_FIRST_REGISTRATION, "24-11-2024"),
                        GOOD.with(MILEAGE, "1.500").with(DATE_OF_FIRST_REGISTRATION, "23-11-2024"),
                        MILEAGE,
                        700),
                breaks(
                        MILEAGE_FOR_AGE,
                        GOOD.with(MILEAGE, "15.000").with(DATE_OF_FIRST_REGISTRATION, "23-11-2006"),
                        GOOD.with(MILEAGE, "15.000").with(DATE_OF_FIRST_REGISTRATION, "24-11-2006"),
                        MILEAGE,
                        800),
                breaks(BURNS_WITHOUT_CO2, GOOD.with(FUEL_TYPE, "diesel"), ENGINE_EMISSION, "1", "0"),
                breaks(
                        BURNS_WITHOUT_CO2,
                        ELECTRIC.with(ENGINE_EMISSION, "0"),
                        GOOD.with(ENGINE_EMISSION, "0").with(FUEL_TYPE, "plugin_hybrid"),
                        ENGINE_EMISSION),
                breaks(EX_VAT_ABOVE_PRICE, VAT_CAR, SALES_PRICE_EX_VAT, "12.100", "12.100,01"),
                breaks(EX_VAT_IS_PRICE, VAT_CAR, SALES_PRICE_EX_VAT, "12.099,99", "12.100"),
                breaks(
                        EX_VAT_IS_PRICE,
                        VAT_CAR.with(SALES_PRICE_EX_VAT, "12.100").with(IS_TAX_DEDUCTIBLE, ""),
                        VAT_CAR.with(SALES_PRICE_EX_VAT, "12.100"),
                        SALES_PRICE_EX_VAT),
                breaks(TRADE_ABOVE_PRICE, VAT_CAR, TRADE_PRICE, "12.100", "12.100,01"),
                breaks(TRADE_FAR_BELOW_PRICE, VAT_CAR, TRADE_PRICE, "6.050", "6.049,99"),
                breaks(TRADE_FAR_BELOW_PRICE, VAT_CAR.with(SALES_PRICE, "2.000"), TRADE_PRICE, "500", "499,99"),
                breaks(
                        SUM_DIFFERS,
                        VAT_CAR.with(SALES_PRICE_EX_VAT, "10.000"),
                        TAX_AMOUNT,
                        "2.100",
                        "2.100,01",
                        new BigDecimal("12100.01")),
                breaks(
                        SUM_DIFFERS,
                        VAT_CAR.with(SALES_PRICE_EX_VAT, "10.000"),
                        TAX_AMOUNT,
                        "",
                        "2.099,99",
                        new BigDecimal("12099.99")),
                breaks(BPM_ABOVE_PRICE, VAT_CAR, REST_BPM, "12.100", "12.100,01"));
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                breaksWithCorrection(
                        NOT_HTTPS,
                        IMAGES,
                        "https://a.nl/1.jpg",
                        "http://a.nl/1.jpg",
                        "https://a.nl/1.jpg",
                        "http://a.nl/1.jpg",
                        1),
                breaks(
                        TOO_MANY,
                        IMAGES,
                        "https://a.nl/1.jpg\n".repeat(30),
                        "https://a.nl/1.jpg\n".repeat(31),
                        decimal(30),
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

    static Stream<Arguments> all() {
        return Stream.of(information(), identity(), words(), numbersAndDays(), agreement(), lists())
                .flatMap(rows -> rows);
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
                "911",
                "2008",
                "120d",
                "i3",
                "500",
                "500e",
                "9-3",
                "9-5",
                "C-HR",
                "CX-30",
                "MX-5",
                "e-208",
                "T-Roc",
                "X-Trail",
                "F-150",
                "ID.3",
                "A-Class",
                "GT-R",
                "3-serie",
                "1.4",
                "1.4 16V",
                "2.0",
                "2,0 TDI",
                "CLA 35 AMG",
                "XC-60-T8",
                "RAV-4",
                "S-Max",
                "1.5 - 150",
                "190 E 2.3-16",
                "Grand C4",
                "B-Max",
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
        var cut = Optional.of(new KnownOptions(ProblemCases.LIST.orElseThrow().options(), Map.of(), false));
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
            var terms = new PricingTerms(Country.NL, meaning, BigDecimal.TEN);
            assertEquals(
                    meaning == PricingTerms.TaxMeaning.VAT ? 1 : 0,
                    ProblemCases.CHECK
                            .check(draft, ProblemCases.LIST, terms, KnownDealerships.NONE)
                            .problems()
                            .size(),
                    meaning.name());
        }
    }

    @Test
    void restBpmIsCheckedOnlyInTheNetherlands() {
        CarDraft draft = VAT_CAR.with(REST_BPM, "12.100,01");
        for (Country country : Country.values()) {
            var terms = new PricingTerms(country, PricingTerms.TaxMeaning.VAT, BigDecimal.TEN);
            assertEquals(
                    country == Country.NL ? 1 : 0,
                    ProblemCases.CHECK
                            .check(draft, ProblemCases.LIST, terms, KnownDealerships.NONE)
                            .problems()
                            .size(),
                    country.name());
        }
    }

    @Test
    void everyCodeHasACase() {
        var covered = all().map(row -> (Problem.Code) row.get()[0])
                .collect(Collectors.toCollection(() -> EnumSet.copyOf(TESTED_SEPARATELY)));
        var raisedHere = Arrays.stream(Problem.Code.values())
                .filter(code -> !RAISED_ELSEWHERE.contains(code))
                .collect(Collectors.toSet());
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
                        .collect(Collectors.groupingBy(
                                access -> access.getTarget().getName(), Collectors.counting()));
        assertEquals(
                Arrays.stream(Problem.Code.values()).collect(Collectors.toMap(Problem.Code::name, code -> 1L)), places);
    }

    private static boolean hasCodeParameter(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(Problem.Code.class));
    }

    private static List<Problem> of(Problem.Code code, List<Problem> problems) {
        return problems.stream().filter(problem -> problem.code() == code).toList();
    }

    private static Stream<Arguments> unusual(CarField field, long least, long most) {
        return Stream.of(
                breaks(UNUSUAL, field, "" + least, "" + (least - 1), decimal(least), decimal(most)),
                breaks(UNUSUAL, field, "" + most, "" + (most + 1), decimal(least), decimal(most)));
    }

    private static BigDecimal decimal(long number) {
        return BigDecimal.valueOf(number);
    }

    private static Arguments breaks(Problem.Code code, CarField field, String inside, String outside, Object... args) {
        return breaks(code, GOOD, field, inside, outside, args);
    }

    private static Arguments breaks(
            Problem.Code code, CarDraft draft, CarField field, String inside, String outside, Object... args) {
        return breaks(code, draft.with(field, inside), draft.with(field, outside), field, args);
    }

    private static Arguments breaks(
            Problem.Code code, CarDraft inside, CarDraft outside, CarField field, Object... args) {
        return arguments(code, inside, outside, Problem.of(field, code, args));
    }

    private static Arguments breaksWithCorrection(
            Problem.Code code,
            CarDraft draft,
            CarField field,
            String inside,
            String outside,
            List<String> offers,
            Object... args) {
        return arguments(
                code,
                draft.with(field, inside),
                draft.with(field, outside),
                Problem.of(field, code, args).withCorrections(offers));
    }

    private static Arguments breaksWithCorrection(
            Problem.Code code, CarField field, String inside, String outside, String offer, Object... args) {
        return arguments(
                code,
                GOOD.with(field, inside),
                GOOD.with(field, outside),
                Problem.of(field, code, args).withCorrections(List.of(offer)));
    }
}
