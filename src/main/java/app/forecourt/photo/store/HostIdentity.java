package app.forecourt.photo.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import okio.ByteString;

/**
 * The identity that a host shows: its SSH key or its certificate.
 *
 * @param key the host that shows it
 * @param description the type of the key, or the name of the certificate's owner
 * @param fingerprint the SHA-256 fingerprint, written as OpenSSH or a browser shows it
 */
public record HostIdentity(Key key, String description, String fingerprint) {
    private static final int MAX_DESCRIPTION = 200;

    /** The kind of an identity. */
    public enum Kind {
        /** A host key of SSH. */
        SSH_KEY,
        /** A certificate of TLS that no known authority vouches for. */
        CERTIFICATE
    }

    /**
     * A host, as the key under which its identity is kept.
     *
     * @param host in lower case
     */
    public record Key(Kind kind, String host, int port) {
        /** Creates the key of a host. */
        public Key {
            host = host.toLowerCase(Locale.ROOT);
        }
    }

    /** Creates the identity of an SSH host. The fingerprint is the one that {@code ssh} and {@code ssh-keygen} show. */
    static HostIdentity ofSshKey(String host, int port, byte[] blob) {
        String fingerprint = "SHA256:"
                + Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(ByteString.of(blob).sha256().toByteArray());
        // A key begins with the length and the characters of its type (RFC 4253, 6.6), which JSch has read before.
        String type = new String(blob, Integer.BYTES, blob[Integer.BYTES - 1], StandardCharsets.US_ASCII);
        return new HostIdentity(new Key(Kind.SSH_KEY, host, port), type, fingerprint);
    }

    /** Creates the identity of a TLS host. */
    static HostIdentity ofCertificate(String host, int port, X509Certificate certificate)
            throws GeneralSecurityException {
        String owner = certificate.getSubjectX500Principal().getName();
        return new HostIdentity(
                new Key(Kind.CERTIFICATE, host, port),
                owner.substring(0, Math.min(owner.length(), MAX_DESCRIPTION)),
                HexFormat.ofDelimiter(":")
                        .withUpperCase()
                        .formatHex(
                                ByteString.of(certificate.getEncoded()).sha256().toByteArray()));
    }
}
