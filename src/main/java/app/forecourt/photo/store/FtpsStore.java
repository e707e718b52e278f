package app.forecourt.photo.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.apache.commons.net.MalformedServerReplyException;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPConnectionClosedException;
import org.apache.commons.net.ftp.FTPReply;
import org.jspecify.annotations.Nullable;

/**
 * A store by FTP with explicit TLS, or with implicit TLS at port 990, with Commons Net. Both connections are encrypted.
 * A cut upload starts again. The proxy of the settings does not apply, because proxies for the web rarely allow FTP.
 */
final class FtpsStore implements PhotoStore {
    private static final int IMPLICIT_PORT = 990;
    /** The reply to a data connection with a TLS session of its own, or without TLS (RFC 4217). */
    private static final int DATA_NOT_SECURE = 522;
    /** How long to wait for the reason of a cut upload. */
    private static final Duration AFTERMATH = Duration.ofSeconds(2);

    private final StoreSettings settings;
    private final String password;
    private final StoreCertificateTrust tls;
    private final OkHttpClient timeouts;
    private volatile FtpSocketFactory sockets = new FtpSocketFactory();
    private @Nullable SessionReusingFtpsClient client;

    /** @param usual a client with the trust of the computer and the time limits */
    FtpsStore(StoreSettings settings, String password, HostIdentities identities, OkHttpClient usual) {
        this.settings = settings;
        this.password = password;
        this.tls = new StoreCertificateTrust(settings.host(), settings.usedPort(), identities, usual);
        this.timeouts = usual;
    }

    @Override
    public void connect() throws StoreException {
        run(_ -> {});
    }

    @Override
    public void put(String path, byte[] jpeg) throws StoreException {
        PhotoStorePath target = PhotoStorePath.of(path);
        run(ftp -> put(ftp, target, jpeg));
    }

    @Override
    public void delete(String path) throws StoreException {
        PhotoStorePath.of(path);
        run(ftp -> {
            // 550 means missing or forbidden. Only a file that is still there was not deleted.
            if (!ftp.deleteFile(path) && size(ftp, path) >= 0) {
                throw exception(ftp, StoreFault.READ_ONLY);
            }
        });
    }

    private static void put(SessionReusingFtpsClient ftp, PhotoStorePath target, byte[] jpeg)
            throws IOException, StoreException {
        String name = target.folder() + "/" + target.name();
        String temporary = target.folder() + "/" + target.temporaryName();
        if (size(ftp, name) == jpeg.length) {
            return;
        }
        // 550 means that it exists, or that it may not be created. In that case the upload fails.
        ftp.makeDirectory(target.folder());
        upload(ftp, temporary, jpeg);
        if (!ftp.rename(temporary, name)) {
            throw exception(ftp, StoreFault.READ_ONLY);
        }
    }

    private static void upload(SessionReusingFtpsClient ftp, String name, byte[] jpeg)
            throws IOException, StoreException {
        boolean isStored;
        try {
            isStored = ftp.storeFile(name, new ByteArrayInputStream(jpeg));
        } catch (IOException cut) {
            // The server closes the data connection when it can't go on, and says why on the other one.
            ftp.setSoTimeout((int) AFTERMATH.toMillis());
            if (FTPReply.isPositiveCompletion(ftp.getReply())) {
                throw cut;
            }
            isStored = false;
        }
        if (!isStored) {
            StoreException failure = exception(ftp, StoreFault.READ_ONLY);
            if (failure.fault() == StoreFault.NO_SPACE) {
                ftp.deleteFile(name);
            }
            throw failure;
        }
    }

