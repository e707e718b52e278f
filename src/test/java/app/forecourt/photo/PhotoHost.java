package app.forecourt.photo;

import app.forecourt.http.HttpClients;
import app.forecourt.http.ScriptedServer;
import app.forecourt.http.UntrustedGet;
import app.forecourt.testing.TestCertificates;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;

/**
 * A photo host on loopback with https. {@code photos.example} counts as public. {@code inside.example} is a second
 * server on an address that counts as private.
 */
public final class PhotoHost implements AutoCloseable {
    public static final String NAME = "photos.example";
    public static final String INSIDE = "inside.example";
    private static final String OUTER = "127.0.0.1";
    private static final String INNER = "127.0.0.2";
    /** An address that counts as public. Nothing is sent there. */
    private static final String PUBLIC_ADDRESS = "192.31.196.1";

    private static final HandshakeCertificates CERTIFICATES = certificates();

    /** No response before the end of the test. */
    public static final MockResponse SILENCE = new MockResponse.Builder()
            .onResponseStart(SocketEffect.Stall.INSTANCE)
            .build();

    public final MockWebServer server;
    final MockWebServer inside;
    /** The responses of both servers by path; other paths give 404. */
    public final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    /** The addresses of further hosts. */
    final Map<String, List<String>> names = new ConcurrentHashMap<>();

    public final UntrustedGet.Targets reach = new UntrustedGet.Targets(
            false,
            address -> address.getHostAddress().equals(OUTER)
                    || UntrustedGet.Targets.PUBLIC.addresses().test(address));
    public final HttpClients http;

    public PhotoHost() {
        names.put(NAME, List.of(OUTER));
        names.put(INSIDE, List.of(INNER));
        server = start(OUTER);
        inside = start(INNER);
        http = new HttpClients("test", HttpClients.Timeouts.USUAL, this::trusting);
    }

    private static HandshakeCertificates certificates() {
        HeldCertificate own = TestCertificates.build(new HeldCertificate.Builder()
                .addSubjectAlternativeName(NAME)
                .addSubjectAlternativeName(INSIDE)
                .addSubjectAlternativeName(INNER)
                .addSubjectAlternativeName(OUTER));
        return new HandshakeCertificates.Builder()
                .heldCertificate(own)
                .addTrustedCertificate(own.certificate())
                .build();
    }

    /** Sets up a client to find and to trust the hosts. */
    OkHttpClient.Builder trusting(OkHttpClient.Builder client) {
        return client.sslSocketFactory(CERTIFICATES.sslSocketFactory(), CERTIFICATES.trustManager())
                .dns(this::lookup);
    }

    /**
     * Lets the program's own clients reach this host in place of every public host, for photos only. The program has no
     * setting for it, because a photo's host must be on the public internet.
     */
    public void standInForPublicHosts(HttpClients clients) {
        OkHttpClient here = trusting(new OkHttpClient.Builder()).build();
        OkHttpClient photos = new OkHttpClient.Builder()
                .dns(_ -> List.of(InetAddress.ofLiteral(PUBLIC_ADDRESS)))
                .addInterceptor(chain -> here.newCall(chain.request()
                                .newBuilder()
                                .url(chain.request()
                                        .url()
                                        .newBuilder()
                                        .host(NAME)
                                        .port(server.getPort())
                                        .build())
                                .build())
                        .execute())
                .build();
        try {
            Field streaming = HttpClients.class.getDeclaredField("streaming");
            streaming.setAccessible(true);
            streaming.set(clients, photos);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private MockWebServer start(String address) {
        var started = new ScriptedServer(InetAddress.ofLiteral(address), Optional.of(CERTIFICATES.sslSocketFactory()));
        started.otherwise(request -> answers.getOrDefault(
                request.getUrl().encodedPath(), ScriptedServer.status(404).build()));
        return started.server;
    }

    private List<InetAddress> lookup(String host) throws UnknownHostException {
        List<String> found = names.get(host);
        if (found == null && !host.matches("[0-9a-f.:]+")) {
            throw new UnknownHostException(host);
        }
        return found == null
                ? List.of(InetAddress.ofLiteral(host))
                : found.stream().map(InetAddress::ofLiteral).toList();
    }

    /** Returns the address of a path. */
    public String url(String path) {
        return "https://" + NAME + ":" + server.getPort() + path;
    }

    public String privateUrl(String host) {
        return "https://" + host + ":" + inside.getPort() + "/a.png";
    }

    /** Prepares the fetch of a photo. */
    public PhotoFetch fetch(String address) {
        return fetch(address, PhotoFetch.PATIENCE);
    }

    PhotoFetch fetch(String address, Duration timeout) {
        return new PhotoFetch(address, http, reach, timeout);
    }

    /** Answers a path with a picture of a car. */
    public void show(String path, String format, int width, int height) {
        answers.put(path, file(picture(format, width, height, Color.RED)));
    }

    /** Returns a response with a file. */
    public static MockResponse file(byte[] bytes) {
        return new MockResponse.Builder().body(new Buffer().write(bytes)).build();
    }

    public static MockResponse redirect(String to) {
        return new MockResponse.Builder().code(302).setHeader("Location", to).build();
    }

    /** Draws a car of one colour in front of a sky. */
    public static byte[] picture(String format, int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xBFD7EA));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0x6B7280));
        pen.fillRect(0, height * 3 / 4, width, height);
        pen.setColor(colour);
        pen.fillRoundRect(width / 4, height * 3 / 10, width / 2, height * 3 / 10, width / 5, height / 4);
        pen.fillRoundRect(width / 8, height * 2 / 5, width * 3 / 4, height * 2 / 5, width / 6, height / 4);
        pen.setColor(Color.DARK_GRAY);
        pen.fillOval(width / 5, height * 7 / 10, width / 7, width / 7);
        pen.fillOval(width * 2 / 3, height * 7 / 10, width / 7, width / 7);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        server.close();
        inside.close();
    }
}
