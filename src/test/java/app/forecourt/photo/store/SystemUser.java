package app.forecourt.photo.store;

import app.forecourt.testing.CleanupProcess;
import java.io.IOException;
import java.util.HexFormat;
import java.util.UUID;

/** A user of the computer with a password, for the time of a test. Needs root. */
final class SystemUser implements AutoCloseable {
    final String name = "fc" + HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits(), 8);
    final String password = UUID.randomUUID().toString();
    private final CleanupProcess cleanup;

    SystemUser(String home) throws IOException {
        ServerProcess.assumeRoot("a server checks passwords of the computer's users");
        // A shell, because PAM refuses FTP to users without one.
        ServerProcess.run("", "useradd", "--no-create-home", "--home-dir", home, "--shell", "/bin/sh", name);
        // Also while one of the servers still runs for the user.
        cleanup = new CleanupProcess("userdel -f $1", name);
        ServerProcess.run(name + ":" + password + "\n", "chpasswd");
    }

    @Override
    public void close() {
        cleanup.close();
    }
}
