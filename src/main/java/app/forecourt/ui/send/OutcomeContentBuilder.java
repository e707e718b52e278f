package app.forecourt.ui.send;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SignInRefusal;
import app.forecourt.model.AppModel;
import app.forecourt.settings.Profile;
import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.text.TextSanitizer;
import app.forecourt.ui.send.OutcomeContent.Kind;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.OutcomeMessages;
import app.forecourt.ui.words.OutcomeMessages.Tone;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/**
 * Decides what the outcome banner says: about a mark, about missing credentials, or about the car's last submission to
 * the selected profile. If there is none, about the submission to staging.
 */
final class OutcomeContentBuilder {
    private final AppModel model;
    private final Messages messages;
    private final OutcomeMessages outcomeMessages;
    private final OutcomeButtons buttons;

    OutcomeContentBuilder(AppModel model, Messages messages, OutcomeButtons buttons) {
        this.model = model;
        this.messages = messages;
        this.outcomeMessages = new OutcomeMessages(messages);
        this.buttons = buttons;
    }

    /** Returns what the banner says; empty if there is nothing to say. */
    Optional<OutcomeContent> build() {
        Profile profile = model.profile().get();
        return MarkedCarBannerText.of(model)
                .map(this::marked)
                .or(() -> model.sendWorkflow().missingCredentials().get()
                        ? Optional.of(missingCredentials(profile))
                        : Optional.empty())
                .or(() -> answered()
                        .map(submission -> submission.profile() == profile
                                ? of(submission, outcome(submission).orElseThrow())
                                : rehearsal(submission, outcome(submission).orElseThrow())));
    }

    /** Returns the last submission of the car in the form if it has an outcome to show. */
    Optional<Submission> answered() {
        return model.cars()
                .current()
                .shownSubmission()
                .get()
                .filter(submission -> model.cars().current().status().get() != SendingStatus.SENDING
                        && outcome(submission).isPresent());
    }

    /**
     * Returns the outcome to show for a submission. If it waits in the queue, that is the outcome of the first in the
     * queue.
     */
    private Optional<SendOutcome> outcome(Submission submission) {
        return submission
                .outcome()
                .or(() -> submission.state() == SubmissionState.WAITING
                        ? model.profileModel().firstWaiting().get().flatMap(Submission::outcome)
                        : Optional.empty());
    }

    /** Returns whether the user corrects a car that the selected profile has. */
    boolean isCorrected(Submission submission) {
        return submission.isAccepted()
                && submission.profile() == model.profile().get()
                && model.cars().current().status().get() == SendingStatus.DRAFT;
    }

    private OutcomeContent marked(MarkedCarBannerText car) {
        return content(car.title(messages), car.sentence(messages), Tone.DOUBTFUL, Feather.TAG, buttons.forMarked(car));
    }

    private OutcomeContent missingCredentials(Profile profile) {
        var failure = new SignInRefusal(SignInRefusal.Kind.NOT_SET_UP, Optional.empty());
        return content(
                outcomeMessages.title(new SendOutcome.SignInRefused(failure), profile),
                outcomeMessages.sentence(failure, profile),
                Tone.DOUBTFUL,
                Feather.ALERT_CIRCLE,
                List.of(buttons.settingsButton()));
    }

    /** Says that the car was sent to staging, while the user looks at another profile. */
    private OutcomeContent rehearsal(Submission submission, SendOutcome outcome) {
        String number = submission.state() == SubmissionState.ACCEPTED
                ? outcomeMessages.sentence(outcome, submission.profile())
                : messages.get("sending.there");
        return content(
                messages.get(
                        "outcome.rehearsed",
                        messages.upperCaseName(submission.profile()),
                        messages.upperCaseName(model.profile().get())),
                messages.get("outcome.rehearsed.what", messages.moment(submission.changedAt()), number),
                Tone.DOUBTFUL,
                Feather.INFO,
                buttons.forRehearsal());
    }

    private static OutcomeContent content(
            String title, String sentence, Tone tone, Feather icon, List<Button> buttons) {
        return new OutcomeContent(title, sentence, tone, icon, buttons, Kind.OTHER, Optional.empty());
    }

