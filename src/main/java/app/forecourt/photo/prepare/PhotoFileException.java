package app.forecourt.photo.prepare;

import java.io.IOException;

/** The rejection of a picture file, with its reason. */
public final class PhotoFileException extends IOException {
    private final PhotoFileError error;

    PhotoFileException(PhotoFileError error) {
        super(error.name());
        this.error = error;
    }

    /** Returns the reason. */
    public PhotoFileError error() {
        return error;
    }
}
