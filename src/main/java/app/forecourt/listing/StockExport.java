package app.forecourt.listing;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
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
import java.io.Writer;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
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
 * The stock list for other programs: every field as it was typed, under AutoChat's names for them, and behind them
 * {@code standing}, {@code profile}, {@code sent} (UTC, ISO 8601) and {@code number}. However many cars there are, one
 * at a time is held. Writes for as long as the disk takes: not for the window's thread.
 */
public final class StockExport {
    /**
     * What a spreadsheet would run as a formula instead of showing it (OWASP, "CSV Injection"), also behind blanks and
     * in the wide forms of East Asian keyboards.
     */
    private static final Pattern FORMULA = Pattern
            .compile("[\\t\\r\\n]|[\\s\\p{Z}\\p{Cf}\\p{Cc}\\p{Cs}]*+[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");
    /** A number below nought is what it says. One with a plus may be a telephone number, which a sum would spoil. */
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+(?:[.,][0-9]+)?");
    /** Tells Excel that it is UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** For its names: a list without cars has a header too. */
    private static final Exported NOTHING = new Exported(CarDraft.EMPTY, "", "", Optional.empty(), "");

    private final Iterable<Exported> rows;

    /** @param rows the cars in the order in which they are to stand; gone through once for each writing */
    public StockExport(Iterable<Exported> rows) {
        this.rows = rows;
    }

    /**
     * What Excel separates columns with where people count so: a semicolon where the comma is the decimal sign, as in
     * Dutch, German and French, else a comma.
     */
    public static char separator(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? ';' : ',';
    }

    /**
     * Writes a table with a header, for spreadsheets. A cell that a spreadsheet would take for a formula begins with
     * an apostrophe; of {@code options}, {@code images} and {@code tags} each entry has its line in the cell.
     *
     * @throws IOException when that can't be written; a file that was there is there still
     */
    public void csv(Path file, char separator) throws IOException {
        WholeFile.write(file, out -> csv(out, separator));
    }

    /**
     * Writes a list of objects, for programs; texts as typed, {@code options}, {@code images} and {@code tags} as
     * lists.
     *
     * @throws IOException when that can't be written; a file that was there is there still
     */
    public void json(Path file) throws IOException {
        WholeFile.write(file, this::json);
    }

    void csv(Writer out, char separator) throws IOException {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setColumnSeparator(separator)
                .setLineSeparator("\r\n");
        members(NOTHING).keySet().forEach(schema::addColumn);
        out.write(BYTE_ORDER_MARK);
        ObjectWriter csv = CsvMapper.builder().enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build().writer(schema.build());
        write(csv.without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE).writeValues(out), row -> {
            Map<String, Object> cells = members(row);
            cells.replaceAll((name, value) -> cell(value));
            return cells;
        });
    }

    void json(Writer out) throws IOException {
        ObjectWriter json = JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build()
                .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
        write(json.without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE).writeValuesAsArray(out),
                StockExport::members);
    }

    private void write(SequenceWriter out, Function<Exported, Map<String, Object>> form) throws IOException {
        try (out) {
            for (Exported row : rows) {
                out.write(form.apply(row));
            }
        }
    }

    /** A text or a list of texts for every name, the same names for every car. */
    private static Map<String, Object> members(Exported row) {
        var members = new LinkedHashMap<String, Object>();
        for (CarField field : CarField.values()) {
            String text = row.draft().text(field);
            members.put(field.apiName(), switch (field.kind()) {
                case OPTIONS -> row.draft().options();
                case TAGS -> entries(Stream.of(text.split(",")));
                case LINKS -> entries(text.lines());
                default -> text;
            });
        }
        members.put("standing", row.standing());
        members.put("profile", row.profile());
        members.put("sent",
                row.sent().map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString()).orElse(""));
        members.put("number", row.number());
        return members;
    }

    private static List<String> entries(Stream<String> typed) {
        return typed.map(String::strip).filter(entry -> !entry.isEmpty()).toList();
    }

    private static String cell(Object value) {
        String text = value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : value.toString();
        return FORMULA.matcher(text).lookingAt() && !NEGATIVE.matcher(text).matches() ? "'" + text : text;
    }
}
