package app.forecourt.manual;

import static java.util.stream.Collectors.toMap;

import app.forecourt.ui.words.Messages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The English messages of the window, to compare them with the manual. */
final class WindowMessages {
    private static final Pattern CHOICE = Pattern.compile("\\{\\d,choice,((?:[^{}]|\\{[^{}]*})*)}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}");

    private WindowMessages() {}

    /** Returns the messages whose keys begin with a prefix, by key. */
    static Map<String, String> startingWith(String prefix) throws IOException {
        var messages = new Properties();
        try (Reader reader =
                new InputStreamReader(Messages.class.getResourceAsStream("words.properties"), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(toMap(key -> key, messages::getProperty));
    }

    /** Returns the forms of a message for different numbers. */
    static Stream<String> forms(String message) {
        Matcher choice = CHOICE.matcher(message);
        return !choice.find()
                ? Stream.of(message)
                : Stream.of(choice.group(1).split("\\|"))
                        .map(form -> message.substring(0, choice.start())
                                + form.replaceFirst("^\\d+[#<]", "")
                                + message.substring(choice.end()))
                        .flatMap(WindowMessages::forms);
    }

    /** Returns a message without its placeholders. */
    static String literal(String message) {
        return PLACEHOLDER.matcher(message).replaceAll("");
    }

    /** Returns a message with … in place of its placeholders. */
    static String abbreviated(String message) {
        return PLACEHOLDER.matcher(message.replace("''", "'")).replaceAll("…");
    }

    /** Returns whether a text is a message with any values in place of its placeholders. */
    static boolean isOf(String message, String text) {
        return pattern(message).matcher(text).matches();
    }

    /** Returns the pattern of a message with any values in place of its placeholders. */
    static Pattern pattern(String message) {
        return Pattern.compile(
                "\\Q" + PLACEHOLDER.matcher(message.replace("''", "'")).replaceAll("\\\\E.+\\\\Q") + "\\E");
    }
}
