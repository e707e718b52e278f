package app.forecourt.ui.words;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.RequestLimitReason;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.secret.SecretStorage;
import app.forecourt.settings.Profile;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;

/** The messages about the connection of a profile: a short text with an icon for the band, and whole sentences. */
public record ConnectionMessages(Messages words) {
    public Feather icon(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Connecting connecting -> Feather.LOADER;
            case ConnectionState.Ready ready -> Feather.CHECK_CIRCLE;
            case ConnectionState.Failed(var outcome, var listOf) ->
                switch (outcome) {
                    case OptionsOutcome.SignInRefused refused -> Feather.USER_X;
                    case OptionsOutcome.Limited limited -> Feather.CLOCK;
                    case OptionsOutcome.Failed(var cause, var status) when status == 0 -> Feather.WIFI_OFF;
                    case OptionsOutcome.Failed failed -> Feather.ALERT_TRIANGLE;
                    case OptionsOutcome.Loaded loaded -> Feather.CHECK_CIRCLE;
                };
        };
    }

    /** Returns the state in two or three words, or in a few more if older options are used. */
    public String shortText(ConnectionState state, Profile profile) {
        return switch (state) {
            case ConnectionState.Connecting connecting -> words.get("state.connecting");
            case ConnectionState.Ready ready ->
                profile == Profile.PRACTICE
                        ? words.get("state.practice")
                        : ready.tokenUntil()
                                .map(until -> ready(until, ready.keeping()))
                                .orElseGet(() -> words.get("state.ready"));
            case ConnectionState.Failed(var outcome, var listOf) -> shortText(outcome, listOf);
        };
    }

    private static boolean isTokenLostAtExit(ConnectionState.Ready ready, Profile profile) {
        return profile != Profile.PRACTICE
                && ready.tokenUntil().isPresent()
                && ready.keeping() == SecretStorage.RUN_ONLY;
    }

    /** Returns the text of a valid token. The text has no expiry time if the token is lost at the end of the run. */
    private String ready(Instant tokenUntil, SecretStorage storage) {
        return switch (storage) {
            case KEYCHAIN, FILE -> words.get("state.ready.until", words.moment(tokenUntil));
            case RUN_ONLY -> words.get("state.ready.run");
            case UNDECIDED -> words.get("state.ready");
        };
    }

    private String shortText(OptionsOutcome outcome, Optional<Instant> listOf) {
        return switch (outcome) {
            case OptionsOutcome.Loaded loaded -> words.get("state.ready");
            case OptionsOutcome.SignInRefused(var failure) ->
                words.get(
                        switch (failure.kind()) {
                            case NOT_SET_UP -> "state.notsetup";
                            case LOCKED ->
                                failure.unreadableKeyFile().isPresent() ? "state.locked.file" : "state.locked";
                            case OTHER_ADDRESS -> "state.otheraddress";
                            case WRONG_CREDENTIALS, NO_TOKEN, NOT_ALLOWED -> "state.refused";
                        });
            case OptionsOutcome.Limited(var until, var reason) ->
                words.get(OutcomeMessages.key("state.limited", "state.limited.", reason), words.endTime(until));
            case OptionsOutcome.Failed(var cause, var status)
            when status > 0 -> listOf.map(this::age).orElseGet(() -> words.get("state.nooptions"));
            case OptionsOutcome.Failed(var cause, var status)
            when cause == FailureCause.BAD_PROXY || cause == FailureCause.PROXY_PASSWORD -> words.get("state.proxy");
            case OptionsOutcome.Failed failed ->
                listOf.map(loaded -> words.get("state.offline", words.moment(loaded)))
                        .orElseGet(() -> words.get("state.trouble"));
        };
    }

    /** Returns the age of the options by the time at which they were loaded. */
    public String age(Instant loaded) {
        return words.get("options.of", words.moment(loaded));
    }

    /** Returns whole sentences: the state, the options used meanwhile, and the automatic retries. */
    public String sentence(ConnectionState state, Profile profile) {
        return switch (state) {
            case ConnectionState.Connecting connecting -> words.get("connection.connecting", words.name(profile));
            case ConnectionState.Ready ready ->
                words.get("connection.ready", words.name(profile), ready.options(), words.moment(ready.loaded()))
                        + (isTokenLostAtExit(ready, profile) ? " " + words.get("connection.ready.run") : "");
            case ConnectionState.Failed(var outcome, var listOf) ->
                Stream.of(
                                why(outcome, profile),
                                listOf.map(loaded -> words.get("connection.meanwhile", words.moment(loaded)))
                                        .orElse(""),
                                automaticSteps(outcome, listOf.isPresent()))
                        .filter(sentence -> !sentence.isEmpty())
                        .collect(Collectors.joining(" "));
        };
    }

    private String why(OptionsOutcome outcome, Profile profile) {
        return outcome instanceof OptionsOutcome.Limited(var until, var reason) && reason == RequestLimitReason.AUTOCHAT
                ? words.get("connection.limited", words.endTime(until))
                : withFullStop(new OutcomeMessages(words).sentence(outcome, profile));
    }

    /** Appends a full stop to a message of a server if it has none. */
    private static String withFullStop(String sentence) {
        return sentence.matches("(?s).*[.!?…]\\s*") ? sentence : sentence + ".";
    }

    private String automaticSteps(OptionsOutcome outcome, boolean hasOlderOptions) {
        if (!(outcome instanceof OptionsOutcome.Failed(var cause, var status))) {
            return "";
        }
        String retry = cause.isSettingsFault() ? "" : words.get("connection.again");
        return hasOlderOptions ? retry : (retry + " " + words.get("options.goon")).strip();
    }
}
