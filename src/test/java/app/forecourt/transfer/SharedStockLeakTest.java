package app.forecourt.transfer;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.secret.LoudLog;
import app.forecourt.secret.Redaction;
import app.forecourt.sharing.SharedStockMembership;
import app.forecourt.sharing.SharedStockMembership.Setup;
import app.forecourt.sharing.SharedStockSettingsInput;
import app.forecourt.sharing.server.ServerAddress;
import app.forecourt.sharing.server.ServerCheck;
import app.forecourt.sharing.server.StockClient.Desk;
import app.forecourt.sharing.server.StockServerException;
import app.forecourt.sharing.server.TestStock;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.TestHome;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/** The password of the shared stock is in no file and in no log, neither plain nor encoded. */
@Timeout(LongWait.TEST_SECONDS)
@Isolated("reads all logs of the process")
@Needs(SystemFeature.LOCAL_SERVERS)
class SharedStockLeakTest {
    @RegisterExtension
    final TestHome home = new TestHome();

    private final List<String> texts = new ArrayList<>();
    private final Logger root = Logger.getLogger("");
    private LoudLog log;

    @BeforeEach
    void listen() throws IOException {
        // The start of the server would log the passwords of its roles.
        new TestStock().close();
        log = new LoudLog("org.postgresql");
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    private static List<String> forms(String password) {
        String url = URLEncoder.encode(password, UTF_8);
        return List.of(
                password,
                url,
                url.replace("+", "%20"),
                url.toLowerCase(java.util.Locale.ROOT),
                Base64.getEncoder().encodeToString(password.getBytes(UTF_8)));
    }

    private static List<String> leaks(String text, String password) {
        return forms(password).stream().filter(text::contains).toList();
    }

    private void connect(Setup setup, SharedStockMembership settings) {
        try (var server =
                settings.connector(setup).connect(new Desk(UUID.randomUUID(), setup.deskName()), Optional.empty())) {
            texts.add(server.state().toString());
        } catch (StockServerException failed) {
            texts.add(failed + " " + failed.getCause());
            root.log(Level.WARNING, "The sync failed", failed);
        }
    }

    @Test
    void passwordIsNowhere() throws Exception {
        String password = TestStock.password();
        try (TestStock stock = new TestStock()) {
            SharedStockMembership settings = new SharedStockMembership(home.preferences(), home.vault());
            // As pasted: with the password in the address.
            SharedStockSettingsInput pasted = new SharedStockSettingsInput(
                    stock.address()
                            .text()
                            .replace(
                                    "@",
                                    ":" + URLEncoder.encode(password, UTF_8).replace("+", "%20") + "@"),
                    "",
                    "",
                    "Anna, desk 2");
            assertEquals(Optional.of(password), pasted.typedPassword());
            texts.add(pasted.toString());
            Setup setup = pasted.setup().orElseThrow();
            settings.save(setup, pasted.typedPassword(), false);
            texts.add(setup.toString());
            connect(setup, settings);
            // Wrong database, wrong encryption, server gone.
            ServerAddress address = setup.address();
            connect(
                    new Setup(
                            new ServerAddress(
                                    address.host(),
                                    address.port(),
                                    "none",
                                    address.user(),
                                    address.isEncrypted(),
                                    Optional.empty()),
                            "Anna"),
                    settings);
            texts.add(String.valueOf(ServerCheck.isPrepared(address, password)));
            stock.cutOff();
            connect(setup, settings);
            texts.add(address.text());
        }
        root.warning("As a careless line: "
                + home.vault()
                        .redaction()
                        .redact("postgresql://x:" + URLEncoder.encode(password, UTF_8) + "@db " + password));
        writeSupportFile();
        home.close();
        readFiles();
        texts.addAll(log.text().lines().toList());
        assertTrue(texts.size() > 20, () -> "only " + texts);
        assertEmpty(
                texts.stream().filter(text -> !leaks(text, password).isEmpty()).toList());
        assertTrue(texts.stream().anyMatch(text -> text.contains("sharedStockSecret")), "it is kept, encrypted");
        assertTrue(texts.stream().anyMatch(text -> text.contains(Redaction.MARK + "@db " + Redaction.MARK)));
    }

    private void writeSupportFile() throws IOException {
        Path logs = Files.createDirectories(home.resolve("logs"));
        home.journal().open();
        new SupportFile(home.preferences(), home.vault(), new SupportFile.Program("test", logs), Clock.systemUTC())
                .write(home.resolve("support.zip"));
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(home.resolve("support.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.add(entry.getName() + " " + read(zip));
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        return new String(in.readAllBytes(), UTF_8);
    }

    private void readFiles() throws IOException {
        try (Stream<Path> files = Files.walk(home.path())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(file + " " + Files.readString(file, ISO_8859_1));
                texts.add(new String(Files.readAllBytes(file), UTF_8));
            }
        }
    }
}
