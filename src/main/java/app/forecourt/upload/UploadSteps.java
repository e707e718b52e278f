package app.forecourt.upload;

import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.PreparedFacts;

/** The steps on a photo's way. Each blocks, and may be repeated after the program was killed within it. */
public interface UploadSteps extends AutoCloseable {

    /** A prepared file with its facts. */
    final class PreparedFile {
        private final byte[] jpeg;
        private final PreparedFacts facts;

        /** @param jpeg the bytes of the file; callers must not change them */
        public PreparedFile(byte[] jpeg, PreparedFacts facts) {
            this.jpeg = jpeg;
            this.facts = facts;
        }

        /** Returns the bytes of the file. Callers must not change them. */
        public byte[] jpeg() {
            return jpeg;
        }

        /** Returns the facts of the file. */
        public PreparedFacts facts() {
            return facts;
        }
    }

    /** Reads the chosen file and prepares it. */
    StepResult<PreparedFile> prepare(PhotoUpload photo);

    /** Returns whether a web space is set up. Photos wait as long as there is none. */
    boolean hasWebSpace();

    /** Puts a prepared file on the web space, and returns its place there. */
    StepResult<String> put(PhotoUpload photo, byte[] jpeg);

    /** Fetches a photo from its public address, compares it, and returns the address. */
    StepResult<String> fetch(PhotoUpload photo, byte[] jpeg);

    /** Closes the connections. Never fails. */
    @Override
    default void close() {}
}
