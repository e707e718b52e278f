package app.forecourt.photo.store;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A store by SFTP, with JSch. Signs in by password, or by keyboard-interactive with one hidden prompt. A cut upload is
 * resumed. The proxy of the settings does not apply, because proxies for the web rarely allow port 22.
 */
final class SftpStore implements PhotoStore {
    /** A fixed order, so that a host with several keys shows the same one each time. */
    private static final String KEY_TYPES =
            "ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384," + "ecdsa-sha2-nistp521,rsa-sha2-512,rsa-sha2-256";
    // Status codes of SFTP version 6, which some servers send in version 3 too.
    private static final int WRITE_PROTECT = 12;
    private static final int NO_SPACE_ON_FILESYSTEM = 14;
    private static final int QUOTA_EXCEEDED = 15;

    private final StoreSettings settings;
    private final String password;
    private final HostIdentities identities;
    private final Duration limit;
    private final int readTimeout;
    private final SshHostKeyCheck hostKeys;
    private final PasswordAnswers answers;
    private volatile @Nullable Session session;
    private @Nullable ChannelSftp channel;

    /** @param timeouts a client with the time limits */
    SftpStore(StoreSettings settings, String password, HostIdentities identities, OkHttpClient timeouts) {
        this.settings = settings;
        this.password = password;
        this.identities = identities;
        this.hostKeys = new SshHostKeyCheck(settings.host(), settings.usedPort(), identities);
        this.answers = new PasswordAnswers(password);
        this.limit = Duration.ofMillis(timeouts.callTimeoutMillis());
        this.readTimeout = timeouts.readTimeoutMillis();
    }

    @Override
    public void connect() throws StoreException {
        run(sftp -> {});
    }

    @Override
    public void put(String path, byte[] jpeg) throws StoreException {
        PhotoStorePath target = PhotoStorePath.of(path);
        run(sftp -> put(sftp, target, jpeg));
    }

    @Override
    public void delete(String path) throws StoreException {
        PhotoStorePath.of(path);
        run(sftp -> {
            if (size(sftp, file(path)).isPresent()) {
                sftp.rm(file(path));
            }
        });
    }

    private void put(ChannelSftp sftp, PhotoStorePath target, byte[] jpeg)
            throws JSchException, SftpException, StoreException {
        String folder = file(target.folder());
        String name = folder + "/" + target.name();
        OptionalLong present = size(sftp, name);
        if (present.isPresent() && present.getAsLong() == jpeg.length) {
            return;
        }
        if (size(sftp, folder).isEmpty()) {
            sftp.mkdir(folder);
        }
        String temporary = folder + "/" + target.temporaryName();
        // The name is derived from the content, so that a shorter file is the beginning of the same photo.
        int mode =
                size(sftp, temporary).orElse(Long.MAX_VALUE) < jpeg.length ? ChannelSftp.RESUME : ChannelSftp.OVERWRITE;
        try {
            sftp.put(new ByteArrayInputStream(jpeg), temporary, mode);
        } catch (SftpException failure) {
            // Version 3 of SFTP has no status for a full disk or quota, and OpenSSH says just "Failure".
            if (failure.id == ChannelSftp.SSH_FX_FAILURE && failure.getCause() == null) {
                throw new StoreException(StoreFault.NO_SPACE, code(failure));
            }
            throw failure;
        }
        if (size(sftp, temporary).orElse(-1) != jpeg.length) {
            throw new StoreException(StoreFault.BROKEN, "");
        }
        if (present.isPresent()) {
            // Without OpenSSH's extension a rename replaces no file.
            sftp.rm(name);
        }
        sftp.rename(temporary, name);
    }

    private static OptionalLong size(ChannelSftp sftp, String file) throws SftpException {
        try {
            return OptionalLong.of(sftp.stat(file).getSize());
        } catch (SftpException failure) {
            if (failure.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return OptionalLong.empty();
            }
            throw failure;
        }
    }

    private String file(String path) {
        return PhotoStorePath.below(settings.folderPath(), path);
    }

    private void run(Action action) throws StoreException {
        StoreTimeLimiter.run(limit, this::cut, () -> attempt(_ -> {}), () -> attempt(action));
    }

