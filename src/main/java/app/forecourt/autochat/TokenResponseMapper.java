package app.forecourt.autochat;

import app.forecourt.autochat.json.UntrustedJsonParser;
import app.forecourt.autochat.token.Token;
import app.forecourt.http.RateLimitHeaders;
import app.forecourt.secret.Redaction;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Mapper from the response of the token endpoint to the outcome of a sign-in. */
final class TokenResponseMapper {
    /** The lifetime stated by AutoChat, used if {@code expires_in} is missing or invalid. */
    private static final Duration DEFAULT_LIFETIME = Duration.ofHours(24);

    private static final Duration MAX_LIFETIME = Duration.ofDays(7);
    /** Characters allowed in a header, and the length that servers accept. */
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]{1,16384}");

    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,9}");
    private static final Set<String> CREDENTIALS_REFUSED = Set.of("access_denied", "invalid_client");

    private TokenResponseMapper() {}

    /** @param requested the time of the request; the token's lifetime is counted from there, to be on the safe side */
    static SignInOutcome outcome(RawResponse response, Redaction redaction, Instant requested) {
        int status = response.status();
        JsonNode root = UntrustedJsonParser.read(response.body()).orElse(MissingNode.getInstance());
        boolean denied = UntrustedJsonParser.firstText(root, "error")
                .filter(CREDENTIALS_REFUSED::contains)
                .isPresent();
        if (status == 429) {
            return new SignInOutcome.Limited(RateLimitHeaders.until(response.headers(), requested));
        }
        Optional<Instant> limit = RateLimitHeaders.statedLimit(response.headers(), requested);
        if (status == 500 && denied && limit.isPresent()) {
            return new SignInOutcome.Limited(limit.get());
        }
        if (status == 401 || status == 403 || denied) {
            return refused(SignInRefusal.Kind.WRONG_CREDENTIALS, response, redaction);
        }
        if (status >= 500 || status == 408) {
            return new SignInOutcome.Failed(FailureCause.SERVER_ERROR);
        }
        if (status < 200 || status > 299) {
            return refused(SignInRefusal.Kind.NO_TOKEN, response, redaction);
        }
        if (!response.isWhole()) {
            return new SignInOutcome.Failed(
                    response.fault().map(NetworkFailureClassifier::inBody).orElse(FailureCause.UNREADABLE));
        }
        // A success is never quoted, because it may hold a token in an unknown form.
        return Optional.of(root.path("access_token"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(TokenResponseMapper::isSendable)
                .<SignInOutcome>map(value ->
                        new SignInOutcome.SignedIn(new Token(value, requested, requested.plus(lifetime(root)))))
                .orElse(new SignInOutcome.Refused(new SignInRefusal(SignInRefusal.Kind.NO_TOKEN, Optional.empty())));
    }

    /** Returns whether a token, fresh or stored, can be sent in a header unchanged. */
    static boolean isSendable(String token) {
        return SENDABLE.matcher(token).matches();
    }

    private static Duration lifetime(JsonNode root) {
        JsonNode expiresIn = root.path("expires_in");
        if (expiresIn.isNumber() && expiresIn.asDouble() >= 1) {
            // The conversion from double saturates at Long.MAX_VALUE; asLong would wrap around.
            return atMost((long) expiresIn.asDouble());
        }
        String text = expiresIn.asText("").strip();
        return expiresIn.isTextual() && SECONDS.matcher(text).matches()
                ? atMost(Long.parseLong(text))
                : DEFAULT_LIFETIME;
    }

    private static Duration atMost(long seconds) {
        return Duration.ofSeconds(Math.min(seconds, MAX_LIFETIME.toSeconds()));
    }

    private static SignInOutcome refused(SignInRefusal.Kind kind, RawResponse response, Redaction redaction) {
        RawResponse clean = response.redacted(redaction);
        return new SignInOutcome.Refused(new SignInRefusal(
                kind, ErrorBodyParser.parse(clean.contentType(), clean.body()).message()));
    }
}
