package app.forecourt.autochat;

import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.autochat.json.Json;
import app.forecourt.autochat.token.Token;
import app.forecourt.http.RateLimit;
import app.forecourt.secret.Redaction;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the token address answered. */
final class TokenResponseMapper {
    /** AutoChat's word, for when {@code expires_in} is missing or makes no sense. */
    private static final Duration USUAL_LIFE = Duration.ofHours(24);
    private static final Duration LONGEST_LIFE = Duration.ofDays(7);
    /** What a header may hold, and not more of it than servers take. */
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]{1,16384}");
    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,9}");
    private static final Set<String> CREDENTIALS_REFUSED = Set.of("access_denied", "invalid_client");

    private TokenResponseMapper() {}

    /** @param asked when the request was made: a token's life is counted from there, to be on the safe side */
    static SignInOutcome read(RawResponse reply, Redaction redaction, Instant asked) {
        int status = reply.status();
        JsonNode root = Json.read(reply.body()).orElse(MissingNode.getInstance());
        boolean denied = Json.text(root, "error").filter(CREDENTIALS_REFUSED::contains).isPresent();
        if (status == 429) {
            return new SignInOutcome.Limited(RateLimit.until(reply.headers(), asked));
        }
        Optional<Instant> limit = RateLimit.stated(reply.headers(), asked);
        if (status == 500 && denied && limit.isPresent()) {
            return new SignInOutcome.Limited(limit.get());
        }
        if (status == 401 || status == 403 || denied) {
            return refused(SignInFailure.Kind.WRONG_CREDENTIALS, reply, redaction);
        }
        if (status >= 500 || status == 408) {
            return new SignInOutcome.Failed(Cause.SERVER_ERROR);
        }
        if (status < 200 || status > 299) {
            return refused(SignInFailure.Kind.NO_TOKEN, reply, redaction);
        }
        if (!reply.isWhole()) {
            return new SignInOutcome.Failed(
                    reply.fault().map(FailureClassifier::inBody).orElse(Cause.UNREADABLE));
        }
        // Nothing of a success is quoted: a token may be in it, in a form we don't know.
        return Optional.of(root.path("access_token")).filter(JsonNode::isTextual).map(JsonNode::asText)
                .filter(TokenResponseMapper::isSendable)
                .<SignInOutcome>map(
                        value -> new SignInOutcome.SignedIn(new Token(value, asked, asked.plus(life(root)))))
                .orElse(new SignInOutcome.Refused(
                        new SignInFailure(SignInFailure.Kind.NO_TOKEN, Optional.empty())));
    }

    /** Whether a token, fresh or from the store, can go into a header as it is. */
    static boolean isSendable(String token) {
        return SENDABLE.matcher(token).matches();
    }

    private static Duration life(JsonNode root) {
        JsonNode given = root.path("expires_in");
        if (given.isNumber() && given.asDouble() >= 1) {
            // A double to long conversion stops at the largest; asLong would wrap around.
            return atMost((long) given.asDouble());
        }
        String text = given.asText("").strip();
        return given.isTextual() && SECONDS.matcher(text).matches() ? atMost(Long.parseLong(text))
                : USUAL_LIFE;
    }

    private static Duration atMost(long seconds) {
        return Duration.ofSeconds(Math.min(seconds, LONGEST_LIFE.toSeconds()));
    }

    private static SignInOutcome refused(SignInFailure.Kind kind, RawResponse reply, Redaction redaction) {
        RawResponse clean = reply.without(redaction);
        return new SignInOutcome.Refused(
                new SignInFailure(kind, ErrorBodyParser.read(clean.contentType(), clean.body()).message()));
    }
}
