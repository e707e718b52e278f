package app.forecourt.model.photos;

import app.forecourt.http.HttpClients;
import app.forecourt.http.ScriptedServer;
import app.forecourt.photo.store.StoreSettings;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.TestCertificates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.MockResponse;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;

/** A server of FTP with TLS in memory, with a certificate that nobody vouches for, and the web site over its files. */
public final class FtpWebSpace implements AutoCloseable {
    public static final String USER = "dealer";
    public static final String PASSWORD = "s3cret of the web space";
    public static final String HOST = "localhost";

    public static final HeldCertificate CERTIFICATE = TestCertificates.build(
            new HeldCertificate.Builder().commonName("web space").addSubjectAlternativeName(HOST));
    private static final SSLSocketFactory TLS = new HandshakeCertificates.Builder()
            .heldCertificate(CERTIFICATE)
            .build()
            .sslSocketFactory();

    /** The files by their path. */
    public final Map<String, byte[]> files = new ConcurrentHashMap<>();
    /** The number of uploads. */
    public final AtomicInteger uploads = new AtomicInteger();

    /** Completed by the first request for a page. */
    public final CountDownLatch asked = new CountDownLatch(1);

    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ServerSocket store = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ScriptedServer site = new ScriptedServer();
    private volatile boolean hasPages;
    private volatile CountDownLatch pages = new CountDownLatch(0);

    public FtpWebSpace() throws IOException {
        site.otherwise(request -> show(request.getUrl().encodedPath()));
        Thread.startVirtualThread(this::accept);
    }

    /** Lets the web site answer with web pages. */
    public void showPages() {
        hasPages = true;
    }

    /** Lets the web site wait with its answers. */
    public void holdPages() {
        pages = new CountDownLatch(1);
    }

    /** Lets the web site answer. */
    public void releasePages() {
        pages.countDown();
    }

    public int port() {
        return store.getLocalPort();
    }

    /** Returns the address of the web site. */
    public String site() {
        return "http://" + HOST + ":" + site.port();
    }

    public StoreSettings settings() {
        return settings(site());
    }

    /** @param publicAddress the address under which the public sees the files */
    public StoreSettings settings(String publicAddress) {
        return new StoreSettings(StoreSettings.Kind.FTPS, HOST, port(), "", USER, publicAddress);
    }

    /** Returns clients that trust the certificate, as if an authority vouched for it. */
    public static HttpClients trusting() {
        var trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(CERTIFICATE.certificate())
                .build();
        return new HttpClients(
                "test",
                new HttpClients.Timeouts(LongWait.LIMIT, LongWait.LIMIT, LongWait.LIMIT),
                builder ->
                        builder.proxy(Proxy.NO_PROXY).sslSocketFactory(trust.sslSocketFactory(), trust.trustManager()));
    }

    /** Returns the fingerprint of the certificate, as the settings show it. */
    public static String fingerprint() {
        try {
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(CERTIFICATE.certificate().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Returns the text of the setting with the accepted hosts, in which this server is accepted. */
    private String acceptedHost() {
        return "certificate " + HOST + " " + port() + "=" + fingerprint();
    }

    /**
     * Returns the members of a preferences file that set this server up as the web space. The certificate is accepted.
     * The first start moves the password to the vault.
     *
     * @param publicAddress the address under which the public sees the files
     */
    public String preferences(String publicAddress) {
        return """
                "photoStore": "ftps", "photoAddress": "%s", "photoPort": "%d", "photoUser": "%s", "photoSecret": "%s",
                "photoPublicUrl": "%s", "photoHosts": "%s\\n"
                """.formatted(HOST, port(), USER, PASSWORD, publicAddress, acceptedHost())
                .strip();
    }

    private MockResponse show(String path) {
        asked.countDown();
        LongWait.untilOpen(pages);
        byte[] file = files.get(path);
        if (hasPages) {
            return ScriptedServer.answer(200, "text/html", "<html>").build();
        }
        return file == null
                ? ScriptedServer.status(404).build()
                : ScriptedServer.status(200)
                        .addHeader("Content-Type", "image/jpeg")
                        .body(new Buffer().write(file))
                        .build();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = store.accept();
                connections.add(connection);
                Thread.startVirtualThread(() -> serve(connection));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket connection) {
        try (connection;
                var session = new Session(connection)) {
            session.run();
        } catch (IOException broken) {
            // The client went away.
        } finally {
            connections.remove(connection);
        }
    }

    private static Socket encrypted(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) TLS.createSocket(plain, null, plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    /** The commands of one connection. */
    private final class Session implements AutoCloseable {
        private final ServerSocket data = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private Socket control;
        private BufferedReader commands;
        private String user = "";
        private boolean isSignedIn;
        private String renamed = "";

        Session(Socket plain) throws IOException {
            control = plain;
            commands = reader();
        }

        private BufferedReader reader() throws IOException {
            return new BufferedReader(new InputStreamReader(control.getInputStream(), StandardCharsets.UTF_8));
        }

        private void reply(String line) throws IOException {
            control.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            control.getOutputStream().flush();
        }

        void run() throws IOException {
            reply("220 web space");
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                String command = line.split(" ", 2)[0];
                String argument = line.substring(command.length()).strip();
                switch (command) {
                    case "AUTH" -> {
                        reply("234 go on");
                        control = encrypted(control);
                        commands = reader();
                    }
                    case "USER" -> {
                        user = argument;
                        reply("331 password");
                    }
                    case "PASS" -> {
                        isSignedIn = control instanceof SSLSocket && user.equals(USER) && argument.equals(PASSWORD);
                        reply(isSignedIn ? "230 welcome" : "530 no");
                    }
                    case "PBSZ", "PROT", "TYPE" -> reply("200 ok");
                    case "QUIT" -> reply("221 bye");
                    default -> reply(isSignedIn ? answer(command, "/" + argument) : "530 no");
                }
            }
        }

        private String answer(String command, String path) throws IOException {
            byte[] file = files.get(path);
            return switch (command) {
                case "PASV" -> "227 (127,0,0,1," + data.getLocalPort() / 256 + "," + data.getLocalPort() % 256 + ")";
                case "SIZE" -> file == null ? "550 no file" : "213 " + file.length;
                case "MKD" -> "257 made";
                case "STOR" -> store(path);
                case "RNFR" -> {
                    renamed = path;
                    yield file == null ? "550 no file" : "350 to";
                }
                case "RNTO" -> {
                    files.put(path, files.remove(renamed));
                    yield "250 renamed";
                }
                case "DELE" -> files.remove(path) == null ? "550 no file" : "250 deleted";
                default -> "502 unknown";
            };
        }

        private String store(String path) throws IOException {
            uploads.incrementAndGet();
            reply("150 send");
            try (Socket plain = data.accept()) {
                try (Socket socket = encrypted(plain)) {
                    files.put(path, socket.getInputStream().readAllBytes());
                }
                return "226 stored";
            }
        }

        @Override
        public void close() throws IOException {
            data.close();
        }
    }

    @Override
    public void close() {
        try {
            store.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        site.close();
    }
}
