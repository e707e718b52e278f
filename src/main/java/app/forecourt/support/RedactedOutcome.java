package app.forecourt.support;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.autochat.WaitReason;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.stock.Submission;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The outcome of a submission without personal data. It has nothing of the car, and only the length and the member
 * names of an answer.
 */
final class RedactedOutcome {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_NAMES = 40;
    /** A name without digits, because a server may use a VIN or a plate as a member's name. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_@:]{1,30}");
    private static final Pattern TYPE = Pattern.compile("[a-z]{1,20}/[a-z.+-]{1,40}(?![^;\\s])");

    private RedactedOutcome() {}

    static ObjectNode of(Submission submission) {
        ObjectNode line = JsonNodeFactory.instance.objectNode()
                .put("asked", submission.requestedAt().toString())
                .put("changed", submission.changedAt().toString())
                .put("profile", submission.profile().key())
                .put("state", word(submission.state()))
                .put("decision", word(submission.verdict()))
                .put("tries", submission.tries());
        switch (submission.outcome().orElse(null)) {
            case null -> {
            }
            case SendOutcome.Accepted(var answer, var id) -> {
                put(line, answer);
                line.put("named", id.isPresent());
            }
            case SendOutcome.Rejected(var answer, var problems, var _) -> {
                put(line, answer);
                names(line, "fields",
                        problems.stream().map(Problem::field).map(CarField::apiName).distinct().toList());
            }
            case SendOutcome.SignInRefused(var failure) -> line.put("cause", word(failure.kind()));
            case SendOutcome.Limited(var until, var reason) -> {
                line.put("until", until.toString());
                if (reason != WaitReason.AUTOCHAT) {
                    line.put("cause", word(reason));
                }
            }
            case SendOutcome.NotSent(var cause) -> line.put("cause", word(cause));
            case SendOutcome.Unknown(var cause, var answer) -> {
                line.put("cause", word(cause));
                answer.ifPresent(received -> put(line, received));
            }
        }
        return line;
    }

    private static void put(ObjectNode line, Answer answer) {
        Matcher type = TYPE.matcher(answer.contentType().toLowerCase(Locale.ROOT));
        line.put("status", answer.status()).put("contentType", type.lookingAt() ? type.group() : "other")
                .put("length", answer.body().length());
        names(line, "members", members(answer.body()));
    }

    private static void names(ObjectNode line, String member, Iterable<String> names) {
        names.forEach(line.putArray(member)::add);
    }

    /**
     * Returns the names of all members. A text that is no JSON has none; damaged JSON has the members before the
     * damage.
     */
    private static Set<String> members(String body) {
        var names = new LinkedHashSet<String>();
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken next = parser.nextToken(); next != null
                    && names.size() < MOST_NAMES; next = parser.nextToken()) {
                if (next == JsonToken.FIELD_NAME) {
                    names.add(NAME.matcher(parser.currentName()).matches() ? parser.currentName() : "…");
                }
            }
        } catch (IOException noFurther) {
            return names;
        }
        return names;
    }

    /** Returns a constant's name in the support file. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
