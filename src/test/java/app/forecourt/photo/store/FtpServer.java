package app.forecourt.photo.store;

import app.forecourt.testing.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import okhttp3.tls.HeldCertificate;

/** vsftpd with TLS. It refuses a data connection with a TLS session of its own, as by default. */
final class FtpServer implements AutoCloseable {
    final int port = LoopbackPorts.reserve();
    final int dataPort = LoopbackPorts.reserve();
    private final ServerProcess process;

    FtpServer(Path work, HeldCertificate certificate) throws IOException {
        String vsftpd = ServerProcess.installed("vsftpd", "vsftpd");
        Files.createDirectories(work);
        Path pem = Files.writeString(
                work.resolve("vsftpd.pem"), certificate.privateKeyPkcs8Pem() + certificate.certificatePem());
        Path secure = Files.createDirectories(work.resolve("empty"));
        Path config = Files.write(
                work.resolve("vsftpd.conf"),
                List.of(
                        "listen=YES",
                        "listen_ipv6=NO",
                        "background=NO",
                        "listen_address=127.0.0.1",
                        "listen_port=" + port,
                        "pasv_min_port=" + dataPort,
                        "pasv_max_port=" + dataPort,
                        "anonymous_enable=NO",
                        "local_enable=YES",
                        "write_enable=YES",
                        "local_umask=022",
                        "ssl_enable=YES",
                        "require_ssl_reuse=YES",
                        "rsa_cert_file=" + pem,
                        "rsa_private_key_file=" + pem,
                        "force_local_logins_ssl=YES",
                        "force_local_data_ssl=YES",
                        "secure_chroot_dir=" + secure,
                        "pam_service_name=vsftpd",
                        "seccomp_sandbox=NO",
                        "delay_failed_login=0",
                        "xferlog_enable=NO"));
        process = ServerProcess.start(work.resolve("vsftpd.log"), port, vsftpd, config.toString());
    }

    @Override
    public void close() {
        process.close();
    }
}
