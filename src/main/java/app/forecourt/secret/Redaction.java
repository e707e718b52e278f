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
 * Takes secrets out of texts before they are kept or shown: those of this run that it was told of, as they are and in
 * the forms in which programs write them, and whatever looks like a token. In their place stands {@value #MARK}.
 *
 * <p>
 * A secret is also found behind the escapes of JSON, URLs and HTML, nested up to {@value #DECODINGS} deep, because
 * whoever decodes the text later would show it. Its escaped form is taken out, so nothing has to be taken out again.
 *
 * <p>
 * Safe for use by several threads.
 */
public final class Redaction {
    /** Stands where a secret stood. */
    public static final String MARK = "…";
    /** Nobody hands out a shorter one, and it would be found in harmless words. */
    private static final int SHORTEST = 6;
    /** Of a secret that breaks off with the text, so much is told by chance. */
    private static final int BEGINNING = 8;
    /**
     * A JSON Web Token (RFC 7519), also without its signature, that nobody told us of. Looked for once in each word, in
     * front of which anything may stand: from every place in it, long words would take for ever.
     */
    private static final Pattern TOKEN = Pattern.compile(
            "(?<![\\w-])(?>([\\w-]*?)eyJ)[\\w-]{8,}+\\.[\\w-]{8,}+(?:\\.[\\w-]*+)?");

    /** How many escapes within each other are decoded. */
    private static final int DECODINGS = 4;

    private final boolean leaves;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Set<String> forms = ConcurrentHashMap.newKeySet();

    /** One that was told of nothing yet. */
    public Redaction() {
        this(false);
    }

    private Redaction(boolean leaves) {
        this.leaves = leaves;
    }

    /** Leaves every text as it is: for Practice, which has no secrets. */
    public static Redaction none() {
        return new Redaction(true);
    }

    /** Takes this secret out from now on. */
    public void addSecret(String secret) {
        String bare = secret.strip();
        if (bare.length() >= SHORTEST && !known.contains(bare)) {
            forms(bare).forEach(forms::add);
            known.add(bare);
        }
    }

    /**
     * The text without secrets; one that breaks off within a secret ends before it. Takes time in proportion to the text,
     * whatever a server has written into it.
     */
    public String of(String text) {
        if (leaves) {
            return text;
        }
        var secret = new BitSet(text.length());
        forms.forEach(form -> mark(form, text, secret));
        Optional<DecodedText> decoded = DecodedText.of(text);
        for (int depth = 0; depth < DECODINGS && decoded.isPresent(); depth++) {
            mark(decoded.get(), secret);
            decoded = decoded.get().again();
        }
        return TOKEN.matcher(secret.isEmpty() ? text : without(secret, text)).replaceAll("$1" + MARK);
    }

    /** Marks in the text as it came what is a secret or a token once it is decoded. */
    private void mark(DecodedText decoded, BitSet secret) {
        var found = new BitSet(decoded.text().length());
        forms.forEach(form -> mark(form, decoded.text(), found));
        Matcher token = TOKEN.matcher(decoded.text());
        while (token.find()) {
            found.set(token.end(1), token.end());
        }
        for (int start = found.nextSetBit(0); start >= 0;) {
            int end = found.nextClearBit(start);
            secret.set(decoded.start(start), decoded.start(end));
            start = found.nextSetBit(end);
        }
    }

    /**
     * Marks where the form stands, or its beginning at the end of the text (Knuth, Morris, Pratt: no character of the
     * text is looked at twice).
     */
    private static void mark(String form, String text, BitSet secret) {
        String head = form.substring(0, Math.min(form.length(), BEGINNING));
        int at = text.indexOf(head);
        if (at < 0) {
            return;
        }
        int[] borders = borders(form, text.length() - at);
        int matched = 0;
        while (at < text.length()) {
            matched = grown(matched, text.charAt(at), form, borders);
            at++;
            if (matched == form.length()) {
                secret.set(at - matched, at);
                matched = borders[matched];
            }
            if (matched == 0) {
                int next = text.indexOf(head, at);
                at = next < 0 ? text.length() : next;
            }
        }
        if (matched >= BEGINNING) {
            secret.set(at - matched, at);
        }
    }

    /** How much of the form has been read with this character. */
    private static int grown(int before, char next, String form, int[] borders) {
        int matched = before;
        while (matched > 0 && form.charAt(matched) != next) {
            matched = borders[matched];
        }
        return form.charAt(matched) == next ? matched + 1 : 0;
    }

    /** By length of a beginning of the form: the length of the longest shorter beginning that ends it. */
    private static int[] borders(String form, int most) {
        int[] borders = new int[Math.min(form.length(), most) + 1];
        for (int length = 2; length < borders.length; length++) {
            borders[length] = grown(borders[length - 1], form.charAt(length - 1), form, borders);
        }
        return borders;
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

    private static Stream<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Stream<String> coded = Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .flatMap(base64 -> Stream.of(0, 1, 2).map(before -> within(base64, bytes, before)));
        return Stream.concat(coded,
                Stream.of(secret, HexFormat.of().formatHex(bytes),
                        HexFormat.of().withUpperCase().formatHex(bytes),
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        StringEscapeUtils.escapeHtml4(secret),
                        StringEscapeUtils.escapeXml10(secret).replace("&apos;", "&#039;"), spaced(secret)))
                .flatMap(form -> quoted(form).stream());
    }

    /** What Base64 makes of it behind so many other bytes; its ends depend on its neighbours and are left out. */
    private static String within(Base64.Encoder base64, byte[] secret, int before) {
        byte[] all = new byte[before + secret.length];
        System.arraycopy(secret, 0, all, before, secret.length);
        return base64.encodeToString(all).substring((before * 8 + 5) / 6, all.length * 8 / 6);
    }

    /** Two bytes a character, read as if there were one. */
    private static String spaced(String secret) {
        return secret.chars().mapToObj(Character::toString).collect(Collectors.joining("\0"));
    }

    /** As it is and in JSON, in which PHP writes a backslash before each slash. */
    private static List<String> quoted(String form) {
        String quoted = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(form));
        return List.of(form, quoted, quoted.replace("/", "\\/"));
    }
}
