package app.forecourt.send;

import app.forecourt.autochat.AutochatClient.CarPost;
import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The queue of submissions to one profile. It sends one after the other in the requested order. Each submission is on
 * the disk before it leaves.
 */
final class SendQueue {
    /** The longest wait before the clock is checked again. */
    private static final Duration CLOCK_CHECK = Duration.ofSeconds(30);

    private final Listener listener;
    private final Function<Submission, Optional<CarPost>> preparation;
    private final SubmissionClaims claims;
    private final RetryPolicy retryPolicy;
    private final Clock clock;
    private final Deque<Submission> queue = new ArrayDeque<>();
    private final Set<UUID> stopped = new HashSet<>();
    private @Nullable CarPost underWay;
    private final RemainingWait remainingWait;
    /** True if a retry was requested while a submission was being sent; that submission does not wait either then. */
    private boolean retryRequested;
    /** The number of consecutive rate limits of AutoChat, or of consecutive tries without the shared stock's server. */
    private int repeats;

    private boolean closed;

    /** A listener for the progress of submissions, which also saves the progress. */
    interface Listener {
        /**
         * Saves that a submission is being sent. Returns false if another program has claimed the submission; nothing
         * may leave then.
         */
        boolean onStart(Submission submission);

        /** Saves the outcome of a submission. */
        void onFinish(Submission submission);
    }

    /** @param preparation prepares a post; empty if the profile has another address now */
    SendQueue(
            Listener listener,
            Function<Submission, Optional<CarPost>> preparation,
            SubmissionClaims claims,
            RetryPolicy retryPolicy,
            Clock clock) {
        this.listener = listener;
        this.preparation = preparation;
        this.claims = claims;
        this.retryPolicy = retryPolicy;
        this.clock = clock;
        this.remainingWait = new RemainingWait(retryPolicy, clock);
    }

    /** Adds a submission at the end. Retries the first one now, because the user may know that the network is back. */
    synchronized void add(Submission submission) {
        queue.add(submission);
        retryNow();
    }

    /** Retries the waiting submissions now. */
    synchronized void retryNow() {
        Submission first = queue.peek();
        retryRequested = underWay != null;
        if (first != null && !retryRequested) {
            queue.removeFirst();
            queue.addFirst(dueNow(first));
        }
        notifyAll();
    }

    /** Returns the submission as due now, unless it waits for AutoChat's rate limit. */
    private Submission dueNow(Submission first) {
        return first.outcome().filter(RetryPolicy::mayHurry).isPresent() ? first.due(clock.instant()) : first;
    }

    /** Stops a submission, whether it waits, is being sent or will be added. Does nothing to one that has ended. */
    synchronized void stop(UUID id) {
        Submission first = queue.peek();
        if (first != null && first.id().equals(id) && underWay != null) {
            underWay.stop();
        }
        stopped.add(id);
        notifyAll();
    }

    /** Stops the submissions that wait. A POST goes on, but is not tried again. */
    synchronized void stopWaiting() {
        queue.stream().map(Submission::id).forEach(stopped::add);
        notifyAll();
    }

    /**
     * Stops the submission that is being sent and lets no other leave. Waiting submissions go on waiting after the next
     * start.
     */
    synchronized void close() {
        closed = true;
        if (underWay != null) {
            underWay.stop();
        }
        notifyAll();
    }

    /** Sends the submissions until the queue is closed. */
    void run() {
        for (Submission next = next(); next != null; next = next()) {
            Optional<Submission> progressed;
            try {
                progressed = send(next);
            } catch (RuntimeException | Error bug) {
                finish(next.withOutcome(
                        clock.instant(),
                        isUnderWay()
                                ? new SendOutcome.Unknown(FailureCause.BROKEN, Optional.empty())
                                : new SendOutcome.NotSent(FailureCause.BROKEN)));
                throw bug;
            }
            // Outside the try block, because an error while the outcome is saved or reported must not change the
            // outcome.
            progressed.ifPresent(this::finish);
        }
    }

