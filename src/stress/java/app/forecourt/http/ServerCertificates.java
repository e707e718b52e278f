package app.forecourt.http;

import app.forecourt.testing.TestCertificates;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLServerSocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Valid and invalid server certificates, and a client that trusts the issuer of most of them. */
public final class ServerCertificates {
    public static final String RIGHT = "right";
    private static final String HOST = "127.0.0.1";

    private final HeldCertificate root = TestCertificates.build(new HeldCertificate.Builder().certificateAuthority(0));
    private final Map<String, SSLServerSocketFactory> sockets = new TreeMap<>();

    public ServerCertificates() {
        Instant now = Instant.now();
        add(RIGHT, signed().addSubjectAlternativeName(HOST));
        add("for another host", signed().addSubjectAlternativeName("other.example"));
        add("for no host", signed());
        add(
                "expired",
                signed().addSubjectAlternativeName(HOST)
                        .validityInterval(
                                now.minus(Duration.ofDays(30)).toEpochMilli(),
                                now.minus(Duration.ofDays(1)).toEpochMilli()));
        add(
                "not valid yet",
                signed().addSubjectAlternativeName(HOST)
                        .validityInterval(
                                now.plus(Duration.ofDays(1)).toEpochMilli(),
                                now.plus(Duration.ofDays(30)).toEpochMilli()));
        add("signed by itself", new HeldCertificate.Builder().addSubjectAlternativeName(HOST));
        add(
                "signed by one who may not",
                new HeldCertificate.Builder()
                        .addSubjectAlternativeName(HOST)
                        .signedBy(TestCertificates.build(signed().addSubjectAlternativeName(HOST))));
    }

    private HeldCertificate.Builder signed() {
        return new HeldCertificate.Builder().signedBy(root);
    }

    private void add(String name, HeldCertificate.Builder certificate) {
        sockets.put(name, (SSLServerSocketFactory) new HandshakeCertificates.Builder()
                .heldCertificate(TestCertificates.build(certificate))
                .build()
                .sslContext()
                .getServerSocketFactory());
    }

    /** Returns the server sockets by the fault of their certificate. */
    public Map<String, SSLServerSocketFactory> sockets() {
        return sockets;
    }

    /** Makes a client trust the issuer. */
    public OkHttpClient.Builder trusted(OkHttpClient.Builder client) {
        var trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(root.certificate())
                .build();
        return client.sslSocketFactory(trust.sslSocketFactory(), trust.trustManager());
    }
}
