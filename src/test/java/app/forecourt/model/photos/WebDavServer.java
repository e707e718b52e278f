package app.forecourt.model.photos;

import app.forecourt.photo.store.StoreSettings;
import app.forecourt.testing.TestCertificates;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;

/** A WebDAV server in memory with a certificate that nobody vouches for, and the public web site over its files. */
public final class WebDavServer implements AutoCloseable {
    public static final String USER = "dealer";
    public static final String PASSWORD = "s3cret of the web space";

    private static final HeldCertificate CERTIFICATE = TestCertificates.build(
            new HeldCertificate.Builder().commonName("web space").addSubjectAlternativeName("127.0.0.1"));
    private static final SSLSocketFactory SOCKETS = new HandshakeCertificates.Builder()
            .heldCertificate(CERTIFICATE)
            .build()
            .sslSocketFactory();

    /** The files by their path. */
    public final Map<String, byte[]> files = new ConcurrentHashMap<>();
    /** Completed by the first upload that hangs. */
    public final CountDownLatch hanging = new CountDownLatch(1);

    private final CountDownLatch released = new CountDownLatch(1);
    private final MockWebServer store = new MockWebServer();
    private final MockWebServer site = new MockWebServer();
    private final String fingerprint;
    private volatile boolean isHanging;
    private volatile boolean hasPages;

    public WebDavServer() throws IOException {
        this(true);
    }

    /** @param hasCertificate whether the store speaks TLS with a certificate of its own making */
    public WebDavServer(boolean hasCertificate) throws IOException {
        if (hasCertificate) {
            store.useHttps(SOCKETS);
            fingerprint = fingerprint(CERTIFICATE);
        } else {
            fingerprint = "";
        }
        store.setDispatcher(dispatcher(this::answer));
        site.setDispatcher(dispatcher(request -> show(request.getUrl().encodedPath())));
        store.start();
        site.start();
    }

    private static String fingerprint(HeldCertificate certificate) {
        try {
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(certificate.certificate().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private interface Answers {
        MockResponse to(RecordedRequest request) throws InterruptedException;
    }

    private static Dispatcher dispatcher(Answers answers) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return answers.to(request);
            }
        };
    }

    /** Lets uploads hang. */
    public void hang() {
        isHanging = true;
    }

    /** Lets the web site answer with web pages. */
    public void showPages() {
        hasPages = true;
    }

    /** Returns the address of the store. */
    public String address() {
        return store.url("/").toString().replaceFirst("/$", "");
    }

    /** Returns the address of the web site. */
    public String site() {
        return site.url("/").toString().replaceFirst("/$", "");
    }

    public StoreSettings settings() {
        return new StoreSettings(StoreSettings.Kind.WEBDAV, address(), 0, "", USER, site(), "", "");
    }

    /**
     * Returns the members of a preferences file that set this server up as the web space. The certificate is accepted.
     * The first start moves the password to the vault.
     *
     * @param publicAddress the address under which the public sees the files
     */
    public String preferences(String publicAddress) {
        return """
                "photoStore": "webdav", "photoAddress": "%s", "photoUser": "%s", "photoSecret": "%s",
                "photoPublicUrl": "%s", "photoHosts": "certificate %s %s=%s\\n"
                """.formatted(
                address(), USER, PASSWORD, publicAddress, store.getHostName(), store.getPort(), fingerprint).strip();
    }

    private MockResponse answer(RecordedRequest request) throws InterruptedException {
        if (!Credentials.basic(USER, PASSWORD).equals(request.getHeaders().get("Authorization"))) {
            return new MockResponse.Builder()
                    .code(401)
                    .addHeader("WWW-Authenticate", "Basic realm=\"web\"")
                    .build();
        }
        String path = request.getUrl().encodedPath();
        switch (request.getMethod()) {
            case "PUT" -> {
                if (isHanging) {
                    hanging.countDown();
                    released.await();
                }
                files.put(path, request.getBody().toByteArray());
                return code(201);
            }
            case "MOVE" -> {
                String target =
                        String.valueOf(request.getHeaders().get("Destination")).replaceFirst("https?://[^/]+", "");
                byte[] moved = files.remove(path);
                if (moved == null) {
                    return code(404);
                }
                files.put(target, moved);
                return code(201);
            }
            case "DELETE" -> {
                return code(files.remove(path) == null ? 404 : 204);
            }
            case "HEAD" -> {
                byte[] file = files.get(path);
                return file == null
                        ? code(404)
                        : new MockResponse.Builder()
                                .code(200)
                                .setHeader("Content-Length", Integer.toString(file.length))
                                .build();
            }
            default -> {
                return code(200);
            }
        }
    }

    private MockResponse show(String path) {
        byte[] file = files.get(path);
        if (hasPages) {
            return new MockResponse.Builder()
                    .code(200)
                    .addHeader("Content-Type", "text/html")
                    .body("<html>")
                    .build();
        }
        return file == null
                ? code(404)
                : new MockResponse.Builder()
                        .code(200)
                        .addHeader("Content-Type", "image/jpeg")
                        .body(new Buffer().write(file))
                        .build();
    }

    private static MockResponse code(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    @Override
    public void close() {
        released.countDown();
        store.close();
        site.close();
    }
}