    /** Returns the size of a file in bytes; -1 if it is missing or the server does not know. */
    private static long size(SessionReusingFtpsClient ftp, String name) throws IOException {
        String size = ftp.getSize(name);
        try {
            return size == null ? -1 : Long.parseLong(size.strip());
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private void run(Action action) throws StoreException {
        StoreTimeLimiter.run(
                Duration.ofMillis(timeouts.callTimeoutMillis()),
                () -> sockets.cut(),
                () -> attempt(_ -> {}),
                () -> attempt(action));
    }

    private void attempt(Action action) throws StoreException {
        try {
            action.run(connected());
        } catch (StoreException failure) {
            // The next call begins in the right folder again.
            disconnect();
            throw failure;
        } catch (FTPConnectionClosedException failure) {
            int reply = client == null ? 0 : client.getReplyCode();
            disconnect();
            throw reply == FTPReply.SERVICE_NOT_AVAILABLE
                    ? new StoreException(StoreFault.BUSY, "FTP 421")
                    : NetworkFaults.exception(failure);
        } catch (MalformedServerReplyException failure) {
            disconnect();
            throw new StoreException(StoreFault.NOT_SECURE, "FTP");
        } catch (IOException failure) {
            disconnect();
            throw tls.exception(failure);
        }
    }

    private SessionReusingFtpsClient connected() throws IOException, StoreException {
        SessionReusingFtpsClient open = client;
        if (open != null && open.isConnected()) {
            return open;
        }
        if (!StoreSettings.isPlain(password)) {
            // A line break would end the command.
            throw new StoreException(StoreFault.WRONG_PASSWORD, "");
        }
        var ftp = new SessionReusingFtpsClient(
                settings.usedPort() == IMPLICIT_PORT, tls.contextWithSessionIds(), sockets);
        client = ftp;
        ftp.setHostnameVerifier(tls);
        ftp.setConnectTimeout(timeouts.connectTimeoutMillis());
        ftp.setDefaultTimeout(timeouts.readTimeoutMillis());
        ftp.setDataTimeout(Duration.ofMillis(timeouts.readTimeoutMillis()));
        ftp.setControlEncoding(StandardCharsets.UTF_8.name());
        ftp.connect(settings.host(), settings.usedPort());
        if (!FTPReply.isPositiveCompletion(ftp.getReplyCode())) {
            throw exception(ftp, StoreFault.REFUSED);
        }
        if (!ftp.login(settings.user(), password)) {
            throw exception(ftp, StoreFault.REFUSED);
        }
        ftp.protectData();
        ftp.enterLocalPassiveMode();
        if (!ftp.setFileType(FTP.BINARY_FILE_TYPE)) {
            throw exception(ftp, StoreFault.REFUSED);
        }
        if (!settings.folderPath().isEmpty() && !ftp.changeWorkingDirectory(settings.folderPath())) {
            throw exception(ftp, StoreFault.NO_FOLDER);
        }
        return ftp;
    }

    /** Creates the exception for the last reply; {@code unavailable} is what 550 means for the command. */
    private static StoreException exception(SessionReusingFtpsClient ftp, StoreFault unavailable) {
        int reply = ftp.getReplyCode();
        StoreFault fault = switch (reply) {
            case FTPReply.SERVICE_NOT_AVAILABLE, FTPReply.FILE_ACTION_NOT_TAKEN -> StoreFault.BUSY;
            case FTPReply.CANNOT_OPEN_DATA_CONNECTION, FTPReply.TRANSFER_ABORTED -> StoreFault.BROKEN;
            // vsftpd reports a full disk as 451.
            case FTPReply.ACTION_ABORTED, FTPReply.INSUFFICIENT_STORAGE, FTPReply.STORAGE_ALLOCATION_EXCEEDED ->
                StoreFault.NO_SPACE;
            case DATA_NOT_SECURE,
                    FTPReply.DENIED_FOR_POLICY_REASONS,
                    FTPReply.REQUEST_DENIED,
                    FTPReply.FAILED_SECURITY_CHECK -> StoreFault.NOT_SECURE;
            case FTPReply.NOT_LOGGED_IN -> StoreFault.WRONG_PASSWORD;
            case FTPReply.FILE_UNAVAILABLE -> unavailable;
            case FTPReply.NEED_ACCOUNT_FOR_STORING_FILES, FTPReply.FILE_NAME_NOT_ALLOWED -> StoreFault.READ_ONLY;
            default -> StoreFault.REFUSED;
        };
        return new StoreException(fault, "FTP " + reply);
    }

    /** Closes the connection without a command, because the server may not answer. */
    private void disconnect() {
        SessionReusingFtpsClient open = client;
        client = null;
        sockets.cut();
        sockets = new FtpSocketFactory();
        if (open != null) {
            try {
                open.disconnect();
            } catch (IOException _) {
                // It is closed for this program.
            }
        }
    }

    @Override
    public void close() {
        disconnect();
    }

    @FunctionalInterface
    private interface Action {
        void run(SessionReusingFtpsClient ftp) throws IOException, StoreException;
    }
}
