package app.forecourt.upload;

import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.prepare.PreparedPhoto;
import java.util.Optional;

/** The steps on a photo's way. Each blocks, and may be repeated after the program was killed within it. */
public interface PhotoUploadSteps {

    /** Reads the chosen file and prepares it. */
    PreparedPhoto prepare(PhotoUpload photo) throws PhotoUploadException;

    /** Returns whether a web space is set up. Photos wait as long as there is none. Reads memory only. */
    boolean hasWebSpace();

    /** Returns the public address of a place on the web space; empty if no web space is set up. */
    Optional<String> address(String path);

    /** Returns whether an address answers with a prepared file. */
    boolean isPublic(String address, byte[] jpeg);

    /**
     * Puts a prepared file on the web space, fetches it from its public address, and compares it.
     *
     * @param onStored called when the file is on the web space
     * @return the public address; empty if nothing was put, because the settings of the web space have changed
     */
    Optional<String> publish(PhotoUpload photo, byte[] jpeg, Runnable onStored) throws PhotoUploadException;
}
