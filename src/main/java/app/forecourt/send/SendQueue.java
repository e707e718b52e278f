package app.forecourt.send;

import app.forecourt.autochat.CarPost;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.autochat.SignInFailure;
import app.forecourt.autochat.WaitReason;
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
import org.jspecify.annotations.Nullable;

/** What is to be sent to one profile: one after the other, in the order asked for, each on the disk before it leaves. */
final class SendQueue {
    private static final Duration LOOKED_AT = Duration.ofSeconds(30);

    private final Notes notes;
    private final Departure departure;
    private final RetryPolicy backoff;
    private final Clock clock;
    private final Deque<Submission> queue = new ArrayDeque<>();
    private final Set<UUID> stopped = new HashSet<>();
    private @Nullable CarPost underWay;
    private @Nullable Submission awaited;
    /** When the awaited one is due, by {@link System#nanoTime()}. */
    private long end;
    /** Whether it was hurried while one was under way; that one then does not wait either. */
    private boolean hurried;
    /** How often AutoChat has limited what was sent to it, in a row. */
    private int limits;
    private boolean closed;

    /** Prepares to send an attempt; empty when its profile has another address now. */
    interface Departure {
        Optional<CarPost> of(Submission attempt);
    }

    /** Keeps how far an attempt has come, and tells of it. */
    interface Notes {
        /** It leaves now; false when another program has it in hand, and nothing may leave here. */
        boolean onStart(Submission attempt);

        /** It has come to something. */
        void onFinish(Submission attempt);
    }

