package app.forecourt.photo;

import static app.forecourt.photo.PhotoError.DAMAGED;
import static app.forecourt.photo.PhotoError.NOT_AN_ADDRESS;
import static app.forecourt.photo.PhotoError.NOT_A_PICTURE;
import static app.forecourt.photo.PhotoError.NOT_SECURE;
import static app.forecourt.photo.PhotoError.NO_HOST;
import static app.forecourt.photo.PhotoError.OFFLINE;
import static app.forecourt.photo.PhotoError.OTHER_KIND;
import static app.forecourt.photo.PhotoError.PRIVATE;
import static app.forecourt.photo.PhotoError.STOPPED;
import static app.forecourt.photo.PhotoError.TIMEOUT;
import static app.forecourt.photo.PhotoError.TOO_LARGE;
import static app.forecourt.photo.PhotoError.TOO_MANY_PIXELS;
import static app.forecourt.photo.PhotoError.TOO_MANY_REDIRECTS;
import static app.forecourt.photo.PhotoHost.file;
import static app.forecourt.photo.PhotoHost.picture;
import static app.forecourt.photo.PhotoHost.redirect;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.http.BlockedTargetException;
import app.forecourt.http.HttpClients;
import app.forecourt.http.ScriptedServer;
import app.forecourt.http.UntrustedGet;
import app.forecourt.photo.PhotoFetch.Outcome;
import app.forecourt.photo.PhotoFetch.Outcome.Broken;
import app.forecourt.photo.PhotoFetch.Outcome.Shown;
import app.forecourt.photo.prepare.PictureDecoder;
import app.forecourt.photo.prepare.SamplePictures;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okio.Buffer;
import okio.BufferedSink;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of fetching and decoding photos: limits, redirects and private addresses. */
class PhotoFetchTest {
    private static final byte[] RED = picture("png", 300, 200, Color.RED);
    private static final int FIFTY_MEGABYTES = 50 * 1024 * 1024;

    @AutoClose
    private PhotoHost host;

    @BeforeEach
    void start() throws IOException {
        host = new PhotoHost();
        host.answers.put("/a.png", file(RED));
    }

    private void broken(PhotoError error, String address) {
        assertEquals(
                error, assertInstanceOf(Broken.class, host.fetch(address).run()).error());
    }

    private void brokenAt(String path, PhotoError error) {
        broken(error, host.url(path));
    }

    private PictureDecoder.Decoded shown(String path) {
        return assertInstanceOf(Shown.class, host.fetch(host.url(path)).run()).photo();
    }

    /** Fetches with a client of its own. */
    private Outcome fetch(String address, UntrustedGet.Targets targets, UnaryOperator<OkHttpClient.Builder> base) {
        return new PhotoFetch(
                        address,
                        new HttpClients("test", HttpClients.Timeouts.USUAL, base),
                        targets,
                        PhotoFetch.PATIENCE)
                .run();
    }

