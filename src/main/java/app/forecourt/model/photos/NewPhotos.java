package app.forecourt.model.photos;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.photo.folder.FolderPhoto;
import app.forecourt.photo.folder.PhotoFolder;
import app.forecourt.photo.upload.PhotoUpload;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.MapChangeListener;

/**
 * The new photos in the folder that the user has named in the settings, offered for the car in the form. The folder is
 * looked into every few seconds while the car can be edited. A slow folder is looked into less often. Used on the FX
 * thread only.
 */
public final class NewPhotos {
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /** The length of a pause beside that of the look before it. */
    private static final int PAUSE_FACTOR = 50;

    /** How long a dismissal can be undone, as other notices of the window. */
    static final Duration UNDO_TIME = Duration.ofSeconds(20);

    private final PhotoFolder folder;
    private final Supplier<Optional<Path>> setting;
    private final FormPhotos photos;
    private final CarFormModel form;
    private final TaskRunner taskRunner;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<List<FolderPhoto>> offered = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<FolderPhoto>> dismissed = new ReadOnlyObjectWrapper<>(List.of());
    /** What the last look found. */
    private List<FolderPhoto> found = List.of();
    /** The photos that are being added to a car. */
    private final Set<FolderPhoto> adding = new HashSet<>();
    /** The added and dismissed photos. A look that has begun before may still find them. */
    private final Set<FolderPhoto> answered = new HashSet<>();
    private final List<FolderPhoto> unsaved = new ArrayList<>();
    private Optional<Path> watched = Optional.empty();
    private boolean started;
    private boolean looking;
    /** Number of dismissals. Only the last one can be undone. */
    private int dismissals;
    /** Number of planned looks. Only the last one is made. */
    private int plans;

    /**
     * Connects the folder with the form. Nothing is read before {@link #start()}.
     *
     * @param setting returns the folder of the settings; empty if there is none
     */
    public NewPhotos(PhotoFolder folder, Supplier<Optional<Path>> setting, PhotoUploads uploads,
            FormPhotos photos, CarFormModel form, TaskRunner taskRunner, Clock clock) {
        this.folder = folder;
        this.setting = setting;
        this.photos = photos;
        this.form = form;
        this.taskRunner = taskRunner;
        this.clock = clock;
        uploads.photos().addListener((MapChangeListener<UUID, PhotoUpload>) change -> {
            if (change.wasAdded()) {
                onRecorded(change.getValueAdded().source());
            }
        });
    }

    /** Returns the photos that are offered, the oldest first. */
    public ReadOnlyObjectProperty<List<FolderPhoto>> offered() {
        return offered.getReadOnlyProperty();
    }

    /** Returns the folder; empty if the settings name none. */
    public Optional<Path> folder() {
        return watched;
    }

    /** Begins to look into the folder. */
    public void start() {
        started = true;
        look();
    }

    /** Looks into the folder now, because the window has got the focus or the settings have changed. */
    public void look() {
        Optional<Path> current = started ? setting.get() : Optional.empty();
        if (!current.equals(watched)) {
            watched = current;
            found = List.of();
            adding.clear();
            answered.clear();
            dismissed.set(List.of());
            refresh();
        }
        if (looking) {
            // A look into a network drive that is away may take a minute.
            return;
        }
        if (watched.isPresent() && !form.isReadOnly()) {
            look(watched.get());
        } else if (watched.isPresent()) {
            plan(SHORTEST_PAUSE);
        }
    }

    private void look(Path path) {
        looking = true;
        long begin = clock.millis();
        taskRunner.run(() -> folder.look(path), result -> {
            looking = false;
            if (watched.filter(path::equals).isEmpty()) {
                look();
                return;
            }
            found = result;
            answered.retainAll(Set.copyOf(result));
            refresh();
            plan(pauseAfter(Duration.ofMillis(clock.millis() - begin)));
        }, _ -> {
            looking = false;
            // The next look may end with the same bug.
            plan(watched.filter(path::equals).isPresent() ? LONGEST_PAUSE : SHORTEST_PAUSE);
        });
    }

