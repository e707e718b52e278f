package app.forecourt.ui.words;

import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The message keys used in source code. A key occurs there as a whole, or is composed of a prefix and parts. The parts
 * are constants or string literals.
 */
final class MessageKeysInCode {
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z0-9_]+\\b");
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[A-Za-z_]+)+");

    private final Set<String> texts = new HashSet<>();
    private final Set<String> parts = new HashSet<>();

    MessageKeysInCode(String code) {
        TEXT.matcher(code).results().map(found -> found.group(1)).forEach(texts::add);
        texts.forEach(text -> parts.addAll(Arrays.asList(text.split("\\."))));
        CONSTANT.matcher(code).results().map(found -> found.group()).forEach(constant -> {
            parts.add(constant);
            parts.add(constant.toLowerCase(Locale.ROOT));
        });
    }

    /** Returns the unused keys. */
    List<String> unused(Map<String, String> words) {
        return words.keySet().stream().filter(key -> !isUsed(key)).toList();
    }

    private boolean isUsed(String key) {
        return texts.contains(key)
                || texts.stream()
                        .anyMatch(text -> text.endsWith(".")
                                && key.startsWith(text)
                                && parts.containsAll(Arrays.asList(
                                        key.substring(text.length()).split("\\."))));
    }

    /** Returns the string literals that look like keys but are none. Names of JSON files are left out. */
    List<String> missing(Map<String, String> words) {
        Set<String> rooms =
                words.keySet().stream().map(key -> key.split("\\.")[0]).collect(toSet());
        return texts.stream()
                .filter(text -> KEY.matcher(text).matches() && !text.endsWith(".json"))
                .filter(text -> rooms.contains(text.split("\\.")[0]))
                .filter(text -> !words.containsKey(text)
                        && words.keySet().stream().noneMatch(key -> key.startsWith(text + ".")))
                .sorted()
                .toList();
    }
}
