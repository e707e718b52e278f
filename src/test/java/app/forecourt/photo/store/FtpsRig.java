package app.forecourt.photo.store;

import app.forecourt.journal.SmallDisk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.tls.HeldCertificate;

/** FTPS with vsftpd. */
final class FtpsRig extends StoreRig {
    private final Path work;
    private final SystemUser account;
    private final FtpServer server;

    FtpsRig(Path work) throws Exception {
        this.work = work;
        ServerProcess.installed("vsftpd", "vsftpd");
        account = new SystemUser(work.toString());
        server = new FtpServer(work.resolve("vsftpd"), certificate().build());
        makeFolder("", "rwxrwxrwx");
    }

    private static HeldCertificate.Builder certificate() {
        return new HeldCertificate.Builder().rsa2048().addSubjectAlternativeName(LOCAL);
    }

    @Override
    StoreSettings settings(String host, int port, String folder, String user) {
        return new StoreSettings(StoreSettings.Kind.FTPS, host, port, folder, user, "https://photos.example",
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
                        () -> putToChangedHost(HostIdentity.Kind.CERTIFICATE)),
                new FaultCase("wrong password", StoreFault.WRONG_PASSWORD,
                        () -> put(usual(), "wrong password", identities, http)),
                new FaultCase("wrong folder", StoreFault.NO_FOLDER,
                        () -> put(settings(LOCAL, port(), folder("missing"), user()))),
                new FaultCase("read-only folder", StoreFault.READ_ONLY,
                        () -> put(settings(LOCAL, port(), folder("read-only"), user()))),
                new FaultCase("disk full", StoreFault.NO_SPACE, this::putToFullDisk),
                new FaultCase("no encryption", StoreFault.NOT_SECURE,
                        () -> putToScripted("220 Hello", "500 What?")),
                new FaultCase("expired certificate", StoreFault.NOT_SECURE, this::putToExpired),
                new FaultCase("overloaded", StoreFault.BUSY, () -> putToScripted("421 Too many users"))));
        cases.addAll(networkCases());
        cases.addAll(cutCases(port(), server.dataPort));
        return cases;
    }

    private String putToFullDisk() throws Exception {
        try (var _ = SmallDisk.mount(disk().resolve("small"), "128k")) {
            makeFolder("small", "rwxrwxrwx");
            return put(settings(LOCAL, port(), folder("small"), user()));
        }
    }

    private String putToExpired() throws IOException {
        Instant now = Instant.now();
        HeldCertificate expired = certificate().validityInterval(now.minus(Duration.ofDays(9)).toEpochMilli(),
                now.minus(Duration.ofDays(1)).toEpochMilli()).build();
        try (var old = new FtpServer(work.resolve("expired"), expired)) {
            return put(settings(LOCAL, old.port, folder(""), user()));
        }
    }

    /** Puts to a server that sends a greeting, and a reply to each command. */
    private String putToScripted(String... replies) throws IOException {
        try (var door = new ServerSocket(0, 1, InetAddress.ofLiteral(LOCAL))) {
            Thread.ofVirtual().start(() -> talk(door, replies));
            return put(settings(LOCAL, door.getLocalPort(), folder(""), user()));
        }
    }

    private static void talk(ServerSocket door, String... replies) {
        try (Socket socket = door.accept();
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String reply : replies) {
                socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
                in.readLine();
            }
        } catch (IOException closed) {
            // The client has left.
        }
    }

    @Override
    public void close() {
        server.close();
        account.close();
    }
}
