package app.forecourt.send;

import app.forecourt.autochat.CarPost;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.environment.ProfileClients;
import app.forecourt.journal.Journal;
import app.forecourt.journal.database.JournalException;
import app.forecourt.settings.Profile;
import app.forecourt.stock.DuplicateMatch;
import app.forecourt.stock.EnqueueResult;
import app.forecourt.stock.Submission;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The way of cars to AutoChat. What is asked for is written into the journal before it leaves and after it has come to
 * something; what could not leave waits and is tried again; nothing that may have arrived is ever sent again by itself.
 * Each profile has a lane of its own, so that one that can't be reached holds up no other.
 */
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Outbox.class.getName());
    /** Seconds that the end of the program waits for what is on its way to be noted. */
    private static final int LAST_NOTES = 3;

    private final Journal journal;
    private final ProfileClients environments;
    private final Executor work;
    private final Clock clock;
    private final RetryPolicy backoff;
    private final Consumer<Submission> tell;
    private final Map<Profile, SendQueue> lanes = new EnumMap<>(Profile.class);
    private final Set<UUID> notNoted = ConcurrentHashMap.newKeySet();
    private final UnsavedOutcomes owed;
    private final CountDownLatch ended = new CountDownLatch(Profile.values().length);
    /** Held while something is noted and put in line, so that the lanes have the journal's order. */
    private final Object order = new Object();
    private boolean begun;
    private boolean closed;

    /** What came of asking to send. */
    public sealed interface Asked {
        /** It goes, now or when those before it have gone. */
        record Going(Submission attempt) implements Asked {}

        /** The profile may have the car already; nothing goes. */
        record AlreadyThere(List<DuplicateMatch> earlier) implements Asked {}

        /** It could not be written down that it is to go; nothing goes. */
        record NotNoted(JournalException.Reason reason) implements Asked {}
    }

    /**
     * @param work runs the lanes, which wait for long
     * @param tell is told whenever an attempt has come further, on any thread
     */
    public Outbox(Journal journal, ProfileClients environments, Executor work, Clock clock,
            Consumer<Submission> tell) {
        this(journal, environments, work, clock, RetryPolicy.USUAL, tell);
    }

    Outbox(Journal journal, ProfileClients environments, Executor work, Clock clock, RetryPolicy backoff,
            Consumer<Submission> tell) {
        this.journal = journal;
        this.owed = new UnsavedOutcomes(journal);
        this.environments = environments;
        this.work = work;
        this.clock = clock;
        this.backoff = backoff;
        this.tell = tell;
    }

    /**
     * Takes up what was waiting when the program ended; what is asked for later goes behind it. Nothing leaves before the
     * journal is known to be sound. Blocks on the disk.
     */
    public void begin() {
        synchronized (order) {
            // Once, and before anything new: what is in a lane already still waits in the journal and would go twice.
            if (!begun) {
                journal.check();
                journal.waiting().forEach(this::going);
                begun = true;
            }
        }
    }

    /**
     * Asks for an attempt to be sent. Blocks on the disk, not on the network.
     *
     * @param typed the car as it is typed, which may be otherwise than it is sent: what was typed for another profile
     * @param taken the amounts in it that were taken as proposed
     * @param seen the earlier attempts that the user knows of and sends all the same
     */
    public Asked send(Submission attempt, CarDraft typed, Set<CarField> taken, Set<UUID> seen) {
        synchronized (order) {
            try {
                begin();
                owed.flushIfPossible();
                Optional<JournalException.Reason> lost = journal.open().reason();
                if (lost.isPresent()) {
                    List<DuplicateMatch> earlier = journal.earlier(attempt, seen);
                    return earlier.isEmpty() ? new Asked.NotNoted(lost.get())
                            : new Asked.AlreadyThere(earlier);
                }
                return switch (journal.note(attempt, typed, taken, seen)) {
                    case EnqueueResult.AlreadyThere(var earlier) -> new Asked.AlreadyThere(earlier);
                    case EnqueueResult.Waiting(var noted) -> going(noted);
                };
            } catch (JournalException failure) {
                LOG.log(Level.WARNING, "A sending could not be noted", failure);
                return new Asked.NotNoted(failure.reason());
            }
        }
    }

    /**
     * Returns the earlier attempts that would keep this one from being sent. Nothing is noted. When they can't be read
     * there are none: {@link #send} tells of that. Blocks on the disk.
     *
     * @param seen the earlier attempts that the user knows of and sends all the same
     */
    public List<DuplicateMatch> earlier(Submission attempt, Set<UUID> seen) {
        try {
            return journal.earlier(attempt, seen);
        } catch (JournalException failure) {
            LOG.log(Level.WARNING, "Earlier sendings could not be read", failure);
            return List.of();
        }
    }

    /** The same for one that the user sends although it can't be noted. */
    public Asked sendNotNoted(Submission attempt) {
        notNoted.add(attempt.id());
        return going(attempt);
    }

    private Asked.Going going(Submission attempt) {
        lane(attempt.profile()).add(attempt);
        return new Asked.Going(attempt);
    }

    /** Stops an attempt: one that waits does not leave, of one on its way the outcome may be unknown. */
    public void stop(Submission attempt) {
        lane(attempt.profile()).stop(attempt.id());
    }

    /** Has what waits for that profile tried now. */
    public synchronized void retryNow(Profile profile) {
        Optional.ofNullable(lanes.get(profile)).ifPresent(SendQueue::retryNow);
    }

    private synchronized SendQueue lane(Profile profile) {
        return lanes.computeIfAbsent(profile, any -> {
            SendQueue lane = new SendQueue(new Notes(), this::prepare, backoff, clock);
            if (closed) {
                lane.close();
            }
            work.execute(() -> run(lane));
            return lane;
        });
    }

    /** A fault in one sending is told, and the others still go. */
    private void run(SendQueue lane) {
        try {
            lane.run();
            ended.countDown();
        } catch (RuntimeException | Error bug) {
            work.execute(() -> run(lane));
            throw bug;
        }
    }

    private Optional<CarPost> prepare(Submission attempt) {
        return environments.client(attempt.profile(), attempt.address())
                .map(client -> client.sending(attempt.payload()));
    }

    /** Before it leaves it has to be on the disk; what came of it is told in any case. */
    private final class Notes implements SendQueue.Notes {
        @Override
        public boolean onStart(Submission attempt) {
            boolean allowed = notNoted.contains(attempt.id());
            boolean ours = true;
            try {
                ours = journal.leave(attempt);
                if (!allowed) {
                    // After it, because the journal may find only then that its file is lost.
                    journal.requireKept();
                }
                flush();
            } catch (JournalException failure) {
                LOG.log(Level.WARNING, "A sending could not be noted", failure);
                if (!allowed) {
                    throw failure;
                }
                journal.leaveUnkept(attempt);
            }
            if (ours) {
                tell.accept(attempt);
            }
            return ours;
        }

        @Override
        public void onFinish(Submission attempt) {
            try {
                journal.note(attempt);
                flush();
            } catch (JournalException failure) {
                LOG.log(Level.WARNING, "What came of a sending could not be noted", failure);
                if (!attempt.state().underWay()) {
                    owed.add(attempt);
                }
            }
            tell.accept(attempt);
        }
    }

    /** Whether something came to an end that could not be noted yet. */
    public boolean hasUnsaved() {
        return owed.any();
    }

    /**
     * Notes the ends that are owed. Blocks on the disk.
     *
     * @throws JournalException when it still can't be noted
     */
    public void flush() {
        owed.flush();
    }

    /** Stops what is on its way and notes what came of it. What waits is sent after the next start. */
    @Override
    public void close() {
        List<SendQueue> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(lanes.values());
            for (int none = open.size(); none < Profile.values().length; none++) {
                ended.countDown();
            }
        }
        open.forEach(SendQueue::close);
        try {
            if (!ended.await(LAST_NOTES, TimeUnit.SECONDS)) {
                LOG.warning("A sending did not end in time");
            }
            flush();
        } catch (JournalException failure) {
            LOG.log(Level.WARNING, "What came of a sending is not noted", failure);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
