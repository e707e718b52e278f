package app.forecourt.car.check;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.Vocabulary;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Generator of drafts with odd texts beside valid fields, so that checks of several fields are combined. */
public final class DraftGenerator {
    private static final String NOT_ASCII = "\u00E9\u00DF\u0130\u0131\u20AC\u0664\uFF14\u00BD\u2212\u2019\uFFFD\uFFFF";
    private static final String BLANKS = " \t\n\r\u000B\u0085\u00A0\u2007\u2009\u2028\u202F\u3000";
    private static final String CONTROLS = "\u0000\u0007\u001B\u007F\u009F";
    private static final String UNSEEN = "\u200B\u200D\u200E\u200F\u202A\u202E\u2066\u2069\uFEFF\u0301\uFE0F";
    private static final String HALVES = "\uD83D\uDE97\uD800\uDFFF";
    private static final String SIGNS = "-+.,'/:;%$#\\\"<>{}[]()*?^|_@0459eExXoOiIqQ";

    private static final List<String> ODD = List.of(
            "1e309",
            "-1e309",
            "NaN",
            "Infinity",
            "-0",
            "-0,00",
            "00",
            "99999",
            "2147483647",
            "2147483648",
            "-2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "0x1p3",
            "1.23.456",
            "0.500",
            "1,-",
            ",-",
            "15.944,63",
            "15,944.63",
            "\u20AC",
            "$ 15,000",
            "EUR",
            "km",
            "29-02-1900",
            "29-02-2000",
            "31-04-2020",
            "00-00-0000",
            "01-01-99999",
            "31-12-1885",
            "25-11-2026",
            "2026-02-30",
            "1885",
            "2028",
            "9999",
            "null",
            "true",
            "TRUE",
            "%s%n",
            "${x}",
            "{0}",
            "'; drop table cars; --",
            "=1+1",
            "http://a.nl",
            "https://",
            "https:a",
            "https://a.nl/\u0000",
            "https://[::1",
            "https://\u00E9.nl/%zz",
            "data:,",
            "a,,b,",
            "\r\n\r\n",
            "\uD83D\uDE97\uD83D\uDE97",
            "\uD83D",
            "\uDE97\uD83D",
            "\u202E4\u202C",
            "\uFEFF4",
            " ",
            "\u00A0");

    private DraftGenerator() {}

    /** Returns valid or empty drafts in which any number of fields, from none to most, is overwritten. */
    public static Arbitrary<CarDraft> drafts() {
        var typed = Arbitraries.oneOf(
                        Stream.of(CarField.values()).map(DraftGenerator::typed).toList())
                .list()
                .ofMaxSize(40)
                .withSizeDistribution(RandomDistribution.uniform());
        return Combinators.combine(
                        Arbitraries.of(ProblemCases.GOOD, ProblemCases.GOOD, ProblemCases.GOOD, CarDraft.EMPTY),
                        typed,
                        options())
                .as((draft, texts, chosen) -> {
                    var all = new EnumMap<CarField, String>(CarField.class);
                    for (CarField field : CarField.values()) {
                        all.put(field, draft.text(field));
                    }
                    texts.forEach(text -> all.put(text.getKey(), text.getValue()));
                    return new CarDraft(all, chosen);
                });
    }

    private static Arbitrary<Map.Entry<CarField, String>> typed(CarField field) {
        return Arbitraries.frequencyOf(
                        Tuple.of(40, Arbitraries.just("")),
                        Tuple.of(700, plausible(field)),
                        Tuple.of(160, Arbitraries.of(ODD)),
                        Tuple.of(50, anything()),
                        Tuple.of(47, nasty()),
                        Tuple.of(3, tooLong()))
                .map(text -> Map.entry(field, text));
    }

    private static Arbitrary<List<String>> options() {
        var some = Arbitraries.frequencyOf(
                        Tuple.of(90, Arbitraries.of("abs", "ac", "radio")),
                        Tuple.of(10, anything()),
                        Tuple.of(9, Arbitraries.of(ODD)),
                        Tuple.of(1, tooLong()))
                .list()
                .ofMaxSize(6);
        return Arbitraries.oneOf(Arbitraries.just(List.of()), some);
    }

