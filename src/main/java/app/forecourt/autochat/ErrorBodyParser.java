package app.forecourt.autochat;

import app.forecourt.autochat.json.ServerTextSanitizer;
import app.forecourt.autochat.json.UntrustedJsonParser;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Parser of error responses. AutoChat documents no error body. Therefore the parser accepts the formats of API
 * Platform, Auth0 and similar servers: problem+json, ld+json, {@code violations}, {@code errors} as list or map, plain
 * text and HTML. It never throws. Text that belongs to no field is passed on as a message.
 */
final class ErrorBodyParser {
    private static final int MAX_ENTRIES = 100;
    private static final Pattern PATH_MARKS = Pattern.compile("[.\\[\\]/'\"]+");
    private static final String[] PATHS = {"propertyPath", "property", "field", "path", "pointer", "name"};
    private static final Set<String> ENTRY_MARKS = Set.of("propertyPath", "property", "field", "message", "detail");
    private static final String[] MESSAGES = {"message", "detail", "description", "title", "code"};
    private static final String[] SUMMARIES = {
        "hydra:description", "description", "detail", "message", "error_description"
    };

    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> messages = new LinkedHashSet<>();

    private ErrorBodyParser() {}

    /**
     * The content of an error response.
     *
     * @param problems errors that belong to a field of the form
     * @param messages all other errors, fit for display
     */
    record ParsedErrors(List<Problem> problems, List<String> messages) {
        Optional<String> message() {
            return messages.stream().findFirst();
        }
    }

    static ParsedErrors parse(String contentType, String body) {
        var parser = new ErrorBodyParser();
        if (ServerTextSanitizer.isPage(contentType, body)) {
            parser.addMessage(ServerTextSanitizer.ofHtml(body));
        } else {
            UntrustedJsonParser.read(body)
                    .filter(node -> node.isContainerNode() || node.isTextual())
                    .ifPresentOrElse(
                            parser::readDocument, () -> parser.addMessage(ServerTextSanitizer.singleLine(body)));
        }
        return new ParsedErrors(List.copyOf(parser.problems), List.copyOf(parser.messages));
    }

    private void readDocument(JsonNode root) {
        if (!root.isObject()) {
            readEntries("", root, 0);
            return;
        }
        readEntries("", root.path("violations"), 0);
        readEntries("", root.path("errors"), 0);
        for (String member : SUMMARIES) {
            UntrustedJsonParser.firstText(root, member)
                    .filter(text -> !repeatsViolations(text))
                    .ifPresent(this::addMessage);
        }
        if (problems.isEmpty() && messages.isEmpty()) {
            UntrustedJsonParser.firstText(root, "hydra:title", "title", "error").ifPresent(this::addMessage);
        }
    }

    /** Reads a text, an object with a path, a list of either, or a map of path to any of them. */
    private void readEntries(String path, JsonNode node, int depth) {
        if (depth > 4) {
            return;
        }
        if (node.isValueNode() && !node.isNull()) {
            addEntry(path, node.asText());
        } else if (node.isArray()) {
            node.forEach(entry -> readEntries(path, entry, depth + 1));
        } else if (isEntry(node)) {
            addEntry(
                    UntrustedJsonParser.firstText(node, PATHS)
                            .or(() -> UntrustedJsonParser.firstText(node.path("source"), PATHS))
                            .orElse(path),
                    UntrustedJsonParser.firstText(node, MESSAGES).orElse(""));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(member -> readEntries(
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                            member.getValue(),
                            depth + 1));
        }
    }

    /**
     * Returns whether an object is one error and not a map of path to text. An error has a path or a message under a
     * usual name; no field has such a name.
     */
    private static boolean isEntry(JsonNode node) {
        return ENTRY_MARKS.stream().anyMatch(mark -> node.path(mark).isTextual());
    }

    private void addEntry(String path, String message) {
        if (problems.size() + messages.size() >= MAX_ENTRIES) {
            return;
        }
        String text = ServerTextSanitizer.singleLine(message.isBlank() ? path : message);
        Optional<CarField> field = field(path);
        if (field.isPresent()) {
            problems.add(Problem.of(field.get(), Problem.Code.REFUSED_BY_AUTOCHAT, text));
        } else {
            addMessage(path.isBlank() || message.isBlank() ? text : ServerTextSanitizer.singleLine(path) + ": " + text);
        }
    }

    /** Returns the field named by a path such as {@code images[0]}, {@code [vin]} or {@code data.vin}. */
    private static Optional<CarField> field(String path) {
        return PATH_MARKS
                .splitAsStream(path)
                .flatMap(part -> CarField.ofApiName(part).stream())
                .filter(CarField::isSent)
                .findFirst();
    }

    /**
     * Returns whether a text only repeats the violations, as API Platform's detail does: "vin: This is no VIN.\nmodel:
     * …".
     */
    private boolean repeatsViolations(String text) {
        String line = ServerTextSanitizer.singleLine(text);
        return !problems.isEmpty()
                && problems.stream()
                        .allMatch(
                                problem -> line.contains((String) problem.args().getFirst()))
                && messages.stream().allMatch(line::contains);
    }

    private void addMessage(String text) {
        String line = ServerTextSanitizer.singleLine(text);
        if (!line.isEmpty()) {
            messages.add(line);
        }
    }
}
