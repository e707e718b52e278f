package app.forecourt.send;

import app.forecourt.autochat.AutochatClient.CarPost;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.connection.ProfileClients;
import app.forecourt.journal.EnqueueResult;
import app.forecourt.journal.Journal;
import app.forecourt.journal.database.JournalException;
import app.forecourt.settings.Profile;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.Submission;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The outbox, which sends cars to AutoChat. Every submission is saved in the journal before it is sent and after it has
 * an outcome. What the journal can't save is not sent. A submission that could not leave waits and is retried. A
 * submission that may have arrived is never retried automatically. Each profile has a queue of its own, so an
 * unreachable profile delays no other.
 */
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Outbox.class.getName());
    /** Seconds to wait on close for the outcomes of submissions that are being sent. */
    private static final int LAST_OUTCOMES = 3;

    private final Journal journal;
    private final ProfileClients clients;
    private final Executor executor;
    private final Clock clock;
    private final RetryPolicy retryPolicy;
    private final ProgressRecorder recorder;
    private final Map<Profile, SendQueue> queues = new EnumMap<>(Profile.class);
    private final SubmissionClaimer claimer;
    private final CountDownLatch ended = new CountDownLatch(Profile.values().length);
    /** The lock for saving a submission and queueing it, so that the queues have the journal's order. */
    private final Object orderLock = new Object();

    private boolean started;
    private boolean closed;

    /**
     * Creates an outbox, which sends nothing before its first call.
     *
     * @param claims the claims by which several desks send a car once
     * @param executor the executor of the queues, which occupy a thread for long
     * @param listener the listener for the progress of submissions, called on any thread
     */
    public Outbox(
            Journal journal,
            ProfileClients clients,
            SubmissionClaims claims,
            Executor executor,
            Clock clock,
            Consumer<Submission> listener) {
        this(journal, clients, claims, executor, clock, RetryPolicy.USUAL, listener);
    }

    Outbox(
            Journal journal,
            ProfileClients clients,
            SubmissionClaims claims,
            Executor executor,
            Clock clock,
            RetryPolicy retryPolicy,
            Consumer<Submission> listener) {
        this.journal = journal;
        this.claimer = new SubmissionClaimer(claims, executor, clock);
        // The claim of an unsaved outcome stays open, because nothing else would warn the other desks.
        this.recorder = new ProgressRecorder(
                journal,
                listener,
                submission -> claimer.claims(submission.profile()).onProgress(submission));
        this.clients = clients;
        this.executor = executor;
        this.clock = clock;
        this.retryPolicy = retryPolicy;
    }

    /** Starts the outbox as {@link #start(Consumer)} does, without a report of the submissions that waited. */
    public Optional<JournalException.Reason> start() {
        return start(_ -> {});
    }

    /**
     * Queues the submissions that waited when the program ended; later submissions are queued behind them. Nothing
     * leaves before the journal has been checked, and as long as it can't be written. Blocks on the disk.
     *
     * @param waited receives the submissions that waited, before the listener hears of their progress
     * @return the reason why nothing can be sent yet; empty if the outbox sends
     */
    public Optional<JournalException.Reason> start(Consumer<Submission> waited) {
        synchronized (orderLock) {
            // Only once, and before new submissions: a queued submission still waits in the journal, and would be
            // queued twice.
            Optional<JournalException.Reason> unwritable =
                    started ? Optional.empty() : journal.check().reason();
            if (!started && unwritable.isEmpty()) {
                List<Submission> waiting = journal.waitingSubmissions();
                waiting.forEach(waited);
                waiting.forEach(this::enqueue);
                started = true;
            }
            return unwritable;
        }
    }

    /**
     * Requests that a submission is sent. Blocks on the disk; of the network only a shared stock is asked.
     *
     * @param draft the draft, which may differ from the sent car: it has the texts typed for another profile
     * @param accepted the fields with accepted suggestions
     * @param confirmed the earlier submissions that the user knows of and that do not prevent sending
     */
    public EnqueueResult send(Submission submission, CarDraft draft, Set<CarField> accepted, Set<UUID> confirmed) {
        // Outside the lock, because the server of a shared stock may not answer.
        List<DuplicateSubmission> objections = claimer.claim(submission, confirmed);
        if (!objections.isEmpty()) {
            return new EnqueueResult.AlreadyThere(
                    SubmissionClaimer.merge(findDuplicates(submission, confirmed), objections));
        }
        EnqueueResult result = saveAndEnqueue(submission, draft, accepted, confirmed);
        if (result instanceof EnqueueResult.AlreadyThere) {
            claimer.withdraw(submission);
        }
        return result;
    }

    private EnqueueResult saveAndEnqueue(
            Submission submission, CarDraft draft, Set<CarField> accepted, Set<UUID> confirmed) {
        synchronized (orderLock) {
            try {
                recorder.flushIfPossible();
                Optional<JournalException.Reason> unwritable = start();
                if (unwritable.isPresent()) {
                    return notSaved(submission, confirmed, unwritable.get());
                }
                EnqueueResult result = journal.note(submission, draft, accepted, confirmed);
                if (result instanceof EnqueueResult.Enqueued(var saved)) {
                    enqueue(saved);
                }
                return result;
            } catch (JournalException failure) {
                LOG.log(Level.WARNING, "A submission could not be saved", failure);
                return notSaved(submission, confirmed, failure.reason());
            }
        }
    }

    private EnqueueResult notSaved(Submission submission, Set<UUID> confirmed, JournalException.Reason reason) {
        List<DuplicateSubmission> duplicates = findDuplicates(submission, confirmed);
        return duplicates.isEmpty() ? new EnqueueResult.NotSaved(reason) : new EnqueueResult.AlreadyThere(duplicates);
    }

    /**
     * Returns the earlier submissions that would prevent this one. Saves nothing. Returns none if the journal can't be
     * read, because {@link #send} reports that. Blocks on the disk.
     *
     * @param confirmed the earlier submissions that the user knows of and that do not prevent sending
     */
    public List<DuplicateSubmission> findDuplicates(Submission submission, Set<UUID> confirmed) {
        try {
            return journal.findDuplicates(submission, confirmed);
        } catch (JournalException failure) {
            LOG.log(Level.WARNING, "Earlier submissions could not be read", failure);
            return List.of();
        }
    }

    /** Returns the claim of a submission that {@link #send} did not save. Does not block. */
    public void withdraw(Submission submission) {
        claimer.withdrawLater(submission);
    }

    private void enqueue(Submission submission) {
        queue(submission.profile()).add(submission);
    }

    /**
     * Stops a submission. A waiting one does not leave, nor one that {@link #send} is still saving. The outcome of one
     * being sent may be unknown.
     */
    public void stop(Submission submission) {
        queue(submission.profile()).stop(submission.id());
    }

    /** Stops all submissions that wait, so that the user decides about each. */
    public synchronized void stopWaiting() {
        queues.values().forEach(SendQueue::stopWaiting);
    }

    /** Retries the waiting submissions of a profile now. */
    public synchronized void retryNow(Profile profile) {
        Optional.ofNullable(queues.get(profile)).ifPresent(SendQueue::retryNow);
    }

    private synchronized SendQueue queue(Profile profile) {
        return queues.computeIfAbsent(profile, _ -> {
            SendQueue queue = new SendQueue(recorder, this::prepare, claimer.claims(profile), retryPolicy, clock);
            if (closed) {
                queue.close();
            }
            executor.execute(() -> run(queue));
            return queue;
        });
    }

    /** Runs a queue. A bug in one submission is reported, and the others are still sent. */
    private void run(SendQueue queue) {
        try {
            queue.run();
            ended.countDown();
        } catch (RuntimeException | Error bug) {
            executor.execute(() -> run(queue));
            throw bug;
        }
    }

    private Optional<CarPost> prepare(Submission submission) {
        return clients.client(submission.profile(), submission.address())
                .map(client -> client.newPost(submission.payload()));
    }

    /** Returns true if a submission could not be saved yet. */
    public boolean hasUnsaved() {
        return recorder.hasUnsaved();
    }

    /**
     * Saves the unsaved submissions. Blocks on the disk.
     *
     * @throws JournalException if they still can't be saved
     */
    public void flush() {
        recorder.flush();
    }

    /**
     * Stops the submissions that are being sent and saves their outcomes. Waiting submissions are sent after the next
     * start.
     */
    @Override
    public void close() {
        List<SendQueue> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(queues.values());
            for (int none = open.size(); none < Profile.values().length; none++) {
                ended.countDown();
            }
        }
        open.forEach(SendQueue::close);
        try {
            if (!ended.await(LAST_OUTCOMES, TimeUnit.SECONDS)) {
                LOG.warning("A submission did not end in time");
            }
            flush();
        } catch (JournalException failure) {
            LOG.log(Level.WARNING, "The outcome of a submission is not saved", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
