package app.forecourt.photo.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import app.forecourt.http.TrustedAuthorities;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.TestCertificates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.tls.HeldCertificate;

/** FTPS with vsftpd. */
final class FtpsRig extends StoreRig {
    private final FtpServer server;

    FtpsRig(Path work) throws Exception {
        super(StoreSettings.Kind.FTPS, work, "vsftpd", "vsftpd");
        server = new FtpServer(work.resolve("vsftpd"), TestCertificates.build(certificate()));
    }

    private static HeldCertificate.Builder certificate() {
        return new HeldCertificate.Builder().rsa2048().addSubjectAlternativeName(LOCAL);
    }

    @Override
    int port() {
        return server.port;
    }

    @Override
    List<FaultCase> cases() throws Exception {
        var cases = commonCases(HostIdentity.Kind.CERTIFICATE, port(), server.dataPort);
        cases.addAll(List.of(
                new FaultCase("no encryption", StoreFault.NOT_SECURE, () -> putToScripted("220 Hello", "500 What?")),
                new FaultCase("authority of the system", FaultCase.DONE, () -> putToSigned(LOCAL)),
                new FaultCase("that of another host", StoreFault.NEW_HOST, () -> putToSigned("other.example")),
                new FaultCase("expired certificate", StoreFault.NOT_SECURE, this::putToExpired),
                new FaultCase("overloaded", StoreFault.BUSY, () -> putToScripted("421 Too many users"))));
        return cases;
    }

    /** Puts to a server whose certificate is of an authority that the system has. */
    private String putToSigned(String host) throws IOException {
        HeldCertificate root = TestCertificates.authority();
        var trust = TestCertificates.ofSystem(root, work);
        try (var signed = new FtpServer(
                work.resolve(host),
                TestCertificates.build(
                        new HeldCertificate.Builder().rsa2048().signedBy(root).addSubjectAlternativeName(host)))) {
            return put(
                    settings(LOCAL, signed.port, ""),
                    PATH,
                    account.password,
                    new AcceptedInMemory(),
                    http(
                            LongWait.LIMIT,
                            builder -> builder.sslSocketFactory(
                                    TrustedAuthorities.context(trust).getSocketFactory(), trust)));
        }
    }

    private String putToExpired() throws IOException {
        Instant now = Instant.now();
        HeldCertificate expired = TestCertificates.build(certificate()
                .validityInterval(
                        now.minus(Duration.ofDays(9)).toEpochMilli(),
                        now.minus(Duration.ofDays(1)).toEpochMilli()));
        try (var old = new FtpServer(work.resolve("expired"), expired)) {
            return put(settings(LOCAL, old.port, ""));
        }
    }

    /** Puts to a server that sends a greeting, and a reply to each command. */
    private String putToScripted(String... replies) throws IOException {
        try (var door = new ServerSocket(0, 1, InetAddress.ofLiteral(LOCAL))) {
            Thread.ofVirtual().start(() -> talk(door, replies));
            return put(settings(LOCAL, door.getLocalPort(), ""));
        }
    }

    private static void talk(ServerSocket door, String... replies) {
        try (Socket socket = door.accept();
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            for (String reply : replies) {
                socket.getOutputStream().write((reply + "\r\n").getBytes(US_ASCII));
                in.readLine();
            }
        } catch (IOException closed) {
            // The client has left.
        }
    }

    @Override
    public void close() {
        server.close();
        super.close();
    }
}
