package app.forecourt.photo.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.SmallDisk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** SFTP with OpenSSH's server. */
final class SftpRig extends StoreRig {
    private final Path work;
    private final SystemUser account;
    private final SshServer server;

    SftpRig(Path work) throws Exception {
        this.work = work;
        ServerProcess.installed("sshd", "openssh-server");
        account = new SystemUser(work.toString());
        server = new SshServer(work.resolve("sshd"), account, "password");
        makeFolder("", "rwxrwxrwx");
    }

    @Override
    StoreSettings settings(String host, int port, String folder, String user) {
        return new StoreSettings(StoreSettings.Kind.SFTP, host, port, folder, user, "https://photos.example",
                "", "");
    }

    @Override
    int port() {
        return server.port;
    }

    @Override
    String user() {
        return account.name;
    }

    @Override
    String secret() {
        return account.password;
    }

    @Override
    Path disk() {
        return work.resolve("web");
    }

    @Override
    String folder(String name) {
        return disk().resolve(name).toString();
    }

    @Override
    List<FaultCase> cases() throws Exception {
        makeFolder("read-only", "r-xr-xr-x");
        var cases = new ArrayList<>(List.of(
                new FaultCase("first contact", StoreFault.NEW_HOST, this::meet),
                new FaultCase("put twice, deleted twice", FaultCase.DONE, this::putTwiceAndDelete),
                new FaultCase("another identity", StoreFault.HOST_CHANGED,
                        () -> putToChangedHost(HostIdentity.Kind.SSH_KEY)),
                new FaultCase("wrong password", StoreFault.WRONG_PASSWORD,
                        () -> put(usual(), "wrong password", identities, http)),
                new FaultCase("wrong user", StoreFault.WRONG_PASSWORD,
                        () -> put(settings(LOCAL, port(), folder(""), "nobody-here"))),
                new FaultCase("wrong folder", StoreFault.NO_FOLDER,
                        () -> put(settings(LOCAL, port(), folder("missing"), user()))),
                new FaultCase("read-only folder", StoreFault.READ_ONLY,
                        () -> put(settings(LOCAL, port(), folder("read-only"), user()))),
                new FaultCase("disk full", StoreFault.NO_SPACE, this::putToFullDisk),
                new FaultCase("password by keyboard-interactive", FaultCase.DONE, this::putByKeyboard)));
        cases.addAll(networkCases());
        cases.addAll(cutCases(port()));
        return cases;
    }

    private String putToFullDisk() throws Exception {
        try (var _ = SmallDisk.mount(disk().resolve("small"), "128k")) {
            makeFolder("small", "rwxrwxrwx");
            return put(settings(LOCAL, port(), folder("small"), user()));
        }
    }

    private String putByKeyboard() throws Exception {
        try (var keyboard = new SshServer(work.resolve("keyboard"), account, "keyboard")) {
            StoreSettings settings = settings(LOCAL, keyboard.port, folder(""), user());
            HostIdentities met = HostIdentities.inMemory();
            try (PhotoStore store = PhotoStores.open(settings, secret(), met, http)) {
                store.connect();
            } catch (StoreException first) {
                met.accept(first.identity().orElseThrow(() -> first));
            }
            return put(settings, secret(), met, http);
        }
    }

    /** The upload is resumed: it sends the rest only. */
    @Override
    void checkSecondUpload(int percent, long sent, long total) {
        if (percent == 90) {
            assertTrue(sent < total / 2, sent + " of " + total + " bytes were sent again");
        }
    }

    @Override
    public void close() {
        server.close();
        account.close();
    }
}
