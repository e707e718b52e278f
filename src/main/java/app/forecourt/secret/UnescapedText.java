package app.forecourt.secret;

import app.forecourt.text.InvisibleCharacters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.translate.EntityArrays;

/**
 * A text with escapes of JSON, URLs and HTML decoded once, and without invisible characters. The position of each
 * character in the raw text is known. Decoding takes linear time.
 */
final class UnescapedText {
    /** The length limit of entity names; HTML has no longer ones. */
    private static final int MAX_ENTITY_LENGTH = 10;

    private static final Map<String, Character> ENTITIES = entities();

    private final String text;
    /** The position in the raw text by character of the decoded text, with one more element for the end. */
    private final int[] starts;

    private UnescapedText(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    /** Returns the decoded text. */
    String text() {
        return text;
    }

    /** Returns the position in the raw text of a character, or of the end, of the decoded text. */
    int rawIndex(int index) {
        return starts[index];
    }

    private static Map<String, Character> entities() {
        var entities = new HashMap<String, Character>();
        for (Map<CharSequence, CharSequence> table : List.of(EntityArrays.BASIC_UNESCAPE,
                EntityArrays.APOS_UNESCAPE, EntityArrays.ISO8859_1_UNESCAPE,
                EntityArrays.HTML40_EXTENDED_UNESCAPE)) {
            table.forEach((entity, character) -> entities.put(entity.toString(), character.charAt(0)));
        }
        return Map.copyOf(entities);
    }

    /** An escape: its decoded characters and its length in the text. */
    private record Escape(String characters, int length) {}

    /** Decodes a raw text; empty if it contains no escapes and no invisible characters. */
    static Optional<UnescapedText> of(String raw) {
        return decode(raw, Optional.empty());
    }

    /** Decodes the decoded text once more; empty if it contains no escapes. */
    Optional<UnescapedText> decodeAgain() {
        return decode(text, Optional.of(this));
    }

    private static Optional<UnescapedText> decode(String raw, Optional<UnescapedText> previous) {
        int first = 0;
        while (first < raw.length() && !isSpecial(raw.charAt(first))) {
            first++;
        }
        if (first == raw.length()) {
            return Optional.empty();
        }
        var text = new StringBuilder(raw.length()).append(raw, 0, first);
        var starts = new int[raw.length() + 1];
        Arrays.setAll(starts, index -> index);
        int at = first;
        while (at < raw.length()) {
            Optional<Escape> escape = escape(raw, at);
            if (escape.isPresent()) {
                String characters = escape.get().characters();
                for (int index = 0; index < characters.length(); index++) {
                    append(characters.charAt(index), at, text, starts);
                }
                at += escape.get().length();
            } else {
                append(raw.charAt(at), at, text, starts);
                at++;
            }
        }
        if (text.length() == raw.length()) {
            return Optional.empty();
        }
        starts[text.length()] = raw.length();
        int[] places = Arrays.copyOf(starts, text.length() + 1);
        previous.ifPresent(decoded -> {
            for (int index = 0; index < places.length; index++) {
                places[index] = decoded.starts[places[index]];
            }
        });
        return Optional.of(new UnescapedText(text.toString(), places));
    }

    /** Appends a character. Removes the last code point if it is invisible. */
    private static void append(char character, int start, StringBuilder text, int[] starts) {
        starts[text.length()] = start;
        text.append(character);
        int last = text.codePointBefore(text.length());
        if (InvisibleCharacters.contains(last)) {
            text.setLength(text.length() - Character.charCount(last));
        }
    }

    private static boolean isSpecial(char character) {
        return character == '\\' || character == '%' || character == '&' || Character.isSurrogate(character)
                || InvisibleCharacters.contains(character);
    }

    /** Returns the escape that begins at a position. Its decoded characters are always shorter than the escape. */
    private static Optional<Escape> escape(String raw, int at) {
        return switch (raw.charAt(at)) {
            case '\\' -> backslash(raw, at);
            case '%' -> at + 1 < raw.length() && raw.charAt(at + 1) == 'u' ? escape(raw, at, at + 2, at + 6)
                    : percent(raw, at);
            case '&' -> raw.startsWith("&#", at) ? reference(raw, at) : entity(raw, at);
            default -> Optional.empty();
        };
    }

    private static Optional<Escape> backslash(String raw, int at) {
        return switch (at + 1 < raw.length() ? raw.charAt(at + 1) : ' ') {
            case 'u' -> braced(raw, at).or(() -> escape(raw, at, at + 2, at + 6));
            case 'x' -> braced(raw, at).or(() -> escape(raw, at, at + 2, at + 4));
            case 'U' -> escape(raw, at, at + 2, at + 10);
            case '0', '1', '2', '3', '4', '5', '6', '7' ->
                escape(raw, at, at + 1, Math.min(digitsEnd(raw, at + 1, 8), at + 4), 8);
            case 'n', 'r', 't', 'b', 'f' -> Optional.of(new Escape(" ", 2));
            case '\\', '/', '"', '\'' -> Optional.of(new Escape(raw.substring(at + 1, at + 2), 2));
            default -> Optional.empty();
        };
    }

    /** Decodes an escape with hexadecimal digits in braces and any number of leading zeros. */
    private static Optional<Escape> braced(String raw, int at) {
        if (!raw.startsWith("{", at + 2)) {
            return Optional.empty();
        }
        int end = digitsEnd(raw, at + 3, 16);
        return !raw.startsWith("}", end) ? Optional.empty()
                : escape(raw, at, at + 3, end).map(escape -> new Escape(escape.characters(), end + 1 - at));
    }

    /** Decodes an escape that ends with its hexadecimal digits. */
    private static Optional<Escape> escape(String raw, int at, int from, int to) {
        return escape(raw, at, from, to, 16);
    }

    private static Optional<Escape> escape(String raw, int at, int from, int to, int radix) {
        return number(raw, from, to, radix).filter(Character::isValidCodePoint)
                .map(code -> new Escape(Character.toString(code), to - at));
    }

    /** Decodes one character from percent-encoded bytes of UTF-8. */
    private static Optional<Escape> percent(String raw, int at) {
        int lead = number(raw, at + 1, at + 3, 16).orElse(-1);
        if (lead < 0x80) {
            return lead < 0 ? Optional.empty() : Optional.of(new Escape(Character.toString(lead), 3));
        }
        int bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        int code = lead & (0xff >> (bytes + 1));
        for (int index = 1; index < bytes; index++) {
            int place = at + 3 * index;
            int next = place < raw.length() && raw.charAt(place) == '%'
                    ? number(raw, place + 1, place + 3, 16).orElse(-1)
                    : -1;
            if ((next & 0xc0) != 0x80 || next < 0) {
                return Optional.empty();
            }
            code = code << 6 | (next & 0x3f);
        }
        return Character.isValidCodePoint(code)
                ? Optional.of(new Escape(Character.toString(code), 3 * bytes))
                : Optional.empty();
    }

    /** Decodes a named HTML entity. */
    private static Optional<Escape> entity(String raw, int at) {
        int end = raw.substring(at, Math.min(raw.length(), at + MAX_ENTITY_LENGTH + 2)).indexOf(';');
        return end < 3 ? Optional.empty()
                : Optional.ofNullable(ENTITIES.get(raw.substring(at, at + end + 1)))
                        .map(character -> new Escape(character.toString(), end + 1));
    }

    /** Decodes a numeric character reference as browsers do: leading zeros and a missing semicolon are allowed. */
    private static Optional<Escape> reference(String raw, int at) {
        boolean hexadecimal = raw.startsWith("x", at + 2) || raw.startsWith("X", at + 2);
        int from = at + (hexadecimal ? 3 : 2);
        int radix = hexadecimal ? 16 : 10;
        int end = digitsEnd(raw, from, radix);
        int semicolon = raw.startsWith(";", end) ? 1 : 0;
        return escape(raw, at, from, end, radix)
                .map(escape -> new Escape(escape.characters(), end - at + semicolon));
    }

    /** Returns the end of the digits that begin at a position. */
    private static int digitsEnd(String raw, int from, int radix) {
        int end = from;
        while (end < raw.length() && Character.digit(raw.charAt(end), radix) >= 0) {
            end++;
        }
        return end;
    }

    private static Optional<Integer> number(String raw, int from, int to, int radix) {
        if (to > raw.length() || from >= to) {
            return Optional.empty();
        }
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = Character.digit(raw.charAt(at), radix);
            if (digit < 0 || number > Character.MAX_CODE_POINT) {
                return Optional.empty();
            }
            number = number * radix + digit;
        }
        return Optional.of(number);
    }
}
