package app.forecourt.photo.store;

import app.forecourt.http.HttpClients;

/**
 * A place on the dealer's own web space. It puts single photos and deletes the picture of a test. It never lists, reads
 * or deletes anything else. An instance is used by one thread. It connects when it is first needed, and again after a
 * broken connection.
 *
 * <p>A path has a folder and a name, such as {@code a8f3/3b9c.jpg}. The name is derived from the content, so that a
 * file of this name and size is the same photo.
 */
public sealed interface PhotoStore extends AutoCloseable permits SftpStore, FtpsStore {
    /**
     * Creates a store. No connection is made yet.
     *
     * @param settings without faults
     * @param secret the password
     * @param identities the identities that the user accepted
     * @param http the clients with the time limits, the trust and the proxy of the program
     */
    static PhotoStore open(StoreSettings settings, String secret, HostIdentities identities, HttpClients http) {
        return switch (settings.kind()) {
            case SFTP -> new SftpStore(settings, secret, identities, http.reading());
            case FTPS -> new FtpsStore(settings, secret, identities, http.reading());
        };
    }

    /**
     * Connects and signs in, as far as the protocol does this without a file. Idempotent.
     *
     * @throws StoreException also if the folder does not exist and the protocol says so
     */
    void connect() throws StoreException;

    /**
     * Puts a photo. Creates its folder if it is missing. Putting the same photo twice changes nothing. A cut upload is
     * not visible under the path, and the next call starts again or resumes it.
     */
    void put(String path, byte[] jpeg) throws StoreException;

    /** Deletes a photo. A missing photo is no fault. */
    void delete(String path) throws StoreException;

    /** Closes the connection. Never fails. */
    @Override
    void close();
}