    /** Returns texts of equally likely UTF-16 units, unpaired surrogates included. */
    private static Arbitrary<String> anything() {
        return Arbitraries.strings().withCharRange('\u0000', '\uFFFF').ofMaxLength(12);
    }

    private static Arbitrary<String> nasty() {
        return Arbitraries.strings()
                .withChars((NOT_ASCII + BLANKS + CONTROLS + UNSEEN + HALVES + SIGNS).toCharArray())
                .ofMaxLength(20);
    }

    private static Arbitrary<String> tooLong() {
        return Combinators.combine(
                        Arbitraries.of("9", "x", "a,", "\n-\u0000", "\uD83D\uDE97", "https://a.nl/x\n", "\u202E", " x"),
                        Arbitraries.integers().between(17, 15_000))
                .as(String::repeat);
    }

    private static Arbitrary<String> plausible(CarField field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT ->
                Arbitraries.of(
                        "SEB-21347958",
                        "2.3 TDCI Diesel ",
                        "d-1",
                        "A nice car\n",
                        "Caf\u00E9 racer, 1\u1D49 eigenaar",
                        "two\nlines",
                        "\u0627\u0644\u0633\u064A\u0627\u0631\u0629");
            case WORD ->
                Arbitraries.oneOf(
                        Arbitraries.of("BMW", "x 6", "Semi-automatic", "wei\u00DF"),
                        Arbitraries.of(Vocabulary.bundled().words(field)));
            case CODE -> Arbitraries.of("EUR", "eur", "GBP", "km", "KM", "mi");
            case PLATE -> Arbitraries.of("XD-99-13", "xd9913", "1-ABC-234", "B MW 1234", "W\u00DC-X 1");
            case VIN ->
                Arbitraries.oneOf(
                        Arbitraries.of("WAVWGBFH3AN026569", "wav wgbfh3 an026569"),
                        Arbitraries.strings()
                                .withChars("ABCXYZIOQ0189 -")
                                .ofMinLength(16)
                                .ofMaxLength(18));
            case INTEGER -> number(List.of("", "", "", "", "", " km", " kW", "cc", " g/km", " miles"));
            case MONEY -> number(List.of("", "", "", ",63", ".5", ",-", " EUR", " \u20AC", " GBP"));
            case YEAR -> Arbitraries.integers().between(1880, 2030).map(String::valueOf);
            case DATE -> date();
            case FLAG -> Arbitraries.of("true", "false");
            case TAGS ->
                Arbitraries.of("new", "one owner", " ", "caf\u00E9")
                        .list()
                        .ofMaxSize(5)
                        .map(tags -> String.join(",", tags));
            case LINKS ->
                Arbitraries.of("https://a.nl/1.jpg", " https://a.nl/b?c=d#e", "", "https://a.nl/2", "http://a.nl/1.jpg")
                        .list()
                        .ofMaxSize(5)
                        .map(links -> String.join("\n", links));
            case OPTIONS -> Arbitraries.just("abs");
        };
    }

    private static Arbitrary<String> number(List<String> ends) {
        return Combinators.combine(
                        Arbitraries.of("", "", "", "", "\u20AC ", "-"),
                        Arbitraries.integers(),
                        Arbitraries.of("%d", "%d", "%,d"),
                        Arbitraries.of(10, 10, 100, 100_000, Integer.MAX_VALUE),
                        Arbitraries.of(ends))
                .as((start, number, form, below, end) ->
                        start + String.format(Locale.ROOT, form, Math.floorMod(number, below)) + end);
    }

    private static Arbitrary<String> date() {
        return Combinators.combine(
                        Arbitraries.of(
                                "%1$02d-%2$02d-%3$04d",
                                "%1$d/%2$d/%3$d", "%1$d.%2$d.%3$d", "%1$02d%2$02d%3$04d", "%3$04d-%2$02d-%1$02d"),
                        Arbitraries.integers().between(0, 32),
                        Arbitraries.integers().between(0, 13),
                        Arbitraries.integers().between(1880, 2030))
                .as((form, day, month, year) -> String.format(Locale.ROOT, form, day, month, year));
    }
}