    SendQueue(Notes notes, Departure departure, RetryPolicy backoff, Clock clock) {
        this.notes = notes;
        this.departure = departure;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** Puts an attempt at the end, and has the first one tried now: she may know that the network is back. */
    synchronized void add(Submission attempt) {
        queue.add(attempt);
        retryNow();
    }

    /** Has what waits tried now. */
    synchronized void retryNow() {
        Submission first = queue.peek();
        hurried = underWay != null;
        if (first != null && !hurried) {
            queue.removeFirst();
            queue.addFirst(hurried(first));
        }
        notifyAll();
    }

    /** Due now, unless it is AutoChat that has to be waited for. */
    private Submission hurried(Submission first) {
        boolean ours = first.outcome().orElse(null) instanceof SendOutcome.NotSent
                || (first.outcome().orElse(null) instanceof SendOutcome.Limited(Instant _, WaitReason reason)
                        && reason != WaitReason.AUTOCHAT);
        return ours ? first.due(clock.instant()) : first;
    }

    /** Has an attempt stopped, wherever it is. */
    synchronized void stop(UUID attempt) {
        if (queue.stream().noneMatch(known -> known.id().equals(attempt))) {
            // It has come to its end meanwhile.
            return;
        }
        Submission first = queue.peek();
        if (first != null && first.id().equals(attempt) && underWay != null) {
            underWay.stop();
        }
        stopped.add(attempt);
        notifyAll();
    }

    /** Lets nothing more leave, and stops what is on its way. What waits goes on waiting at the next start. */
    synchronized void close() {
        closed = true;
        if (underWay != null) {
            underWay.stop();
        }
        notifyAll();
    }

    /** Sends what comes until the lane is closed. */
    void run() {
        for (Submission next = next(); next != null; next = next()) {
            Optional<Submission> further;
            try {
                further = send(next);
            } catch (RuntimeException | Error bug) {
                finish(next.ended(clock.instant(), boarded()
                        ? new SendOutcome.Unknown(Cause.BROKEN, Optional.empty())
                        : new SendOutcome.NotSent(Cause.BROKEN)));
                throw bug;
            }
            // Outside: what has come of a sending stands, whatever happens while it is noted and told.
            further.ifPresent(this::finish);
        }
    }

    /** The first one, when it is due, or one that she stopped; null when the lane is closed. */
    private synchronized @Nullable Submission next() {
        while (true) {
            // One that she stopped need not wait for its turn to be told so, and must not go on waiting in the journal.
            Optional<Submission> given = queue.stream().filter(this::isStopped).findFirst();
            if (given.isPresent()) {
                return given.get();
            }
            if (closed) {
                return null;
            }
            Submission first = queue.peek();
            Duration left = first == null ? LOOKED_AT : left(first);
            if (first != null && !left.isPositive()) {
                return first;
            }
            try {
                // Looked at again soon: a computer that slept has its clock ahead of what it waited.
                wait(Math.clamp(left.toMillis(), 1, LOOKED_AT.toMillis()));
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    /**
     * How long until it is due: by the clock or by what has passed since it was first in line, whichever is sooner. The
     * one may be set back, the other stands still while the computer sleeps.
     */
    private Duration left(Submission first) {
        Duration pause = first.due().map(due -> backoff.pause(due, first.outcome(), clock.instant()))
                .orElse(Duration.ZERO);
        if (!first.equals(awaited)) {
            awaited = first;
            end = System.nanoTime() + pause.toNanos();
        }
        Duration passing = Duration.ofNanos(end - System.nanoTime());
        return passing.compareTo(pause) < 0 ? passing : pause;
    }

    /** Empty when nothing has happened, since the lane was closed. */
    private Optional<Submission> send(Submission attempt) {
        if (isStopped(attempt)) {
            return Optional.of(stopped(attempt));
        }
        Optional<CarPost> sending = departure.of(attempt);
        if (sending.isEmpty()) {
            return Optional.of(attempt.ended(clock.instant(), new SendOutcome.NotSent(Cause.MOVED)));
        }
        if (!board(attempt, sending.get())) {
            return isStopped(attempt) ? Optional.of(stopped(attempt)) : Optional.empty();
        }
        Submission leaving = attempt.leaving(clock.instant());
        try {
            if (!notes.onStart(leaving)) {
                drop(attempt);
                return Optional.empty();
            }
        } catch (JournalException notNoted) {
            return Optional.of(attempt.ended(clock.instant(), new SendOutcome.NotSent(Cause.NOT_NOTED)));
        }
        SendOutcome outcome = sending.get().run();
        Instant now = clock.instant();
        return Optional.of(again(leaving, outcome, now).map(due -> leaving.waiting(now, outcome, due))
                .orElseGet(() -> leaving.ended(now, outcome)));
    }

    private Submission stopped(Submission attempt) {
        return attempt.ended(clock.instant(), new SendOutcome.NotSent(Cause.STOPPED));
    }

    private synchronized boolean isStopped(Submission attempt) {
        return stopped.contains(attempt.id());
    }

    private synchronized boolean board(Submission attempt, CarPost sending) {
        if (isStopped(attempt) || closed) {
            return false;
        }
        underWay = sending;
        return true;
    }

    private synchronized boolean boarded() {
        return underWay != null;
    }

    /** When it is tried again by itself; what only stopped because the program ends is tried at the next start. */
    private synchronized Optional<Instant> again(Submission attempt, SendOutcome outcome, Instant now) {
        if (stopped.contains(attempt.id())) {
            return Optional.empty();
        }
        boolean ending = closed && outcome.equals(new SendOutcome.NotSent(Cause.STOPPED));
        limits = outcome instanceof SendOutcome.Limited(Instant _, WaitReason reason)
                && reason == WaitReason.AUTOCHAT ? limits + 1 : 0;
        return ending ? Optional.of(now) : backoff.next(outcome, attempt.tries(), limits, now);
    }

    private synchronized void drop(Submission attempt) {
        underWay = null;
        hurried = false;
        queue.removeIf(known -> known.id().equals(attempt.id()));
    }

    private void finish(Submission further) {
        List<Submission> alike = List.of();
        synchronized (this) {
            underWay = null;
            queue.removeIf(attempt -> attempt.id().equals(further.id()));
            if (further.state() == SubmissionState.WAITING) {
                queue.addFirst(hurried ? hurried(further) : further);
            } else {
                stopped.remove(further.id());
            }
            hurried = false;
            if (!closed && isRefused(further)) {
                alike = queue.stream().filter(attempt -> !isStopped(attempt)).toList();
                queue.removeAll(alike);
            }
        }
        notes.onFinish(further);
        for (Submission behind : alike) {
            notes.onFinish(behind.ended(further.changed(), further.outcome().orElseThrow()));
        }
    }

    /** Whether the sign-in was refused: the cars behind would be too, and each would cost a request for a token. */
    private static boolean isRefused(Submission attempt) {
        return attempt.outcome().orElse(null) instanceof SendOutcome.SignInRefused(SignInFailure failure)
                && (failure.kind() == SignInFailure.Kind.WRONG_CREDENTIALS
                        || failure.kind() == SignInFailure.Kind.NO_TOKEN);
    }
}
