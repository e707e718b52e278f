package app.forecourt.model.photos;

import app.forecourt.car.CarField;
import app.forecourt.car.PhotoReference;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.PhotoList;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.UploadState;
import app.forecourt.settings.Profile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;

/**
 * The files among the photos of the car in the form. A file has a line of its own until its photo is public; then the
 * address takes the place of the line. A removed photo stops, and goes on when the removal is undone.
 */
public final class FormPhotos {
    private final PhotoUploads uploads;
    private final CarFormModel form;
    private final ObservableValue<UUID> car;
    private final ObservableValue<Profile> profile;
    private final FileOrder order;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Integer> leftOut = new ReadOnlyObjectWrapper<>(0);
    /** The photos with a line in the form, as last seen. */
    private Set<UUID> listed = Set.of();
    private BooleanSupplier isSameCar;

    /** Puts chosen files in order. Blocks on the disk. */
    @FunctionalInterface
    public interface FileOrder {
        /** Returns the files in the order in which they were taken. */
        List<Path> sort(List<Path> files);
    }

    /**
     * Connects the form with the photos of files.
     *
     * @param car the id of the car in the form
     */
    public FormPhotos(PhotoUploads uploads, CarFormModel form, ObservableValue<UUID> car,
            ObservableValue<Profile> profile, FileOrder order, Clock clock) {
        this.uploads = uploads;
        this.form = form;
        this.car = car;
        this.profile = profile;
        this.order = order;
        this.clock = clock;
        this.isSameCar = form.isSameCar();
        car.subscribe((_, _) -> onCarShown());
        profile.subscribe((_, _) -> release());
        form.photos().addresses().subscribe(this::onLinesChanged);
        uploads.photos().addListener((MapChangeListener<UUID, PhotoUpload>) _ -> replacePublic());
    }

    /** Returns the state of a line of the form's photos. */
    public PhotoState state(String line) {
        return PhotoState.of(line, List.copyOf(form.photos().addresses()), uploads,
                profile.getValue() == Profile.PRACTICE);
    }

    /** Returns the number of files of the last addition that were too many for a car. */
    public ReadOnlyObjectProperty<Integer> leftOut() {
        return leftOut.getReadOnlyProperty();
    }

    /** Returns how many photos can be added to the car in the form. */
    public int room() {
        return Math.max(0,
                CarField.IMAGES.limits().range().max().intValue() - form.photos().addresses().size());
    }

    /** Continues with the photos of earlier runs, and with those of the car in the form. */
    public void start() {
        uploads.start();
        onCarShown();
    }

    /**
     * Adds files to the car in the form, in the order in which they were taken. They are dropped if the form shows
     * another car by then.
     */
    public void add(List<Path> files) {
        UUID target = car.getValue();
        if (form.isReadOnly()) {
            return;
        }
        uploads.sort(order, files, sorted -> {
            int room = room();
            leftOut.set(Math.max(0, sorted.size() - room));
            List<PhotoUpload> chosen = sorted.stream().limit(room)
                    .map(file -> PhotoUpload.chosen(file, target,
                            profile.getValue() != Profile.PRACTICE, clock.instant()))
                    .toList();
            if (chosen.isEmpty() || !isEditable(target)) {
                return;
            }
            uploads.add(chosen, () -> {
                if (isEditable(target)) {
                    form.photos().add(chosen.stream().map(photo -> PhotoReference.of(photo.id())).toList());
                }
            });
        });
    }

    private boolean isEditable(UUID target) {
        return target.equals(car.getValue()) && !form.isReadOnly();
    }

    /** Adds the photos of the car whose lines were lost, because the program was killed before it saved them. */
    private void onCarShown() {
        leftOut.set(0);
        UUID shown = car.getValue();
        uploads.load(shown, photos -> {
            if (isEditable(shown)) {
                Set<UUID> present = references();
                List<String> lost = photos.stream()
                        .filter(photo -> photo.state().isUnderWay() && !present.contains(photo.id()))
                        .map(photo -> PhotoReference.of(photo.id())).toList();
                if (!lost.isEmpty()) {
                    form.photos().add(lost);
                }
                release();
                replacePublic();
            }
        });
    }

    private Set<UUID> references() {
        return form.photos().addresses().stream().map(PhotoReference::photo).flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private void release() {
        if (profile.getValue() != Profile.PRACTICE && !form.isReadOnly()) {
            uploads.release(
                    known(references()).filter(photo -> !photo.released()).map(PhotoUpload::id).toList());
        }
    }

    private Stream<PhotoUpload> known(Set<UUID> ids) {
        return ids.stream().map(uploads.photos()::get).filter(photo -> photo != null);
    }

    private void replacePublic() {
        if (form.isReadOnly()) {
            return;
        }
        PhotoList list = form.photos();
        for (String line : List.copyOf(list.addresses())) {
            uploads.photo(line).filter(photo -> photo.state() == UploadState.PUBLIC)
                    .flatMap(PhotoUpload::address).ifPresent(address -> list.replace(line, address));
        }
    }

    private void onLinesChanged() {
        Set<UUID> present = references();
        Set<UUID> before = listed;
        // The lines of another car that is being loaded are no removal.
        boolean byUser = isSameCar.getAsBoolean();
        listed = present;
        isSameCar = form.isSameCar();
        if (!byUser) {
            return;
        }
        Set<UUID> removed = new HashSet<>(before);
        removed.removeAll(present);
        uploads.stop(
                known(removed).filter(photo -> photo.state().isUnderWay()).map(PhotoUpload::id).toList());
        Set<UUID> added = new HashSet<>(present);
        added.removeAll(before);
        uploads.retry(known(added).filter(photo -> photo.state() == UploadState.STOPPED).map(PhotoUpload::id)
                .toList());
    }
}