    private RecordedRequest takeRequest() throws InterruptedException {
        return host.server.takeRequest(LongWait.SECONDS, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource({"png,300,200,256,171", "jpeg,2000,1500,256,192", "gif,100,400,64,256", "png,20,10,20,10"})
    void photoIsReducedAndItsSizeReported(String format, int width, int height, int wide, int high) {
        host.show("/b", format, width, height);
        PictureDecoder.Decoded photo = shown("/b");
        BufferedImage small = photo.picture();
        assertEquals(
                List.of(width, height, wide, high),
                List.of(photo.width(), photo.height(), small.getWidth(), small.getHeight()));
    }

    @Test
    void requestRevealsNothingButTheAddress() throws Exception {
        host.answers.put(
                "/b",
                new MockResponse.Builder()
                        .code(302)
                        .setHeader("Location", "/a.png")
                        .setHeader("Set-Cookie", "who=she; Path=/")
                        .build());
        shown("/b");
        shown("/a.png");
        for (int request = 0; request < 3; request++) {
            RecordedRequest asked = takeRequest();
            assertEquals(
                    List.of("accept", "accept-encoding", "connection", "host", "user-agent"),
                    asked.getHeaders().names().stream()
                            .map(String::toLowerCase)
                            .sorted()
                            .toList());
            assertEquals("GET", asked.getMethod());
            assertEquals("identity", asked.getHeaders().get("Accept-Encoding"));
        }
    }

    @Test
    void atMostThreeRedirectsAreFollowed() {
        host.answers.put("/1", redirect("/a.png"));
        host.answers.put("/2", redirect(host.url("/1")));
        host.answers.put("/3", redirect("/2"));
        host.answers.put("/4", redirect("/3"));
        host.answers.put("/round", redirect("/round"));
        shown("/3");
        brokenAt("/4", TOO_MANY_REDIRECTS);
        brokenAt("/round", TOO_MANY_REDIRECTS);
    }

    @ParameterizedTest
    @CsvSource({
        "http://photos.example/a.png,NOT_HTTPS",
        "ftp://photos.example/a.png,NOT_AN_ADDRESS",
        "file:///etc/passwd,NOT_AN_ADDRESS",
        "https://she:secret@photos.example/a.png,HAS_USER",
        "javascript:1,NOT_AN_ADDRESS",
        "data:AA,NOT_AN_ADDRESS"
    })
    void redirectTargetIsChecked(String to, PhotoError error) {
        host.answers.put("/b", redirect(to));
        brokenAt("/b", error);
        broken(error, to);
        assertEquals(1, host.server.getRequestCount());
    }

    @Test
    void redirectWithoutTargetIsNoAddress() {
        host.answers.put("/b", ScriptedServer.status(301).build());
        brokenAt("/b", NOT_AN_ADDRESS);
    }

    /** Private hosts by name and number, directly and by redirect: the private server gets no connection. */
    @ParameterizedTest
    @ValueSource(strings = {PhotoHost.INSIDE, "127.0.0.2", "[::ffff:127.0.0.2]"})
    void privateHostIsNeverConnectedTo(String name) throws Exception {
        host.answers.put("/b", redirect(host.privateUrl(name)));
        broken(PRIVATE, host.privateUrl(name));
        brokenAt("/b", PRIVATE);
        assertEquals(0, host.inside.getRequestCount());

        // The server is running and responds to an allowed request.
        assertInstanceOf(
                Shown.class,
                fetch(host.privateUrl(PhotoHost.INSIDE), new UntrustedGet.Targets(false, _ -> true), host::trusting));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "fd00::1", "::ffff:10.0.0.1"})
    void nameOfPrivateAddressIsRefused(String address) {
        host.names.put("trap.example", List.of(address));
        host.names.put("both.example", List.of("127.0.0.1", address));
        broken(PRIVATE, host.privateUrl("trap.example"));
        broken(PRIVATE, host.privateUrl("both.example"));
    }

    /**
     * A name that is public when checked and private when connected to. In the second case the check of a redirect is
     * the only look-up that sees a public address.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void dnsRebindingIsBlocked(boolean isRedirected) {
        AtomicLong lookUps = new AtomicLong();
        host.answers.put("/b", redirect(host.privateUrl("trap.example")));
        assertEquals(
                new Broken(PRIVATE, 0),
                fetch(
                        isRedirected ? host.url("/b") : host.privateUrl("trap.example"),
                        host.reach,
                        builder -> host.trusting(builder)
                                .dns(name -> List.of(InetAddress.ofLiteral(
                                        !name.equals("trap.example") || lookUps.getAndIncrement() == 0
                                                ? "127.0.0.1"
                                                : "127.0.0.2")))));
        assertEquals(2, lookUps.get());
        assertEquals(0, host.inside.getRequestCount());
    }

    /**
     * The office's proxy may be inside the private network; the requested host may not, nor the target of a redirect.
     */
    @Test
    void proxyGetsOnlyPublicTargets() throws IOException {
        try (var proxy = new ScriptedServer(InetAddress.ofLiteral("127.0.0.2"), Optional.empty())) {
            proxy.otherwise(ScriptedServer.inTurn(
                    ScriptedServer.status(502).build(),
                    redirect("http://photos.example/b"),
                    redirect("http://inside.example/c")));
            host.names.put("proxy.example", List.of("127.0.0.2"));
            UnaryOperator<OkHttpClient.Builder> base = builder -> host.trusting(builder)
                    .proxySelector(ProxySelector.of(InetSocketAddress.createUnresolved("proxy.example", proxy.port())));
            assertEquals(new Broken(PRIVATE, 0), fetch(host.privateUrl(PhotoHost.INSIDE), host.reach, base));
            assertEquals(0, proxy.count());
            assertEquals(new Broken(OFFLINE, 0), fetch(host.url("/a.png"), host.reach, base));
            assertEquals(
                    new Broken(PRIVATE, 0),
                    fetch("http://photos.example/a", new UntrustedGet.Targets(true, host.reach.addresses()), base));
            assertEquals(
                    List.of(
                            "CONNECT photos.example:" + host.server.getPort() + " HTTP/1.1",
                            "GET http://photos.example/a HTTP/1.1",
                            "GET http://photos.example/b HTTP/1.1"),
                    proxy.requests.stream().map(RecordedRequest::getRequestLine).toList());
            assertEquals(0, host.server.getRequestCount());
        }
    }

    @ParameterizedTest
    @EnumSource(BlockedTargetException.Fault.class)
    void everyBlockedTargetIsPhotoError(BlockedTargetException.Fault fault) {
        assertEquals(fault.name(), PhotoError.of(fault).name());
    }

    @Test
    void photosOfOneHostShareConnection() throws Exception {
        host.answers.put("/b", redirect("/a.png"));
        shown("/a.png");
        shown("/b");
        for (int request = 0; request < 3; request++) {
            RecordedRequest received = takeRequest();
            assertEquals(List.of(0, request), List.of(received.getConnectionIndex(), received.getExchangeIndex()));
        }
    }

    @ProofTest
    void fiftyMegabytesAreNotRead() {
        byte[] rest = new byte[64 * 1024];
        AtomicLong written = new AtomicLong();
        MockResponseBody endless = new MockResponseBody() {
            @Override
            public long getContentLength() {
                return -1;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.write(RED);
                while (written.get() < 4L * FIFTY_MEGABYTES) {
                    sink.write(rest);
                    written.addAndGet(rest.length);
                }
            }
        };
        host.answers.put("/unsaid", new MockResponse.Builder().body(endless).build());
        brokenAt("/unsaid", TOO_LARGE);
        // More bytes than allowed are in transit: on Linux the buffers of both ends may grow to 36 MB.
        assertTrue(written.get() < FIFTY_MEGABYTES, written + " bytes of " + 4L * FIFTY_MEGABYTES);
    }

    @ProofTest
    void tenMegabytesAreRead() {
        host.answers.put("/ten", file(Arrays.copyOf(RED, PhotoFetch.MOST_BYTES)));
        shown("/ten");
        host.answers.put("/more", file(Arrays.copyOf(RED, PhotoFetch.MOST_BYTES + 1)));
        brokenAt("/more", TOO_LARGE);
    }

    static Stream<Arguments> unusableFiles() {
        return Stream.of(
                        Stream.of("<!doctype html><html><body>Not found</body></html>", "")
                                .map(page -> Arguments.of(NOT_A_PICTURE, page.getBytes(ISO_8859_1))),
                        Stream.of("....ftypavif........", "....ftypheic....", "II*\0............", "8BPS............")
                                .map(head -> Arguments.of(OTHER_KIND, head.getBytes(ISO_8859_1))),
                        // A file of a few hundred bytes that would need 10,000 MB of memory.
                        Stream.of(Arguments.of(TOO_MANY_PIXELS, SamplePictures.emptyPng(50_000, 50_000))),
                        Stream.of(Arguments.of(DAMAGED, SamplePictures.emptyPng(8_000, 5_000))))
                .flatMap(cases -> cases);
    }

    @ParameterizedTest
    @MethodSource("unusableFiles")
    void unusableFileIsReported(PhotoError error, byte[] content) {
        host.answers.put(
                "/b.jpg",
                file(content)
                        .newBuilder()
                        .setHeader("Content-Type", "image/jpeg")
                        .build());
        brokenAt("/b.jpg", error);
        assertEquals(error == OTHER_KIND, error.isTransient());
    }

    @ParameterizedTest
    @CsvSource({"404,GONE", "410,GONE", "403,REFUSED", "401,REFUSED", "500,REFUSED", "204,REFUSED", "206,REFUSED"})
    void statusIsReported(int status, PhotoError error) {
        host.answers.put("/b", ScriptedServer.status(status).build());
        assertEquals(new Broken(error, status), host.fetch(host.url("/b")).run());
    }

    @ProofTest
    void slowHostTimesOut() {
        host.answers.put("/silent", PhotoHost.SILENCE);
        host.answers.put(
                "/drips",
                new MockResponse.Builder()
                        .body(new Buffer().write(RED))
                        .throttleBody(8, 50, TimeUnit.MILLISECONDS)
                        .build());
        for (String path : List.of("/silent", "/drips")) {
            assertEquals(
                    new Broken(TIMEOUT, 0),
                    host.fetch(host.url(path), Duration.ofMillis(500)).run(),
                    path);
        }
    }

    @Test
    void brokenConnectionAndUnknownHost() {
        host.answers.put(
                "/b",
                new MockResponse.Builder()
                        .body(new Buffer().write(RED))
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build());
        brokenAt("/b", OFFLINE);
        broken(NO_HOST, "https://nowhere.example/a.png");
        host.names.put("other.example", List.of("127.0.0.1"));
        broken(NOT_SECURE, host.url("/a.png").replace(PhotoHost.NAME, "other.example"));
        broken(OFFLINE, "https://photos.example:1/a.png");
    }

    @Test
    void stopBeforeAndDuringFetch() throws Exception {
        host.answers.put("/silent", PhotoHost.SILENCE);
        PhotoFetch fetch = host.fetch(host.url("/silent"));
        var outcome = CompletableFuture.supplyAsync(fetch::run);
        takeRequest();
        fetch.stop();
        assertEquals(new Broken(STOPPED, 0), LongWait.result(outcome));

        PhotoFetch never = host.fetch(host.url("/a.png"));
        never.stop();
        assertEquals(new Broken(STOPPED, 0), never.run());
        assertEquals(1, host.server.getRequestCount());
    }
}
