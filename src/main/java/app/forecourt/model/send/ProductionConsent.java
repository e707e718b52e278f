package app.forecourt.model.send;

import app.forecourt.car.CarDraft;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.settings.Profile;
import java.util.Optional;

/** The user's consent to send to production, which is asked for once in a run of the program. */
final class ProductionConsent {
    private boolean given;
    /** Subject of the open question, empty once it is answered. */
    private Optional<Question> asked = Optional.empty();

    /** What the user sees while the question is open. */
    record Question(CarInMemory car, Profile to, CarDraft draft) {}

    /** Returns whether the user has to be asked before a submission. */
    boolean isMissing(Profile to) {
        return to == Profile.PRODUCTION && !given;
    }

    /** Records that the user is being asked. */
    void ask(Question question) {
        asked = Optional.of(question);
    }

    /**
     * Records the user's consent. It holds for the rest of the run if the car is the one of the question, without a
     * change.
     *
     * @param current what the user sees now
     * @return true if the car of the question is still in the form
     */
    boolean give(Question current) {
        Optional<Question> question = asked;
        asked = Optional.empty();
        given |= question.stream().allMatch(current::equals);
        return question.filter(previous -> previous.car() != current.car() || previous.to() != current.to())
                .isEmpty();
    }
}
