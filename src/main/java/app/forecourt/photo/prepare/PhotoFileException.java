package app.forecourt.photo.prepare;

import java.io.IOException;

/** The end of a preparation, with its reason. */
final class PhotoFileException extends IOException {
    private final PhotoFileError error;

    PhotoFileException(PhotoFileError error) {
        super(error.name());
        this.error = error;
    }

    PhotoFileError error() {
        return error;
    }
}
