package app.forecourt.ui;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.profile.Profile;
import java.time.Instant;

/**
 * One sending of a car and what came of it.
 *
 * @param at when the outcome was known
 * @param decided for an unknown outcome: whether the user has said that it is there
 */
public record Attempt(Profile profile, Instant at, SendOutcome outcome, boolean decided) {

    /** Whether AutoChat took the car, by its own word or by the user's. */
    public boolean accepted() {
        return outcome instanceof SendOutcome.Accepted || (isUnknown() && decided);
    }

    /** Whether nobody knows yet. */
    public boolean open() {
        return isUnknown() && !decided;
    }

    private boolean isUnknown() {
        return outcome instanceof SendOutcome.Unknown;
    }
}
