package app.forecourt.photo.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/**
 * A store with a server behind it, whose users are accounts of the computer, and the situations that all kinds have.
 */
abstract class StoreRig implements AutoCloseable {
    static final String LOCAL = "127.0.0.1";
    static final String PATH = "car1/0123abcd.jpg";
    static final byte[] JPEG = Pictures.jpeg(300_000);

    final HttpClients http = http(LongWait.LIMIT);
    final AcceptedInMemory identities = new AcceptedInMemory();

    final Path work;
    final SystemUser account;
    private final StoreSettings.Kind kind;

    StoreRig(StoreSettings.Kind kind, Path work, String program, String packageName) throws Exception {
        this.kind = kind;
        this.work = work;
        ServerProcess.installed(program, packageName);
        account = new SystemUser(work.toString());
        makeFolder("", "rwxrwxrwx");
    }

    abstract int port();

    /** Returns the situations that are tried with the server. */
    abstract List<FaultCase> cases() throws Exception;

    /** Returns the settings with the given host, port, folder and user. */
    final StoreSettings settings(String host, int port, String folder, String user) {
        return new StoreSettings(kind, host, port, folder, user, "https://photos.example");
    }

    /** Returns the settings with a folder on the disk, or its root if the name is empty. */
    final StoreSettings settings(String host, int port, String folder) {
        return settings(host, port, disk().resolve(folder).toString(), account.name);
    }

    /** Returns the folder of the server on the disk, in which the test makes further ones. */
    private Path disk() {
        return work.resolve("web");
    }

    /** Returns the situations that all kinds have. */
    final List<FaultCase> commonCases(HostIdentity.Kind identity, int... ports) throws Exception {
        makeFolder("read-only", "r-xr-xr-x");
        var cases = new ArrayList<>(List.of(
                new FaultCase("first contact", StoreFault.NEW_HOST, () -> meet(usual())),
                new FaultCase("put twice, deleted twice", FaultCase.DONE, this::putTwiceAndDelete),
                new FaultCase("another identity", StoreFault.HOST_CHANGED, () -> putToChangedHost(identity)),
                new FaultCase(
                        "wrong password",
                        StoreFault.WRONG_PASSWORD,
                        () -> put(usual(), PATH, "wrong password", identities, http)),
                new FaultCase("wrong folder", StoreFault.NO_FOLDER, () -> put(settings(LOCAL, port(), "missing"))),
                new FaultCase(
                        "read-only folder", StoreFault.READ_ONLY, () -> put(settings(LOCAL, port(), "read-only"))),
                new FaultCase("disk full", StoreFault.NO_SPACE, this::putToFullDisk),
                new FaultCase(
                        "unknown host", StoreFault.UNKNOWN_HOST, () -> put(settings("nowhere.invalid", port(), ""))),
                new FaultCase(
                        "nothing listens", StoreFault.OFFLINE, () -> put(settings(LOCAL, LoopbackPorts.reserve(), ""))),
                new FaultCase("the server is silent", StoreFault.TIMEOUT, this::putToSilentServer)));
        cases.addAll(cutCases(ports));
        return cases;
    }

    private static HttpClients http(Duration timeout) {
        return http(timeout, builder -> builder);
    }

    static HttpClients http(Duration timeout, UnaryOperator<OkHttpClient.Builder> base) {
        return new HttpClients(
                "test",
                new Timeouts(timeout, timeout, timeout.multipliedBy(2)),
                builder -> base.apply(builder.proxy(Proxy.NO_PROXY)));
    }

    final StoreSettings usual() {
        return settings(LOCAL, port(), "");
    }

    private PhotoStore open(StoreSettings settings) {
        return PhotoStore.open(settings, account.password, identities, http);
    }

    /** Puts the photo with the accepted identities. Returns what is reported. */
    final String put(StoreSettings settings) {
        return put(settings, PATH, account.password, identities, http);
    }

