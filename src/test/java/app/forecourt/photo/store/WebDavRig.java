package app.forecourt.photo.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** WebDAV with nginx, which keeps unfinished uploads in a folder of the same disk. */
final class WebDavRig extends StoreRig {
    private final Path work;
    private final TestCertificate certificate = new TestCertificate();
    private final NginxServer server;

    WebDavRig(Path work) throws Exception {
        this.work = work;
        makeFolder("", "rwxrwxrwx");
        server = new NginxServer(work.resolve("nginx"), disk(), certificate.held);
    }

    @Override
    StoreSettings settings(String host, int port, String folder, String user) {
        return new StoreSettings(
                StoreSettings.Kind.WEBDAV,
                "https://" + host + ":" + port + "/dav",
                0,
                folder,
                user,
                "https://photos.example",
                "",
                "");
    }

    @Override
    int port() {
        return server.port;
    }

    @Override
    String user() {
        return NginxServer.USER;
    }

    @Override
    String secret() {
        return NginxServer.PASSWORD;
    }

    @Override
    Path disk() {
        return work.resolve("web");
    }

    @Override
    String folder(String name) {
        return name;
    }

    @Override
    List<FaultCase> cases() throws Exception {
        var cases = new ArrayList<>(List.of(
                new FaultCase("first contact", StoreFault.NEW_HOST, this::meet),
                new FaultCase("put twice, deleted twice", FaultCase.DONE, this::putTwiceAndDelete),
                new FaultCase(
                        "another identity",
                        StoreFault.HOST_CHANGED,
                        () -> putToChangedHost(HostIdentity.Kind.CERTIFICATE)),
                new FaultCase(
                        "a certificate that the computer trusts",
                        FaultCase.DONE,
                        () -> put(usual(), secret(), HostIdentities.inMemory(), certificate.trusting())),
                new FaultCase(
                        "wrong password",
                        StoreFault.WRONG_PASSWORD,
                        () -> put(usual(), "wrong password", identities, http)),
                new FaultCase(
                        "wrong user",
                        StoreFault.WRONG_PASSWORD,
                        () -> put(settings(LOCAL, port(), folder(""), "nobody-here"))),
                new FaultCase(
                        "wrong folder", StoreFault.NO_FOLDER, () -> put(settings(LOCAL, port(), "missing", user()))),
                // nginx says 500, and nothing more.
                new FaultCase("disk full", StoreFault.SERVER_ERROR, this::putToFullDisk),
                new FaultCase("larger than the server allows", StoreFault.TOO_LARGE, this::putLarge)));
        cases.addAll(networkCases());
        cases.addAll(cutCases(port()));
        return cases;
    }

    private String putLarge() {
        try (PhotoStore store = open(usual())) {
            store.put(PATH, Pictures.jpeg(1_100_000));
            return FaultCase.DONE;
        } catch (StoreException failure) {
            return failure.getMessage();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
