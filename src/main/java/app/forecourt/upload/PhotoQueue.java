package app.forecourt.upload;

import app.forecourt.journal.PhotoRecords;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.UploadState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The queue of photos on their way from files to public addresses, two at a time, in the order in which they were
 * chosen. Each photo passes the same steps: it is prepared, put on the web space, and fetched back from its public
 * address. After each step the journal knows the photo's new state. A step that was interrupted by the end of the
 * program is repeated at the next start, and leads to the same file at the same place.
 */
public final class PhotoQueue implements AutoCloseable {
    private static final int WORKERS = 2;

    private final PhotoRecords records;
    private final PreparedFiles files;
    private final UploadSteps steps;
    private final NextStep nextStep;
    private final RetrySchedule schedule;
    private final Executor executor;
    private final Consumer<PhotoUpload> listener;
    private final UploadBacklog photos;
    private final StateWriter writer;
    private int workers;
    private boolean closed;

    /**
     * Creates a queue, which does nothing before {@link #start()} or {@link #add}.
     *
     * @param nanoTime a monotonic clock in nanoseconds
     * @param executor the executor of the workers, which occupy a thread for long
     * @param listener the listener for the progress of photos, called on any thread
     */
    public PhotoQueue(
            PhotoRecords records,
            PreparedFiles files,
            UploadSteps steps,
            Executor executor,
            LongSupplier nanoTime,
            Consumer<PhotoUpload> listener) {
        this.records = records;
        this.files = files;
        this.steps = steps;
        this.nextStep = new NextStep(steps, files);
        this.schedule = new RetrySchedule(nanoTime);
        this.photos = new UploadBacklog(nextStep::isPossible);
        this.writer = new StateWriter(records, photos, schedule);
        this.executor = executor;
        this.listener = listener;
    }

    /**
     * Continues with the photos of earlier runs that the saved cars still have. Photos of other cars keep their files,
     * because such a car may come back. Blocks on the disk.
     */
    public void start() {
        synchronized (this) {
            // Within the lock, so that no photo that is being added loses its file.
            files.sweep(records.withPreparedFiles());
        }
        takeUp(records::unfinished);
    }

    /**
     * Continues with photos of a car that is in the form now. Photos that are here already stay. Blocks on the disk.
     */
    public void resume(UUID car, Collection<UUID> ids) {
        takeUp(() -> records.ofCar(car).stream()
                .filter(photo -> ids.contains(photo.id()) && photo.address().isEmpty())
                .toList());
    }

    private void takeUp(Supplier<List<PhotoUpload>> found) {
        List<PhotoUpload> added = new ArrayList<>();
        synchronized (this) {
            // Read within the lock, so that no photo is taken up in an earlier state.
            found.get().stream().filter(photos::putIfAbsent).forEach(added::add);
        }
        added.forEach(listener);
        work();
    }

    /** Adds photos at the end. They are in the journal when the method returns. Blocks on the disk. */
    public void add(List<PhotoUpload> chosen) {
        records.add(chosen);
        synchronized (this) {
            chosen.forEach(photo -> photos.put(photo, true));
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
            ids.forEach(schedule::hasten);
        }
        change(ids, photo -> photo.state().isUnderWay() ? Optional.empty() : Optional.of(photo.again()));
    }

    /** Stops photos after their present step, also failed ones. Blocks on the disk. */
    public void stop(Collection<UUID> ids) {
        change(ids, photo -> photo.state() == UploadState.STOPPED ? Optional.empty() : Optional.of(photo.stopped()));
    }

    /** Does again what waits, because the network or the settings may have changed. */
    public void retryWaiting() {
        synchronized (this) {
            schedule.hastenAll();
        }
        work();
    }

    /** Ends the workers after their present steps, and closes the connections of the steps. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        steps.close();
    }

    /** Changes and saves photos in one step, so that no worker saves an earlier state afterwards. */
    private void change(Collection<UUID> ids, Function<PhotoUpload, Optional<PhotoUpload>> change) {
        List<PhotoUpload> changed;
        synchronized (this) {
            changed = writer.change(ids.stream()
                    .map(photos::find)
                    .flatMap(Optional::stream)
                    .map(change)
                    .flatMap(Optional::stream)
                    .toList());
        }
        changed.forEach(listener);
        work();
    }

    /** Saves a change that could not be saved before. */
    private void saveAgain(UUID id) {
        List<PhotoUpload> saved;
        synchronized (this) {
            photos.end(id);
            saved = writer.change(
                    photos.find(id).filter(_ -> !photos.isSaved(id)).stream().toList());
        }
        saved.forEach(listener);
    }

    /** Starts workers if there is work for them, and wakes the waiting ones. */
    private synchronized void work() {
        int ready = closed ? 0 : Math.min(WORKERS, photos.ready().size());
        while (workers < ready) {
            workers++;
            executor.execute(this::run);
        }
        notifyAll();
    }

    private void run() {
        for (PhotoUpload next = next(); next != null; next = next()) {
            try {
                if (isSaved(next)) {
                    finish(next, nextStep.take(next));
                } else {
                    saveAgain(next.id());
                }
            } catch (RuntimeException | Error bug) {
                endWorker(next);
                if (isClosed()) {
                    // The journal may be closed as well. The next start repeats the step.
                    return;
                }
                throw bug;
            }
        }
    }

    private synchronized boolean isSaved(PhotoUpload photo) {
        return photos.isSaved(photo.id());
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Ends a worker after a bug in a step. The photo has failed, so that the user can try it again or stop it. */
    private void endWorker(PhotoUpload photo) {
        boolean isStepLost;
        synchronized (this) {
            photos.end(photo.id());
            workers--;
            isStepLost = !closed
                    && photos.find(photo.id())
                            .filter(current -> current.state() == photo.state())
                            .isPresent();
        }
        if (isStepLost) {
            finish(photo, NextStep.broken(photo));
        } else {
            work();
        }
    }

    /** Returns the first photo that is due, and waits for one. Ends the worker if there is nothing to wait for. */
    private synchronized @Nullable PhotoUpload next() {
        while (true) {
            long now = schedule.now();
            List<PhotoUpload> ready = closed ? List.of() : photos.ready();
            Optional<PhotoUpload> first = ready.stream()
                    .filter(photo -> schedule.pause(photo, now) <= 0)
                    .findFirst();
            if (first.isPresent()) {
                photos.begin(first.get().id());
                return first.get();
            }
            if (ready.isEmpty()) {
                // Within the lock, so that new work starts another worker.
                workers--;
                return null;
            }
            long pause = ready.stream()
                    .mapToLong(photo -> schedule.pause(photo, now))
                    .min()
                    .orElse(0);
            try {
                wait(Math.max(1, Duration.ofNanos(pause).toMillis()));
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                workers--;
                return null;
            }
        }
    }

    /** Saves the photo's new state, together with what the user has changed meanwhile. */
    private void finish(PhotoUpload before, PhotoUpload after) {
        PhotoUpload merged;
        synchronized (this) {
            photos.end(before.id());
            merged = writer.finish(
                    before,
                    NextStep.merge(before, after, photos.find(before.id()).orElse(before)));
        }
        if (merged.address().isPresent()) {
            files.delete(merged.id());
        }
        listener.accept(merged);
        work();
    }
}
