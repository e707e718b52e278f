package app.forecourt.upload;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journal.Journal;
import app.forecourt.model.photos.PhotoUploadsModel;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadFailure;
import app.forecourt.photo.prepare.PreparedPhoto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A web space in memory, whose files are public. A test decides whether it is there and what it refuses. */
public final class FakeWebSpace implements PhotoUploadSteps {
    /** The address of the folder with all files. */
    public volatile String root = "https://photos.example/";
    /** The files by their path. */
    public final Map<String, byte[]> files = new ConcurrentHashMap<>();
    /** The number of files that were put. */
    public final AtomicInteger puts = new AtomicInteger();
    /** The failures of the steps by the names of chosen files. */
    public final Map<String, PhotoUploadException> failures = new ConcurrentHashMap<>();
    /** What happens at a moment. */
    public final Map<Moment, Runnable> hooks = new ConcurrentHashMap<>();

    /** A moment of a step. */
    public enum Moment {
        PUT,
        AFTER_PUT,
        FETCH
    }

    private volatile boolean present = true;

    /** Sets whether the web space is set up. */
    public void setPresent(boolean isPresent) {
        present = isPresent;
    }

    /** Lets the web space have no room for a chosen file. */
    public void refuse(String name) {
        failures.put(
                name,
                new PhotoUploadException(
                        new PhotoUploadFailure(PhotoUploadFailure.Step.PUT, "NO_SPACE"), PhotoUploadException.ONCE));
    }

    private void pass(Moment moment) {
        hooks.getOrDefault(moment, () -> {}).run();
    }

    private void fail(PhotoUploadFailure.Step step, PhotoUpload photo) throws PhotoUploadException {
        PhotoUploadException failure = failures.get(photo.name());
        if (failure != null && failure.reason().step() == step) {
            throw failure;
        }
    }

    /** Creates the model of photos that go to this web space. */
    public PhotoUploadsModel uploads(
            Journal journal, Path folder, UnaryOperator<List<Path>> order, TaskRunner taskRunner) {
        PreparedPhotoFiles prepared = new PreparedPhotoFiles(folder);
        return new PhotoUploadsModel(
                journal.photos(),
                prepared,
                progress -> new PhotoWorker(
                        journal.photos(),
                        prepared,
                        this,
                        taskRunner.executor(),
                        TaskRunner.Scheduler.REAL_TIME,
                        progress),
                this::hasWebSpace,
                order,
                taskRunner);
    }

    @Override
    public PreparedPhoto prepare(PhotoUpload photo) throws PhotoUploadException {
        byte[] jpeg =
                read(photo.source()).orElseGet(() -> ("jpeg of " + photo.name()).getBytes(StandardCharsets.UTF_8));
        fail(PhotoUploadFailure.Step.PREPARE, photo);
        return new PreparedPhoto(
                jpeg, "hash-of-" + photo.name() + (photo.covered().isEmpty() ? "" : "-covered"), 4, 3, 0, Set.of());
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException madeUp) {
            return Optional.empty();
        }
    }

    @Override
    public boolean hasWebSpace() {
        return present;
    }

    @Override
    public Optional<String> address(String path) {
        return Optional.of(root + path).filter(_ -> present);
    }

    @Override
    public boolean isPublic(String address, byte[] jpeg) {
        return files.containsKey(address.substring(root.length()));
    }

    @Override
    public Optional<String> publish(PhotoUpload photo, byte[] jpeg, Runnable onStored) throws PhotoUploadException {
        pass(Moment.PUT);
        if (!present) {
            return Optional.empty();
        }
        fail(PhotoUploadFailure.Step.PUT, photo);
        String path = photo.path().orElseThrow();
        files.put(path, jpeg);
        puts.incrementAndGet();
        pass(Moment.AFTER_PUT);
        onStored.run();
        pass(Moment.FETCH);
        return address(path);
    }
}
