package app.forecourt.model.photos;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journal.PhotoRecords;
import app.forecourt.journal.database.JournalException;
import app.forecourt.model.form.PhotoList;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.upload.PhotoWorker;
import app.forecourt.upload.PreparedPhotoFiles;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * The photos that were chosen as files, by their id: those on their way, and those of the cars that were shown since
 * the start. Used on the FX thread only.
 */
public final class PhotoUploadsModel implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PhotoUploadsModel.class.getName());
    static final String FILE_TYPE = ".jpg";

    private final PhotoRecords records;
    private final PhotoWorker worker;
    private final PreparedPhotoFiles files;
    private final BooleanSupplier hasWebSpace;
    private final UnaryOperator<List<Path>> order;
    private final ReadOnlyObjectWrapper<Boolean> webSpace = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyIntegerWrapper adding = new ReadOnlyIntegerWrapper();
    private final TaskRunner taskRunner;
    private final ObservableMap<UUID, PhotoUpload> photos = FXCollections.observableHashMap();
    private final PhotoAddressResolver addresses = new PhotoAddressResolver(this);

    /**
     * Creates the model. Nothing is read before {@link #start()}.
     *
     * @param files the folder with the prepared files
     * @param worker creates the worker with a listener for the progress of photos
     * @param hasWebSpace returns whether a web space is set up
     * @param order puts files in the order in which they were taken, without those that are not there
     */
    public PhotoUploadsModel(
            PhotoRecords records,
            PreparedPhotoFiles files,
            Function<Consumer<PhotoUpload>, PhotoWorker> worker,
            BooleanSupplier hasWebSpace,
            UnaryOperator<List<Path>> order,
            TaskRunner taskRunner) {
        this.files = files;
        this.hasWebSpace = hasWebSpace;
        this.order = order;
        this.records = records;
        this.taskRunner = taskRunner;
        this.worker = worker.apply(photo -> taskRunner.fxThread().execute(() -> photos.put(photo.id(), photo)));
    }

    /** Returns the observable photos by their id. */
    public ObservableMap<UUID, PhotoUpload> photos() {
        return photos;
    }

    /** Returns the addresses that AutoChat gets for the photos. */
    public PhotoAddressResolver addresses() {
        return addresses;
    }

    /** Continues with the photos of earlier runs. */
    void start() {
        webSpace.set(hasWebSpace.getAsBoolean());
        taskRunner.run(worker::start);
    }

    PreparedPhotoFiles files() {
        return files;
    }

    TaskRunner taskRunner() {
        return taskRunner;
    }

    /** Returns whether photos can leave this computer, observable. It follows the settings. */
    public ReadOnlyObjectProperty<Boolean> webSpace() {
        return webSpace.getReadOnlyProperty();
    }

    /** Returns the photo of a line of a car's addresses; empty if the line is an address. */
    public Optional<PhotoUpload> photo(String line) {
        return PhotoPlaceholder.photo(line).map(photos::get);
    }

    /** Returns the name of the file of a line; empty for an address and for a file of another computer. */
    public Optional<String> name(String line) {
        return photo(line).map(PhotoUpload::name);
    }

    /** Returns the photo of a line, or the photo that has the line as its address, in Practice too. */
    public Optional<PhotoUpload> source(String line) {
        return photo(line)
                .or(() -> photos.values().stream()
                        .filter(photo -> photo.prepared()
                                .filter(facts -> line.endsWith(facts.hash() + FILE_TYPE))
                                .isPresent())
                        .min(Comparator.comparing(PhotoUpload::state)));
    }

    /** Returns the prepared file of a photo that is not public yet. The file need not exist. */
    public Path file(PhotoUpload photo) {
        return files.file(photo.id());
    }

    /** Loads the photos of a car if it has files whose names are to be shown. */
    public void loadNames(UUID car, CarDraft draft, Runnable loaded) {
        if (PhotoList.addresses(draft.text(CarField.IMAGES))
                .anyMatch(line -> name(line).isEmpty() && PhotoPlaceholder.isPlaceholder(line))) {
            load(car, _ -> loaded.run());
        } else {
            loaded.run();
        }
    }

    void prefer(UUID car) {
        worker.prefer(car);
    }

    /** Loads the photos of a car. A car whose photos can't be read keeps its lines, and they have no names. */
    void load(UUID car, Consumer<List<PhotoUpload>> loaded) {
        taskRunner.run(() -> ofCar(car), found -> {
            // The worker may have reported a newer state meanwhile.
            found.forEach(photo -> photos.putIfAbsent(photo.id(), photo));
            loaded.accept(found.stream()
                    .map(photo -> photos.getOrDefault(photo.id(), photo))
                    .toList());
        });
    }

    private List<PhotoUpload> ofCar(UUID car) {
        try {
            return records.ofCar(car);
        } catch (JournalException unreadable) {
            LOG.log(Level.WARNING, "The photos of a car could not be read", unreadable);
            return List.of();
        }
    }

    /** Returns the number of photos that are still being read or recorded, so that no car has their lines yet. */
    public ReadOnlyIntegerProperty adding() {
        return adding.getReadOnlyProperty();
    }

    void onAdditionBegun(int count) {
        adding.set(adding.get() + count);
    }

    void onAdditionEnded(int count) {
        adding.set(adding.get() - count);
    }

    /** Puts files in order. They stay as they are if their times can't be read. */
    void sort(List<Path> chosen, Consumer<List<Path>> sorted) {
        taskRunner.run(() -> order.apply(chosen), sorted, _ -> sorted.accept(chosen));
    }

    /** Records chosen photos, or runs an action if they can't be recorded, as because the disk is full. */
    void add(List<PhotoUpload> chosen, Runnable added, Runnable failed) {
        taskRunner.run(
                () -> isSaved(() -> worker.add(chosen)),
                isRecorded -> {
                    if (isRecorded) {
                        chosen.forEach(photo -> photos.putIfAbsent(photo.id(), photo));
                        added.run();
                    } else {
                        failed.run();
                    }
                },
                _ -> failed.run());
    }

    /** Notes that photos are in their saved cars. Blocks on the disk. */
    void list(Collection<UUID> ids, boolean mayLeave) {
        worker.list(ids, mayLeave);
    }

    /** Tries failed and stopped photos again, and waiting ones at once. */
    public void retry(Collection<UUID> ids) {
        inBackground(() -> worker.retry(ids));
    }

    public void stop(Collection<UUID> ids) {
        inBackground(() -> worker.stop(ids));
    }

    /** Tries again what has failed, because the settings of the web space have changed. */
    public void settingsChanged() {
        webSpace.set(hasWebSpace.getAsBoolean());
        inBackground(worker::retryFailed);
    }

    private void inBackground(Runnable change) {
        taskRunner.run(() -> isSaved(change), _ -> {});
    }

    private static boolean isSaved(Runnable change) {
        try {
            change.run();
            return true;
        } catch (JournalException unwritable) {
            LOG.log(Level.WARNING, "Photos could not be saved", unwritable);
            return false;
        }
    }

    /** Ends the worker after its present steps. */
    @Override
    public void close() {
        worker.close();
    }
}
