package app.forecourt.photo.store;

import app.forecourt.http.HttpClients;
import okhttp3.OkHttpClient;

/** The creation of stores. */
public final class PhotoStores {
    private PhotoStores() {}

    /**
     * Creates a store. No connection is made yet.
     *
     * @param settings without faults
     * @param secret the password
     * @param identities the identities that the user accepted
     * @param http the clients with the time limits, the trust and the proxy of the program
     * @throws IllegalArgumentException if the settings have a fault
     */
    public static PhotoStore open(StoreSettings settings, String secret, HostIdentities identities, HttpClients http) {
        settings.check().ifPresent(finding -> {
            throw new IllegalArgumentException(finding.toString());
        });
        OkHttpClient usual = http.reading();
        return switch (settings.kind()) {
            case SFTP -> new SftpStore(settings, secret, identities, usual);
            case FTPS -> new FtpsStore(settings, secret, identities, usual);
        };
    }
}
