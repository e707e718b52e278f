package app.forecourt.photo.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.forecourt.http.HttpClients;
import app.forecourt.http.HttpClients.Timeouts;
import app.forecourt.journal.SmallDisk;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.LoopbackPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A store with a server behind it, and the situations that all kinds have. */
abstract class StoreRig implements AutoCloseable {
    static final String LOCAL = "127.0.0.1";
    static final String PATH = "car1/0123abcd.jpg";
    static final byte[] JPEG = Pictures.jpeg(300_000);

    final HttpClients http = http(LongWait.LIMIT);
    final AcceptedInMemory identities = new AcceptedInMemory();

    /** Returns the settings with the given host, port, folder and user. */
    abstract StoreSettings settings(String host, int port, String folder, String user);

    abstract int port();

    abstract String user();

    abstract String secret();

    /** Returns the folder of the server on the disk, in which the test makes further ones. */
    abstract Path disk();

    /** Returns the name of a folder on the disk as the settings have it. */
    abstract String folder(String name);

    /** Returns the situations of this kind. */
    abstract List<FaultCase> cases() throws Exception;

    private static HttpClients http(Duration timeout) {
        return new HttpClients(
                "test",
                new Timeouts(timeout, timeout, timeout.multipliedBy(2)),
                builder -> builder.proxy(Proxy.NO_PROXY));
    }

    StoreSettings usual() {
        return settings(LOCAL, port(), folder(""), user());
    }

    PhotoStore open(StoreSettings settings) {
        return PhotoStore.open(settings, secret(), identities, http);
    }

    /** Puts the photo with the accepted identities. Returns what is reported. */
    String put(StoreSettings settings) {
        return put(settings, secret(), identities, http);
    }

    static String put(StoreSettings settings, String secret, HostIdentities identities, HttpClients http) {
        try (PhotoStore store = PhotoStore.open(settings, secret, identities, http)) {
            store.put(PATH, JPEG);
            return FaultCase.DONE;
        } catch (StoreException failure) {
            // A text of the server or of a library might repeat the password.
            assertNull(failure.getCause());
            return failure.getMessage();
        }
    }

    /** Returns the situations in which no server or a silent one is asked. */
    List<FaultCase> networkCases() {
        return List.of(
                new FaultCase(
                        "unknown host",
                        StoreFault.UNKNOWN_HOST,
                        () -> put(settings("nowhere.invalid", port(), folder(""), user()))),
                new FaultCase(
                        "nothing listens",
                        StoreFault.OFFLINE,
                        () -> put(settings(LOCAL, LoopbackPorts.reserve(), folder(""), user()))),
                new FaultCase("the server is silent", StoreFault.TIMEOUT, this::putToSilentServer));
    }

    private String putToSilentServer() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.ofLiteral(LOCAL))) {
            return put(
                    settings(LOCAL, silent.getLocalPort(), folder(""), user()),
                    secret(),
                    identities,
                    http(Duration.ofMillis(300)));
        }
    }

    /** Accepts the identity of the host as a user does. Returns what was reported before. */
    String meet() throws StoreException {
        try (PhotoStore store = open(usual())) {
            store.connect();
            return FaultCase.DONE;
        } catch (StoreException first) {
            identities.accept(first.identity().orElseThrow(() -> first));
            return first.getMessage();
        }
    }

    /** Puts the photo to a host after another identity of this host was accepted. */
    String putToChangedHost(HostIdentity.Kind kind) {
        AcceptedInMemory others = new AcceptedInMemory();
        others.accept(new HostIdentity(new HostIdentity.Key(kind, LOCAL, port()), "", "SHA256:another"));
        return put(usual(), secret(), others, http);
    }

    /** Puts the photo to a folder on a disk that is too small for it. */
    String putToFullDisk() throws Exception {
        try (var _ = SmallDisk.mount(disk().resolve("small"), "128k")) {
            makeFolder("small", "rwxrwxrwx");
            return put(settings(LOCAL, port(), folder("small"), user()));
        }
    }

    /** Puts the photo twice and deletes it twice, in a folder that does not exist. */
    String putTwiceAndDelete() throws Exception {
        Path file = disk().resolve(PATH);
        try (PhotoStore store = open(usual())) {
            store.put(PATH, JPEG);
            assertArrayEquals(JPEG, Files.readAllBytes(file));
            var changed = Files.getLastModifiedTime(file);
            store.put(PATH, JPEG);
            if (!changed.equals(Files.getLastModifiedTime(file))) {
                return "written twice";
            }
            store.delete(PATH);
            store.delete(PATH);
            try (var left = Files.list(file.getParent())) {
                return left.findAny().map(Path::toString).orElse(FaultCase.DONE);
            }
        }
    }

    /**
     * Puts the photo through a connection that is cut at each stage of the upload. Then puts it again.
     *
     * @param ports those of the server
     */
    List<FaultCase> cutCases(int... ports) {
        var cases = new ArrayList<FaultCase>();
        for (int percent : List.of(0, 1, 50, 90, 99)) {
            cases.add(new FaultCase(
                    "cut after " + percent + " % of the upload",
                    StoreFault.BROKEN,
                    () -> cutAndPutAgain(percent, ports)));
        }
        return cases;
    }

    private String cutAndPutAgain(int percent, int... ports) throws Exception {
        String name = "cut" + percent + "/0123abcd.jpg";
        HostIdentities all = everyIdentity();
        try (var proxy = new CuttingProxy(ports)) {
            StoreSettings proxied = settings(proxy.host, port(), folder(""), user());
            try (PhotoStore whole = PhotoStore.open(proxied, secret(), all, http)) {
                whole.put("whole" + percent + "/0123abcd.jpg", JPEG);
            }
            long total = proxy.sent();
            proxy.cutAfter(total * percent / 100);
            String report;
            try (PhotoStore store = PhotoStore.open(proxied, secret(), all, http)) {
                store.put(name, JPEG);
                report = FaultCase.DONE;
            } catch (StoreException failure) {
                report = failure.getMessage();
            }
            Optional<byte[]> visible = stored(name);
            if (visible.isPresent()) {
                assertArrayEquals(JPEG, visible.get());
            }
            int begun = stored(name + ".part").map(part -> part.length).orElse(0);
            proxy.passAll();
            try (PhotoStore store = PhotoStore.open(proxied, secret(), all, http)) {
                store.put(name, JPEG);
            }
            assertArrayEquals(JPEG, stored(name).orElseThrow());
            checkSecondUpload(begun, proxy.sent(), total);
            return report;
        }
    }

    /** Returns what the server has under the path. */
    Optional<byte[]> stored(String path) throws IOException {
        Path file = disk().resolve(path);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /**
     * Checks the bytes of the second upload beside those of a whole one.
     *
     * @param begun the bytes of the photo that the server has of the first upload
     */
    void checkSecondUpload(int begun, long sent, long total) {}

    /** Returns identities that accept each host. */
    private static HostIdentities everyIdentity() {
        return new HostIdentities() {
            @Override
            public Optional<String> accepted(HostIdentity.Key key) {
                return Optional.empty();
            }

            @Override
            public boolean isAccepted(HostIdentity identity) {
                return true;
            }
        };
    }

    /** Creates a folder on the disk, with permissions such as {@code r-xr-xr-x}. */
    void makeFolder(String name, String permissions) throws IOException {
        Path folder = Files.createDirectories(disk().resolve(name));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }
}
