package app.forecourt.photo.store;

import app.forecourt.http.HttpClients;
import app.forecourt.http.UntrustedGet.Targets;
import app.forecourt.model.photos.FtpWebSpace;
import app.forecourt.photo.store.PublicCheck.Fault;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.LoopbackPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the public may find at the address of a photo, with nginx. */
final class PublicCases implements FaultCase.Rig {
    private static final Targets LOOPBACK = new Targets(false, InetAddress::isLoopbackAddress);
    private static final byte[] JPEG = Pictures.jpeg(50_000);

    private final NginxServer server;

    PublicCases(Path work) throws IOException {
        Path web = Files.createDirectories(work.resolve("web"));
        server = new NginxServer(work.resolve("nginx"), web, FtpWebSpace.CERTIFICATE);
        Path car = Files.createDirectories(web.resolve("car1"));
        Files.write(car.resolve("right.jpg"), JPEG);
        Files.write(car.resolve("shorter.jpg"), Pictures.jpeg(49_999));
        Files.write(car.resolve("longer.jpg"), Pictures.jpeg(50_001));
        Files.writeString(car.resolve("page.jpg"), "<!DOCTYPE html><title>Welcome</title>");
    }

    @Override
    public List<FaultCase> cases() {
        String root = server.address();
        String right = root + "/photos/car1/right.jpg";
        return List.of(
                one("the photo", FaultCase.DONE, right),
                one("nothing there", Fault.NOT_FOUND, root + "/photos/car1/missing.jpg"),
                one("another photo", Fault.OTHER_BYTES, root + "/photos/car1/shorter.jpg"),
                one("a longer file", Fault.OTHER_BYTES, root + "/photos/car1/longer.jpg"),
                one("a page called image/jpeg", Fault.HTML_PAGE, root + "/photos/car1/page.jpg"),
                one("a page", Fault.HTML_PAGE, root + "/page/car1/right.jpg"),
                one("a redirect to a page to sign in", Fault.LOGIN_REDIRECT, root + "/login/car1/right.jpg"),
                one("forbidden", Fault.FORBIDDEN, root + "/private/car1/right.jpg"),
                one("another content type", Fault.WRONG_TYPE, root + "/octets/car1/right.jpg"),
                one("plain http", Fault.NOT_HTTPS, "http://127.0.0.1/photos/car1/right.jpg"),
                one("a redirect to plain http", Fault.NOT_HTTPS, root + "/plain/car1/right.jpg"),
                one("a certificate that nobody trusts", Fault.NOT_SECURE, new HttpClients("test"), LOOPBACK, right),
                one("this computer", Fault.PRIVATE, FtpWebSpace.trusting(), Targets.PUBLIC, right),
                one("unknown host", Fault.UNKNOWN_HOST, "https://nowhere.invalid/car1/right.jpg"),
                one(
                        "nothing listens",
                        Fault.OFFLINE,
                        "https://127.0.0.1:" + LoopbackPorts.reserve() + "/car1/right.jpg"));
    }

    private static FaultCase one(String situation, Object expected, String address) {
        return one(situation, expected, FtpWebSpace.trusting(), LOOPBACK, address);
    }

    private static FaultCase one(String situation, Object expected, HttpClients http, Targets targets, String address) {
        return new FaultCase(
                situation,
                expected.toString(),
                () -> new PublicCheck(http, targets, LongWait.LIMIT)
                        .run(URI.create(address), JPEG)
                        .map(Fault::name)
                        .orElse(FaultCase.DONE));
    }

    @Override
    public void close() {
        server.close();
    }
}
