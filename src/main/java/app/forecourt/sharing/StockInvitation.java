package app.forecourt.sharing;

import app.forecourt.file.AtomicFile;
import app.forecourt.file.CertificateFile;
import app.forecourt.file.PrivateFile;
import app.forecourt.sharing.connection.ServerAddress;
import app.forecourt.sharing.connection.ServerAddressParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.UUID;

/**
 * The file by which a desk invites another one to its shared stock. It has the address without the password, and the
 * certificate authority, so that the other desk needs no second file.
 *
 * @param address the address without a certificate authority
 * @param certificates the own certificate authority in the format PEM; empty for those of Java
 */
public record StockInvitation(ServerAddress address, Optional<String> certificates) {
    /** The name that is offered for the file. */
    public static final String FILE_NAME = "forecourt-invitation.json";

    private static final int VERSION = 1;
    private static final int MAX_BYTES = 2 << 20;

    /** The result of reading. */
    public sealed interface Result {
        /** The file is an invitation. */
        record Read(StockInvitation invitation) implements Result {}

        /** The file can't be used. */
        record Refused(Reason reason) implements Result {}
    }

    /** The reasons for refusing a file. */
    public enum Reason {
        /** The file can't be read. */
        UNREADABLE,
        /** The file is something else, or somebody has changed it. */
        NO_INVITATION,
        /** A later version of this program has written the file. */
        NEWER
    }

    /**
     * Creates the invitation to a stock. Blocks on the disk.
     *
     * @throws IOException if the file of the certificate authority can't be read
     * @throws CertificateException if it holds no certificate
     */
    public static StockInvitation to(ServerAddress address) throws IOException, CertificateException {
        Optional<Path> root = address.rootCertificate();
        return new StockInvitation(
                address.withRootCertificate(Optional.empty()),
                root.isEmpty()
                        ? Optional.empty()
                        : Optional.of(CertificateFile.toPem(CertificateFile.read(root.get()))));
    }

    /** Writes the invitation, completely or not at all. Blocks on the disk. */
    public void write(Path file) throws IOException {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("forecourt", "invitation")
                .put("version", VERSION)
                .put("address", address.text());
        certificates.ifPresent(pem -> json.put("certificates", pem));
        AtomicFile.write(file, out -> out.write(json.toPrettyString()));
    }

    /** Reads an invitation. Blocks on the disk. */
    public static Result read(Path file) {
        try {
            return new PrivateFile(file, MAX_BYTES)
                    .read()
                    .map(StockInvitation::parse)
                    .orElseGet(() -> new Result.Refused(Reason.UNREADABLE));
        } catch (IOException unreadable) {
            return new Result.Refused(Reason.UNREADABLE);
        } catch (IllegalArgumentException noText) {
            return new Result.Refused(Reason.NO_INVITATION);
        }
    }

    private static Result parse(String text) {
        try {
            JsonNode json = new ObjectMapper().readTree(text);
            if (!json.path("forecourt").asText().equals("invitation")) {
                return new Result.Refused(Reason.NO_INVITATION);
            }
            if (json.path("version").asInt() > VERSION) {
                return new Result.Refused(Reason.NEWER);
            }
            Optional<String> certificates =
                    Optional.of(json.path("certificates").asText()).filter(pem -> !pem.isBlank());
            // A password or a file that somebody has added does not count.
            return ServerAddressParser.parse(json.path("address").asText())
                            instanceof ServerAddressParser.Result.Usable usable
                    ? new Result.Read(
                            new StockInvitation(usable.address().withRootCertificate(Optional.empty()), certificates))
                    : new Result.Refused(Reason.NO_INVITATION);
        } catch (JsonProcessingException damaged) {
            return new Result.Refused(Reason.NO_INVITATION);
        }
    }

    /**
     * Stores the certificate authority in a folder, under a name that follows from its content. Blocks on the disk.
     *
     * @return the address with the stored file
     * @throws IOException if the file can't be written
     */
    public ServerAddress install(Path folder) throws IOException {
        if (certificates.isEmpty()) {
            return address;
        }
        String pem = certificates.get();
        String id = UUID.nameUUIDFromBytes(pem.getBytes(StandardCharsets.UTF_8)).toString();
        PrivateFile.createFolder(folder);
        PrivateFile file = new PrivateFile(folder.resolve("shared-ca-" + id + ".pem"));
        file.write(pem);
        return address.withRootCertificate(Optional.of(file.path().toAbsolutePath()));
    }
}