    static String put(StoreSettings settings, String path, String secret, HostIdentities identities, HttpClients http) {
        try (PhotoStore store = PhotoStore.open(settings, secret, identities, http)) {
            store.put(path, JPEG);
            return FaultCase.DONE;
        } catch (StoreException failure) {
            // A text of the server or of a library might repeat the password.
            assertNull(failure.getCause());
            return failure.getMessage();
        }
    }

    private String putToSilentServer() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.ofLiteral(LOCAL))) {
            return put(
                    settings(LOCAL, silent.getLocalPort(), ""),
                    PATH,
                    account.password,
                    identities,
                    http(Duration.ofMillis(300)));
        }
    }

    /** Accepts the identity of a host as a user does. Returns what was reported before. */
    final String meet(StoreSettings settings) throws StoreException {
        try (PhotoStore store = open(settings)) {
            store.connect();
            return FaultCase.DONE;
        } catch (StoreException first) {
            identities.accept(first.identity().orElseThrow(() -> first));
            return first.getMessage();
        }
    }

    /** Puts the photo to a host after another identity of this host was accepted. */
    private String putToChangedHost(HostIdentity.Kind kind) {
        AcceptedInMemory others = new AcceptedInMemory();
        others.accept(new HostIdentity(new HostIdentity.Key(kind, LOCAL, port()), "", "SHA256:another"));
        return put(usual(), PATH, account.password, others, http);
    }

    /** Puts the photo to a folder on a disk that is too small for it. */
    private String putToFullDisk() throws Exception {
        try (var _ = SmallDisk.mount(disk().resolve("small"), "128k")) {
            makeFolder("small", "rwxrwxrwx");
            return put(settings(LOCAL, port(), "small"));
        }
    }

    /** Puts the photo twice and deletes it twice, in a folder that does not exist. */
    private String putTwiceAndDelete() throws Exception {
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
    private List<FaultCase> cutCases(int... ports) {
        return Stream.of(0, 1, 50, 90, 99)
                .map(percent -> new FaultCase(
                        "cut after " + percent + " % of the upload",
                        StoreFault.BROKEN,
                        () -> cutAndPutAgain(percent, ports)))
                .toList();
    }

    private String cutAndPutAgain(int percent, int... ports) throws Exception {
        String name = "cut" + percent + "/0123abcd.jpg";
        try (var proxy = new CuttingProxy(ports)) {
            StoreSettings proxied = settings(proxy.host, port(), "");
            meet(proxied);
            proxy.passAll();
            assertEquals(FaultCase.DONE, putThrough(proxied, "whole" + name));
            long total = proxy.sent();
            proxy.cutAfter(total * percent / 100);
            String report = putThrough(proxied, name);
            Optional<byte[]> visible = stored(name);
            if (visible.isPresent()) {
                assertArrayEquals(JPEG, visible.get());
            }
            int begun = stored(name + ".part").map(part -> part.length).orElse(0);
            proxy.passAll();
            assertEquals(FaultCase.DONE, putThrough(proxied, name));
            assertArrayEquals(JPEG, stored(name).orElseThrow());
            checkSecondUpload(begun, proxy.sent(), total);
            return report;
        }
    }

    private String putThrough(StoreSettings proxied, String name) {
        return put(proxied, name, account.password, identities, http);
    }

    /** Returns what the server has under the path. */
    private Optional<byte[]> stored(String path) throws IOException {
        Path file = disk().resolve(path);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /**
     * Checks the bytes of the second upload beside those of a whole one.
     *
     * @param begun the bytes of the photo that the server has of the first upload
     */
    void checkSecondUpload(int begun, long sent, long total) {}

    /** Creates a folder on the disk, with permissions such as {@code r-xr-xr-x}. */
    private void makeFolder(String name, String permissions) throws IOException {
        Path folder = Files.createDirectories(disk().resolve(name));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }

    @Override
    public void close() {
        account.close();
    }
}
