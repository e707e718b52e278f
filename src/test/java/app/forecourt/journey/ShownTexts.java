package app.forecourt.journey;

import static app.forecourt.settings.Profile.STAGING;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SignInRefusal;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.OutcomeMessages;
import java.time.Clock;
import java.util.Locale;

/** The texts shown in the window, for tests of other packages. */
public final class ShownTexts {
    private static final Messages WORDS = new Messages(Locale.ENGLISH, Clock.systemUTC());
    private static final OutcomeMessages TELLING = new OutcomeMessages(WORDS);

    private ShownTexts() {}

    /** Returns the text of a submission's outcome. */
    public static String of(SendOutcome outcome) {
        return TELLING.title(outcome, STAGING) + ". " + TELLING.sentence(outcome, STAGING);
    }

    /** Returns the text of a refused sign-in. */
    public static String of(SignInRefusal failure) {
        return TELLING.sentence(failure, STAGING);
    }

    /** Returns the text of a program error. */
    public static String ofProgramError(String code, String log) {
        return WORDS.get("bug.title") + " " + WORDS.get("bug.text", code, log);
    }
}
