package app.forecourt.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.file.CertificateFile;
import app.forecourt.sharing.StockInvitation.Reason;
import app.forecourt.sharing.StockInvitation.Result;
import app.forecourt.sharing.connection.ServerAddress;
import app.forecourt.sharing.connection.ServerAddress.Encryption;
import app.forecourt.testing.TestCertificates;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test of the file by which a desk invites another one. */
class StockInvitationTest {
    private static final ServerAddress ADDRESS =
            new ServerAddress("db.example", 6543, "st ock", "anna", Encryption.VERIFIED, Optional.empty());

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("invitation.json");
    }

    private Reason refusal(String text) throws IOException {
        return assertInstanceOf(Result.Refused.class, StockInvitation.read(Files.writeString(file, text)))
                .reason();
    }

    private StockInvitation read() {
        return assertInstanceOf(Result.Read.class, StockInvitation.read(file)).invitation();
    }

    @Test
    void addressIsReadBack() throws Exception {
        StockInvitation.to(ADDRESS).write(file);
        assertEquals(new StockInvitation(ADDRESS, Optional.empty()), read());
        assertEquals(ADDRESS, read().install(folder.resolve("home")));
        assertFalse(Files.exists(folder.resolve("home")));
    }

    @Test
    void certificateAuthorityTravelsWithoutItsKey() throws Exception {
        var root = TestCertificates.build(new HeldCertificate.Builder().certificateAuthority(0));
        Path pem = Files.writeString(folder.resolve("ca.pem"), root.certificatePem() + root.privateKeyPkcs8Pem());
        StockInvitation.to(ADDRESS.withRootCertificate(Optional.of(pem))).write(file);
        assertFalse(Files.readString(file).contains("PRIVATE"));
        assertFalse(Files.readString(file).contains("ca.pem"), "the path is of no use elsewhere");
        Path home = folder.resolve("home");
        ServerAddress installed = read().install(home);
        Path stored = installed.rootCertificate().orElseThrow();
        assertEquals(home, stored.getParent());
        assertEquals(root.certificate(), CertificateFile.read(stored).getFirst());
        assertEquals(installed, read().install(home), "the same again");
        assertEquals(ADDRESS, installed.withRootCertificate(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | NO_INVITATION",
                "[] | NO_INVITATION",
                "{ | NO_INVITATION",
                "{\"forecourt\":\"invitation\",\"version\":1} | NO_INVITATION",
                "{\"forecourt\":\"invitation\",\"version\":1,\"address\":\"mysql://a@b/c\"} | NO_INVITATION",
                "{\"forecourt\":\"invitation\",\"version\":2} | NEWER",
                "{\"forecourt\":\"cars\",\"version\":2} | NO_INVITATION"
            })
    void otherFileIsRefused(String text, Reason reason) throws Exception {
        assertEquals(reason, refusal(text));
    }

    @Test
    void unreadableAndHugeFilesAreRefused() throws Exception {
        assertEquals(new Result.Refused(Reason.UNREADABLE), StockInvitation.read(folder.resolve("none")));
        assertEquals(new Result.Refused(Reason.UNREADABLE), StockInvitation.read(folder));
        try (var huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(50L << 20);
        }
        assertEquals(new Result.Refused(Reason.NO_INVITATION), StockInvitation.read(file));
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertEquals(new Result.Refused(Reason.NO_INVITATION), StockInvitation.read(file));
    }

    @Test
    void addedPasswordAndFileDoNotCount() throws Exception {
        Files.writeString(file, """
                {"forecourt":"invitation","version":1,"more":"x",
                "address":"postgresql://anna:secret@db.example/stock?sslrootcert=/etc/passwd"}
                """);
        StockInvitation read = read();
        assertEquals(
                "postgresql://anna@db.example:5432/stock?sslmode=verify-full",
                read.address().text());
        assertTrue(read.certificates().isEmpty());
    }
}
