package app.forecourt.secret;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.StringEscapeUtils;

/**
 * The removal of secrets from texts before they are stored or shown. It removes the registered secrets of this run,
 * also in Base64, hexadecimal and escaped forms. It removes all texts that look like a token, too. {@value #MARK}
 * replaces them.
 *
 * <p>A secret is also found behind nested escapes of JSON, URLs and HTML, up to {@value #MAX_DECODINGS} deep. Otherwise
 * decoding the text later would reveal the secret. The escaped form is removed, so that a decoded text needs no further
 * redaction.
 *
 * <p>Thread-safe.
 */
public final class Redaction {
    /** The replacement of a secret. */
    public static final String MARK = "…";
    /** The minimum length of a secret. Shorter secrets are never issued and would match parts of harmless words. */
    private static final int MIN_LENGTH = 6;
    /** The minimum length of a cut-off secret at the end of a text, because a shorter match may be chance. */
    private static final int MIN_PREFIX = 8;
    /**
     * The pattern of a JSON Web Token (RFC 7519), also without its signature, for tokens that were not registered. It
     * is searched once in each word, after any prefix. A search from every position would take quadratic time for long
     * words.
     */
    private static final Pattern TOKEN =
            Pattern.compile("(?<![\\w-])(?>([\\w-]*?)eyJ)[\\w-]{8,}+\\.[\\w-]{8,}+(?:\\.[\\w-]*+)?");

    /** The maximum depth of nested escapes. */
    private static final int MAX_DECODINGS = 4;

    private final boolean isDisabled;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Set<String> forms = ConcurrentHashMap.newKeySet();

    /** Creates a redaction without registered secrets. */
    public Redaction() {
        this(false);
    }

    private Redaction(boolean isDisabled) {
        this.isDisabled = isDisabled;
    }

    /** Creates a redaction that changes no text, for the practice profile, which has no secrets. */
    public static Redaction none() {
        return new Redaction(true);
    }

    /** Registers a secret, which is removed from all later texts. Ignores texts shorter than {@value #MIN_LENGTH}. */
    public void addSecret(String secret) {
        String bare = secret.strip();
        if (bare.length() >= MIN_LENGTH && !known.contains(bare)) {
            forms(bare).forEach(forms::add);
            known.add(bare);
        }
    }

    /**
     * Returns a text without secrets. A secret that is cut off at the end of the text is removed, too. Takes linear
     * time for every text, because a server may have chosen its content.
     */
    public String redact(String text) {
        if (isDisabled) {
            return text;
        }
        var secret = new BitSet(text.length());
        Optional<UnescapedText> decoded = Optional.of(UnescapedText.of(text));
        for (int depth = 0; depth <= MAX_DECODINGS && decoded.isPresent(); depth++) {
            mark(decoded.get(), secret);
            decoded = decoded.get().decode();
        }
        return without(secret, text);
    }

    /** Marks the positions in the raw text of each secret or token in the decoded text. */
    private void mark(UnescapedText decoded, BitSet secret) {
        var found = new BitSet(decoded.text().length());
        forms.forEach(form -> mark(form, decoded.text(), found));
        Matcher token = TOKEN.matcher(decoded.text());
        while (token.find()) {
            found.set(token.end(1), token.end());
        }
        for (int start = found.nextSetBit(0); start >= 0; ) {
            int end = found.nextClearBit(start);
            secret.set(decoded.rawIndex(start), decoded.rawIndex(end));
            start = found.nextSetBit(end);
        }
    }

    /**
     * Marks the positions of a form, or of its beginning at the end of the text. Uses the Z algorithm, which takes
     * linear time: it determines for each position how many characters from there equal those of the form.
     */
    private static void mark(String form, String text, BitSet secret) {
        int first = text.indexOf(form.substring(0, Math.min(form.length(), MIN_PREFIX)));
        if (first < 0) {
            return;
        }
        String both = form + text.substring(first);
        int[] equal = new int[both.length()];
        int start = 0;
        int end = 0;
        for (int at = 1; at < both.length(); at++) {
            int length = at < end ? Math.min(end - at, equal[at - start]) : 0;
            while (at + length < both.length() && both.charAt(length) == both.charAt(at + length)) {
                length++;
            }
            equal[at] = length;
            if (at + length > end) {
                start = at;
                end = at + length;
            }
            boolean isCutOff = at + length == both.length() && length >= MIN_PREFIX;
            if (at >= form.length() && (length >= form.length() || isCutOff)) {
                int found = first + at - form.length();
                secret.set(found, found + Math.min(length, form.length()));
            }
        }
    }

    private static String without(BitSet secret, String text) {
        var clean = new StringBuilder(text.length());
        int kept = 0;
        for (int start = secret.nextSetBit(0); start >= 0; start = secret.nextSetBit(kept)) {
            clean.append(text, kept, start).append(MARK);
            kept = secret.nextClearBit(start);
        }
        return clean.append(text, kept, text.length()).toString();
    }

    /**
     * Returns the forms of a secret. Escaped forms are among them although escapes are decoded. Otherwise an unfinished
     * escape before the secret, such as {@code %2}, would take its first letter.
     */
    private static Stream<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Stream<String> coded = Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .flatMap(base64 -> Stream.of(0, 1, 2).map(offset -> base64At(base64, bytes, offset)));
        return Stream.concat(
                        coded,
                        Stream.of(
                                secret,
                                HexFormat.of().formatHex(bytes),
                                HexFormat.of().withUpperCase().formatHex(bytes),
                                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                                StringEscapeUtils.escapeHtml4(secret),
                                StringEscapeUtils.escapeXml10(secret).replace("&apos;", "&#039;"),
                                utf16AsSingleBytes(secret)))
                .flatMap(form -> quoted(form).stream());
    }

    /**
     * Returns the Base64 form of a secret after a number of other bytes. Its first and last characters are left out if
     * they depend on neighbouring bytes.
     */
    private static String base64At(Base64.Encoder base64, byte[] secret, int offset) {
        byte[] bytes = new byte[offset + secret.length];
        System.arraycopy(secret, 0, bytes, offset, secret.length);
        return base64.encodeToString(bytes).substring((offset * 8 + 5) / 6, bytes.length * 8 / 6);
    }

    /** Returns a secret in UTF-16, misread as an encoding with one byte a character: zeros between the characters. */
    private static String utf16AsSingleBytes(String secret) {
        return secret.chars().mapToObj(Character::toString).collect(Collectors.joining("\0"));
    }

    /** Returns a form unchanged, as a JSON string, and as a JSON string of PHP, which escapes each slash. */
    private static List<String> quoted(String form) {
        String quoted = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(form));
        return List.of(form, quoted, quoted.replace("/", "\\/"));
    }
}
