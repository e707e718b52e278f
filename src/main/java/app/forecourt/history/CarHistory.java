package app.forecourt.history;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.stock.Submission;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * The history of a car: earlier versions, marks and submissions as one list of steps, with the fields that changed.
 *
 * @param newestFirst the steps
 */
public record CarHistory(List<HistoryStep> newestFirst) {
    /** Most earlier versions and marks that the journal keeps of one car. Submissions are kept in any case. */
    public static final int MOST_STEPS = 200;

    public CarHistory {
        newestFirst = List.copyOf(newestFirst);
    }

    /**
     * Computes the history of a car. The order of the journal counts, because a clock may have been set back. Steps of
     * several desks are in the order of their times, because they get to the journal in any order.
     *
     * @param isSame the test for drafts that differ in nothing that the user has changed
     * @param normalizer returns a draft in which each photo has one line, because addresses change without the user
     */
    public static CarHistory of(
            StoredHistory stored, BiPredicate<CarDraft, CarDraft> isSame, UnaryOperator<CarDraft> normalizer) {
        return new CarHistory(
                ordered(new Builder(stored, isSame, normalizer).build().reversed()));
    }

    /**
     * Returns the history with the desks of the submissions.
     *
     * @param senders the names of the other desks, by the submission that they sent
     */
    public CarHistory withSenders(Map<UUID, String> senders) {
        return new CarHistory(ordered(newestFirst.stream()
                .map(step -> step.kind() == HistoryStep.Kind.SENT
                        ? step.by(step.submission().flatMap(sent -> Optional.ofNullable(senders.get(sent.id()))))
                        : step)
                .toList()));
    }

    /** Sorts the steps of several desks by time. Steps of the same time stay as they are. */
    private static List<HistoryStep> ordered(List<HistoryStep> newestFirst) {
        return newestFirst.stream().allMatch(step -> step.author().isEmpty())
                ? newestFirst
                : newestFirst.stream()
                        .sorted(Comparator.comparing(HistoryStep::at).reversed())
                        .toList();
    }

    /** A builder of the steps, the oldest first. */
    private static final class Builder {
        private final StoredHistory stored;
        private final BiPredicate<CarDraft, CarDraft> isSame;
        private final UnaryOperator<CarDraft> normalizer;
        private final List<HistoryStep> steps = new ArrayList<>();
        private Optional<CarDraft> last = Optional.empty();
        private boolean accepted;

        Builder(StoredHistory stored, BiPredicate<CarDraft, CarDraft> isSame, UnaryOperator<CarDraft> normalizer) {
            this.stored = stored;
            this.isSame = isSame;
            this.normalizer = normalizer;
        }

        List<HistoryStep> build() {
            Deque<Submission> submissions = new ArrayDeque<>(stored.submissions());
            for (StoredStep step : stored.steps()) {
                step.lastSent().ifPresent(time -> {
                    while (!submissions.isEmpty()
                            && !submissions.getFirst().requestedAt().isAfter(time)) {
                        addSubmission(submissions.removeFirst());
                    }
                });
                if (step.draft().isPresent()) {
                    addDraft(step.draft().get(), step.at(), step.author());
                } else {
                    steps.add(new HistoryStep(
                            kind(step.event()),
                            step.at(),
                            step.submission().flatMap(this::submission),
                            last.orElseGet(() -> normalizer.apply(stored.draft())),
                            List.of(),
                            step.author()));
                }
            }
            submissions.forEach(this::addSubmission);
            addDraft(stored.draft(), stored.typedAt(), Optional.empty());
            return steps;
        }

        /** Returns a submission of the car; empty if it can't be read. */
        private Optional<Submission> submission(UUID id) {
            return stored.submissions().stream()
                    .filter(submission -> submission.id().equals(id))
                    .findFirst();
        }

        /** Adds a version, unless it differs in nothing from the one before. */
        private void addDraft(CarDraft typed, Instant at, Optional<String> author) {
            CarDraft draft = normalizer.apply(typed);
            if (last.filter(earlier -> changes(earlier, draft).isEmpty()).isEmpty()) {
                add(
                        accepted ? HistoryStep.Kind.CORRECTED : HistoryStep.Kind.TYPED,
                        at,
                        Optional.empty(),
                        draft,
                        author);
            }
        }

        private void addSubmission(Submission submission) {
            add(
                    HistoryStep.Kind.SENT,
                    submission.requestedAt(),
                    Optional.of(submission),
                    normalizer.apply(submission.draft()),
                    Optional.empty());
            accepted = accepted || submission.isAccepted();
        }

        private void add(
                HistoryStep.Kind kind,
                Instant at,
                Optional<Submission> submission,
                CarDraft draft,
                Optional<String> author) {
            steps.add(
                    new HistoryStep(kind, at, submission, draft, changes(last.orElse(CarDraft.EMPTY), draft), author));
            last = Optional.of(draft);
        }

        /** Returns the changed fields. The id of a dealership follows the profile without the user. */
        private List<FieldChange> changes(CarDraft before, CarDraft after) {
            CarDraft adapted = before.with(CarField.DEALERSHIP_ID, after.text(CarField.DEALERSHIP_ID));
            return FieldChange.between(isSame.test(before, adapted) ? adapted : before, after);
        }

        private static HistoryStep.Kind kind(StoredStep.Event event) {
            return switch (event) {
                case TYPED -> HistoryStep.Kind.TYPED;
                case REOPENED -> HistoryStep.Kind.REOPENED;
                case KEPT -> HistoryStep.Kind.KEPT;
                case NONE -> HistoryStep.Kind.UNMARKED;
                case SOLD -> HistoryStep.Kind.SOLD;
                case WITHDRAWN -> HistoryStep.Kind.WITHDRAWN;
                case ARCHIVED -> HistoryStep.Kind.ARCHIVED;
                case DELETED -> HistoryStep.Kind.DELETED;
                case TAKEN_OFF -> HistoryStep.Kind.TAKEN_OFF;
                case STILL_THERE -> HistoryStep.Kind.STILL_THERE;
            };
        }
    }
}
