package app.forecourt.photo.store;

import java.io.IOException;
import java.util.HexFormat;
import java.util.UUID;

/** A user of the computer with a password, for the time of a test. Needs root. */
final class SystemUser implements AutoCloseable {
    final String name = "fc" + HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits(), 8);
    final String password = UUID.randomUUID().toString();
    private final Thread remover = new Thread(this::remove);

    SystemUser(String home) throws IOException {
        ServerProcess.assumeRoot("a server checks passwords of the computer's users");
        // A shell, because PAM refuses FTP to users without one.
        ServerProcess.run("", "useradd", "--no-create-home", "--home-dir", home, "--shell", "/bin/sh", name);
        Runtime.getRuntime().addShutdownHook(remover);
        ServerProcess.run(name + ":" + password + "\n", "chpasswd");
    }

    private void remove() {
        try {
            ServerProcess.run("", "userdel", name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        remove();
        Runtime.getRuntime().removeShutdownHook(remover);
    }
}
