package app.forecourt.model.photos;

import app.forecourt.car.CarField;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.PhotoList;
import app.forecourt.model.store.Autosave;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadStage;
import app.forecourt.photo.prepare.PhotoOrder;
import app.forecourt.settings.Profile;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;

/**
 * The files among the photos of the car in the form. A file has a line of its own until its photo is public; then the
 * address takes the place of the line. A removed photo takes no further step, unless the removal is undone.
 *
 * <p>A kill loses no photo: its record is saved before its line, and notes that the line was saved. A photo without
 * both gets its line again when its car is shown. It leaves this computer only after its line is saved.
 */
public final class FormPhotoLines {
    /** The photos that a car can have. */
    private static final int MOST = CarField.IMAGES.limits().range().max().intValue();
    /** Time in which the window shows a change. */
    private static final Duration FRAMES = Duration.ofMillis(50);

    private final PhotoUploadsModel uploads;
    private final CarFormModel form;
    private final ObservableValue<UUID> car;
    private final ObservableValue<Profile> profile;
    private final Autosave autosave;
    private final Consumer<UUID> addedElsewhere;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Optional<Lost>> lost = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** The photos that got a line in this run. The journal may not know that yet. */
    private final Set<UUID> placed = new HashSet<>();

    /** The files of an addition that the car did not get. */
    public record Lost(Reason reason, int files) {}

    /** The reason why the car did not get a file. */
    public enum Reason {
        /** The car has as many photos as it can have. */
        LEFT_OUT,
        /** The journal could not record it. */
        NOT_KEPT,
        /** The file is not there. */
        MISSING
    }

    /**
     * Connects the form with the photos of files.
     *
     * @param car the id of the car in the form
     * @param addedElsewhere receives the id of a car that got photos after it had left the form
     */
    public FormPhotoLines(
            PhotoUploadsModel uploads,
            CarFormModel form,
            ObservableValue<UUID> car,
            ObservableValue<Profile> profile,
            Autosave autosave,
            Consumer<UUID> addedElsewhere,
            Clock clock) {
        this.uploads = uploads;
        this.form = form;
        this.car = car;
        this.profile = profile;
        this.autosave = autosave;
        this.addedElsewhere = addedElsewhere;
        this.clock = clock;
        car.subscribe((_, _) -> onCarShown());
        profile.subscribe((_, _) -> place());
        // An undo brings photos back. The change is noted for the next save only after all listeners.
        Executor later = uploads.taskRunner().fxThread();
        form.photos().addresses().subscribe(() -> later.execute(this::refresh));
        uploads.photos().addListener((MapChangeListener<UUID, PhotoUpload>) _ -> replacePublic());
    }

    /** Returns the state of a line of the form's photos. */
    public PhotoListEntry state(String line) {
        return PhotoListEntry.of(
                line, List.copyOf(form.photos().addresses()), uploads, profile.getValue() == Profile.PRACTICE);
    }

    /** Returns the files of the last addition that the car did not get, for the last reason. */
    public ReadOnlyObjectProperty<Optional<Lost>> lost() {
        return lost.getReadOnlyProperty();
    }

    private void lose(Reason reason, int files) {
        if (files > 0) {
            lost.set(Optional.of(new Lost(reason, files)));
        }
    }

    /** Returns how many photos can be added to the car in the form. */
    public int room() {
        return Math.max(0, MOST - form.photos().addresses().size());
    }

    /** Continues with the photos of earlier runs, and with those of the car in the form. */
    public void start() {
        uploads.start();
        onCarShown();
    }

    /** Adds files to the car in the form, in the order in which they were taken. */
    public void add(List<Path> files) {
        addition().accept(files);
    }

    /**
     * Returns the addition of files to the car that is in the form now, because the user may show another car until a
     * clipboard or a dialog has answered. Of too many files the first ones by name are added.
     */
    public Consumer<List<Path>> addition() {
        UUID target = car.getValue();
        return form.isReadOnly() ? _ -> {} : files -> add(files, target, target.equals(car.getValue()) ? room() : MOST);
    }

    /** Returns what a clipboard holds. No car is sent meanwhile, although the keys of the window are handled. */
    public <T> T whileReading(Supplier<T> clipboard) {
        uploads.onAdditionBegun(1);
        try {
            return clipboard.get();
        } finally {
            uploads.onAdditionEnded(1);
        }
    }

    /** Returns the addition of a picture without a file, which is shown at once, because reading can take seconds. */
    public Consumer<Supplier<Optional<BufferedImage>>> pictureAddition() {
        Consumer<List<Path>> addition = addition();
        return reading -> {
            uploads.onAdditionBegun(1);
            uploads.taskRunner().runLater(FRAMES, () -> {
                try {
                    reading.get()
                            .ifPresentOrElse(picture -> writePasted(picture, addition), () -> lose(Reason.MISSING, 1));
                } finally {
                    uploads.onAdditionEnded(1);
                }
            });
        };
    }

