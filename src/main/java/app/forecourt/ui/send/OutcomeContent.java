package app.forecourt.ui.send;

import app.forecourt.stock.Submission;
import app.forecourt.ui.words.OutcomeMessages;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/**
 * What the outcome banner says about the car in the form.
 *
 * @param title says which profile is meant and whether the car arrived; {@code ""} for a correction, which is named by
 *     its changes
 * @param kind what else depends on the outcome
 * @param corrected the submission that the user is correcting, if there is one
 */
record OutcomeContent(
        String title,
        String sentence,
        OutcomeMessages.Tone tone,
        Feather icon,
        List<Button> buttons,
        Kind kind,
        Optional<Submission> corrected) {

    /** Kind of a content. */
    enum Kind {
        /** The selected profile has the car. */
        ARRIVAL,
        /** The outcome asks for a decision, for which the user has to read all of it. */
        DECISION,
        /** Any other content. */
        OTHER
    }
}
