package app.forecourt.model.photos;

import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.prepare.CoveredArea;
import app.forecourt.photo.prepare.PhotoFileError;
import app.forecourt.photo.prepare.PhotoFileException;
import app.forecourt.photo.prepare.PhotoPreparer;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;

/**
 * The covering of a licence plate or a face in a photo of the car in the form. A covered photo is a new photo of the
 * same file. It takes the line of the earlier photo, so that the change can be undone. Used on the FX thread only.
 */
public final class PhotoCovering {
    private final PhotoUploadsModel uploads;
    private final CarFormModel form;
    private final ObservableValue<UUID> car;
    private final TaskRunner taskRunner;
    private final Clock clock;

    /** The result of covering. */
    public enum Result {
        /** The covered photo has the line of the earlier one. */
        COVERED,
        /** The chosen file is not there any more. The photo stays as it was. */
        FILE_GONE,
        /** The car can't be changed any more. The photo stays as it was. */
        LOCKED,
        /** The covered photo could not be recorded. The photo stays as it was. */
        NOT_KEPT
    }

    /**
     * Creates the model.
     *
     * @param car the id of the car in the form
     */
    public PhotoCovering(
            PhotoUploadsModel uploads,
            CarFormModel form,
            ObservableValue<UUID> car,
            TaskRunner taskRunner,
            Clock clock) {
        this.uploads = uploads;
        this.form = form;
        this.car = car;
        this.taskRunner = taskRunner;
        this.clock = clock;
    }

    /**
     * Returns the photo of a line that can be covered; empty if the photo was not chosen as a file on this computer.
     */
    public Optional<PhotoUpload> photo(String line) {
        return uploads.source(line).filter(PhotoUpload::isOfThisComputer);
    }

    /** Returns whether the photos of the car can be covered. Those of a sent car can't. */
    public boolean isOffered() {
        return !form.isReadOnly();
    }

    /**
     * Reads the chosen file of a photo in the background.
     *
     * @param picture converts the upright picture without covered areas, in the background
     * @param shown receives the converted picture
     * @param rejected receives the reason why there is none
     */
    public <T> void read(
            PhotoUpload photo, Function<byte[], T> picture, Consumer<T> shown, Consumer<PhotoFileError> rejected) {
        taskRunner.run(
                () -> {
                    try {
                        T upright = picture.apply(
                                PhotoPreparer.prepare(photo.source(), List.of()).jpeg());
                        return (Runnable) () -> shown.accept(upright);
                    } catch (PhotoFileException unusable) {
                        return (Runnable) () -> rejected.accept(unusable.error());
                    }
                },
                Runnable::run,
                _ -> rejected.accept(PhotoFileError.DAMAGED));
    }

    /**
     * Covers areas of a photo in place of those that it has. Adds a new photo, and gives it the line of the earlier
     * one.
     *
     * @param areas all covered areas; empty to cover nothing any more
     * @param done receives the result
     */
    public void cover(PhotoUpload photo, List<CoveredArea> areas, Consumer<Result> done) {
        UUID target = car.getValue();
        // It may leave this computer once its line is saved with the car.
        PhotoUpload covered = photo.cover(areas, clock.instant());
        taskRunner.run(() -> Files.isReadable(photo.source()), isThere -> {
            if (!isThere) {
                done.accept(Result.FILE_GONE);
            } else if (lineToReplace(photo, target).isEmpty()) {
                done.accept(Result.LOCKED);
            } else {
                uploads.add(
                        List.of(covered),
                        () -> done.accept(replace(photo, covered, target)),
                        () -> done.accept(Result.NOT_KEPT));
            }
        });
    }

    private Result replace(PhotoUpload photo, PhotoUpload covered, UUID target) {
        Optional<String> line = lineToReplace(photo, target);
        line.ifPresentOrElse(
                earlier -> form.photos().exchange(earlier, PhotoPlaceholder.of(covered.id())),
                // Without a line the covered photo would be added to the car at the next start.
                () -> uploads.stop(List.of(covered.id())));
        return line.isPresent() ? Result.COVERED : Result.LOCKED;
    }

    /** Returns the line of a photo, which may have become an address meanwhile; empty if it can't be replaced. */
    private Optional<String> lineToReplace(PhotoUpload photo, UUID target) {
        if (!target.equals(car.getValue()) || form.isReadOnly()) {
            return Optional.empty();
        }
        Optional<String> path =
                Optional.ofNullable(uploads.photos().get(photo.id())).flatMap(PhotoUpload::path);
        String reference = PhotoPlaceholder.of(photo.id());
        return form.photos().addresses().stream()
                .filter(line ->
                        line.equals(reference) || path.filter(line::endsWith).isPresent())
                .findFirst();
    }
}
