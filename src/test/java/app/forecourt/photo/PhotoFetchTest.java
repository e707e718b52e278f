package app.forecourt.photo;

import static app.forecourt.photo.PhotoHost.file;
import static app.forecourt.photo.PhotoHost.picture;
import static app.forecourt.photo.PhotoHost.redirect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.http.BlockedTargetException;
import app.forecourt.http.HttpClients;
import app.forecourt.http.ScriptedServer;
import app.forecourt.http.UntrustedGet;
import app.forecourt.photo.PhotoFetch.Outcome.Broken;
import app.forecourt.photo.PhotoFetch.Outcome.Shown;
import app.forecourt.photo.prepare.PictureDecoder;
import app.forecourt.photo.prepare.SamplePictures;
import app.forecourt.photo.prepare.SampleWebp;
import app.forecourt.testing.LongWait;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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

    @ParameterizedTest
    @CsvSource({"png,300,200,256,171", "jpeg,2000,1500,256,192", "gif,100,400,64,256", "png,20,10,20,10"})
    void photoIsReducedAndItsSizeReported(String format, int width, int height, int wide, int high) {
        host.answers.put("/b", file(picture(format, width, height, Color.RED)));
        PictureDecoder.Decoded photo =
                assertInstanceOf(Shown.class, host.fetch(host.url("/b")).run()).photo();
        BufferedImage small = photo.picture();
        assertEquals(
                List.of(width, height, wide, high),
                List.of(photo.width(), photo.height(), small.getWidth(), small.getHeight()));
        int middle = small.getRGB(wide / 2, high * 3 / 5);
        assertTrue((middle >> 16 & 0xff) > 0xf0 && (middle & 0xff) < 0x10, Integer.toHexString(middle));
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
        assertInstanceOf(Shown.class, host.fetch(host.url("/b")).run());
        assertInstanceOf(Shown.class, host.fetch(host.url("/a.png")).run());
        for (int request = 0; request < 3; request++) {
            RecordedRequest asked = host.server.takeRequest(LongWait.SECONDS, TimeUnit.SECONDS);
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
        assertInstanceOf(Shown.class, host.fetch(host.url("/3")).run());
        broken(PhotoError.TOO_MANY_REDIRECTS, host.url("/4"));
        broken(PhotoError.TOO_MANY_REDIRECTS, host.url("/round"));
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
        broken(error, host.url("/b"));
        broken(error, to);
        assertEquals(1, host.server.getRequestCount());
    }

    @Test
    void redirectWithoutTargetIsNoAddress() {
        host.answers.put("/b", new MockResponse.Builder().code(301).build());
        broken(PhotoError.NOT_AN_ADDRESS, host.url("/b"));
    }

    /** Private hosts by name and number, directly and by redirect: the private server gets no connection. */
    @ParameterizedTest
    @ValueSource(strings = {PhotoHost.INSIDE, "127.0.0.2", "[::ffff:127.0.0.2]"})
    void privateHostIsNeverConnectedTo(String name) throws Exception {
        host.answers.put("/b", redirect(host.privateUrl(name)));
        broken(PhotoError.PRIVATE, host.privateUrl(name));
        broken(PhotoError.PRIVATE, host.url("/b"));
        assertEquals(0, host.inside.getRequestCount());

        // The server is running and responds to an allowed request.
        assertInstanceOf(
                Shown.class,
                new PhotoFetch(
                                host.privateUrl(PhotoHost.INSIDE),
                                host.http,
                                new UntrustedGet.Targets(false, _ -> true),
                                PhotoFetch.PATIENCE)
                        .run());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "192.168.1.1",
                "172.16.0.1",
                "169.254.169.254",
                "127.0.0.2",
                "::1",
                "fd00::1",
                "fe80::1",
                "::ffff:10.0.0.1",
                "0.0.0.0"
            })
    void nameOfPrivateAddressIsRefused(String address) {
        host.names.put("trap.example", List.of(address));
        host.names.put("both.example", List.of("127.0.0.1", address));
        broken(PhotoError.PRIVATE, host.privateUrl("trap.example"));
        broken(PhotoError.PRIVATE, host.privateUrl("both.example"));
    }

    /** A name that is public when checked and private when connected to. */
    @Test
    void dnsRebindingIsBlocked() {
        AtomicLong lookUps = new AtomicLong();
        var http = new HttpClients(
                "test",
                HttpClients.Timeouts.USUAL,
                builder -> builder.dns(name ->
                        List.of(InetAddress.ofLiteral(lookUps.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2"))));
        var outcome = new PhotoFetch(host.privateUrl("trap.example"), http, host.reach, PhotoFetch.PATIENCE).run();
        assertEquals(new Broken(PhotoError.PRIVATE, 0), outcome);
        assertTrue(lookUps.get() >= 2);
        assertEquals(0, host.inside.getRequestCount());
    }

    /** The office's proxy may be inside the private network; the requested host may not. */
    @Test
    void proxyGetsOnlyPublicHosts() throws IOException {
        try (var proxy = new ScriptedServer(InetAddress.ofLiteral("127.0.0.2"), Optional.empty())) {
            proxy.otherwise(_ -> ScriptedServer.status(502).build());
            var by = new InetSocketAddress("127.0.0.2", proxy.port());
            var http = new HttpClients(
                    "test",
                    HttpClients.Timeouts.USUAL,
                    builder -> builder.proxySelector(ProxySelector.of(by))
                            .dns(name -> List.of(
                                    InetAddress.ofLiteral(name.startsWith("photos") ? "127.0.0.1" : "127.0.0.2"))));
            assertEquals(
                    new Broken(PhotoError.PRIVATE, 0),
                    new PhotoFetch(host.privateUrl(PhotoHost.INSIDE), http, host.reach, PhotoFetch.PATIENCE).run());
            assertEquals(0, proxy.count());
            assertEquals(
                    new Broken(PhotoError.OFFLINE, 0),
                    new PhotoFetch(host.url("/a.png"), http, host.reach, PhotoFetch.PATIENCE).run());
            assertEquals(1, proxy.count());
            assertEquals(0, host.server.getRequestCount());
        }
    }

    /** The look-up that the check of a redirect makes is the only one that sees a public address. */
    @Test
    void dnsRebindingAfterRedirectIsBlocked() {
        AtomicLong lookUps = new AtomicLong();
        host.answers.put("/b", redirect(host.privateUrl("trap.example")));
        var http = new HttpClients(
                "test",
                HttpClients.Timeouts.USUAL,
                builder -> host.trusting(builder)
                        .dns(name -> List.of(InetAddress.ofLiteral(
                                !name.equals("trap.example") || lookUps.getAndIncrement() == 0
                                        ? "127.0.0.1"
                                        : "127.0.0.2"))));
        assertEquals(
                new Broken(PhotoError.PRIVATE, 0),
                new PhotoFetch(host.url("/b"), http, host.reach, PhotoFetch.PATIENCE).run());
        assertEquals(2, lookUps.get());
        assertEquals(0, host.inside.getRequestCount());
    }

    /** The target of a redirect is checked although the proxy looks it up, and the proxy itself may be private. */
    @Test
    void proxyGetsOnlyPublicTargetsOfRedirects() throws Exception {
        try (MockWebServer proxy = new MockWebServer()) {
            proxy.start(InetAddress.ofLiteral("127.0.0.2"), 0);
            proxy.enqueue(redirect("http://photos.example/b"));
            proxy.enqueue(redirect("http://inside.example/c"));
            var selector = ProxySelector.of(InetSocketAddress.createUnresolved("proxy.example", proxy.getPort()));
            host.names.put("proxy.example", List.of("127.0.0.2"));
            var http = new HttpClients(
                    "test",
                    HttpClients.Timeouts.USUAL,
                    builder -> host.trusting(builder).proxySelector(selector));
            var plain = new UntrustedGet.Targets(true, host.reach.addresses());
            assertEquals(
                    new Broken(PhotoError.PRIVATE, 0),
                    new PhotoFetch("http://photos.example/a", http, plain, PhotoFetch.PATIENCE).run());
            assertEquals(
                    "GET http://photos.example/a HTTP/1.1",
                    proxy.takeRequest(LongWait.SECONDS, TimeUnit.SECONDS).getRequestLine());
            assertEquals(
                    "GET http://photos.example/b HTTP/1.1",
                    proxy.takeRequest(LongWait.SECONDS, TimeUnit.SECONDS).getRequestLine());
            assertEquals(2, proxy.getRequestCount());
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
        assertInstanceOf(Shown.class, host.fetch(host.url("/a.png")).run());
        assertInstanceOf(Shown.class, host.fetch(host.url("/b")).run());
        for (int request = 0; request < 3; request++) {
            RecordedRequest received = host.server.takeRequest(LongWait.SECONDS, TimeUnit.SECONDS);
            assertEquals(List.of(0, request), List.of(received.getConnectionIndex(), received.getExchangeIndex()));
        }
    }

    @Tag("proof")
    @Test
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
        broken(PhotoError.TOO_LARGE, host.url("/unsaid"));
        // More bytes than allowed are in transit: on Linux the buffers of both ends may grow to 36 MB.
        assertTrue(written.get() < FIFTY_MEGABYTES, written + " bytes of " + 4L * FIFTY_MEGABYTES);

        host.answers.put("/said", file(Arrays.copyOf(RED, FIFTY_MEGABYTES)));
        broken(PhotoError.TOO_LARGE, host.url("/said"));
    }

    @Tag("proof")
    @Test
    void tenMegabytesAreRead() {
        host.answers.put("/ten", file(Arrays.copyOf(RED, PhotoFetch.MOST_BYTES)));
        assertInstanceOf(Shown.class, host.fetch(host.url("/ten")).run());
        host.answers.put("/more", file(Arrays.copyOf(RED, PhotoFetch.MOST_BYTES + 1)));
        broken(PhotoError.TOO_LARGE, host.url("/more"));
    }

    /** A file of a few hundred bytes that would need 10,000 MB of memory. */
    @Test
    void pixelBombIsRefusedByItsHeader() {
        byte[] bomb = SamplePictures.emptyPng(50_000, 50_000);
        assertTrue(bomb.length < 200);
        host.answers.put("/b.png", file(bomb));
        broken(PhotoError.TOO_MANY_PIXELS, host.url("/b.png"));
    }

    /** The left half of the stored picture is the upper one. */
    @Test
    void webpIsShownUpright() {
        host.answers.put("/b.webp", file(SampleWebp.redBlue(600, 400, 6)));
        PictureDecoder.Decoded photo = assertInstanceOf(
                        Shown.class, host.fetch(host.url("/b.webp")).run())
                .photo();
        BufferedImage small = photo.picture();
        assertEquals(
                List.of(400, 600, 171, 256),
                List.of(photo.width(), photo.height(), small.getWidth(), small.getHeight()));
        assertEquals(List.of(0xffff0000, 0xff0000ff), List.of(small.getRGB(80, 20), small.getRGB(80, 230)));
    }

    /** Pictures within the limits, but without data after the header. */
    @Test
    void truncatedPictureIsDamaged() {
        host.answers.put("/b.png", file(SamplePictures.emptyPng(8_000, 5_000)));
        broken(PhotoError.DAMAGED, host.url("/b.png"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!doctype html><html><body>Not found</body></html>", ""})
    void nonPictureIsReported(String text) {
        host.answers.put(
                "/b.jpg",
                new MockResponse.Builder()
                        .setHeader("Content-Type", "image/jpeg")
                        .body(text)
                        .build());
        broken(PhotoError.NOT_A_PICTURE, host.url("/b.jpg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"....ftypavif........", "....ftypheic....", "II*\0............", "8BPS............"})
    void unsupportedFormatsAreNotDamaged(String head) {
        host.answers.put("/b", file(head.getBytes(StandardCharsets.ISO_8859_1)));
        broken(PhotoError.OTHER_KIND, host.url("/b"));
        assertTrue(PhotoError.OTHER_KIND.isTransient());
    }

    @ParameterizedTest
    @CsvSource({"404,GONE", "410,GONE", "403,REFUSED", "401,REFUSED", "500,REFUSED", "204,REFUSED", "206,REFUSED"})
    void statusIsReported(int status, PhotoError error) {
        host.answers.put("/b", new MockResponse.Builder().code(status).build());
        assertEquals(new Broken(error, status), host.fetch(host.url("/b")).run());
    }

    @Tag("proof")
    @Test
    void slowHostTimesOut() {
        host.answers.put(
                "/silent",
                new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build());
        host.answers.put(
                "/drips",
                new MockResponse.Builder()
                        .body(new Buffer().write(RED))
                        .throttleBody(8, 50, TimeUnit.MILLISECONDS)
                        .build());
        for (String path : List.of("/silent", "/drips")) {
            assertEquals(
                    new Broken(PhotoError.TIMEOUT, 0),
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
        broken(PhotoError.OFFLINE, host.url("/b"));
        broken(PhotoError.NO_HOST, "https://nowhere.example/a.png");
        host.names.put("other.example", List.of("127.0.0.1"));
        broken(PhotoError.NOT_SECURE, host.url("/a.png").replace(PhotoHost.NAME, "other.example"));
        broken(PhotoError.OFFLINE, "https://photos.example:1/a.png");
    }

    @Test
    void stopBeforeAndDuringFetch() throws Exception {
        host.answers.put(
                "/silent",
                new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build());
        PhotoFetch fetch = host.fetch(host.url("/silent"));
        var outcome = CompletableFuture.supplyAsync(fetch::run);
        host.server.takeRequest(LongWait.SECONDS, TimeUnit.SECONDS);
        fetch.stop();
        assertEquals(new Broken(PhotoError.STOPPED, 0), LongWait.result(outcome));

        PhotoFetch never = host.fetch(host.url("/a.png"));
        never.stop();
        assertEquals(new Broken(PhotoError.STOPPED, 0), never.run());
        assertEquals(1, host.server.getRequestCount());
    }
}
