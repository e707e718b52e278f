package app.forecourt.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file with certificates, such as those of an own certificate authority. */
public final class CertificateFile {
    /** The largest size. A file with all authorities of the web has a quarter of it. */
    private static final int MAX_BYTES = 1 << 20;

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private CertificateFile() {}

    /**
     * Reads the certificates. Blocks on the disk.
     *
     * @return one certificate at least
     * @throws IOException if the file can't be read or is too large
     * @throws CertificateException if it holds no certificate
     */
    public static List<X509Certificate> read(Path file) throws IOException, CertificateException {
        // A pipe may block for ever.
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
            throw new IOException("no regular file, or too large");
        }
        List<X509Certificate> certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(withoutOtherBlocks(Files.readAllBytes(file))))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
        if (certificates.isEmpty()) {
            throw new CertificateException("no certificate");
        }
        return certificates;
    }

    /** Returns the certificates of a text. Java refuses a text that has a private key or anything else beside them. */
    private static byte[] withoutOtherBlocks(byte[] bytes) {
        String certificates = BLOCK.matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\n", "", "\n"));
        return certificates.isBlank() ? bytes : certificates.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns whether a file has certificates. Blocks on the disk. */
    public static boolean isUsable(Path file) {
        try {
            return !read(file).isEmpty();
        } catch (IOException | CertificateException unusable) {
            return false;
        }
    }

    /**
     * Returns certificates as text in the format PEM. The file itself is never passed on, because it may hold a private
     * key too.
     */
    public static String toPem(List<X509Certificate> certificates) throws CertificateException {
        StringBuilder pem = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(LINES.encodeToString(certificate.getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return pem.toString();
    }
}