    private OutcomeContent of(Submission submission, SendOutcome outcome) {
        if (isCorrected(submission)) {
            return new OutcomeContent(
                    "",
                    messages.get("outcome.correcting.what", messages.moment(submission.changedAt())),
                    Tone.DOUBTFUL,
                    Feather.HELP_CIRCLE,
                    buttons.forCorrection(submission),
                    Kind.OTHER,
                    Optional.of(submission));
        }
        String where = messages.upperCaseName(submission.profile());
        if (submission.state() == SubmissionState.WAITING) {
            return content(
                    messages.get("outcome.waiting", where),
                    outcomeMessages.reason(outcome, submission.profile()) + " " + waitingReason(submission),
                    Tone.DOUBTFUL,
                    Feather.CLOCK,
                    buttons.forWaiting());
        }
        boolean settled = submission.isAccepted() && submission.state() != SubmissionState.ACCEPTED;
        boolean isThere = !settled && outcome instanceof SendOutcome.Accepted;
        String title = settled ? messages.get("outcome.settled", where) : title(submission, outcome);
        String sentence = settled ? messages.get("outcome.settled.what") : sentence(submission, outcome);
        boolean isCorrection = submission.isAccepted()
                && MarkedCarBannerText.adverts(model).stream()
                        .anyMatch(advert -> !advert.isTakenOff() && advert.reason() == StaleAdvert.Reason.CORRECTED);
        // Practice has no adverts.
        boolean earlierLeft = isCorrection && submission.profile() != Profile.PRACTICE;
        Tone tone = earlierLeft ? Tone.DOUBTFUL : settled ? Tone.GOOD : outcomeMessages.tone(outcome);
        return new OutcomeContent(
                // The title has what is still to do.
                isCorrection
                        ? messages.getFor(
                                submission.profile(), "outcome.corrected", "outcome.corrected.practice", where)
                        : title,
                isCorrection ? title + ". " + sentence : sentence,
                tone,
                earlierLeft
                        ? Feather.TAG
                        : switch (tone) {
                            case GOOD -> Feather.CHECK_CIRCLE;
                            case DOUBTFUL -> Feather.HELP_CIRCLE;
                            case BAD -> Feather.ALERT_CIRCLE;
                        },
                buttons.forOutcome(submission, outcome, settled, earlierLeft),
                isThere
                        ? Kind.ARRIVAL
                        : outcome instanceof SendOutcome.Unknown && !settled ? Kind.DECISION : Kind.OTHER,
                Optional.empty());
    }

    /** Returns {@code Opel Corsa is at PRODUCTION (Anna, desk 2)}, because the user may not know of that submission. */
    private String title(Submission submission, SendOutcome outcome) {
        String title = outcome instanceof SendOutcome.Accepted
                ? outcomeMessages.isThere(
                        TextSanitizer.excerpt(model.cars().names().name(submission.draft()::text)),
                        submission.profile())
                : outcomeMessages.title(outcome, submission.profile()) + " · "
                        + messages.moment(submission.changedAt());
        return model.sharedStock()
                .sender()
                .get()
                .map(desk -> messages.get("marked.by", title, desk))
                .orElse(title);
    }

    private String sentence(Submission submission, SendOutcome outcome) {
        String what = laterFailure(submission) + outcomeMessages.sentence(outcome, submission.profile());
        return outcome instanceof SendOutcome.Accepted
                ? messages.get("outcome.rehearsed.what", messages.moment(submission.changedAt()), what)
                : what;
    }

    private String waitingReason(Submission submission) {
        boolean tried = submission.outcome().isPresent();
        Submission first =
                tried ? submission : model.profileModel().firstWaiting().get().orElse(submission);
        String due = messages.timeOfDay(first.due().orElse(first.changedAt()));
        return tried
                ? messages.get("outcome.waiting.what", due, submission.tries())
                : messages.get("outcome.waiting.behind", due);
    }

    /** Returns the title of a later failed submission, if the banner still shows the earlier one. */
    private String laterFailure(Submission submission) {
        return model.cars()
                .current()
                .car()
                .get()
                .submissions()
                .to(submission.profile())
                .findFirst()
                .filter(newest -> !newest.id().equals(submission.id()))
                .flatMap(newest ->
                        newest.outcome().map(outcome -> outcomeMessages.title(outcome, newest.profile()) + ". "))
                .orElse("");
    }
}
