package app.forecourt.upload;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journal.PhotoRecords;
import app.forecourt.journal.database.JournalException;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadFailure;
import app.forecourt.photo.PhotoUploadFailure.Step;
import app.forecourt.photo.PhotoUploadStage;
import app.forecourt.photo.PreparedPhotoFacts;
import app.forecourt.photo.prepare.PreparedPhoto;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The worker that walks the photo lists of the saved cars and does what is missing: it prepares a photo, puts it on the
 * web space, fetches it from its public address, and writes the address into the journal. A picture that has an address
 * at the web space already gets that. Nothing is written between the steps, because each can be repeated: the same
 * picture goes to the same place.
 *
 * <p>One thread prepares and another one puts, so that a silent web space does not hold up the pictures.
 */
public final class PhotoWorker implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PhotoWorker.class.getName());
    /** The pause after the first failed try of a photo. It doubles with each one, up to {@link #MOST_DOUBLED} times. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final int MOST_DOUBLED = 6;

    private final PhotoRecords records;
    private final PreparedPhotoFiles files;
    private final PhotoUploadSteps steps;
    private final Executor executor;
    private final TaskRunner.Scheduler scheduler;
    private final Consumer<PhotoUpload> listener;
    private final Map<UUID, Failure> failures = new HashMap<>();
    /** The photos that wait for their next try. */
    private final Set<UUID> paused = ConcurrentHashMap.newKeySet();
    /** The photos that the user has stopped. The journal may be unable to take that. */
    private final Set<UUID> stopped = new HashSet<>();

    /** The steps that have a thread. */
    private final Set<Step> running = EnumSet.noneOf(Step.class);

    private volatile @Nullable UUID neededCar;
    private boolean closed;

    /** The failure of a photo, which the next start does not know. If it needs the user, it is not tried by itself. */
    private record Failure(PhotoUploadFailure reason, boolean needsUser, int tries) {}

    /**
     * Creates a worker, which does nothing before it is called.
     *
     * @param executor the executor of the threads, which are occupied for long
     * @param scheduler the scheduler of the next tries
     * @param listener the listener for the progress of photos, called on any thread
     */
    public PhotoWorker(
            PhotoRecords records,
            PreparedPhotoFiles files,
            PhotoUploadSteps steps,
            Executor executor,
            TaskRunner.Scheduler scheduler,
            Consumer<PhotoUpload> listener) {
        this.records = records;
        this.files = files;
        this.steps = steps;
        this.executor = executor;
        this.scheduler = scheduler;
        this.listener = listener;
    }

    /** Begins with the photos of earlier runs, and deletes prepared files without use. Blocks on the disk. */
    public void start() {
        synchronized (this) {
            // Within the lock, so that no photo that is being added loses its file.
            files.sweep(records.withPreparedFiles());
            records.unfinished().forEach(this::report);
        }
        work();
    }

    /** Records chosen photos, before their cars have them. Blocks on the disk. */
    public void add(List<PhotoUpload> chosen) {
        records.add(chosen);
        chosen.forEach(listener);
    }

    public void prefer(UUID car) {
        neededCar = car;
    }

    /**
     * Notes that photos are in their saved cars. Blocks on the disk.
     *
     * @param mayLeave whether they may leave this computer from now on
     */
    public void list(Collection<UUID> ids, boolean mayLeave) {
        change(ids, photo -> photo.list(mayLeave));
    }

    /** Tries failed and stopped photos again, and waiting ones at once. Blocks on the disk. */
    public synchronized void retry(Collection<UUID> ids) {
        failures.keySet().removeAll(Set.copyOf(ids));
        paused.removeAll(Set.copyOf(ids));
        stopped.removeAll(Set.copyOf(ids));
        change(ids, PhotoUpload::again);
    }

    /** Stops photos after their present step. Blocks on the disk. */
    public synchronized void stop(Collection<UUID> ids) {
        failures.keySet().removeAll(Set.copyOf(ids));
        stopped.addAll(ids);
        change(ids, PhotoUpload::stopped);
    }

    /** Tries all photos again that have failed, because the network or the settings may have changed. */
    public synchronized void retryFailed() {
        retry(List.copyOf(failures.keySet()));
    }

    private synchronized void change(Collection<UUID> ids, UnaryOperator<PhotoUpload> change) {
        for (UUID id : ids) {
            records.find(id).ifPresent(photo -> {
                PhotoUpload changed = change.apply(photo);
                report(changed);
                if (!changed.equals(photo)) {
                    records.save(changed);
                }
            });
        }
        work();
    }

    /** Does what is missing now. */
    public synchronized void work() {
        if (!closed) {
            Stream.of(Step.PREPARE, Step.PUT).filter(running::add).forEach(step -> executor.execute(() -> run(step)));
        }
    }

    private void report(PhotoUpload photo) {
        listener.accept(shown(photo));
    }

    /** Returns a photo of the journal with what only this run knows of it. */
    private synchronized PhotoUpload shown(PhotoUpload photo) {
        Failure failure = failures.get(photo.id());
        if (stopped.contains(photo.id())) {
            return photo.stopped();
        }
        return failure == null || photo.address().isPresent()
                ? photo
                : photo.failed(failure.reason(), failure.needsUser() ? PhotoUploadStage.FAILED : photo.state());
    }

    private void run(Step step) {
        for (PhotoUpload next = next(step); next != null; next = next(step)) {
            try {
                if (step == Step.PREPARE) {
                    prepare(next);
                } else {
                    publish(next);
                }
            } catch (PhotoUploadException failure) {
                fail(next, failure.reason(), failure.tries());
            } catch (IOException | JournalException unwritable) {
                LOG.log(Level.WARNING, "A photo could not be saved", unwritable);
                fail(next, PhotoUploadFailure.UNWRITABLE, PhotoUploadException.ALWAYS);
            } catch (RuntimeException | Error bug) {
                synchronized (this) {
                    running.remove(step);
                    if (closed) {
                        // The journal may be closed as well. The next start repeats the step.
                        return;
                    }
                }
                fail(next, new PhotoUploadFailure(step, PhotoUploadFailure.UNEXPECTED), PhotoUploadException.ONCE);
                work();
                throw bug;
            }
            work();
        }
    }

    /** Returns the first photo that lacks a step, and ends the step's thread if there is none. */
    private synchronized @Nullable PhotoUpload next(Step step) {
        try {
            Optional<PhotoUpload> next = closed
                    ? Optional.empty()
                    : records.unfinished().stream()
                            .filter(photo -> !paused.contains(photo.id()) && isReady(shown(photo), step))
                            .min(Comparator.comparing(photo -> !photo.car().equals(neededCar)));
            if (next.isPresent()) {
                return next.get();
            }
        } catch (JournalException unreadable) {
            LOG.log(Level.WARNING, "The photos of the cars could not be read", unreadable);
            scheduler.schedule(PAUSE, () -> executor.execute(this::work));
        }
        // Within the lock, so that new work starts a thread again.
        running.remove(step);
        return null;
    }

    private boolean isReady(PhotoUpload photo, Step step) {
        return step == Step.PREPARE
                ? photo.state() == PhotoUploadStage.CHOSEN
                : photo.state() == PhotoUploadStage.PREPARED && photo.released() && steps.hasWebSpace();
    }

    private void prepare(PhotoUpload photo) throws PhotoUploadException, IOException {
        PreparedPhoto file = steps.prepare(photo);
        files.write(photo.id(), file.jpeg());
        finish(photo, current -> current.prepared(Optional.of(PreparedPhotoFacts.of(file))));
    }

    private void publish(PhotoUpload photo) throws PhotoUploadException {
        byte[] jpeg = read(photo);
        Optional<String> address = knownAddress(photo, jpeg);
        if (address.isEmpty()) {
            address = steps.publish(photo, jpeg, () -> report(photo.stored()));
        }
        address.ifPresent(found -> {
            finish(photo, current -> current.published(found));
            files.delete(photo.id());
        });
    }

    /** Returns the address that the same picture has at this web space, perhaps in another car. */
    private Optional<String> knownAddress(PhotoUpload photo, byte[] jpeg) {
        int place = photo.path().orElseThrow().length();
        String root = steps.address("").orElse("");
        return records.addresses(photo.prepared().orElseThrow().hash()).stream()
                .filter(address -> address.startsWith(root) && address.length() == root.length() + place)
                .filter(address -> steps.isPublic(address, jpeg))
                .findFirst();
    }

    private byte[] read(PhotoUpload photo) throws PhotoUploadException {
        try {
            return files.read(photo.id());
        } catch (IOException unreadable) {
            LOG.log(Level.INFO, "A prepared photo could not be read", unreadable);
            // The chosen file may still be there.
            finish(photo, current -> current.prepared(Optional.empty()));
            throw new PhotoUploadException(
                    new PhotoUploadFailure(Step.KEEP, "UNREADABLE"), PhotoUploadException.ALWAYS);
        }
    }

    /** Saves the result of a step, together with what the user has changed meanwhile. */
    private synchronized void finish(PhotoUpload photo, UnaryOperator<PhotoUpload> step) {
        PhotoUpload finished = step.apply(records.find(photo.id()).orElse(photo));
        records.save(finished);
        failures.remove(photo.id());
        report(finished);
    }

    private synchronized void fail(PhotoUpload photo, PhotoUploadFailure reason, int mostTries) {
        UUID id = photo.id();
        Failure earlier = failures.get(id);
        int tries = earlier == null ? 1 : earlier.tries() + 1;
        failures.put(id, new Failure(reason, tries >= mostTries, tries));
        paused.add(id);
        scheduler.schedule(
                PAUSE.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLED)),
                () -> executor.execute(() -> {
                    paused.remove(id);
                    work();
                }));
        report(photo);
    }

    /** Ends the work after the present steps. */
    @Override
    public synchronized void close() {
        closed = true;
    }
}
