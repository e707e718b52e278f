package app.forecourt.photo.store;

import app.forecourt.testing.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** OpenSSH's server with a host key of its own. */
final class SshServer implements AutoCloseable {
    final int port = LoopbackPorts.reserve();
    private final ServerProcess process;

    /** @param sign the way to sign in: {@code password} or {@code keyboard} */
    SshServer(Path work, SystemUser user, String sign) throws IOException {
        String sshd = ServerProcess.installed("sshd", "openssh-server");
        Files.createDirectories(work);
        Files.createDirectories(Path.of("/run/sshd"));
        Path key = work.resolve("host-key");
        ServerProcess.run("", "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
        boolean isKeyboard = sign.equals("keyboard");
        Path config = Files.write(
                work.resolve("sshd.conf"),
                List.of(
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + key,
                        "PidFile none",
                        "StrictModes no",
                        "PermitRootLogin no",
                        "AllowUsers " + user.name,
                        "Subsystem sftp internal-sftp",
                        "ForceCommand internal-sftp",
                        "UsePAM " + (isKeyboard ? "yes" : "no"),
                        "PasswordAuthentication " + (isKeyboard ? "no" : "yes"),
                        "KbdInteractiveAuthentication " + (isKeyboard ? "yes" : "no"),
                        "PubkeyAuthentication no"));
        process = ServerProcess.start(work.resolve("sshd.log"), port, sshd, "-D", "-e", "-f", config.toString());
    }

    @Override
    public void close() {
        process.close();
    }
}
