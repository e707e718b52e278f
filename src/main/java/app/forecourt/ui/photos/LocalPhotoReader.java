package app.forecourt.ui.photos;

import app.forecourt.photo.PhotoError;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PreparedPhotoFacts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.image.Image;

/**
 * Reads pictures of photos that were chosen as files, from the prepared files on this computer. No file is read before
 * a photo is shown.
 *
 * @param source finds the photo of a line; empty if it was not chosen as a file
 * @param files returns the prepared file of a photo, which need not exist
 */
public record LocalPhotoReader(Function<String, Optional<PhotoUpload>> source, Function<PhotoUpload, Path> files) {
    private static final Logger LOG = Logger.getLogger(LocalPhotoReader.class.getName());

    /** Returns whether this computer has the file of a line that is not public yet. */
    boolean has(String line) {
        return photo(line).isPresent();
    }

    private Optional<PhotoUpload> photo(String line) {
        return source.apply(line)
                .filter(photo -> photo.prepared().isPresent() && photo.address().isEmpty());
    }

    /**
     * Returns the key of a line's picture: the hash of its file, so that the picture stays when the photo becomes
     * public, or else the line itself.
     */
    String key(String line) {
        return source.apply(line)
                .flatMap(PhotoUpload::prepared)
                .map(PreparedPhotoFacts::hash)
                .orElse(line);
    }

    /**
     * Loads the picture of a line in the background.
     *
     * @param longest the longest side in pixels
     * @param loaded receives the picture, or that there is none
     * @return the picture that is being loaded; empty if there is no file
     */
    Optional<Image> load(String line, double longest, Consumer<PhotoPictureState> loaded) {
        return photo(line).map(photo -> {
            var image = new Image(files.apply(photo).toUri().toString(), longest, longest, true, true, true);
            PreparedPhotoFacts facts = photo.prepared().orElseThrow();
            image.progressProperty().subscribe(progress -> {
                if (progress.doubleValue() >= 1) {
                    if (image.isError()) {
                        LOG.log(Level.INFO, "A prepared photo could not be shown", image.getException());
                    }
                    loaded.accept(
                            image.isError()
                                    ? new PhotoPictureState.Failed(PhotoError.DAMAGED, 0)
                                    : new PhotoPictureState.Loaded(image, facts.width(), facts.height()));
                }
            });
            return image;
        });
    }
}
