package app.forecourt.proof;

import java.util.List;
import java.util.random.RandomGenerator;

/** Generator of mutated texts, and sometimes of completely random ones. */
final class MutatedText {
    /** The maximum length in characters. */
    private static final int LONGEST = 20_000;

    private static final int MOST_EDITS = 6;
    private static final int ONE_IN = 400;
    /** Pieces that are difficult for parsers. */
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        "[[[[[[[[",
        "}]}]",
        ":",
        ",",
        "\"",
        "'",
        "\\",
        "\\u0000",
        "\\ud83d",
        "\\x",
        "null",
        "true",
        "NaN",
        "-Infinity",
        "1e999999999",
        "-1e-999999999",
        "-0",
        "0.50",
        "00",
        "1,2,3",
        "9223372036854775808",
        "9".repeat(400),
        "\u0000",
        "\u0007",
        "\u001b[31m",
        "\t",
        "\r\n",
        "\n\n\n",
        "\u2028",
        "\u00a0",
        "\u202f",
        "\u200b",
        "\u200f",
        "\u202e",
        "\ufeff",
        "\ufffd",
        "\ud83d",
        "\ude97",
        "\ud83d\ude97",
        "\u0130",
        "\u0131",
        "\u00df",
        "\ufb01",
        "\u0149",
        "e\u0301",
        "\uff11",
        "\u0663",
        "\u00bd",
        "\u2212",
        "\u2013",
        "<",
        ">",
        "<!--",
        "<script>",
        "</",
        "<title",
        "&amp;",
        "&#x110000;",
        "%",
        "%00",
        "%zz",
        "%s",
        "$1",
        "${x}",
        "/",
        "//",
        "https://",
        "http://[::1]:99999/",
        "ftp:",
        "@",
        "?",
        "#",
        ".",
        "..",
        "-",
        "--",
        "+",
        "=",
        ";",
        "|",
        "*",
        "\u2022",
        "(",
        ")",
        "km",
        "EUR",
        "\u20ac",
        "kenteken",
        "id",
        "name",
        "__proto__",
        "zonder ",
        "ohne ",
        " en ",
        "'; drop table car; --"
    };

    private MutatedText() {}

    static String of(List<String> examples, RandomGenerator random) {
        return switch (random.nextInt(20)) {
            case 0 -> pieces(random);
            case 1 -> characters(random, 1 << 16);
            case 2 -> characters(random, 1 << 8);
            default -> edited(examples, random);
        };
    }

    private static String pieces(RandomGenerator random) {
        var text = new StringBuilder();
        for (int piece = random.nextInt(30); piece >= 0; piece--) {
            text.append(piece(random));
        }
        return text.toString();
    }

    /** Creates random UTF-16 units, all equally likely, so that unpaired surrogates occur. */
    private static String characters(RandomGenerator random, int bound) {
        var text = new StringBuilder();
        for (int unit = random.nextInt(200); unit > 0; unit--) {
            text.append((char) random.nextInt(bound));
        }
        return text.toString();
    }

    private static String piece(RandomGenerator random) {
        return PIECES[random.nextInt(PIECES.length)];
    }

    private static String edited(List<String> examples, RandomGenerator random) {
        var text = new StringBuilder(randomExample(examples, random));
        for (int edit = random.nextInt(MOST_EDITS); edit >= 0; edit--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + 1 + random.nextInt(1 + Math.min(60, text.length())));
            switch (random.nextInt(8)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, to));
                case 2 -> text.insert(random.nextInt(text.length() + 1), text.substring(from, to));
                case 3 -> text.replace(from, to, randomExample(examples, random));
                case 4 -> text.setLength(from);
                case 5 ->
                    text.replace(
                            from,
                            Math.min(text.length(), from + 1),
                            "" + (char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(1 << 16)));
                case 6 -> text.replace(from, Math.min(text.length(), from + 1), piece(random));
                default -> text.insert(from, piece(random));
            }
        }
        if (random.nextInt(ONE_IN) == 0 && !text.isEmpty()) {
            int from = random.nextInt(text.length());
            String part = text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(40)));
            text.insert(from, part.repeat(random.nextInt(LONGEST) / part.length() + 1));
        }
        text.setLength(Math.min(text.length(), LONGEST));
        return text.toString();
    }

    private static String randomExample(List<String> examples, RandomGenerator random) {
        return examples.isEmpty() ? "" : examples.get(random.nextInt(examples.size()));
    }
}
