package app.forecourt.ui.photos;

import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.PreparedFacts;
import app.forecourt.ui.photos.PhotoPreviews.Loaded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.image.Image;

/**
 * The pictures of photos that were chosen as files, reduced, from the prepared files on this computer. A picture stays
 * in memory when its photo becomes public, so that its tile does not go blank and nothing is fetched.
 */
public final class LocalPhotos {
    private static final Logger LOG = Logger.getLogger(LocalPhotos.class.getName());
    /** Pictures kept in memory, each of at most 76,800 pixels. */
    private static final int MOST_KEPT = 90;

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    /** Factor of a hash table's capacity to its entries, which never needs another table. */
    private static final float LOAD = 0.75f;

    private final Function<String, Optional<PhotoUpload>> source;
    private final Function<PhotoUpload, Path> files;
    /** The pictures by the hash of their files. */
    private final Map<String, Loaded> kept = new LinkedHashMap<>(MOST_KEPT, LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Loaded> eldest) {
            return size() > MOST_KEPT;
        }
    };
    /** The receivers of the pictures that are being loaded, by the hash of their files. */
    private final Map<String, List<Consumer<Loaded>>> loading = new HashMap<>();
    /** The photos without a readable file. They are not tried again. */
    private final Set<UUID> unreadable = new HashSet<>();

    /**
     * Creates the pictures. No file is read before a photo is shown.
     *
     * @param source finds the photo of a line; empty if it was not chosen as a file
     * @param files returns the prepared file of a photo, which need not exist
     */
    public LocalPhotos(Function<String, Optional<PhotoUpload>> source, Function<PhotoUpload, Path> files) {
        this.source = source;
        this.files = files;
    }

    /** Returns whether this computer has the file of a line that is not public yet. */
    boolean has(String line) {
        return file(line).isPresent();
    }

    private boolean hasFile(PhotoUpload photo) {
        return photo.address().isEmpty() && !unreadable.contains(photo.id());
    }

    /** Returns the address of the prepared file of a line; empty if there is none. */
    Optional<String> file(String line) {
        return source.apply(line)
                .filter(photo -> photo.prepared().isPresent() && hasFile(photo))
                .map(photo -> files.apply(photo).toUri().toString());
    }

    /**
     * Loads the picture of a line in the background.
     *
     * @param loaded receives the picture, at once if it is in memory; never called if there is none
     */
    void load(String line, Consumer<Loaded> loaded) {
        source.apply(line).ifPresent(photo -> photo.prepared().ifPresent(facts -> load(photo, facts, loaded)));
    }

    private void load(PhotoUpload photo, PreparedFacts facts, Consumer<Loaded> loaded) {
        Loaded known = kept.get(facts.hash());
        if (known != null) {
            loaded.accept(known);
        } else if (loading.containsKey(facts.hash())) {
            loading.get(facts.hash()).add(loaded);
        } else if (hasFile(photo)) {
            loading.put(facts.hash(), new ArrayList<>(List.of(loaded)));
            Image image = new Image(files.apply(photo).toUri().toString(), WIDTH, HEIGHT, true, true, true);
            image.progressProperty().subscribe(progress -> {
                if (progress.doubleValue() >= 1) {
                    onLoaded(photo, facts, image);
                }
            });
        }
    }

    private void onLoaded(PhotoUpload photo, PreparedFacts facts, Image image) {
        List<Consumer<Loaded>> receivers = loading.remove(facts.hash());
        if (image.isError()) {
            LOG.log(Level.INFO, "A prepared photo could not be shown", image.getException());
            unreadable.add(photo.id());
        } else if (receivers != null) {
            Loaded picture = new Loaded(image, facts.width(), facts.height());
            kept.put(facts.hash(), picture);
            receivers.forEach(receiver -> receiver.accept(picture));
        }
    }
}
