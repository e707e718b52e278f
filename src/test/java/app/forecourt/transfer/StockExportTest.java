package app.forecourt.transfer;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.TAGS;
import static app.forecourt.file.Folders.names;
import static app.forecourt.testing.TextAssertions.assertContains;
import static app.forecourt.testing.TextAssertions.assertEndsWith;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.json.CarImportParser;
import app.forecourt.autochat.json.CarImportResult;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.stock.PriceChange;
import app.forecourt.testing.Cases;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of exporting the stock as CSV and JSON. */
class StockExportTest {
    private static final List<String> OWN_COLUMNS = List.of(
            "photoFiles",
            "standing",
            "profile",
            "sent",
            "number",
            "mark",
            "marked",
            "firstSent",
            "toTakeOff",
            "priceBefore",
            "priceChanged");
    private static final String HEADER = Stream.concat(
                    Stream.of(CarField.values()).map(CarField::apiName), OWN_COLUMNS.stream())
            .map("\"%s\""::formatted)
            .reduce((a, b) -> a + ";" + b)
            .orElseThrow();
    private static final CarValidator CHECK =
            new CarValidator(Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC), Vocabulary.bundled());
    private static final ExportRow SENT = new ExportRow(
            new CarDraft(
                    Map.of(
                            BRAND,
                            "BMW",
                            SALES_PRICE,
                            "15.944,63",
                            TAGS,
                            "new, ,fast",
                            IMAGES,
                            "https://a/1\n\n https://a/2\n",
                            IS_TAX_DEDUCTIBLE,
                            "true",
                            DESCRIPTION,
                            "Stra\u00DFe \"A\"; b, c\r\nd\u00E9j\u00E0 \uD83D\uDE97"),
                    List.of("abs", "ac")),
            List.of("front.jpg", "=1.jpg"),
            "sent",
            "staging",
            Optional.of(Instant.parse("2026-11-24T10:15:30.123456Z")),
            "42",
            new ExportRow.InStock(
                    "sold",
                    Optional.of(Instant.parse("2026-11-25T09:00:00Z")),
                    Optional.of(Instant.parse("2026-11-20T08:00:00Z")),
                    List.of("staging", "staging"),
                    Optional.of(new PriceChange(
                            new BigDecimal("16444.63"),
                            new BigDecimal("15944.63"),
                            Instant.parse("2026-11-21T08:00:00.5Z")))));

    @TempDir
    Path folder;

    @Test
    void csvHasByteOrderMarkAndHeader() throws IOException {
        byte[] bytes = Files.readAllBytes(csv(SENT));

        assertArrayEquals(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, Arrays.copyOf(bytes, 3));
        String text = new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        assertEquals(HEADER, text.substring(0, text.indexOf("\r\n")));
        assertContains(";\"Stra\u00DFe \"\"A\"\"; b, c\r\nd\u00E9j\u00E0 \uD83D\uDE97\";", text);
        assertEndsWith(
                ";\"front.jpg\n=1.jpg\";\"sent\";\"staging\";\"2026-11-24T10:15:30Z\";\"42\";"
                        + "\"sold\";\"2026-11-25T09:00:00Z\";\"2026-11-20T08:00:00Z\";\"staging\nstaging\";"
                        + "\"16444,63\";\"2026-11-21T08:00:00Z\"\r\n",
                text);
    }

    @ParameterizedTest
    @ValueSource(chars = {';', ',', '\t'})
    void csvIsReadBack(char separator) throws IOException {
        Path file = folder.resolve("stock.csv");
        export(SENT, row(MODEL, "\u00FC" + separator + "\"\nb")).writeCsv(file, separator);

        List<Map<String, String>> rows = read(file, separator);

        assertEquals(2, rows.size());
        Map<String, String> first = rows.getFirst();
        assertEquals(CarField.values().length + 11, first.size());
        assertEquals(
                List.of(
                        SENT.draft().text(DESCRIPTION),
                        "bmw",
                        separator == ';' ? "15944,63" : "15944.63",
                        "",
                        "abs\nac",
                        "new\nfast",
                        "https://a/1\nhttps://a/2",
                        "front.jpg\n=1.jpg"),
                Stream.of("description", "brand", "salesPrice", "vin", "options", "tags", "images", "photoFiles")
                        .map(first::get)
                        .toList());
        assertEquals("\u00FC" + separator + "\"\nb", rows.getLast().get("model"));
        assertEquals("", rows.getLast().get("sent"));
    }

    @Test
    void exportWithoutCarsHasAHeader() throws IOException {
        assertEquals("\uFEFF" + HEADER + "\r\n", Files.readString(csv()));

        Path json = folder.resolve("none.json");
        export().writeJson(json);
        assertEquals(0, new ObjectMapper().readTree(json.toFile()).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|' /C calc'!A0",
                "+31612345678",
                "-1+1",
                "- ABS\n- AC",
                "-",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\u00A0=1",
                "\u3000\uFF1D1",
                "\u200B=1",
                "\uFEFF=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20x",
                "-5=1",
                "-1.2.3"
            })
    void formulaIsEscaped(String text) throws IOException {
        assertEquals("'" + text, numberCell(text));
        assertStartsWith("'", descriptionCell(row(DESCRIPTION, text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-5", "-5,25", "-15944.63", "5", "2.3 TDCI", "a=1", "'=1", "\"=1\"", "A-B", " x", "\uD83D\uDE97"
            })
    void harmlessTextStays(String text) throws IOException {
        assertEquals(text, numberCell(text));
        assertEquals(text.strip(), descriptionCell(row(DESCRIPTION, text)));
    }

    @Test
    void formulaInOtherColumnsIsEscaped() throws IOException {
        Map<String, String> cells = cells(new ExportRow(
                new CarDraft(Map.of(TAGS, "=1,b", IMAGES, "@x"), List.of("+a")),
                List.of("=f"),
                "=s",
                "=p",
                Optional.empty(),
                "\tn",
                new ExportRow.InStock("=m", Optional.empty(), Optional.empty(), List.of("=t"), Optional.empty())));

        assertEquals(
                List.of("'=1\nb", "'@x", "'+a", "'=s", "'=p", "'\tn", "'=m", "'=t"),
                Stream.of("tags", "images", "options", "standing", "profile", "number", "mark", "toTakeOff")
                        .map(cells::get)
                        .toList());
    }

    /** The same value in different spellings. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "salesPrice | 15.944,63 | 15944,63 | 15944.63 | 15944.63",
                "salesPrice | 15944.63 | 15944,63 | 15944.63 | 15944.63",
                "tradePrice | EUR 9.873,00 | 9873 | 9873 | 9873",
                "taxAmount | 0,5 | 0,5 | 0.5 | 0.5",
                "restBpm | 100 | 100 | 100 | 100",
                "mileage | 120.000 km | 120000 | 120000 | 120000",
                "engineKw | 101 hp | 74 | 74 | 74",
                "yearOfConstruction | 2022 | 2022 | 2022 | 2022",
                "dateOfFirstRegistration | 16.9.2022 | 2022-09-16 | 2022-09-16 | \"2022-09-16\"",
                "dateOfFirstRegistration | 2022-09-16 | 2022-09-16 | 2022-09-16 | \"2022-09-16\"",
                "bodyColor | Zwart | black | black | \"black\"",
                "brand | BMW | bmw | bmw | \"bmw\"",
                "mileageUnit | miles | MI | MI | \"MI\"",
                "licensePlate | xf-100-f | XF100F | XF100F | \"XF100F\"",
                "vin | wavwgbfh3an026569 | WAVWGBFH3AN026569 | WAVWGBFH3AN026569 | \"WAVWGBFH3AN026569\"",
                "isTaxDeductible | true | true | true | true",
                // What is not understood stays as it was typed.
                "salesPrice | 15.94.4 | 15.94.4 | 15.94.4 | \"15.94.4\"",
                "salesPrice | about 5 | about 5 | about 5 | \"about 5\"",
                "salesPrice | -5,25 | -5,25 | -5,25 | \"-5,25\"",
                "salesPrice | -5= | '-5= | '-5= | \"-5=\"",
                "mileage | +120000 | '+120000 | '+120000 | \"+120000\"",
                "dateOfFirstRegistration | 31-02-2022 | 31-02-2022 | 31-02-2022 | \"31-02-2022\"",
                "dateOfFirstRegistration | 25-11-2026 | 25-11-2026 | 25-11-2026 | \"25-11-2026\"",
                "vin | =1 | '=1 | '=1 | \"=1\""
            },
            quoteCharacter = '`')
    void fieldIsWrittenAsValueOrAsTyped(String name, String typed, String withComma, String withPoint, String json)
            throws IOException {
        CarField field = CarField.ofApiName(name).orElseThrow();
        Path file = folder.resolve("stock");
        var export = export(row(field, typed));

        export.writeCsv(file, ';');
        assertEquals(withComma, read(file, ';').getFirst().get(name));
        export.writeCsv(file, ',');
        assertEquals(withPoint, read(file, ',').getFirst().get(name));
        export.writeJson(file);
        assertEquals(
                json,
                new ObjectMapper().readTree(file.toFile()).get(0).get(name).toString());
    }

    @Test
    void jsonHasAutochatsMembersAndTheStatus() throws IOException {
        Path file = folder.resolve("stock.json");
        export(SENT, row(MODEL, "=1"), row(IMAGES, "http://a/1\n b")).writeJson(file);

        var mapper = new ObjectMapper();
        assertEquals(mapper.readTree("""
                [{"brand": "bmw", "salesPrice": 15944.63, "isTaxDeductible": true,
                  "description": "Stra\u00DFe \\"A\\"; b, c\\r\\nd\u00E9j\u00E0 \uD83D\uDE97",
                  "tags": ["new", "fast"], "images": ["https://a/1", "https://a/2"],
                  "options": ["abs", "ac"], "photoFiles": ["front.jpg", "=1.jpg"],
                  "standing": "sent", "profile": "staging", "sent": "2026-11-24T10:15:30Z", "number": "42",
                  "mark": "sold", "marked": "2026-11-25T09:00:00Z", "firstSent": "2026-11-20T08:00:00Z",
                  "toTakeOff": ["staging", "staging"],
                  "priceBefore": 16444.63, "priceChanged": "2026-11-21T08:00:00Z"},
                 {"model": "=1", "isTaxDeductible": false, "tags": [], "images": [], "options": [],
                  "standing": "draft"},
                 {"isTaxDeductible": false, "tags": [], "images": ["http://a/1", "b"], "options": [],
                  "standing": "draft"}]"""), mapper.readTree(file.toFile()));
    }

    @Test
    void fileOfAnotherComputerIsLeftOut() throws IOException {
        String line = PhotoPlaceholder.of(UUID.randomUUID());
        // One is an image, one is not understood and stays as typed.
        for (String address : List.of("https://a/1", "http://a/1")) {
            assertEquals(address, cells(row(IMAGES, address + "\n" + line)).get("images"));
        }
    }

    @Test
    void exportedJsonCanBeImported() throws IOException {
        Path file = folder.resolve("stock.json");
        export(SENT).writeJson(file);

        CarImportResult.ImportedCar car = assertInstanceOf(
                        CarImportResult.Cars.class, CarImportParser.parse(Files.readString(file)))
                .cars()
                .getFirst();

        for (CarField field : CarField.values()) {
            assertEquals(
                    CHECK.parse(SENT.draft()).value(field),
                    CHECK.parse(car.draft()).value(field),
                    field.apiName());
        }
        assertEquals(SENT.draft().options(), car.draft().options());
        assertEquals(OWN_COLUMNS, car.leftOut());
    }

    /** Each requested car finds the cars before it written, except for a buffer. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void carsAreNotHeldInMemoryTogether(boolean table) throws IOException {
        int cars = Cases.times(1_000, 20_000);
        var out = new Counting();
        String text = "x".repeat(1_000);
        Iterable<ExportRow> rows = () -> IntStream.range(0, cars)
                .mapToObj(i -> {
                    long held = i * 1_000L - out.written;
                    assertTrue(held < 64 << 10, () -> held + " characters held at car " + i);
                    return row(DESCRIPTION, text);
                })
                .iterator();

        if (table) {
            new StockExport(rows, CHECK).writeCsv(out, ';');
        } else {
            new StockExport(rows, CHECK).writeJson(out);
        }

        assertTrue(out.written > cars * 1_000L);
    }

    @Test
    void failedExportKeepsTheExistingFile() throws IOException {
        Path file = Files.writeString(folder.resolve("stock"), "what was there");
        int rows = Cases.times(500, 5_000);
        var export = new StockExport(
                () -> IntStream.range(0, rows)
                        .mapToObj(i -> {
                            if (i == rows - 1) {
                                throw new IllegalStateException("the list is gone");
                            }
                            return SENT;
                        })
                        .iterator(),
                CHECK);

        assertThrows(IllegalStateException.class, () -> export.writeCsv(file, ';'));

        assertEquals("what was there", Files.readString(file));
        assertEquals(Set.of("stock"), names(folder));
    }

    @Test
    void unpairedSurrogateIsReplaced() throws IOException {
        assertEquals("a?b", descriptionCell(row(DESCRIPTION, "a\uD83Db")));
    }

    @ParameterizedTest
    @CsvSource({"nl-NL,;", "de-DE,;", "fr-BE,;", "en-GB,','", "en-US,','"})
    void separatorFollowsTheLocale(String tag, char separator) {
        assertEquals(separator, StockExport.separator(Locale.forLanguageTag(tag)));
    }

    private static StockExport export(ExportRow... rows) {
        return new StockExport(List.of(rows), CHECK);
    }

    private Path csv(ExportRow... rows) throws IOException {
        Path file = folder.resolve("stock.csv");
        export(rows).writeCsv(file, ';');
        return file;
    }

    /** Returns the cell with AutoChat's number of a car. */
    private String numberCell(String number) throws IOException {
        return cells(row(CarDraft.EMPTY, number)).get("number");
    }

    private String descriptionCell(ExportRow row) throws IOException {
        return cells(row).get("description");
    }

    private Map<String, String> cells(ExportRow row) throws IOException {
        return read(csv(row), ';').getFirst();
    }

    private static List<Map<String, String>> read(Path file, char separator) throws IOException {
        CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator);
        try (var rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(schema)
                .<Map<String, String>>readValues(file.toFile())) {
            return rows.readAll();
        }
    }

    private static ExportRow row(CarField field, String text) {
        return row(CarDraft.EMPTY.with(field, text), "");
    }

    private static ExportRow row(CarDraft draft, String number) {
        return new ExportRow(draft, List.of(), "draft", "", Optional.empty(), number, ExportRow.InStock.UNKNOWN);
    }

    private static final class Counting extends Writer {
        private long written;

        @Override
        public void write(char[] text, int from, int length) {
            written += length;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            throw new AssertionError("whoever opened it closes it");
        }
    }
}
