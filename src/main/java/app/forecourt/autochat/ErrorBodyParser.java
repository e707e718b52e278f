package app.forecourt.autochat;

import app.forecourt.autochat.json.Json;
import app.forecourt.autochat.json.ResponseText;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what a server says when it says no. AutoChat documents no error body, so this takes what API Platform,
 * Auth0 and their kin send: problem+json, ld+json, {@code violations}, {@code errors} as list or map, plain text
 * and HTML. Never throws; what it can't place is passed on as it came.
 */
final class ErrorBodyParser {
    private static final int MOST = 100;
    private static final Pattern PATH_MARKS = Pattern.compile("[.\\[\\]/'\"]+");
    private static final String[] PATHS = {"propertyPath", "property", "field", "path", "pointer", "name"};
    private static final Set<String> ENTRY_MARKS = Set.of("propertyPath", "property", "field", "message",
            "detail");
    private static final String[] WORDS = {"message", "detail", "description", "title", "code"};
    private static final String[] SUMMARIES = {"hydra:description", "description", "detail", "message",
        "error_description"};

    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> messages = new LinkedHashSet<>();

    private ErrorBodyParser() {}

    /**
     * What was said.
     *
     * @param problems what belongs to one of our fields
     * @param messages the rest, fit to be shown
     */
    record Said(List<Problem> problems, List<String> messages) {
        Optional<String> message() {
            return messages.stream().findFirst();
        }
    }

    static Said read(String contentType, String body) {
        var reader = new ErrorBodyParser();
        if (ResponseText.isPage(contentType, body)) {
            reader.say(ResponseText.ofHtml(body));
        } else {
            Json.read(body).filter(node -> node.isContainerNode() || node.isTextual())
                    .ifPresentOrElse(reader::document, () -> reader.say(ResponseText.of(body)));
        }
        return new Said(List.copyOf(reader.problems), List.copyOf(reader.messages));
    }

    private void document(JsonNode root) {
        if (!root.isObject()) {
            entries("", root, 0);
            return;
        }
        entries("", root.path("violations"), 0);
        entries("", root.path("errors"), 0);
        for (String member : SUMMARIES) {
            Json.text(root, member).filter(text -> !repeatsViolations(text)).ifPresent(this::say);
        }
        if (problems.isEmpty() && messages.isEmpty()) {
            Json.text(root, "hydra:title", "title", "error").ifPresent(this::say);
        }
    }

    /** A text, an object that names a path, a list of either, or a map of path to any of them. */
    private void entries(String path, JsonNode node, int depth) {
        if (depth > 4) {
            return;
        }
        if (node.isValueNode() && !node.isNull()) {
            place(path, node.asText());
        } else if (node.isArray()) {
            node.forEach(entry -> entries(path, entry, depth + 1));
        } else if (isEntry(node)) {
            place(Json.text(node, PATHS).or(() -> Json.text(node.path("source"), PATHS)).orElse(path),
                    Json.text(node, WORDS).orElse(""));
        } else if (node.isObject()) {
            node.properties().forEach(member -> entries(
                    path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue(),
                    depth + 1));
        }
    }

    /** Told from a map of path to text by what no map of our fields has: a path, or words under a usual name. */
    private static boolean isEntry(JsonNode node) {
        return ENTRY_MARKS.stream().anyMatch(mark -> node.path(mark).isTextual());
    }

    private void place(String path, String words) {
        if (problems.size() + messages.size() >= MOST) {
            return;
        }
        String said = ResponseText.of(words.isBlank() ? path : words);
        Optional<CarField> field = field(path);
        if (field.isPresent()) {
            problems.add(Problem.of(field.get(), ProblemCode.REFUSED_BY_AUTOCHAT, said));
        } else {
            say(path.isBlank() || words.isBlank() ? said : ResponseText.of(path) + ": " + said);
        }
    }

    /** The field that a path such as {@code images[0]}, {@code [vin]} or {@code data.vin} leads to. */
    private static Optional<CarField> field(String path) {
        return PATH_MARKS.splitAsStream(path).flatMap(part -> CarField.ofApiName(part).stream())
                .filter(CarField::isSent).findFirst();
    }

    /** API Platform's detail lists the violations once more: "vin: This is no VIN.\nmodel: …". */
    private boolean repeatsViolations(String text) {
        String line = ResponseText.of(text);
        return !problems.isEmpty()
                && problems.stream().allMatch(problem -> line.contains((String) problem.args().getFirst()))
                && messages.stream().allMatch(line::contains);
    }

    private void say(String text) {
        String line = ResponseText.of(text);
        if (!line.isEmpty()) {
            messages.add(line);
        }
    }
}
