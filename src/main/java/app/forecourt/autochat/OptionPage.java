package app.forecourt.autochat;

import app.forecourt.autochat.json.ServerTextSanitizer;
import app.forecourt.autochat.json.UntrustedJsonParser;
import app.forecourt.option.CarOption;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One page of AutoChat's option list: either a bare array or a collection of API Platform.
 *
 * @param options the entries that have a name
 * @param next the link to the next page as sent: relative or absolute, not checked
 */
record OptionPage(List<CarOption> options, Optional<String> next) {
    private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]*)");
    private static final Pattern REL_NEXT =
            Pattern.compile(";\\s*rel\\s*=\\s*(?:next\\b|\"(?:[^\"]*\\s)?next[\\s\"])", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    /** Parses a page. Empty if the response is no option list: no JSON, no array, or an array without a single name. */
    static Optional<OptionPage> parse(RawResponse response) {
        return UntrustedJsonParser.read(response.body())
                .flatMap(root -> array(root)
                        .map(entries -> new OptionPage(
                                options(entries),
                                linkHeader(response)
                                        .or(() -> UntrustedJsonParser.firstText(root.path("hydra:view"), "hydra:next"))
                                        .or(() -> UntrustedJsonParser.firstText(
                                                root.path("view"), "next", "hydra:next"))))
                        .filter(page -> !page.options.isEmpty()
                                || array(root).orElseThrow().isEmpty()));
    }

    private static Optional<JsonNode> array(JsonNode root) {
        return Stream.of(root, root.path("hydra:member"), root.path("member"))
                .filter(JsonNode::isArray)
                .findFirst();
    }

    private static List<CarOption> options(JsonNode entries) {
        var options = new ArrayList<CarOption>();
        for (JsonNode entry : entries) {
            // Skipped, because a name with control characters can't be sent unchanged.
            UntrustedJsonParser.firstText(entry, "name")
                    .filter(Predicate.not(name -> CONTROL.matcher(name).find()))
                    .ifPresent(name -> options.add(new CarOption(
                            name,
                            UntrustedJsonParser.firstText(entry, "prettyName")
                                    .map(ServerTextSanitizer::singleLine)
                                    .orElse(name))));
        }
        return options;
    }

    private static Optional<String> linkHeader(RawResponse response) {
        return response.headers().values("Link").stream()
                .flatMap(header -> LINK.matcher(header).results())
                .filter(link -> REL_NEXT.matcher(link.group(2)).find())
                .map(link -> link.group(1))
                .findFirst();
    }
}
