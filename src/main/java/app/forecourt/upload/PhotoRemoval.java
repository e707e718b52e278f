package app.forecourt.upload;

import app.forecourt.photo.upload.PhotoUpload;

/** The removal of single photos from the web space, as far as the user allows it. */
public interface PhotoRemoval {

    /**
     * Returns whether the user wants such photos deleted and the photo may be on the web space that is set up now.
     * Reads memory only.
     */
    boolean isPossible(PhotoUpload photo);

    /**
     * Deletes a photo. Blocks.
     *
     * @return true if the photo is not there any more, also if it never was; false if the next start should try again
     */
    boolean delete(PhotoUpload photo);
}
