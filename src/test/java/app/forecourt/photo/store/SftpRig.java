package app.forecourt.photo.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

/** SFTP with OpenSSH's server. */
final class SftpRig extends StoreRig {
    private static final int FURTHER_MESSAGES = 1_000;

    private final SshServer server;

    SftpRig(Path work) throws Exception {
        super(StoreSettings.Kind.SFTP, work, "sshd", "openssh-server");
        server = new SshServer(work.resolve("sshd"), account, "password");
    }

    @Override
    int port() {
        return server.port;
    }

    @Override
    List<FaultCase> cases() throws Exception {
        var cases = commonCases(HostIdentity.Kind.SSH_KEY, port());
        cases.addAll(List.of(
                new FaultCase(
                        "wrong user", StoreFault.WRONG_PASSWORD, () -> put(settings(LOCAL, port(), "", "nobody-here"))),
                new FaultCase("password by keyboard-interactive", FaultCase.DONE, this::putByKeyboard)));
        return cases;
    }

    private String putByKeyboard() throws Exception {
        try (var keyboard = new SshServer(work.resolve("keyboard"), account, "keyboard")) {
            StoreSettings settings = settings(LOCAL, keyboard.port, "");
            meet(settings);
            return put(settings);
        }
    }

    /** The upload is resumed: it sends the rest only, with some further messages. */
    @Override
    void checkSecondUpload(int begun, long sent, long total) {
        assertTrue(
                sent <= total - begun + FURTHER_MESSAGES,
                sent + " of " + total + " bytes were sent again, although the server had " + begun);
    }

    @Override
    public void close() {
        server.close();
        super.close();
    }
}