    /** Closes the connection. May be called from any thread. */
    private void cut() {
        Session open = session;
        if (open != null) {
            open.disconnect();
        }
    }

    private void attempt(Action action) throws StoreException {
        try {
            action.run(channel());
        } catch (JSchException failure) {
            close();
            throw exception(failure);
        } catch (SftpException failure) {
            close();
            throw exception(failure);
        } catch (StoreException failure) {
            close();
            throw failure;
        }
    }

    private ChannelSftp channel() throws JSchException, SftpException {
        ChannelSftp open = channel;
        if (open != null && open.isConnected()) {
            return open;
        }
        close();
        hostKeys.forget();
        var jsch = new JSch();
        jsch.setHostKeyRepository(hostKeys);
        Session newSession = jsch.getSession(settings.user(), settings.host(), settings.usedPort());
        session = newSession;
        newSession.setPassword(password.getBytes(StandardCharsets.UTF_8));
        newSession.setUserInfo(answers);
        newSession.setConfig("StrictHostKeyChecking", "yes");
        newSession.setConfig("server_host_key", KEY_TYPES);
        newSession.setConfig("PreferredAuthentications", "password,keyboard-interactive");
        newSession.setConfig("MaxAuthTries", "2");
        newSession.setDaemonThread(true);
        newSession.connect(readTimeout);
        newSession.setTimeout(readTimeout);
        ChannelSftp newChannel = (ChannelSftp) newSession.openChannel("sftp");
        channel = newChannel;
        newChannel.connect(readTimeout);
        if (!settings.folderPath().isEmpty()) {
            newChannel.stat(settings.folderPath());
        }
        return newChannel;
    }

    private StoreException exception(JSchException failure) {
        Optional<HostIdentity> unaccepted = hostKeys.unaccepted();
        if (unaccepted.isPresent()) {
            return StoreException.unaccepted(unaccepted.get(), identities);
        }
        String type = failure.getClass().getSimpleName();
        String message = String.valueOf(failure.getMessage());
        if (message.startsWith("Auth ")) {
            // JSch names the methods of the server. Without these two it takes keys only.
            boolean takesPassword = message.contains("password") || message.contains("keyboard-interactive");
            return new StoreException(
                    takesPassword && !answers.isAskedForMore() ? StoreFault.WRONG_PASSWORD : StoreFault.REFUSED,
                    "SSH sign-in");
        }
        if (type.equals("JSchAlgoNegoFailException") || message.contains("invalid server's version string")) {
            return new StoreException(StoreFault.NOT_SECURE, "SSH");
        }
        return new StoreException(
                failure.getCause() == null && message.contains("timeout")
                        ? StoreFault.TIMEOUT
                        : NetworkFaults.of(failure.getCause()),
                "");
    }

    private static StoreException exception(SftpException failure) {
        StoreFault fault = switch (failure.id) {
            case ChannelSftp.SSH_FX_NO_SUCH_FILE -> StoreFault.NO_FOLDER;
            case ChannelSftp.SSH_FX_PERMISSION_DENIED, WRITE_PROTECT -> StoreFault.READ_ONLY;
            case NO_SPACE_ON_FILESYSTEM, QUOTA_EXCEEDED -> StoreFault.NO_SPACE;
            case ChannelSftp.SSH_FX_NO_CONNECTION, ChannelSftp.SSH_FX_CONNECTION_LOST -> StoreFault.BROKEN;
            // JSch reports a broken connection as a failure with a cause.
            case ChannelSftp.SSH_FX_FAILURE ->
                failure.getCause() == null ? StoreFault.REFUSED : NetworkFaults.of(failure.getCause());
            default -> StoreFault.REFUSED;
        };
        return new StoreException(fault, code(failure));
    }

    private static String code(SftpException failure) {
        return "SFTP " + failure.id;
    }

    @Override
    public void close() {
        if (channel != null) {
            channel.disconnect();
            channel = null;
        }
        cut();
        session = null;
    }

    @FunctionalInterface
    private interface Action {
        void run(ChannelSftp sftp) throws JSchException, SftpException, StoreException;
    }
}
