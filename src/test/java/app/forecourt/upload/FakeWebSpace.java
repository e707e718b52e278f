package app.forecourt.upload;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journal.Journal;
import app.forecourt.model.photos.PhotoUploads;
import app.forecourt.photo.prepare.PreparedPhoto;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.UploadFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** A web space in memory, whose files are public. A test decides whether it is there and what it refuses. */
public final class FakeWebSpace implements UploadSteps {
    private static final String ROOT = "https://photos.example/";

    /** The files by their path. */
    public final Map<String, byte[]> files = new ConcurrentHashMap<>();
    /** The names of chosen files that the web space refuses. */
    public final Set<String> refused = ConcurrentHashMap.newKeySet();
    /** What happens after a file was put. */
    public volatile Runnable afterPut = () -> {};
    /** What happens when a file is fetched. */
    public volatile Runnable whenFetched = () -> {};

    private volatile boolean present = true;

    /** Sets whether the web space is set up. */
    public void setPresent(boolean isPresent) {
        present = isPresent;
    }

    /** Creates the model of photos that go to this web space. */
    public PhotoUploads uploads(Journal journal, Path folder, UnaryOperator<List<Path>> order, TaskRunner taskRunner) {
        PreparedFiles prepared = new PreparedFiles(folder);
        return new PhotoUploads(
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
    public PreparedPhoto prepare(PhotoUpload photo) {
        byte[] jpeg =
                read(photo.source()).orElseGet(() -> ("jpeg of " + photo.name()).getBytes(StandardCharsets.UTF_8));
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
        return Optional.of(ROOT + path).filter(_ -> present);
    }

    @Override
    public boolean isPublic(String address, byte[] jpeg) {
        return files.containsKey(address.substring(ROOT.length()));
    }

    @Override
    public Optional<String> publish(PhotoUpload photo, byte[] jpeg, Runnable onStored) throws UploadException {
        String path = photo.path().orElseThrow();
        if (refused.contains(photo.name())) {
            throw new UploadException(new UploadFailure(UploadFailure.Step.PUT, "NO_SPACE"), UploadException.ONCE);
        }
        files.put(path, jpeg);
        afterPut.run();
        onStored.run();
        whenFetched.run();
        return address(path);
    }
}