    static Duration pauseAfter(Duration look) {
        return Duration.ofMillis(Math.clamp(look.toMillis() * PAUSE_FACTOR, SHORTEST_PAUSE.toMillis(),
                LONGEST_PAUSE.toMillis()));
    }

    private void plan(Duration pause) {
        int plan = ++plans;
        taskRunner.runLater(pause, () -> {
            if (plan == plans) {
                look();
            }
        });
    }

    private void refresh() {
        List<FolderPhoto> left = found.stream()
                .filter(photo -> !adding.contains(photo) && !answered.contains(photo)).toList();
        if (!left.equals(offered.get())) {
            offered.set(left);
        }
    }

    /** Returns how many of the offered photos the car in the form has room for. */
    public int addable() {
        return Math.min(offered.get().size(), photos.room());
    }

    /** Adds the offered photos to the car in the form, as many as it has room for. The others stay offered. */
    public void add() {
        List<FolderPhoto> chosen = offered.get().stream().limit(addable()).toList();
        if (!chosen.isEmpty() && !form.isReadOnly()) {
            adding.addAll(chosen);
            refresh();
            photos.addition(() -> {
                // Recorded photos are answered. The others are offered again.
                chosen.forEach(adding::remove);
                refresh();
            }).accept(chosen.stream().map(FolderPhoto::file).toList());
        }
    }

    /** Returns the photos of the last dismissal, as long as it can be undone. */
    public ReadOnlyObjectProperty<List<FolderPhoto>> dismissed() {
        return dismissed.getReadOnlyProperty();
    }

    /** Dismisses the offered photos. Only newer ones are offered after that, unless the user undoes it. */
    public void dismiss() {
        List<FolderPhoto> photos = List.copyOf(offered.get());
        Optional<Path> from = watched;
        int dismissal = ++dismissals;
        answered.addAll(photos);
        refresh();
        if (photos.isEmpty()) {
            return;
        }
        // Undo is offered once the dismissal is on the disk, so that the two can't change places there.
        background(() -> folder.markSeen(photos), from, () -> {
            dismissed.set(photos);
            taskRunner.runLater(UNDO_TIME, () -> {
                if (dismissal == dismissals) {
                    dismissed.set(List.of());
                }
            });
        });
    }

    /** Offers the dismissed photos again. Does nothing if that is too late. */
    public void undoDismissal() {
        List<FolderPhoto> photos = dismissed.get();
        dismissed.set(List.of());
        if (!photos.isEmpty()) {
            background(() -> folder.markNew(photos), watched, () -> {
                photos.forEach(answered::remove);
                found = Stream.concat(photos.stream(), found.stream()).distinct().toList();
                refresh();
            });
        }
    }

    /** Changes the folder's list of seen photos, and goes on if the settings still name the same folder. */
    private void background(Runnable change, Optional<Path> from, Runnable done) {
        taskRunner.run(() -> {
            change.run();
            return true;
        }, _ -> {
            if (watched.equals(from)) {
                done.run();
            }
        });
    }

    /** Offers a photo no more, because it is in a car now. The user may also have chosen it by hand. */
    private void onRecorded(Path file) {
        dismissed.set(dismissed.get().stream().filter(photo -> !photo.file().equals(file)).toList());
        if (!found.isEmpty()) {
            answer(found.stream().filter(photo -> photo.file().equals(file) && !answered.contains(photo))
                    .toList());
        }
    }

    private void answer(Collection<FolderPhoto> seen) {
        if (seen.isEmpty()) {
            return;
        }
        if (unsaved.isEmpty()) {
            // Once for all photos of an addition, which are recorded one after the other.
            taskRunner.fxThread().execute(() -> {
                List<FolderPhoto> together = List.copyOf(unsaved);
                unsaved.clear();
                taskRunner.run(() -> folder.markSeen(together));
            });
        }
        unsaved.addAll(seen);
        answered.addAll(seen);
        seen.forEach(adding::remove);
        refresh();
    }
}
