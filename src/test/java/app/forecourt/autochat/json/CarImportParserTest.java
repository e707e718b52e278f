package app.forecourt.autochat.json;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.TAGS;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.json.CarImportResult.Cars;
import app.forecourt.autochat.json.CarImportResult.ImportedCar;
import app.forecourt.autochat.json.CarImportResult.Reason;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.testing.ProofTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of reading cars from JSON, complete, damaged or too large. */
class CarImportParserTest {
    private static final String A_AND_B = "{\"model\":\"a\"},{\"model\":\"b\"}";
    private static final long SEED = 20261124;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[" + A_AND_B + "]",
                "{\"hydra:member\":[" + A_AND_B + "],\"hydra:totalItems\":2}",
                "{\"member\":[" + A_AND_B + "]}",
                "{\"description\":\"my stock\",\"cars\":[" + A_AND_B + "]}",
                "{\"items\":[" + A_AND_B + "]}",
                "{\"model\":\"a\"}\n{\"model\":\"b\"}\r\n",
                A_AND_B,
                "\uFEFF[" + A_AND_B + "]",
                "```json\n[\n" + A_AND_B + "\n]\n```\n",
                "Hello [Tom], {name} sends two {great} cars:\n\n{ \"model\": \"a\" }\n\nand\n[{\"model\":\"b\"}]\nBye [1]"
            })
    void twoCarsInEveryWrapping(String text) {
        Cars cars = cars(text);

        assertEquals(
                List.of("a", "b"),
                cars.cars().stream().map(car -> model(car.draft())).toList());
        assertEquals(0, cars.skipped());
        cars.cars().forEach(car -> assertEmpty(car.leftOut()));
    }

    @Test
    void nonCarEntriesAreCounted() {
        Cars cars = cars("[{\"model\":\"a\"}, null, 7, \"x\", [], {\"uuid\":\"u\"}, {\"model\":\"b\"}]");

        assertEquals(2, cars.cars().size());
        assertEquals(5, cars.skipped());
    }

    /** The fifth has braces, but nothing that a car could be in. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "EMPTY, ''",
                "EMPTY, '\uFEFF \r\n'",
                "NOT_JSON, 'model,brand\nx6,bmw\n'",
                "NO_CAR, {}",
                "NOT_JSON, <html>{body}",
                "NO_CAR, [{\"name\":\"abs\"}]",
                "NO_CAR, [\"bmw\"]",
                "NO_CAR, 7"
            })
    void refusedTextHasReason(Reason reason, String text) {
        assertEquals(reason, reason(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[" + A_AND_B,
                "[" + A_AND_B + ",",
                "{\"model\": 1e99999999999}",
                "[{\"model\":\"a\"},{\"model\":",
                "{\"model\":\"a\"}\n{\"model\"}",
                "{\"model\":\"a\"",
                "{\"model\":\"a\",}",
                "{\"model\": 01}"
            })
    void brokenPartRefusesWholeText(String text) {
        assertEquals(Reason.NOT_JSON, reason(text));
    }

    @ProofTest
    void textLimits() {
        String padding = " ".repeat(CarImportParser.LONGEST - 13);
        assertEquals(
                "a", model(cars(padding + "{\"model\":\"a\"}").cars().getFirst().draft()));
        assertEquals(Reason.TOO_LARGE, reason(padding + " {\"model\":\"a\"}"));

        assertEquals(
                CarImportParser.MOST_CARS,
                cars("{\"model\":\"a\"}".repeat(CarImportParser.MOST_CARS))
                        .cars()
                        .size());
        assertEquals(Reason.TOO_MANY, reason("{\"model\":\"a\"}".repeat(CarImportParser.MOST_CARS + 1)));
        assertEquals(
                Reason.TOO_MANY,
                reason("[" + "{\"model\":\"a\"},".repeat(CarImportParser.MOST_CARS) + "{\"model\":\"b\"}]"));
    }

    @Test
    void deepNestingIsRefused() {
        assertEquals(Reason.NOT_JSON, reason("{\"a\":".repeat(1_000_000) + "1"));
        assertEquals(Reason.NOT_JSON, reason("[{\"model\":" + "[".repeat(1_000_000)));
        assertEquals(Reason.NOT_JSON, reason("[[".repeat(1_000_000)));
    }

    /** The value of a member and the text in the form; {@code -} if the member is left out. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            salesPrice  | 15944.63               | 15944.63
            salesPrice  | "15944.63"             | 15944.63
            salesPrice  | "15.944,63"            | 15.944,63
            salesPrice  | 9873.00                | 9873
            salesPrice  | 1.5e4                  | 15000
            salesPrice  | 15.944                 | -
            salesPrice  | 15.900                 | 15.9
            salesPrice  | -0.0                   | 0
            salesPrice  | 1e999999999            | -
            salesPrice  | 1e-999999999           | -
            salesPrice  | 99999999999999999999999999999999999999999 | -
            salesPrice  | true                   | -
            salesPrice  | {"amount":1}           | -
            mileage     | 2137                   | 2137
            mileage     | 2137.0                 | 2137
            mileage     | 2.137                  | -
            mileage     | "2137 km"              | 2137 km
            gears       | "x"                    | x
            model       | 3008                   | 3008
            model       | 2.0                    | 2.0
            model       | 12345678901234567890.50 | 12345678901234567890.50
            model       | " X6\\n"               | X6
            model       | "X\\n6"                | -
            model       | "X\\u00006"            | -
            model       | ["x6"]                 | -
            model       | false                  | -
            description | "a\\nb\\tc"            | a\\nb\\tc
            dateOfFirstRegistration | "2022-09-16"                | 2022-09-16
            dateOfFirstRegistration | "2022-09-16T00:00:00+02:00" | 2022-09-16
            dateOfFirstRegistration | "2022-09-15T22:00:00Z"      | 2022-09-15T22:00:00Z
            dateOfFirstRegistration | "2022-09-16T00:00:30"       | 2022-09-16T00:00:30
            isTaxDeductible | true               | true
            isTaxDeductible | "True"             | true
            isTaxDeductible | 1                  | true
            isTaxDeductible | false              | ''
            isTaxDeductible | "maybe"            | -
            isTaxDeductible | {}                 | -
            tags        | ["new","one owner"]    | new, one owner
            tags        | "new, one owner"       | new, one owner
            images      | ["https://a/1","https://a/2"] | https://a/1\\nhttps://a/2
            images      | {"0":"https://a/1"}    | -
            restBpm     | 1200                   | 1200
            uuid        | "5"                    | -
            """)
    void valuesAsTyped(String member, String value, String typed) {
        ImportedCar car = car("{\"brand\":\"bmw\",\"" + member + "\":" + value + "}");

        boolean left = typed.equals("-");
        assertEquals(left ? List.of(member) : List.of(), car.leftOut());
        String expected = left ? "" : typed.replace("\\n", "\n").replace("\\t", "\t");
        CarField.ofApiName(member)
                .ifPresent(field -> assertEquals(expected, car.draft().text(field)));
        assertEquals("bmw", car.draft().text(BRAND));
    }

    @Test
    void nullIsIgnored() {
        ImportedCar car = car("{\"model\":null,\"tags\":null,\"options\":[null],\"uuid\":null,\"images\":[]}");

        assertEquals(new ImportedCar(CarDraft.EMPTY, List.of()), car);
    }

    /** Letters and accents as in PDFs: two characters, but one from the keyboard. */
    @Test
    void longTextIsNormalisedToNfc() {
        assertEquals(
                "Café\n2 Türen",
                car("{\"description\":\"Cafe\u0301\\n2 Tu\u0308ren\"}").draft().text(DESCRIPTION));
    }

    @Test
    void idsAndUrlsAreNotNormalised() {
        ImportedCar car = car("""
                {"dealershipId": "e\u0301", "images": ["https://a/e\u0301"], "options": ["e\u0301"]}""");

        assertEquals("e\u0301", car.draft().text(DEALERSHIP_ID));
        assertEquals("https://a/e\u0301", car.draft().text(IMAGES), "it would be another address");
        assertEquals(List.of("e\u0301"), car.draft().options());
    }

    @Test
    void optionsByNameOrObject() {
        ImportedCar car = car("""
                        {"model":"a","options":["abs",{"uuid":"u","name":"ac","prettyName":"Air"},{"uuid":"u"},7,"a\\tb"]}""");

        assertEquals(List.of("abs", "ac"), car.draft().options());
        assertEquals(List.of("options[2]", "options[3]", "options[4]"), car.leftOut());
        assertEquals(
                List.of("options"), car("{\"model\":\"a\",\"options\":\"abs\"}").leftOut());
    }

    @Test
    void entriesWithSeparatorsAreLeftOut() {
        ImportedCar car = car("""
                        {"tags":["new","cheap, fast"],"images":["https://a/1","https://a\\nhttps://b",{"url":"u"}]}""");

        assertEquals("new", car.draft().text(TAGS));
        assertEquals("https://a/1", car.draft().text(IMAGES));
        assertEquals(List.of("tags[1]", "images[1]", "images[2]"), car.leftOut());
    }

    @Test
    void oversizedMembersAreLeftOutNotCut() {
        String most = "x".repeat(100_000);
        assertEquals(most, car("{\"description\":\"" + most + "\"}").draft().text(DESCRIPTION));
        assertEquals(
                List.of("description"),
                car("{\"description\":\"" + most + "x\"}").leftOut());
        assertEquals(
                List.of("images"), car("{\"images\":[\"" + most + "\",\"x\"]}").leftOut());

        String options = String.join(
                ",", IntStream.range(0, 1_001).mapToObj(i -> "\"o" + i + "\"").toList());
        assertEquals(List.of("options"), car("{\"options\":[" + options + "]}").leftOut());
        assertEquals(
                1_000,
                car("{\"options\":[" + options.replace(",\"o1000\"", "") + "]}")
                        .draft()
                        .options()
                        .size());
    }

    @Test
    void leftOutNamesAreDisplayable() {
        String name = car("{\"model\":\"a\",\"\\u202Ex\\n" + "y".repeat(40_000) + "\":1}")
                .leftOut()
                .getFirst();

        assertTrue(name.startsWith("x yyy") && name.length() < 3_000, name);
    }

    private static ImportedCar car(String text) {
        List<ImportedCar> cars = cars(text).cars();
        assertEquals(1, cars.size());
        return cars.getFirst();
    }

    private static Cars cars(String text) {
        return assertInstanceOf(Cars.class, CarImportParser.parse(text));
    }

    private static Reason reason(String text) {
        return assertInstanceOf(CarImportResult.Refused.class, CarImportParser.parse(text))
                .reason();
    }

    private static String model(CarDraft draft) {
        return draft.text(MODEL);
    }
}
