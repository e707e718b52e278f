package app.forecourt.photo.store;

import app.forecourt.http.HttpClients;
import java.io.IOException;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Responses to WebDAV and S3 that a real server gives rarely, by a scripted server on loopback. */
final class HttpFaultCases {
    private static final String ERROR = "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>-</Message></Error>";

    private HttpFaultCases() {}

    static List<FaultCase> webDav() {
        return List.of(
                webDav("locked", StoreFault.BUSY, response(423)),
                webDav("quota used up", StoreFault.NO_SPACE, response(507)),
                webDav("read-only folder", StoreFault.READ_ONLY, response(403)),
                webDav("overloaded", StoreFault.BUSY, response(503)),
                webDav("an error of the server", StoreFault.SERVER_ERROR, response(500)),
                webDav("no WebDAV at the address", StoreFault.REFUSED, response(405)),
                webDav("a redirect", StoreFault.REFUSED, response(302).setHeader("Location", "https://x.example/")),
                webDav(
                        "another way to sign in",
                        StoreFault.REFUSED,
                        response(401).setHeader("WWW-Authenticate", "Digest realm=\"x\", nonce=\"y\"")),
                new FaultCase(
                        "no MOVE",
                        FaultCase.DONE,
                        () -> run(
                                new Dispatcher() {
                                    @Override
                                    public MockResponse dispatch(RecordedRequest request) {
                                        return response(
                                                        switch (request.getMethod()) {
                                                            case "HEAD" -> 404;
                                                            case "MOVE" -> 405;
                                                            default -> 201;
                                                        })
                                                .build();
                                    }
                                },
                                StoreSettings.Kind.WEBDAV)));
    }

    static List<FaultCase> s3() {
        return List.of(
                s3("wrong folder", StoreFault.NO_FOLDER, 404, "NoSuchBucket"),
                s3("read-only folder", StoreFault.READ_ONLY, 403, "AccessDenied"),
                s3("wrong password", StoreFault.WRONG_PASSWORD, 403, "SignatureDoesNotMatch"),
                s3("wrong user", StoreFault.WRONG_PASSWORD, 403, "InvalidAccessKeyId"),
                s3("quota used up", StoreFault.NO_SPACE, 403, "QuotaExceeded"),
                s3("larger than the server allows", StoreFault.TOO_LARGE, 400, "EntityTooLarge"),
                s3("wrong clock", StoreFault.WRONG_CLOCK, 403, "RequestTimeTooSkewed"),
                s3("overloaded", StoreFault.BUSY, 503, "SlowDown"),
                s3("wrong region", StoreFault.REFUSED, 400, "AuthorizationHeaderMalformed"),
                s3("a redirect", StoreFault.REFUSED, 307, "TemporaryRedirect"));
    }

    private static MockResponse.Builder response(int status) {
        return new MockResponse.Builder().code(status);
    }

    private static FaultCase webDav(String situation, StoreFault expected, MockResponse.Builder toPut) {
        return new FaultCase(
                situation,
                expected,
                () -> run(
                        new Dispatcher() {
                            @Override
                            public MockResponse dispatch(RecordedRequest request) {
                                return request.getMethod().equals("PUT")
                                        ? toPut.build()
                                        : response(request.getMethod().equals("HEAD") ? 404 : 201)
                                                .build();
                            }
                        },
                        StoreSettings.Kind.WEBDAV));
    }

    private static FaultCase s3(String situation, StoreFault expected, int status, String code) {
        return new FaultCase(
                situation,
                expected,
                () -> run(
                        new Dispatcher() {
                            @Override
                            public MockResponse dispatch(RecordedRequest request) {
                                return response(status)
                                        .body(String.format(ERROR, code))
                                        .build();
                            }
                        },
                        StoreSettings.Kind.S3));
    }

    private static String run(Dispatcher script, StoreSettings.Kind kind) throws IOException {
        try (var server = new MockWebServer()) {
            server.setDispatcher(script);
            server.start();
            var settings = new StoreSettings(
                    kind,
                    server.url("/store").toString(),
                    0,
                    "",
                    "user",
                    "https://photos.example",
                    kind == StoreSettings.Kind.S3 ? "bucket" : "",
                    "");
            return StoreRig.put(settings, "secret", HostIdentities.inMemory(), new HttpClients("test"));
        }
    }
}
