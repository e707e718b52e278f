package app.forecourt.ui.photos;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.ui.photos.PhotoPictureState.Loaded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/**
 * The first photos of the cars in a list, reduced. {@link PhotoPreviews} fetches and keeps them. They are asked for
 * once the list rests.
 */
public final class CarThumbnails {
    /** Time without scrolling before photos are fetched. */
    static final Duration REST = Duration.ofMillis(300);

    private final PhotoPreviews previews;
    private final BiConsumer<UUID, Consumer<Optional<String>>> firstPhotos;
    private final TaskRunner taskRunner;
    private final List<Place> places = new ArrayList<>();
    /** The addresses of the first photos, as far as they were asked for. */
    private final Map<UUID, String> addresses = new HashMap<>();
    /** Counts the changes of the visible cars. */
    private long changes;

    /** A place in the window where the thumbnail of one car at a time is visible. */
    public final class Place {
        private final Consumer<Optional<Image>> show;
        private Optional<UUID> car = Optional.empty();
        private boolean isAsked;

        private Place(Consumer<Optional<Image>> show) {
            this.show = show;
        }

        /** Shows the thumbnail of another car, or of none. */
        public void setCar(Optional<UUID> newCar) {
            if (!newCar.equals(car)) {
                car = newCar;
                isAsked = false;
                refresh();
                fetchLater();
            }
        }

        private Stream<String> address() {
            return car.map(addresses::get).stream();
        }

        private void refresh() {
            show.accept(address()
                    .map(previews::previewOf)
                    .flatMap(preview -> preview instanceof Loaded loaded ? Stream.of(loaded.image()) : Stream.empty())
                    .findFirst());
        }

        private void ask() {
            if (!isAsked) {
                isAsked = true;
                car.ifPresent(asked -> firstPhotos.accept(asked, photo -> setPhoto(asked, photo.orElse(""))));
            }
        }
    }

    /**
     * Creates the thumbnails. Nothing is fetched before a place shows a car.
     *
     * @param firstPhotos finds the address of a car's first photo, empty if it has none
     */
    public CarThumbnails(
            PhotoPreviews previews, BiConsumer<UUID, Consumer<Optional<String>>> firstPhotos, TaskRunner taskRunner) {
        this.previews = previews;
        this.firstPhotos = firstPhotos;
        this.taskRunner = taskRunner;
    }

    /**
     * Adds a place.
     *
     * @param show receives the thumbnail of the place's car, empty if there is none
     */
    public Place addPlace(Consumer<Optional<Image>> show) {
        Place place = new Place(show);
        places.add(place);
        return place;
    }

    /** Shows the pictures that are known now. */
    public void refresh() {
        places.forEach(Place::refresh);
    }

    /**
     * Sets the first photo of a car, which the user may have changed.
     *
     * @param photo address of the first photo; empty if there is none
     */
    public void setPhoto(UUID car, String photo) {
        if (!photo.equals(addresses.put(car, photo))) {
            refresh();
            update();
        }
    }

    private void fetchLater() {
        long before = ++changes;
        taskRunner.runLater(REST, () -> {
            if (before == changes) {
                places.forEach(Place::ask);
                update();
            }
        });
    }

    private void update() {
        previews.setListed(places.stream()
                .flatMap(Place::address)
                .filter(address -> !address.isEmpty())
                .toList());
    }
}
