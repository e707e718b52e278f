package app.forecourt.photo.store;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import app.forecourt.http.UrlPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Request;
import okhttp3.Response;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** S3 with Moto, which checks signatures and permissions as Amazon does. */
final class S3Rig extends StoreRig {
    private final MotoServer server;

    S3Rig(Path work) throws Exception {
        server = new MotoServer(work);
    }

    @Override
    StoreSettings settings(String host, int port, String folder, String user) {
        String scheme = UrlPolicy.isLoopback(host) ? "http://" : "https://";
        return new StoreSettings(
                StoreSettings.Kind.S3,
                scheme + host + ":" + port,
                0,
                folder,
                user,
                "https://photos.example",
                MotoServer.BUCKET,
                "eu-central-1");
    }

    @Override
    int port() {
        return server.port;
    }

    @Override
    String user() {
        return server.key;
    }

    @Override
    String secret() {
        return server.secret;
    }

    @Override
    Path disk() {
        throw new UnsupportedOperationException("Moto keeps objects in memory");
    }

    @Override
    String folder(String name) {
        return "photos";
    }

    @Override
    List<FaultCase> cases() {
        var cases = new ArrayList<>(List.of(
                new FaultCase("put twice, deleted twice", FaultCase.DONE, this::putTwiceAndDelete),
                new FaultCase(
                        "wrong password",
                        StoreFault.WRONG_PASSWORD,
                        () -> put(usual(), "wrong password", identities, http)),
                new FaultCase(
                        "wrong user",
                        StoreFault.WRONG_PASSWORD,
                        () -> put(settings(LOCAL, port(), folder(""), "AKIAIOSFODNN7EXAMPLE"))),
                new FaultCase("wrong folder", StoreFault.NO_FOLDER, this::putToMissingBucket)));
        cases.addAll(networkCases());
        cases.addAll(cutCases(port()));
        return cases;
    }

    @Override
    String putTwiceAndDelete() throws Exception {
        try (PhotoStore store = open(usual())) {
            store.connect();
            store.put(PATH, JPEG);
            store.put(PATH, JPEG);
            assertArrayEquals(JPEG, stored(PATH).orElseThrow());
            store.delete(PATH);
            store.delete(PATH);
            assertEmpty(stored(PATH));
            return FaultCase.DONE;
        }
    }

    private String putToMissingBucket() {
        StoreSettings right = usual();
        return put(new StoreSettings(
                right.kind(),
                right.address(),
                0,
                right.folder(),
                right.user(),
                right.publicAddress(),
                "missing-bucket",
                right.region()));
    }

    @Override
    Optional<byte[]> stored(String path) throws IOException {
        URI address = URI.create(server.address() + "/" + MotoServer.BUCKET + "/photos/" + path);
        var signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(AwsCredentialsIdentity.create(server.key, server.secret))
                        .request(SdkHttpRequest.builder()
                                .method(SdkHttpMethod.GET)
                                .uri(address)
                                .build())
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1"));
        var get = new Request.Builder().url(address.toString());
        signed.request().forEachHeader((name, values) -> get.header(name, values.getFirst()));
        try (Response response = http.reading().newCall(get.build()).execute()) {
            return response.isSuccessful() ? Optional.of(response.body().bytes()) : Optional.empty();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
