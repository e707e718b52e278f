package app.forecourt.ui.words;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.autochat.SignInFailure;
import app.forecourt.autochat.SignInOutcome;
import app.forecourt.autochat.WaitReason;
import app.forecourt.car.Problem;
import app.forecourt.settings.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came of talking to AutoChat, in a dealer's words. The one place where outcomes become sentences. */
public record OutcomeMessages(Messages words) {
    /** Characters. */
    private static final int LONGEST_SAYING = 400;

    /** How good the news is; also the name of the style. */
    public enum Tone {
        GOOD("success"), DOUBTFUL("warning"), BAD("danger");

        public final String style;

        Tone(String style) {
            this.style = style;
        }
    }

    public Tone tone(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted accepted -> Tone.GOOD;
            case SendOutcome.Unknown unknown -> Tone.DOUBTFUL;
            case SendOutcome.Limited limited -> Tone.DOUBTFUL;
            case SendOutcome.NotSent notSent -> notSent.cause() == Cause.STOPPED ? Tone.DOUBTFUL : Tone.BAD;
            case SendOutcome.Rejected rejected -> Tone.BAD;
            case SendOutcome.SignInRefused refused -> Tone.BAD;
        };
    }

    public String title(SendOutcome outcome, Profile profile) {
        return switch (outcome) {
            case SendOutcome.Accepted accepted -> words.get("outcome.accepted", words.upperCaseName(profile));
            case SendOutcome.Rejected rejected -> words.get("outcome.rejected", words.upperCaseName(profile));
            // Who never knocked was not turned away.
            case SendOutcome.SignInRefused(var failure) -> words.get(
                    failure.kind() == SignInFailure.Kind.NOT_SET_UP
                            || failure.kind() == SignInFailure.Kind.OTHER_ADDRESS ? "outcome.notsent"
                                    : "outcome.refused",
                    words.upperCaseName(profile));
            case SendOutcome.Limited(var until, var reason) ->
                words.get(key("outcome.limited", "outcome.limited.", reason), words.upperCaseName(profile));
            case SendOutcome.NotSent notSent -> words.get("outcome.notsent", words.upperCaseName(profile));
            case SendOutcome.Unknown unknown -> words.get("outcome.unknown", words.upperCaseName(profile));
        };
    }

    public String sentence(SendOutcome outcome, Profile profile) {
        return switch (outcome) {
            case SendOutcome.Accepted(var answer, var id) ->
                id.map(name -> words.get("outcome.accepted.id", name))
                        .orElseGet(() -> words.get("outcome.accepted.noid"));
            case SendOutcome.Rejected(var answer, var problems, var messages) ->
                rejected(
                        problems.stream().map(Problem::field).distinct().count(), messages,
                        answer.status());
            case SendOutcome.SignInRefused(var failure) -> sentence(failure, profile);
            case SendOutcome.Limited(var until, var reason) -> sentence(until, reason);
            case SendOutcome.NotSent(var cause) ->
                sentence(cause, profile, 0) + " " + words.get("outcome.safe");
            case SendOutcome.Unknown(var cause, var answer) -> sentence(cause, profile, status(answer)) + " "
                    + words.get("outcome.unknown.what");
        };
    }

    /** Why it came to that, without what can be done about it. */
    public String why(SendOutcome outcome, Profile profile) {
        return switch (outcome) {
            case SendOutcome.NotSent(var cause) -> sentence(cause, profile, 0);
            case SendOutcome.Limited(var until, var reason) ->
                words.get(key("outcome.limited", "outcome.limited.", reason), words.upperCaseName(profile))
                        + ".";
            case SendOutcome.Unknown(var cause, var answer) -> sentence(cause, profile, status(answer));
            case SendOutcome.Rejected(var answer, var problems, var messages) -> messages.isEmpty()
                    ? words.get("outcome.rejected.nofield", String.valueOf(answer.status()))
                    : words.get("server.said", brief(String.join(" · ", messages)));
            case SendOutcome.Accepted accepted -> sentence(outcome, profile);
            case SendOutcome.SignInRefused refused -> sentence(outcome, profile);
        };
    }

    private static int status(Optional<Answer> answer) {
        return answer.map(Answer::status).orElse(0);
    }

    public String sentence(OptionsOutcome outcome, Profile profile) {
        return switch (outcome) {
            case OptionsOutcome.Loaded(var options, var whole, var leftOut) ->
                words.get("options.loaded", options.size());
            case OptionsOutcome.SignInRefused(var failure) -> sentence(failure, profile);
            case OptionsOutcome.Limited(var until, var reason) -> sentence(until, reason);
            case OptionsOutcome.Failed(var cause, var status) -> sentence(cause, profile, status);
        };
    }

    /** What came of asking for a token; it is asked for elsewhere than at the profile's own address. */
    public String sentence(SignInOutcome signIn, Profile profile) {
        return switch (signIn) {
            case SignInOutcome.SignedIn(var token) -> words.get("settings.test.token.good",
                    words.moment(token.expires()));
            case SignInOutcome.Refused(var failure) -> sentence(failure, profile);
            case SignInOutcome.Limited(var until, var reason) -> sentence(until, reason);
            case SignInOutcome.Failed(var cause) -> {
                String told = sentence(cause, words.get("signin.place"), 0);
                yield told.substring(0, 1).toUpperCase(words.locale()) + told.substring(1);
            }
        };
    }

    /** Why nothing is asked before that time, and what can be done about it. */
    String sentence(Instant until, WaitReason reason) {
        return words.get(key("limited", "limited.", reason),
                reason == WaitReason.AUTOCHAT ? words.moment(until) : words.end(until));
    }

    /** The key of a text that is another one for each reason; AutoChat's own limit has the bare one. */
    static String key(String own, String beginning, WaitReason reason) {
        return reason == WaitReason.AUTOCHAT ? own : beginning + Messages.key(reason);
    }

    public String sentence(SignInFailure failure, Profile profile) {
        String what = words.get("signin." + Messages.key(failure.kind()),
                words.upperCaseName(profile));
        String again = failure.askedAgain()
                .map(until -> " " + words.get("signin.askedagain", words.end(until))).orElse("");
        return failure.message().map(said -> what + " " + words.get("server.said", brief(said))).orElse(what)
                + again;
    }

    /** A server may say a great deal; all of it is in the answer that can be shown. */
    private static String brief(String said) {
        return said.length() <= LONGEST_SAYING ? said : said.substring(0, LONGEST_SAYING) + "…";
    }

    private String rejected(long marked, List<String> messages, int status) {
        String fields = marked == 0
                ? words.get("outcome.rejected.nofield", String.valueOf(status))
                : words.get("outcome.rejected.fields", marked);
        return messages.isEmpty() ? fields
                : fields + " " + words.get("server.said", brief(String.join(" · ", messages)));
    }

    private String sentence(Cause cause, Profile profile, int status) {
        return sentence(cause, words.name(profile), status);
    }

    private String sentence(Cause cause, String name, int status) {
        String key = "cause." + Messages.key(cause);
        return Optional.of(status).filter(given -> given > 0)
                .flatMap(given -> words.maybe(key + ".status")
                        .map(any -> words.get(key + ".status", name, "" + given)))
                .orElseGet(() -> words.get(key, name));
    }
}
