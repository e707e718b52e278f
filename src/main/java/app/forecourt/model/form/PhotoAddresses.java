package app.forecourt.model.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.StringEscapeUtils;

/**
 * The photo addresses in what was copied or dropped: a line each, in a sentence, in JSON, or a part of a web page with
 * its pictures. A picture that is a link to a picture, as in a gallery, stands for that larger one.
 */
public final class PhotoAddresses {
    /** Characters of a page; what is beyond was not copied for its pictures. */
    private static final int LONGEST_PAGE = 2_000_000;
    private static final Pattern BETWEEN = Pattern
            .compile("['\"]?[,;|]['\"]?(?=https?://)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("(?<!\\w)https?://[^\\s<>\"]+",
            Pattern.CASE_INSENSITIVE);
    /** What a sentence or a list puts behind an address. */
    private static final String BEHIND = ".,;:!'|]}";
    private static final Pattern PICTURE = Pattern.compile("[^?#]+\\.(jpe?g|png|gif|webp|avif|heic)([?#].*)?",
            Pattern.CASE_INSENSITIVE);
    /** Text of an attribute may have angle brackets. Of a quote that never ends so much is looked at, or it took long. */
    private static final Pattern TAG = Pattern.compile(
            "<(/?a|img)\\b((?:[^<>\"']++|\"[^\"]{0,4000}+\"|'[^']{0,4000}+')*+)>", Pattern.CASE_INSENSITIVE);
    /** Pages that load pictures late have their addresses elsewhere first. */
    private static final Pattern VALUE = Pattern.compile(
            "(?<![\\w-])(?:href|src|data-src|data-original)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))",
            Pattern.CASE_INSENSITIVE);

    private PhotoAddresses() {}

    /**
     * What is found, each once, in its order.
     *
     * @param text as text
     * @param page the same as HTML, empty if it is none
     */
    public static List<String> in(String text, String page) {
        List<String> written = ADDRESS.matcher(BETWEEN.matcher(text).replaceAll(" ")).results()
                .map(MatchResult::group).map(PhotoAddresses::bare).distinct().toList();
        if (written.stream().anyMatch(PhotoAddresses::isPicture)) {
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
                    linked = address.filter(PhotoAddresses::isPicture).isPresent();
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
        return VALUE.matcher(attributes).results()
                .flatMap(value -> Stream.of(value.group(1), value.group(2), value.group(3))
                        .filter(one -> one != null))
                .map(PhotoAddresses::unescaped).map(String::strip)
                .filter(value -> ADDRESS.matcher(value).matches()).findFirst();
    }

    /** Numbers that are no character stay as they are written. */
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

    private static String bare(String address) {
        int end = address.length();
        while (end > 0 && BEHIND.indexOf(address.charAt(end - 1)) >= 0) {
            end--;
        }
        String bare = address.substring(0, end);
        return bare.endsWith(")") && !bare.contains("(") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
