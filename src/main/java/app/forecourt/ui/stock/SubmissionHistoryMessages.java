package app.forecourt.ui.stock;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.model.options.DealershipAndOptionNames;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.UserVerdict;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.OutcomeMessages;
import app.forecourt.ui.words.ProblemMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Messages about the past submissions of a car. They are in the past tense and offer no actions.
 *
 * @param displayNames names of options and dealerships
 * @param submissions submissions of the car, oldest first
 * @param senders names of the other desks, by the submission that they sent
 */
public record SubmissionHistoryMessages(
        Messages words,
        DealershipAndOptionNames displayNames,
        List<Submission> submissions,
        Map<UUID, String> senders) {
    public SubmissionHistoryMessages {
        submissions = List.copyOf(submissions);
        senders = Map.copyOf(senders);
    }

    /** Creates the messages about submissions of this desk. */
    public SubmissionHistoryMessages(
            Messages words, DealershipAndOptionNames displayNames, List<Submission> submissions) {
        this(words, displayNames, submissions, Map.of());
    }

    /** Returns the exact time of a submission, with the desk that sent it if that is another one. */
    String time(Submission submission) {
        String moment = words.exactMoment(submission.requestedAt());
        return sender(submission)
                .map(desk -> words.get("history.by", moment, desk))
                .orElse(moment);
    }

    private Optional<String> sender(Submission submission) {
        return Optional.ofNullable(senders.get(submission.id()));
    }

    /** Returns the outcome of a submission in one line. */
    String title(Submission submission) {
        String where = words.upperCaseName(submission.profile());
        return submission.state() == SubmissionState.WAITING
                ? words.get("outcome.waiting", where)
                : submission
                        .outcome()
                        .map(outcome -> outcomeMessages().title(outcome, submission.profile()))
                        .orElseGet(() -> words.get("send.sending", where));
    }

    /** Returns the message that names the submission that this one corrects or publishes, if any. */
    Optional<String> correctionNote(Submission submission) {
        return predecessor(submission)
                .map(earlier -> earlier.profile() == submission.profile()
                        ? words.get("sending.corrects", words.exactMoment(earlier.requestedAt()))
                        : words.get(
                                "sending.rehearsed",
                                words.upperCaseName(earlier.profile()),
                                words.exactMoment(earlier.requestedAt())));
    }

    private Optional<Submission> predecessor(Submission submission) {
        return submission
                .follows()
                .flatMap(id -> submissions.stream()
                        .filter(candidate -> candidate.id().equals(id))
                        .findFirst());
    }

    /** Returns all details of a submission in words, one per line. */
    String details(Submission submission) {
        List<String> lines = new ArrayList<>();
        lines.add(words.upperCaseName(submission.profile()) + " · " + time(submission));
        lines.add(title(submission));
        submission.outcome().map(outcome -> reasons(outcome, submission)).ifPresent(lines::addAll);
        if (submission.tries() > 1) {
            lines.add(words.get("sending.tries", submission.tries()));
        }
        verdict(submission.verdict()).ifPresent(lines::add);
        lines.add("");
        submission
                .price()
                .map(price -> words.get("sending.price", words.price(price)))
                .ifPresent(lines::add);
        submission
                .dealership()
                .map(id -> words.get(
                        "sending.dealership",
                        displayNames
                                .dealership(submission.profile(), id)
                                .map(name -> name + " · " + id)
                                .orElse(id)))
                .ifPresent(lines::add);
        submission.options().ifPresent(options -> lines.add(words.get("sending.options", options.size())));
        correctionNote(submission).ifPresent(lines::add);
        submissions.stream()
                .filter(successor ->
                        successor.follows().filter(submission.id()::equals).isPresent())
                .map(successor -> successor.profile() == submission.profile()
                        ? words.get("sending.corrected", words.exactMoment(successor.requestedAt()))
                        : words.get(
                                "sending.published",
                                words.upperCaseName(successor.profile()),
                                words.exactMoment(successor.requestedAt())))
                .forEach(lines::add);
        return String.join("\n", lines);
    }

    /** Returns the answer to a submission as it came, without secrets. */
    Optional<String> rawAnswer(Submission submission) {
        return submission
                .outcome()
                .flatMap(SubmissionHistoryMessages::answer)
                .map(answer -> words.get("answer.status", String.valueOf(answer.status()), answer.contentType()) + "\n"
                        + words.answer(answer));
    }

    private List<String> reasons(SendOutcome outcome, Submission submission) {
        return switch (outcome) {
            case SendOutcome.Rejected(var answer, var problems, var messages) ->
                Stream.concat(
                                problems.stream()
                                        .map(problem -> words.get(
                                                "problems.of",
                                                words.name(problem.field()),
                                                new ProblemMessages(words).text(problem))),
                                problems.isEmpty() || !messages.isEmpty()
                                        ? Stream.of(outcomeMessages().reason(outcome, submission.profile()))
                                        : Stream.of())
                        .toList();
            // The title is enough, because the end of the limit is in the past.
            case SendOutcome.Limited limited -> List.of();
            default -> List.of(outcomeMessages().reason(outcome, submission.profile()));
        };
    }

    private Optional<String> verdict(UserVerdict verdict) {
        return switch (verdict) {
            case NONE -> Optional.empty();
            case IT_IS_THERE -> Optional.of(words.get("sending.there"));
            case SENT_AGAIN -> Optional.of(words.get("sending.again"));
        };
    }

    private static Optional<Answer> answer(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted(var answer, var number) -> Optional.of(answer);
            case SendOutcome.Rejected(var answer, var problems, var messages) -> Optional.of(answer);
            case SendOutcome.Unknown(var cause, var answer) -> answer;
            case SendOutcome.SignInRefused refused -> Optional.empty();
            case SendOutcome.Limited limited -> Optional.empty();
            case SendOutcome.NotSent notSent -> Optional.empty();
        };
    }

    private OutcomeMessages outcomeMessages() {
        return new OutcomeMessages(words);
    }
}
