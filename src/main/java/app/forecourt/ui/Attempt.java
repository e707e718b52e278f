package app.forecourt.ui;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.profile.Profile;
import java.time.Instant;
import java.util.List;

/**
 * One sending of a car and what came of it.
 *
 * @param sent the car as it was typed then
 * @param at when the outcome was known
 * @param decision what the user has said of an unknown outcome
 */
public record Attempt(Profile profile, CarDraft sent, Instant at, SendOutcome outcome, Decision decision) {

    /** What the user has said of an unknown outcome. */
    public enum Decision {
        NONE,
        /** She has seen that the car is there. */
        IT_IS_THERE,
        /** She has the car sent once more. */
        SENT_AGAIN
    }

    /** Whether AutoChat took the car, by its own word or by the user's. */
    public boolean accepted() {
        return outcome instanceof SendOutcome.Accepted || decision == Decision.IT_IS_THERE;
    }

    /** Whether nobody knows yet. */
    public boolean open() {
        return outcome instanceof SendOutcome.Unknown && decision == Decision.NONE;
    }

    /** Whether it came to nothing for sure, without anybody having looked at the car. */
    boolean cameToNothing() {
        return switch (outcome) {
            case SendOutcome.NotSent notSent -> true;
            case SendOutcome.Limited limited -> true;
            case SendOutcome.SignInRefused refused -> true;
            default -> false;
        };
    }

    /** What AutoChat refused and still stands as it was sent. */
    List<Problem> standing(CarDraft now) {
        return outcome instanceof SendOutcome.Rejected(var answer, var problems, var messages)
                ? problems.stream().filter(problem -> isAsSent(problem.field(), now)).toList()
                : List.of();
    }

    /** Whether that car is the one that was sent, whoever's stock it is in. */
    boolean isOf(CarDraft now) {
        return sent.with(CarField.DEALERSHIP_ID, "").equals(now.with(CarField.DEALERSHIP_ID, ""));
    }

    private boolean isAsSent(CarField field, CarDraft now) {
        return field == CarField.OPTIONS ? now.options().equals(sent.options())
                : now.text(field).equals(sent.text(field));
    }

    Attempt decided(Decision by) {
        return new Attempt(profile, sent, at, outcome, by);
    }
}