    /** Returns the first submission when it is due, or a stopped one at once. Returns null if the queue is closed. */
    private synchronized @Nullable Submission next() {
        while (true) {
            // A submission that the user stopped ends at once, and must not stay waiting in the journal.
            Optional<Submission> stoppedFirst =
                    queue.stream().filter(this::isStopped).findFirst();
            if (stoppedFirst.isPresent()) {
                return stoppedFirst.get();
            }
            if (closed) {
                return null;
            }
            Submission first = queue.peek();
            Duration remaining = first == null ? CLOCK_CHECK : remainingWait.remaining(first);
            if (first != null && !remaining.isPositive()) {
                return first;
            }
            try {
                // Checks the clock again soon, because the clock of a computer that slept has advanced during the wait.
                wait(Math.clamp(remaining.toMillis(), 1, CLOCK_CHECK.toMillis()));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    /**
     * Sends a submission and returns its progress. Returns empty if nothing has changed, because the queue is closed or
     * another program sends it.
     */
    private Optional<Submission> send(Submission submission) {
        if (isStopped(submission)) {
            return Optional.of(stopped(submission));
        }
        Optional<CarPost> post = preparation.apply(submission);
        if (post.isEmpty()) {
            return Optional.of(submission.withOutcome(clock.instant(), new SendOutcome.NotSent(FailureCause.MOVED)));
        }
        if (!setUnderWay(submission, post.get())) {
            return isStopped(submission) ? Optional.of(stopped(submission)) : Optional.empty();
        }
        // Before the journal has it as being sent, because a submission without a claim certainly does not leave.
        SubmissionClaims.Start start = claims.begin(submission);
        if (start == SubmissionClaims.Start.ENDED) {
            remove(submission);
            return Optional.empty();
        }
        if (start != SubmissionClaims.Start.GRANTED) {
            return Optional.of(withoutClaim(submission, start));
        }
        Submission leaving = submission.asSending(clock.instant());
        try {
            if (!listener.onStart(leaving)) {
                remove(submission);
                return Optional.empty();
            }
        } catch (JournalException notNoted) {
            return Optional.of(
                    submission.withOutcome(clock.instant(), new SendOutcome.NotSent(FailureCause.NOT_NOTED)));
        }
        return Optional.of(tried(leaving, post.get().run()));
    }

    /**
     * Returns the progress of a submission that must not leave now. Without the server, the submission waits for it.
     */
    private Submission withoutClaim(Submission submission, SubmissionClaims.Start start) {
        if (start == SubmissionClaims.Start.MAY_HAVE_ARRIVED) {
            return submission.withOutcome(
                    clock.instant(), new SendOutcome.Unknown(FailureCause.COPIED, Optional.empty()));
        }
        if (isStopped(submission)) {
            return stopped(submission);
        }
        return start == SubmissionClaims.Start.TAKEN_OVER
                ? submission.withOutcome(clock.instant(), new SendOutcome.NotSent(FailureCause.TAKEN_OVER))
                : tried(submission, new SendOutcome.NotSent(FailureCause.STOCK_UNREACHABLE));
    }

    /** Returns a tried submission as it waits for its next try, or as it has ended. */
    private Submission tried(Submission leaving, SendOutcome outcome) {
        Instant now = clock.instant();
        return nextTry(leaving, outcome, now)
                .map(due -> leaving.asWaiting(now, outcome, due))
                .orElseGet(() -> leaving.withOutcome(now, outcome));
    }

    private Submission stopped(Submission submission) {
        return submission.withOutcome(clock.instant(), new SendOutcome.NotSent(FailureCause.STOPPED));
    }

    private synchronized boolean isStopped(Submission submission) {
        return stopped.contains(submission.id());
    }

    private synchronized boolean setUnderWay(Submission submission, CarPost post) {
        if (isStopped(submission) || closed) {
            return false;
        }
        underWay = post;
        return true;
    }

    private synchronized boolean isUnderWay() {
        return underWay != null;
    }

    /**
     * Returns the time of the next automatic try. A submission that only stopped because the program ends is tried at
     * the next start.
     */
    private synchronized Optional<Instant> nextTry(Submission submission, SendOutcome outcome, Instant now) {
        if (stopped.contains(submission.id())) {
            return Optional.empty();
        }
        boolean ending = closed && outcome.equals(new SendOutcome.NotSent(FailureCause.STOPPED));
        repeats = RetryPolicy.isRepeated(outcome) ? repeats + 1 : 0;
        return ending ? Optional.of(now) : retryPolicy.nextTry(outcome, submission.tries(), repeats, now);
    }

    /** Removes the submission that was under way. Returns true if a retry was requested meanwhile. */
    private synchronized boolean remove(Submission submission) {
        boolean wasRetryRequested = retryRequested;
        retryRequested = false;
        underWay = null;
        queue.removeIf(queued -> queued.id().equals(submission.id()));
        return wasRetryRequested;
    }

    private void finish(Submission progressed) {
        List<Submission> refusedToo = List.of();
        synchronized (this) {
            boolean isHurried = remove(progressed);
            if (progressed.state() == SubmissionState.WAITING) {
                queue.addFirst(isHurried ? dueNow(progressed) : progressed);
            } else {
                stopped.remove(progressed.id());
            }
            if (!closed && progressed.outcome().filter(RetryPolicy::refusesAll).isPresent()) {
                refusedToo = queue.stream()
                        .filter(submission -> !isStopped(submission))
                        .toList();
                queue.removeAll(refusedToo);
            }
        }
        listener.onFinish(progressed);
        for (Submission behind : refusedToo) {
            listener.onFinish(behind.withOutcome(
                    progressed.changedAt(), progressed.outcome().orElseThrow()));
        }
    }
}
