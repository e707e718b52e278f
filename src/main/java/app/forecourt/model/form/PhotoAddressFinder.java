package app.forecourt.model.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.StringEscapeUtils;

/**
 * Finder of photo addresses in copied or dropped content: one per line, within a sentence, in JSON, or as pictures of a
 * web page. If a picture links to a picture, as in a gallery, the linked larger one is taken.
 */
public final class PhotoAddressFinder {
    /** Characters of a page. A longer page was not copied for its pictures. */
    private static final int LONGEST_PAGE = 2_000_000;

    private static final Pattern SEPARATOR =
            Pattern.compile("['\"]?[,;|]['\"]?(?=https?://)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("(?<!\\w)https?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);
    /** Punctuation that a sentence or a list puts behind an address. */
    private static final String TRAILING = ".,;:!'|]}";

    private static final Pattern PICTURE =
            Pattern.compile("[^?#]+\\.(jpe?g|png|gif|webp|avif|heic)([?#].*)?", Pattern.CASE_INSENSITIVE);
    /**
     * Matches a tag. An attribute's value may contain angle brackets. A quoted value is limited to 4,000 characters,
     * because an unclosed quote would take long otherwise.
     */
    private static final Pattern TAG = Pattern.compile(
            "<(/?a|img)\\b((?:[^<>\"']++|\"[^\"]{0,4000}+\"|'[^']{0,4000}+')*+)>", Pattern.CASE_INSENSITIVE);
    /**
     * Matches an attribute with an address. Pages with lazy loading keep a picture's address in a data attribute first.
     */
    private static final Pattern VALUE = Pattern.compile(
            "(?<![\\w-])(?:href|src|data-src|data-original)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))",
            Pattern.CASE_INSENSITIVE);

    private PhotoAddressFinder() {}

    /**
     * Returns the addresses found, each once, in order of appearance.
     *
     * @param text content as plain text
     * @param page content as HTML, empty if there is none
     */
    public static List<String> find(String text, String page) {
        List<String> written = ADDRESS.matcher(SEPARATOR.matcher(text).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .map(PhotoAddressFinder::trimmed)
                .distinct()
                .toList();
        if (written.stream().anyMatch(PhotoAddressFinder::isPicture)) {
            return written;
        }
        List<String> pictures = page.length() > LONGEST_PAGE ? List.of() : pictures(page);
        return pictures.isEmpty() ? written : pictures;
    }

    private static List<String> pictures(String page) {
        List<String> found = new ArrayList<>();
        boolean linked = false;
        for (MatchResult tag : TAG.matcher(page).results().toList()) {
            Optional<String> address = address(tag.group(2));
            switch (tag.group(1)) {
                case "a", "A" -> {
                    linked = address.filter(PhotoAddressFinder::isPicture).isPresent();
                    if (linked) {
                        address.ifPresent(found::add);
                    }
                }
                case "/a", "/A" -> linked = false;
                default -> {
                    if (!linked) {
                        address.ifPresent(found::add);
                    }
                }
            }
        }
        return found.stream().distinct().toList();
    }

    private static Optional<String> address(String attributes) {
        return VALUE.matcher(attributes)
                .results()
                .flatMap(value -> Stream.of(value.group(1), value.group(2), value.group(3))
                        .filter(group -> group != null))
                .map(PhotoAddressFinder::unescaped)
                .map(String::strip)
                .filter(value -> ADDRESS.matcher(value).matches())
                .findFirst();
    }

    /** Decodes HTML entities. A value with an entity that is no character is returned unchanged. */
    private static String unescaped(String value) {
        try {
            return StringEscapeUtils.unescapeHtml4(value);
        } catch (IllegalArgumentException beyondUnicode) {
            return value;
        }
    }

    private static boolean isPicture(String address) {
        return PICTURE.matcher(address).matches();
    }

    private static String trimmed(String address) {
        int end = address.length();
        while (end > 0 && TRAILING.indexOf(address.charAt(end - 1)) >= 0) {
            end--;
        }
        String trimmed = address.substring(0, end);
        return trimmed.endsWith(")") && !trimmed.contains("(") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
    }
}
