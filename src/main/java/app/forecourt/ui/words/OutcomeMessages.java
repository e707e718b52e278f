package app.forecourt.ui.words;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.RequestLimitReason;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.autochat.SignInOutcome;
import app.forecourt.autochat.SignInRefusal;
import app.forecourt.car.Problem;
import app.forecourt.settings.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The messages about outcomes of requests to AutoChat, in plain words for dealers. No other class turns outcomes into
 * sentences.
 */
public record OutcomeMessages(Messages words) {
    /** Characters shown of a message from the server. */
    private static final int LONGEST_SERVER_MESSAGE = 400;

    /** The tone of an outcome. */
    public enum Tone {
        GOOD("success"),
        DOUBTFUL("warning"),
        BAD("danger");

        /** The style class of the tone. */
        public final String styleClass;

        Tone(String style) {
            this.styleClass = style;
        }
    }

    /** Returns the tone of a submission's outcome. */
    public Tone tone(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted accepted -> Tone.GOOD;
            case SendOutcome.Unknown unknown -> Tone.DOUBTFUL;
            case SendOutcome.Limited limited -> Tone.DOUBTFUL;
            case SendOutcome.NotSent notSent -> notSent.cause() == FailureCause.STOPPED ? Tone.DOUBTFUL : Tone.BAD;
            case SendOutcome.Rejected rejected -> Tone.BAD;
            case SendOutcome.SignInRefused refused -> Tone.BAD;
        };
    }

    /** Returns the title of a submission's outcome. */
    public String title(SendOutcome outcome, Profile profile) {
        return switch (outcome) {
            case SendOutcome.Accepted accepted -> words.get("outcome.accepted", words.upperCaseName(profile));
            case SendOutcome.Rejected rejected -> words.get("outcome.rejected", words.upperCaseName(profile));
            // Without a request to AutoChat, the title says "not sent" instead of "refused".
            case SendOutcome.SignInRefused(var failure) ->
                words.get(
                        switch (failure.kind()) {
                            case NOT_SET_UP, LOCKED, OTHER_ADDRESS -> "outcome.notsent";
                            case WRONG_CREDENTIALS, NO_TOKEN, NOT_ALLOWED -> "outcome.refused";
                        },
                        words.upperCaseName(profile));
            case SendOutcome.Limited(var until, var reason) ->
                words.get(key("outcome.limited", "outcome.limited.", reason), words.upperCaseName(profile));
            case SendOutcome.NotSent notSent -> words.get("outcome.notsent", words.upperCaseName(profile));
            case SendOutcome.Unknown unknown -> words.get("outcome.unknown", words.upperCaseName(profile));
        };
    }

    /** Returns {@code Opel Corsa is at PRODUCTION}. */
    public String isThere(String car, Profile profile) {
        return words.getFor(profile, "outcome.isthere", "outcome.isthere.practice", car, words.upperCaseName(profile));
    }

    /** Returns the message of a submission's outcome with the user's next step. */
    public String sentence(SendOutcome outcome, Profile profile) {
        return switch (outcome) {
            case SendOutcome.Accepted(var answer, var id) ->
                id.map(name -> words.get("outcome.accepted.id", name))
                        .orElseGet(() -> words.get("outcome.accepted.noid"));
            case SendOutcome.Rejected(var answer, var problems, var messages) ->
                rejected(problems.stream().map(Problem::field).distinct().count(), messages, answer.status());
            case SendOutcome.SignInRefused(var failure) -> sentence(failure, profile);
            case SendOutcome.Limited(var until, var reason) -> sentence(until, reason);
            case SendOutcome.NotSent(var cause) -> sentence(cause, profile, 0) + " " + words.get("outcome.safe");
            case SendOutcome.Unknown(var cause, var answer) ->
                sentence(cause, profile, status(answer)) + " " + words.get("outcome.unknown.what");
        };
    }

    /** Returns the reason of a submission's outcome without the user's next step. */
    public String reason(SendOutcome outcome, Profile profile) {
        return switch (outcome) {
            case SendOutcome.NotSent(var cause) -> sentence(cause, profile, 0);
            case SendOutcome.Limited(var until, var reason) ->
                words.get(key("outcome.limited", "outcome.limited.", reason), words.upperCaseName(profile)) + ".";
            case SendOutcome.Unknown(var cause, var answer) -> sentence(cause, profile, status(answer));
            case SendOutcome.Rejected(var answer, var problems, var messages) ->
                messages.isEmpty()
                        ? words.get("outcome.rejected.nofield", String.valueOf(answer.status()))
                        : words.get("server.said", brief(String.join(" · ", messages)));
            case SendOutcome.Accepted accepted -> sentence(outcome, profile);
            case SendOutcome.SignInRefused refused -> sentence(outcome, profile);
        };
    }

    private static int status(Optional<Answer> answer) {
        return answer.map(Answer::status).orElse(0);
    }

    /** Returns the message of an outcome of loading the option list. */
    public String sentence(OptionsOutcome outcome, Profile profile) {
        return switch (outcome) {
            case OptionsOutcome.Loaded(var options, var _) -> words.get("options.loaded", options.size());
            case OptionsOutcome.SignInRefused(var failure) -> sentence(failure, profile);
            case OptionsOutcome.Limited(var until, var reason) -> sentence(until, reason);
            case OptionsOutcome.Failed(var cause, var status) -> sentence(cause, profile, status);
        };
    }

    /** Returns the message of a sign-in. A failure names the sign-in server, which is not the profile's address. */
    public String sentence(SignInOutcome signIn, Profile profile) {
        return switch (signIn) {
            case SignInOutcome.SignedIn(var token) ->
                words.get("settings.test.token.good", words.moment(token.expires()));
            case SignInOutcome.Refused(var failure) -> sentence(failure, profile);
            case SignInOutcome.Limited(var until, var reason) -> sentence(until, reason);
            case SignInOutcome.Failed(var cause) -> {
                String message = sentence(cause, words.get("signin.place"), 0);
                yield message.substring(0, 1).toUpperCase(words.locale()) + message.substring(1);
            }
        };
    }

    /** Returns why no request is made before a time, and the user's next step. */
    String sentence(Instant until, RequestLimitReason reason) {
        return words.get(
                key("limited", "limited.", reason),
                reason == RequestLimitReason.AUTOCHAT ? words.moment(until) : words.endTime(until));
    }

    /** Returns the key of a text for the reason of a wait. AutoChat's own rate limit uses the base key. */
    static String key(String baseKey, String prefix, RequestLimitReason reason) {
        return reason == RequestLimitReason.AUTOCHAT ? baseKey : prefix + Messages.key(reason);
    }

    /**
     * Returns the message of a failed sign-in with the server's own message. Names the time until which an equal try is
     * skipped.
     */
    public String sentence(SignInRefusal failure, Profile profile) {
        if (failure.unreadableKeyFile().isPresent()) {
            return words.get("signin.locked.file", failure.unreadableKeyFile().get());
        }
        String reason = words.get("signin." + Messages.key(failure.kind()), words.upperCaseName(profile));
        String retry = failure.retryAt()
                .map(until -> " " + words.get("signin.askedagain", words.endTime(until)))
                .orElse("");
        return failure.message()
                        .map(message -> reason + " " + words.get("server.said", brief(message)))
                        .orElse(reason)
                + retry;
    }

    /** Truncates a message of the server. The user can open the whole answer. */
    private static String brief(String message) {
        return message.length() <= LONGEST_SERVER_MESSAGE
                ? message
                : message.substring(0, LONGEST_SERVER_MESSAGE) + "…";
    }

    private String rejected(long markedFields, List<String> messages, int status) {
        String fields = markedFields == 0
                ? words.get("outcome.rejected.nofield", String.valueOf(status))
                : words.get("outcome.rejected.fields", markedFields);
        return messages.isEmpty()
                ? fields
                : fields + " " + words.get("server.said", brief(String.join(" · ", messages)));
    }

    private String sentence(FailureCause cause, Profile profile, int status) {
        return sentence(cause, words.name(profile), status);
    }

    private String sentence(FailureCause cause, String name, int status) {
        String key = "cause." + Messages.key(cause);
        return Optional.of(status)
                .filter(given -> given > 0)
                .flatMap(given -> words.find(key + ".status").map(_ -> words.get(key + ".status", name, "" + given)))
                .orElseGet(() -> words.get(key, name));
    }
}
