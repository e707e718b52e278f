package app.forecourt.upload;

import app.forecourt.journal.PhotoRecords;
import app.forecourt.journal.database.JournalException;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.UploadFailure;
import app.forecourt.photo.upload.UploadState;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The queue of photos on their way from files to public addresses, two at a time, in the order in which they were
 * chosen. Each photo passes the same steps: it is prepared, put on the web space, and fetched back from its public
 * address. After each step the journal knows the photo's new state. A step that was interrupted by the end of the
 * program is repeated at the next start, and leads to the same file at the same place.
 */
public final class PhotoQueue implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PhotoQueue.class.getName());
    private static final int WORKERS = 2;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 6;

    private final PhotoRecords records;
    private final PreparedFiles files;
    private final UploadSteps steps;
    private final Executor executor;
    private final LongSupplier nanoTime;
    private final Consumer<PhotoUpload> listener;
    private final Map<UUID, PhotoUpload> photos = new LinkedHashMap<>();
    private final Set<UUID> inWork = new HashSet<>();
    /** The earliest time of the next try, by the monotonic clock. */
    private final Map<UUID, Long> due = new HashMap<>();
    private int workers;
    private boolean closed;

    /**
     * Creates a queue, which does nothing before {@link #start()} or {@link #add}.
     *
     * @param nanoTime a monotonic clock in nanoseconds
     * @param executor the executor of the workers, which occupy a thread for long
     * @param listener the listener for the progress of photos, called on any thread
     */
    public PhotoQueue(PhotoRecords records, PreparedFiles files, UploadSteps steps, Executor executor,
            LongSupplier nanoTime, Consumer<PhotoUpload> listener) {
        this.records = records;
        this.files = files;
        this.steps = steps;
        this.executor = executor;
        this.nanoTime = nanoTime;
        this.listener = listener;
    }

    /** Continues with the photos of earlier runs. Blocks on the disk. */
    public void start() {
        List<PhotoUpload> unfinished = records.unfinished();
        synchronized (this) {
            unfinished.forEach(photo -> photos.putIfAbsent(photo.id(), photo));
            // Within the lock, so that no photo that is being added loses its file.
            files.sweep(Set.copyOf(photos.keySet()));
        }
        unfinished.forEach(listener);
        work();
    }

    /** Adds photos at the end. They are in the journal when the method returns. Blocks on the disk. */
    public void add(List<PhotoUpload> chosen) {
        records.save(chosen);
        synchronized (this) {
            chosen.forEach(photo -> photos.put(photo.id(), photo));
        }
        chosen.forEach(listener);
        work();
    }

    /** Lets photos leave this computer. Blocks on the disk. */
    public void release(Collection<UUID> ids) {
        change(ids, photo -> photo.released() ? Optional.empty() : Optional.of(photo.release()));
    }

    /** Tries failed and stopped photos again, and waiting ones at once. Blocks on the disk. */
    public void retry(Collection<UUID> ids) {
        synchronized (this) {
            ids.forEach(due::remove);
        }
        change(ids, photo -> photo.state().isUnderWay() ? Optional.empty() : Optional.of(photo.again()));
    }

    /** Stops photos after their present step. Blocks on the disk. */
    public void stop(Collection<UUID> ids) {
        change(ids, photo -> photo.state().isUnderWay() ? Optional.of(photo.stopped()) : Optional.empty());
    }

    /** Does again what waits, because the network or the settings may have changed. */
    public void retryWaiting() {
        synchronized (this) {
            due.clear();
        }
        work();
    }

    /** Ends the workers after their present steps. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private interface Change {
        Optional<PhotoUpload> of(PhotoUpload photo);
    }

    /** Changes and saves photos in one step, so that no worker saves an earlier state afterwards. */
    private void change(Collection<UUID> ids, Change change) {
        List<PhotoUpload> changed;
        synchronized (this) {
            changed = ids.stream().map(photos::get).filter(Objects::nonNull).map(change::of)
                    .flatMap(Optional::stream).toList();
            if (!changed.isEmpty()) {
                records.save(changed);
            }
            changed.forEach(photo -> photos.put(photo.id(), photo));
        }
        changed.forEach(listener);
        work();
    }

    /** Starts workers if there is work for them, and wakes the waiting ones. */
    private synchronized void work() {
        long ready = closed ? 0 : photos.values().stream().filter(this::isReady).limit(WORKERS).count();
        while (workers < ready) {
            workers++;
            executor.execute(this::run);
        }
        notifyAll();
    }

    private void run() {
        try {
            for (PhotoUpload next = next(); next != null; next = next()) {
                finish(next, step(next));
            }
        } catch (RuntimeException | Error bug) {
            end();
            work();
            throw bug;
        }
    }

    private synchronized void end() {
        workers--;
    }

    /** Returns the first photo that is due, and waits for one. Ends the worker if there is nothing to wait for. */
    private synchronized @Nullable PhotoUpload next() {
        while (true) {
            long now = nanoTime.getAsLong();
            List<PhotoUpload> ready = closed ? List.of()
                    : photos.values().stream().filter(this::isReady).toList();
            Optional<PhotoUpload> first = ready.stream().filter(photo -> pause(photo, now) <= 0).findFirst();
            if (first.isPresent()) {
                inWork.add(first.get().id());
                return first.get();
            }
            if (ready.isEmpty()) {
                // Within the lock, so that new work starts another worker.
                end();
                return null;
            }
            long pause = ready.stream().mapToLong(photo -> pause(photo, now)).min().orElse(0);
            try {
                wait(Math.max(1, Duration.ofNanos(pause).toMillis()));
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                end();
                return null;
            }
        }
    }

    private boolean isReady(PhotoUpload photo) {
        return !inWork.contains(photo.id()) && canGoOn(photo);
    }

    private long pause(PhotoUpload photo, long now) {
        Long time = due.get(photo.id());
        return time == null ? 0 : time - now;
    }

    private boolean canGoOn(PhotoUpload photo) {
        return switch (photo.state()) {
            case CHOSEN -> true;
            case PREPARED, STORED -> photo.released() && steps.hasWebSpace();
            case PUBLIC, FAILED, STOPPED -> false;
        };
    }

    /** Does the next step of a photo and returns its new state. */
    private PhotoUpload step(PhotoUpload photo) {
        try {
            return switch (photo.state()) {
                case CHOSEN -> prepare(photo);
                case PREPARED -> result(photo, steps.put(photo, files.read(photo.id())), _ -> photo.stored());
                case STORED -> result(photo, steps.fetch(photo, files.read(photo.id())), photo::published);
                case PUBLIC, FAILED, STOPPED -> photo;
            };
        } catch (IOException unreadable) {
            LOG.log(Level.INFO, "A prepared photo could not be read", unreadable);
            // The chosen file may still be there.
            return photo.failed(new UploadFailure(UploadFailure.Step.KEEP, "UNREADABLE"),
                    photo.tries() == 0 ? UploadState.CHOSEN : UploadState.FAILED);
        } catch (RuntimeException | Error bug) {
            // Not tried again before the next start, because it would most likely fail again.
            synchronized (this) {
                inWork.remove(photo.id());
                photos.remove(photo.id());
            }
            throw bug;
        }
    }

    private PhotoUpload prepare(PhotoUpload photo) {
        return result(photo, steps.prepare(photo), file -> {
            try {
                files.write(photo.id(), file.jpeg());
                return photo.prepared(file.facts());
            } catch (IOException noSpace) {
                LOG.log(Level.INFO, "A prepared photo could not be written", noSpace);
                return photo.failed(new UploadFailure(UploadFailure.Step.KEEP, "UNWRITABLE"), photo.state());
            }
        });
    }

    private interface Success<T> {
        PhotoUpload after(T value);
    }

    private static <T> PhotoUpload result(PhotoUpload photo, StepResult<T> result, Success<T> success) {
        return switch (result) {
            case StepResult.Done<T>(T value) -> success.after(value);
            case StepResult.Failed<T>(var reason, boolean again) ->
                photo.failed(reason, again ? photo.state() : UploadState.FAILED);
        };
    }

    /** Saves the photo's new state, together with what the user has changed meanwhile. */
    private void finish(PhotoUpload before, PhotoUpload after) {
        PhotoUpload merged;
        synchronized (this) {
            inWork.remove(before.id());
            merged = merge(before, after, photos.getOrDefault(before.id(), before));
            try {
                records.save(List.of(merged));
            } catch (JournalException unwritable) {
                LOG.log(Level.WARNING, "The state of a photo could not be saved", unwritable);
                merged = merged.failed(new UploadFailure(UploadFailure.Step.KEEP, "UNWRITABLE"),
                        before.state());
            }
            if (merged.failure().isPresent()) {
                due.put(before.id(), nanoTime.getAsLong() + pauseAfter(merged.tries()).toNanos());
            } else {
                due.remove(before.id());
            }
            if (merged.state() == UploadState.PUBLIC) {
                photos.remove(merged.id());
            } else {
                photos.put(merged.id(), merged);
            }
        }
        if (merged.state() == UploadState.PUBLIC) {
            files.delete(merged.id());
        }
        listener.accept(merged);
        work();
    }

    private static PhotoUpload merge(PhotoUpload before, PhotoUpload after, PhotoUpload current) {
        PhotoUpload released = current.released() ? after.release() : after;
        // A photo that is public already is not stopped any more.
        boolean stopped = current.state() == UploadState.STOPPED && before.state() != UploadState.STOPPED
                && after.state() != UploadState.PUBLIC;
        return stopped ? released.stopped() : released;
    }

    private static Duration pauseAfter(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(tries - 1L, 0, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
