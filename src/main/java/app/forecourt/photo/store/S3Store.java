package app.forecourt.photo.store;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * A store in a bucket of S3 or of a compatible service. OkHttp sends the requests, and Amazon's signer signs them. The
 * bucket is in the path, and there are no checksum headers, because compatible services refuse either. An object is
 * visible only when it is complete. The proxy of the settings applies.
 */
final class S3Store implements PhotoStore {
    private static final byte[] NOTHING = {};
    private static final int MOST_ERROR_BYTES = 8_192;
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9]{1,60})</Code>");

    private final HttpUrl bucket;
    private final HttpUrl root;
    private final String region;
    private final AwsCredentialsIdentity identity;
    private final HttpExchanger http;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /** @param usual a client with the trust and the proxy of the computer */
    S3Store(StoreSettings settings, String secretKey, HostIdentities identities, OkHttpClient usual) {
        this.bucket = HttpUrl.get(settings.address())
                .newBuilder()
                .addPathSegment(settings.bucket())
                .build();
        this.root = settings.webRoot(settings.bucket());
        this.region = settings.usedRegion();
        this.identity = AwsCredentialsIdentity.create(settings.user(), secretKey);
        this.http = HttpExchanger.of(root, identities, usual);
    }

    /** Asks whether the bucket exists. A key that may only write is refused here, so that 403 says nothing. */
    @Override
    public void connect() throws StoreException {
        http.send(signed(SdkHttpMethod.HEAD, bucket, NOTHING), response -> {
            if (response.code() == HttpURLConnection.HTTP_NOT_FOUND) {
                throw new StoreException(StoreFault.NO_FOLDER, "S3 NoSuchBucket");
            }
            return response.code() == HttpURLConnection.HTTP_FORBIDDEN ? response.code() : checked(response);
        });
    }

    @Override
    public void put(String path, byte[] jpeg) throws StoreException {
        StorePath.of(path);
        http.send(signed(SdkHttpMethod.PUT, object(path), jpeg), S3Store::checked);
    }

    @Override
    public void delete(String path) throws StoreException {
        StorePath.of(path);
        http.send(signed(SdkHttpMethod.DELETE, object(path), NOTHING), S3Store::checked);
    }

    private HttpUrl object(String path) {
        return root.newBuilder().addPathSegments(path).build();
    }

    private Request signed(SdkHttpMethod method, HttpUrl url, byte[] content) {
        SdkHttpRequest.Builder unsigned =
                SdkHttpRequest.builder().method(method).uri(url.uri());
        if (method == SdkHttpMethod.PUT) {
            unsigned.putHeader("Content-Type", HttpExchanger.JPEG.toString());
        }
        var signed = signer.sign(request -> request.identity(identity)
                .request(unsigned.build())
                .payload(ContentStreamProvider.fromByteArray(content))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false));
        var request = new Request.Builder()
                .url(url)
                .method(method.name(), method == SdkHttpMethod.PUT ? HttpExchanger.body(content) : null);
        signed.request().headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return request.build();
    }

    private static int checked(Response response) throws IOException, StoreException {
        if (response.isSuccessful()) {
            return response.code();
        }
        Matcher matcher = CODE.matcher(response.peekBody(MOST_ERROR_BYTES).string());
        String code = matcher.find() ? matcher.group(1) : "";
        throw new StoreException(
                fault(code, response.code()), code.isEmpty() ? "HTTP " + response.code() : "S3 " + code);
    }

    private static StoreFault fault(String code, int status) {
        return switch (code) {
            case "NoSuchBucket", "InvalidBucketName" -> StoreFault.NO_FOLDER;
            case "AccessDenied", "AllAccessDisabled", "AccountProblem" -> StoreFault.READ_ONLY;
            case "SignatureDoesNotMatch", "InvalidAccessKeyId", "InvalidSecurity", "Unauthorized" ->
                StoreFault.WRONG_PASSWORD;
            case "EntityTooLarge" -> StoreFault.TOO_LARGE;
            case "QuotaExceeded", "ServiceQuotaExceededException", "XMinioStorageFull", "InsufficientStorage" ->
                StoreFault.NO_SPACE;
            case "RequestTimeTooSkewed" -> StoreFault.WRONG_CLOCK;
            case "SlowDown", "ServiceUnavailable", "InternalError", "OperationAborted" -> StoreFault.BUSY;
            case "RequestTimeout" -> StoreFault.TIMEOUT;
            case "" ->
                switch (status) {
                    case HttpURLConnection.HTTP_FORBIDDEN -> StoreFault.READ_ONLY;
                    case HttpURLConnection.HTTP_NOT_FOUND -> StoreFault.NO_FOLDER;
                    default -> HttpExchanger.fault(status);
                };
            default -> StoreFault.REFUSED;
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
