package app.forecourt.transfer;

import app.forecourt.autochat.json.CarJsonWriter;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.check.ParsedDraft;
import app.forecourt.file.AtomicFile;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The export of the stock list for other programs, as CSV or JSON. A field that is understood is written as its value,
 * with AutoChat's name and in AutoChat's form. Any other field is written as typed. The columns {@code photoFiles}
 * (photos without a public address), {@code standing}, {@code profile}, {@code sent} (UTC, ISO 8601), {@code number},
 * {@code mark}, {@code marked}, {@code firstSent}, {@code toTakeOff}, {@code priceBefore} and {@code priceChanged}
 * follow. Only one car at a time is in memory. Blocks on the disk, so it may not be called on the FX thread.
 */
public final class StockExport {
    /**
     * Texts that a spreadsheet would run as a formula (OWASP, "CSV Injection"). The pattern covers leading blanks and
     * the full-width forms of East Asian keyboards.
     */
    private static final Pattern FORMULA =
            Pattern.compile("[\\t\\r\\n]|[\\s\\p{Z}\\p{Cf}\\p{Cc}\\p{Cs}]*+[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");
    /**
     * A negative number, which is harmless. A number with a plus may be a telephone number, which a sum would spoil.
     */
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+(?:[.,][0-9]+)?");
    /** The mark by which Excel recognizes UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String PHOTO_FILES = "photoFiles";
    private static final String STANDING = "standing";
    private static final String PROFILE = "profile";
    private static final String SENT = "sent";
    private static final String NUMBER = "number";
    private static final String MARK = "mark";
    private static final String MARKED = "marked";
    private static final String FIRST_SENT = "firstSent";
    private static final String TO_TAKE_OFF = "toTakeOff";
    private static final String PRICE_BEFORE = "priceBefore";
    private static final String PRICE_CHANGED = "priceChanged";
    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of(CarField.values()).map(CarField::apiName),
                    Stream.of(
                            PHOTO_FILES,
                            STANDING,
                            PROFILE,
                            SENT,
                            NUMBER,
                            MARK,
                            MARKED,
                            FIRST_SENT,
                            TO_TAKE_OFF,
                            PRICE_BEFORE,
                            PRICE_CHANGED))
            .toList();

    private final Iterable<ExportRow> rows;
    private final CarValidator validator;

    /**
     * Creates an export.
     *
     * @param rows the rows in the order of the export; each export iterates over them once
     * @param validator the validator that gives the value of a field
     */
    public StockExport(Iterable<ExportRow> rows, CarValidator validator) {
        this.rows = rows;
        this.validator = validator;
    }

    /**
     * Returns Excel's column separator for a locale. It is a semicolon if the comma is the decimal sign, as in Dutch,
     * German and French, else a comma.
     */
    public static char separator(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? ';' : ',';
    }

    /**
     * Writes a table with a header, for spreadsheets. Amounts have a decimal comma if the semicolon separates columns,
     * else a point, and no thousands separator. Dates are {@code yyyy-MM-dd}. A cell that a spreadsheet would take for
     * a formula begins with an apostrophe. Each entry of {@code options}, {@code images}, {@code tags} and
     * {@code photoFiles} has a line of its own in the cell.
     *
     * @throws IOException if the file can't be written; an existing file stays
     */
    public void writeCsv(Path file, char separator) throws IOException {
        AtomicFile.writeBytes(file, bytes -> {
            Writer out = writer(bytes);
            writeCsv(out, separator);
            out.flush();
        });
    }

    /**
     * Writes a list of objects, for programs. The members have AutoChat's types: numbers, booleans and lists. Empty
     * fields are left out. Only a value that is not understood is a text instead of a number.
     *
     * @throws IOException if the file can't be written; an existing file stays
     */
    public void writeJson(Path file) throws IOException {
        AtomicFile.writeBytes(file, bytes -> {
            Writer out = writer(bytes);
            writeJson(out);
            out.flush();
        });
    }

    /** Returns a writer that replaces an unpaired surrogate by a question mark; other writers throw an exception. */
    private static Writer writer(OutputStream bytes) {
        return new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
    }

    void writeCsv(Writer out, char separator) throws IOException {
        CsvSchema.Builder schema = CsvSchema.builder()
                .setUseHeader(true)
                .setColumnSeparator(separator)
                .setLineSeparator("\r\n");
        COLUMNS.forEach(schema::addColumn);
        out.write(BYTE_ORDER_MARK);
        ObjectWriter csv = CsvMapper.builder()
                .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .writer(schema.build());
        char decimal = separator == ';' ? ',' : '.';
        write(csv.without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE).writeValues(out), row -> {
            Map<String, Object> cells = members(row);
            cells.replaceAll((_, value) -> cell(value, decimal));
            return cells;
        });
    }

    void writeJson(Writer out) throws IOException {
        ObjectWriter json = JsonMapper.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
        write(json.without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE).writeValuesAsArray(out), this::members);
    }

    private void write(SequenceWriter out, Function<ExportRow, Map<String, Object>> format) throws IOException {
        try (out) {
            for (ExportRow row : rows) {
                out.write(format.apply(row));
            }
        }
    }

    private Map<String, Object> members(ExportRow row) {
        var members = new LinkedHashMap<String, Object>();
        ParsedDraft parsed = validator.parse(row.draft());
        for (CarField field : CarField.values()) {
            Optional<Object> value = field.type() == FieldType.OPTIONS
                    ? Optional.of(row.draft().options())
                    : parsed.value(field).or(() -> typed(field, row.draft()));
            CarJsonWriter.toJsonValue(field, value).ifPresent(member -> members.put(field.apiName(), member));
        }
        if (!row.photoFiles().isEmpty()) {
            members.put(PHOTO_FILES, row.photoFiles());
        }
        members.put(STANDING, row.status());
        members.put(PROFILE, row.profile());
        members.put(SENT, seconds(row.sent()));
        members.put(NUMBER, row.number());
        members.put(MARK, row.stock().mark());
        members.put(MARKED, seconds(row.stock().markedAt()));
        members.put(FIRST_SENT, seconds(row.stock().firstSent()));
        if (!row.stock().toTakeOff().isEmpty()) {
            members.put(TO_TAKE_OFF, row.stock().toTakeOff());
        }
        row.stock().priceChange().ifPresent(change -> {
            members.put(PRICE_BEFORE, change.before());
            members.put(PRICE_CHANGED, seconds(Optional.of(change.at())));
        });
        members.values().removeIf(""::equals);
        return members;
    }

    private static String seconds(Optional<Instant> time) {
        return time.map(moment -> moment.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("");
    }

    /** Returns the text of a field that is not understood; empty if the field is blank. */
    private static Optional<Object> typed(CarField field, CarDraft draft) {
        String text = draft.text(field);
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(
                        switch (field.type()) {
                            case TAGS -> entries(Stream.of(text.split(",")));
                            case LINKS -> entries(text.lines());
                            default -> text;
                        });
    }

    private static List<String> entries(Stream<String> texts) {
        return texts.map(String::strip).filter(entry -> !entry.isEmpty()).toList();
    }

    private static String cell(Object value, char decimal) {
        return switch (value) {
            case BigDecimal amount -> amount.toPlainString().replace('.', decimal);
            case List<?> list ->
                withoutFormula(list.stream().map(String::valueOf).collect(Collectors.joining("\n")));
            default -> withoutFormula(value.toString());
        };
    }

    private static String withoutFormula(String text) {
        return FORMULA.matcher(text).lookingAt() && !NEGATIVE.matcher(text).matches() ? "'" + text : text;
    }
}