    private void writePasted(BufferedImage picture, Consumer<List<Path>> addition) {
        uploads.onAdditionBegun(1);
        uploads.taskRunner()
                .run(
                        () -> uploads.files().writePasted(picture, clock.instant()),
                        file -> {
                            uploads.onAdditionEnded(1);
                            addition.accept(List.of(file));
                        },
                        _ -> {
                            uploads.onAdditionEnded(1);
                            lose(Reason.NOT_KEPT, 1);
                        });
    }

    private void add(List<Path> files, UUID target, int room) {
        lost.set(Optional.empty());
        lose(Reason.LEFT_OUT, files.size() - room);
        // Before the order by time, because that reads each file.
        List<Path> first = files.size() <= room
                ? List.copyOf(files)
                : files.stream()
                        .sorted(Comparator.comparing(PhotoOrder::fileName, PhotoOrder.NATURAL_NAME))
                        .limit(room)
                        .toList();
        if (!first.isEmpty()) {
            uploads.onAdditionBegun(first.size());
            uploads.sort(first, sorted -> {
                int missing = first.size() - sorted.size();
                uploads.onAdditionEnded(missing);
                lose(Reason.MISSING, missing);
                addSorted(sorted, target);
            });
        }
    }

    private void addSorted(List<Path> files, UUID target) {
        List<PhotoUpload> chosen = files.stream()
                .map(file -> PhotoUpload.chosen(file, target, clock.instant()))
                .toList();
        uploads.add(
                chosen,
                () -> {
                    uploads.onAdditionEnded(chosen.size());
                    if (isEditable(target)) {
                        addLines(chosen.stream());
                    } else {
                        addedElsewhere.accept(target);
                    }
                },
                () -> {
                    uploads.onAdditionEnded(chosen.size());
                    // Also if another car is shown by now, because the files are in no car.
                    lose(Reason.NOT_KEPT, chosen.size());
                });
    }

    private boolean isEditable(UUID target) {
        return target.equals(car.getValue()) && !form.isReadOnly();
    }

    /** Adds the photos of the car whose lines were lost, and prefers those of the car. */
    private void onCarShown() {
        lost.set(Optional.empty());
        UUID shown = car.getValue();
        uploads.prefer(shown);
        uploads.load(shown, photos -> {
            if (isEditable(shown)) {
                Set<UUID> present = references();
                addLines(photos.stream()
                        .filter(photo -> !photo.listed() && photo.state() != PhotoUploadStage.STOPPED)
                        .filter(photo -> !present.contains(photo.id()) && !placed.contains(photo.id())));
            }
        });
    }

    private void addLines(Stream<PhotoUpload> photos) {
        List<String> lines =
                photos.map(photo -> PhotoPlaceholder.of(photo.id())).toList();
        if (!lines.isEmpty()) {
            form.photos().add(lines);
        }
        refresh();
    }

    private Set<UUID> references() {
        return form.photos().addresses().stream()
                .map(PhotoPlaceholder::photo)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** Notes that the saved car has its photos, after the next save of the car. They may leave this computer then. */
    private void place() {
        Set<UUID> ids = references();
        if (!form.isReadOnly() && !ids.isEmpty()) {
            placed.addAll(ids);
            boolean mayLeave = profile.getValue() != Profile.PRACTICE;
            autosave.enqueue(_ -> uploads.list(ids, mayLeave));
        }
    }

    private void replacePublic() {
        if (form.isReadOnly()) {
            return;
        }
        PhotoList list = form.photos();
        for (String line : List.copyOf(list.addresses())) {
            uploads.photo(line).flatMap(PhotoUpload::address).ifPresent(address -> list.replace(line, address));
        }
        mergeEqual(list);
    }

    /** Leaves one line of photos that are the same file once prepared, because the same picture was chosen twice. */
    private void mergeEqual(PhotoList list) {
        Map<String, String> lines = new HashMap<>();
        for (String line : List.copyOf(list.addresses())) {
            uploads.photo(line).flatMap(PhotoUpload::path).ifPresent(path -> {
                String other = lines.putIfAbsent(path, line);
                list.addresses().stream()
                        .filter(address -> address.endsWith("/" + path))
                        .findFirst()
                        .or(() -> Optional.ofNullable(other))
                        .ifPresent(kept -> list.merge(line, kept));
            });
        }
    }

    private void refresh() {
        place();
        replacePublic();
    }
}
