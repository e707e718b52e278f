package app.forecourt.ui.photos;

import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.PreparedFacts;
import app.forecourt.ui.photos.PhotoPreviews.Loaded;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.image.Image;

/** Reads small pictures of photos that were chosen as files, from the prepared files on this computer. */
public final class LocalPhotos {
    private static final Logger LOG = Logger.getLogger(LocalPhotos.class.getName());
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private final Function<String, Optional<PhotoUpload>> source;
    private final Function<PhotoUpload, Path> files;
    /** The hashes of the files that are being read. */
    private final Set<String> loading = new HashSet<>();
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
     * Returns the key of a line's picture: the hash of its file, so that the picture stays when the photo becomes
     * public, or else the line itself.
     */
    String key(String line) {
        return source.apply(line)
                .flatMap(PhotoUpload::prepared)
                .map(PreparedFacts::hash)
                .orElse(line);
    }

    /**
     * Loads the picture of a line in the background.
     *
     * @param loaded receives the picture with its key; never called if there is none
     */
    void load(String line, BiConsumer<String, Loaded> loaded) {
        source.apply(line)
                .filter(this::hasFile)
                .ifPresent(photo -> photo.prepared().ifPresent(facts -> load(photo, facts, loaded)));
    }

    private void load(PhotoUpload photo, PreparedFacts facts, BiConsumer<String, Loaded> loaded) {
        if (loading.add(facts.hash())) {
            Image image = new Image(files.apply(photo).toUri().toString(), WIDTH, HEIGHT, true, true, true);
            image.progressProperty().subscribe(progress -> {
                if (progress.doubleValue() >= 1) {
                    loading.remove(facts.hash());
                    if (image.isError()) {
                        LOG.log(Level.INFO, "A prepared photo could not be shown", image.getException());
                        unreadable.add(photo.id());
                    } else {
                        loaded.accept(facts.hash(), new Loaded(image, facts.width(), facts.height()));
                    }
                }
            });
        }
    }
}
