package app.forecourt.photo.store;

import app.forecourt.testing.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Moto's stand-in for S3, with one bucket that everybody reads and one user. It checks signatures by Amazon's code. */
final class MotoServer implements AutoCloseable {
    static final String BUCKET = "dealer-photos";
    private static final String POLICY = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}""";
    /** The first requests are not checked. They create bucket, user, policy and key. */
    private static final int UNCHECKED = 4;

    final int port = LoopbackPorts.reserve();
    final String key;
    final String secret;
    private final ServerProcess process;
    private final OkHttpClient http = new OkHttpClient();

    MotoServer(Path work) throws IOException {
        String moto = ServerProcess.installed("moto_server", "python3-moto python3-flask-cors");
        Files.createDirectories(work);
        process = ServerProcess.start(
                work.resolve("moto.log"),
                port,
                Map.of("INITIAL_NO_AUTH_ACTION_COUNT", Integer.toString(UNCHECKED)),
                moto,
                "-H",
                "127.0.0.1",
                "-p",
                Integer.toString(port));
        send(new Request.Builder().url(address() + "/" + BUCKET).put(RequestBody.create(new byte[0])));
        iam("CreateUser");
        iam("PutUserPolicy", "PolicyName", "all", "PolicyDocument", POLICY);
        String created = iam("CreateAccessKey");
        key = element("AccessKeyId", created);
        secret = element("SecretAccessKey", created);
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    private String iam(String action, String... parameters) throws IOException {
        var form = new FormBody.Builder()
                .add("Action", action)
                .add("Version", "2010-05-08")
                .add("UserName", "dealer");
        for (int i = 0; i < parameters.length; i += 2) {
            form.add(parameters[i], parameters[i + 1]);
        }
        return send(
                new Request.Builder()
                        .url(address())
                        .post(form.build())
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=x/20261128/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=x"));
    }

    private String send(Request.Builder request) throws IOException {
        try (Response response = http.newCall(request.build()).execute()) {
            String body = response.body().string();
            if (!response.isSuccessful()) {
                throw new IOException(response.code() + " " + body);
            }
            return body;
        }
    }

    private static String element(String name, String xml) {
        Matcher matcher = Pattern.compile("<" + name + ">([^<]+)</").matcher(xml);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + name + " in " + xml);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        process.close();
    }
}
