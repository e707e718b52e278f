package app.forecourt.journey;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SignInFailure;
import app.forecourt.settings.Profile;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.OutcomeMessages;
import java.time.Clock;
import java.util.Locale;

/** What the window shows, for tests of other rooms. */
public final class ShownTexts {
    private static final Messages WORDS = new Messages(Locale.ENGLISH, Clock.systemUTC());
    private static final OutcomeMessages TELLING = new OutcomeMessages(WORDS);

    private ShownTexts() {}

    /** Of what came of a sending. */
    public static String of(SendOutcome outcome) {
        return TELLING.title(outcome, Profile.STAGING) + ". " + TELLING.sentence(outcome, Profile.STAGING);
    }

    /** Of a sign-in that was refused. */
    public static String of(SignInFailure failure) {
        return TELLING.sentence(failure, Profile.STAGING);
    }

    /** Of a fault of the program. */
    public static String ofFault(String code, String log) {
        return WORDS.get("bug.title") + " " + WORDS.get("bug.text", code, log);
    }
}
