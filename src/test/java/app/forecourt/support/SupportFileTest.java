package app.forecourt.support;

import static app.forecourt.autochat.FailureCause.STOPPED;
import static app.forecourt.autochat.FailureCause.TIMEOUT;
import static app.forecourt.autochat.FailureCause.TLS;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.settings.Setting.CLIENT_ID;
import static app.forecourt.settings.Setting.CLIENT_SECRET;
import static app.forecourt.settings.Setting.PHOTO_PUBLIC_ADDRESS;
import static app.forecourt.settings.Setting.PHOTO_SECRET;
import static app.forecourt.settings.Setting.PHOTO_STORE;
import static app.forecourt.settings.Setting.THEME;
import static app.forecourt.settings.Setting.TOKEN_ADDRESS;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.OutcomeKinds;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.autochat.SignInFailure;
import app.forecourt.autochat.json.CarJson;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.SampleCars;
import app.forecourt.connection.ProfileClients;
import app.forecourt.http.ScriptedServer;
import app.forecourt.journal.Journal;
import app.forecourt.option.CarOption;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.DealershipRepository;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import app.forecourt.stock.Submission;
import app.forecourt.testing.SettableClock;
import app.forecourt.testing.TestHome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests of the support file: its content, and that it identifies nobody. */
class SupportFileTest {
    private static final String VIN = "WVWZZZ1JZ3W386752";

    private final SettableClock clock = new SettableClock();
    @RegisterExtension
    final TestHome home = new TestHome(clock);
    private Preferences preferences;
    private Vault vault;
    private ProfileClients clients;
    private Journal journal;
    private SupportFile support;
    private Path file;

    @BeforeEach
    void createDesk() throws IOException {
        home.properties.put("forecourt.production.url", "https://user@dealer.example/cars/7");
        preferences = home.preferences();
        vault = home.vault();
        clients = home.clients();
        journal = home.journal();
        support = new SupportFile(journal, preferences, vault, clients,
                new SupportFile.Program("1.2", home.resolve("logs")), clock);
        file = Files.createDirectory(home.resolve("desk")).resolve(support.fileName());
    }

    private Map<String, String> writeAndRead() throws IOException {
        support.write(file, profile -> "as told");
        var entries = new LinkedHashMap<String, String>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(writeAndRead().get(name));
    }

    private void saveSubmission(SendOutcome outcome) {
        Submission submission = Submission.of(UUID.randomUUID(), STAGING, "https://a",
                CarDraft.of(Map.of(CarField.VIN, VIN, CarField.SALES_PRICE, "15944.63"), List.of()),
                new CarJson().toJson(SampleCars.example()), clock.instant());
        journal.note(submission, submission.draft(), Set.of(), Set.of());
        Submission leaving = submission.asSending(clock.instant());
        journal.update(leaving);
        clock.advance(Duration.ofSeconds(1));
        journal.update(leaving.withOutcome(clock.instant(), outcome));
    }

    private void log(String text) throws IOException {
        Files.createDirectories(home.resolve("logs"));
        Files.writeString(home.resolve("logs").resolve("forecourt.0.log"), text);
    }

    @Test
    void hasItsPartsAndTheDayInItsName() throws IOException {
        log("2026-11-24T12:00:00.000+01:00 INFO app.forecourt Forecourt 1.2 begins\n");
        assertEquals("forecourt-support-2026-03-01.zip", support.fileName());
        assertEquals(Set.of("versions.json", "settings.json", "profiles.json", "sendings.json",
                "logs/forecourt.0.log"), writeAndRead().keySet());
        JsonNode versions = json("versions.json");
        assertEquals("1.2", versions.path("forecourt").asText());
        assertEquals(System.getProperty("java.runtime.version"),
                versions.path("java.runtime.version").asText());
        assertEquals(System.getProperty("os.name"), versions.path("os.name").asText());
        assertTrue(versions.has("javafx.runtime.version"));
    }

    @Test
    void hasTheOutcomesOfSubmissions() throws IOException {
        List<SendOutcome> outcomes = List.of(
                new SendOutcome.Accepted(new Answer(201, "application/json; charset=utf-8", "{\"id\": 7}"),
                        Optional.of("7")),
                SendOutcome.Rejected.of(new Answer(422, "application/problem+json",
                        "{\"violations\": [{\"propertyPath\": \"vin\", \"message\": \"no\"}], \"" + VIN
                                + "\": {}, \"title\": \"cut")),
                SendOutcome.Rejected.of(new Answer(422, "application/json",
                        "{\"violations\": [{\"propertyPath\": \"vin\", \"message\": \"no " + VIN + "\"}]}")),
                new SendOutcome.SignInRefused(
                        new SignInFailure(SignInFailure.Kind.NOT_ALLOWED, Optional.of("said"))),
                new SendOutcome.Unknown(TIMEOUT, Optional.empty()),
                new SendOutcome.Limited(clock.instant().plusSeconds(5)),
                new SendOutcome.NotSent(TLS));
        assertEmpty(OutcomeKinds.missing(outcomes));
        outcomes.forEach(this::saveSubmission);

        List<String> lines = Stream.iterate(0, number -> number + 1).limit(7)
                .map(number -> line(number)).toList();
        assertEquals(List.of(
                "not_sent tries 1 cause tls",
                "limited tries 1 until 2026-03-01T12:00:05Z",
                "unknown tries 1 cause timeout",
                "refused tries 1 cause not_allowed",
                "rejected tries 1 status 422 contentType application/json length 76"
                        + " members [\"violations\",\"propertyPath\",\"message\"] fields [\"vin\"]",
                "rejected tries 1 status 422 contentType application/problem+json length 97"
                        + " members [\"violations\",\"propertyPath\",\"message\",\"…\",\"title\"] fields []",
                "accepted tries 1 status 201 contentType application/json length 9 members [\"id\"] named true"),
                lines);
    }

    private String line(int number) {
        try {
            JsonNode line = json("sendings.json").get(number);
            assertEquals("staging", line.path("profile").asText());
            assertEquals(Duration.ofSeconds(1), Duration.between(
                    Instant.parse(line.path("asked").asText()),
                    Instant.parse(line.path("changed").asText())));
            var words = new StringBuilder(line.path("state").asText());
            line.properties().stream()
                    .filter(member -> !Set.of("asked", "changed", "profile", "state", "decision")
                            .contains(member.getKey()))
                    .forEach(member -> words.append(' ').append(member.getKey()).append(' ')
                            .append(member.getValue().isTextual() ? member.getValue().asText()
                                    : member.getValue().toString()));
            return words.toString();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Tag("proof")
    @Test
    void hasTheLastFiftySubmissions() throws IOException {
        for (int number = 0; number < 52; number++) {
            saveSubmission(new SendOutcome.NotSent(number < 2 ? STOPPED : TLS));
        }
        JsonNode lines = json("sendings.json");
        assertEquals(50, lines.size());
        assertTrue(lines.findValuesAsText("cause").stream().allMatch("tls"::equals));
    }

    @Test
    void settingsDoNotIdentifyTheDealer() throws IOException {
        preferences.put(CLIENT_ID, "abCLIENTid9f");
        new DealershipRepository(preferences, "practice").save(List.of(new Dealership("Ours", "short", "")));
        preferences.put(THEME, "dark");
        preferences.put(TOKEN_ADDRESS, "a secret pasted in the wrong place");
        vault.put(CLIENT_SECRET, "the-secret-of-this-desk").join();
        preferences.put(PHOTO_STORE, "webdav");
        preferences.put(PHOTO_PUBLIC_ADDRESS, "https://www.dealer.example/photos");
        vault.put(PHOTO_SECRET, "the-password-of-the-web-space").join();
        JsonNode settings = json("settings.json");
        assertEquals("webdav", settings.path("photoStore").asText());
        assertEquals("ht…os", settings.path("photoPublicUrl").asText());
        assertEquals("kept", settings.path("photoSecret").asText());
        assertEquals("ab…9f", settings.path("clientId").asText());
        assertEquals("[{\"staging\":\"…\",\"production\":\"\"}]",
                settings.path("dealerships").toString());
        assertEquals("kept", settings.path("clientSecret").asText());
        assertEquals("", settings.path("stagingClientSecret").asText());
        assertEquals("dark", settings.path("theme").asText());
        assertEquals("staging.autochat.ai", settings.path("stagingUrl").asText());
        assertEquals("dealer.example", settings.path("productionUrl").asText());
        assertEquals("…", settings.path("tokenUrl").asText());
        assertEquals("{\"productionUrl\":\"forecourt.production.url\"}",
                settings.path("fixedBy").toString());
        for (Setting setting : Setting.values()) {
            assertTrue(settings.has(setting.key()), setting.key());
        }
    }

    @Test
    void profilesHaveHostAndState() throws IOException {
        JsonNode profiles = json("profiles.json");
        assertEquals("{\"host\":\"staging.autochat.ai\",\"setUp\":false,\"state\":\"as told\","
                + "\"options\":\"none kept\",\"signIn\":\"no limit\"}",
                profiles.path("staging").toString());
        assertEquals("dealer.example", profiles.path("production").path("host").asText());
        assertEquals("{\"keptIn\":\"undecided\",\"locked\":false}", profiles.path("secrets").toString());
    }

    @Test
    void cachedOptionsAndSignInLimitAreListed() throws IOException {
        preferences.put(CLIENT_ID, "id");
        vault.put(CLIENT_SECRET, "the-secret-of-this-desk").join();
        journal.saveOptions(STAGING, clients.address(STAGING),
                List.of(new CarOption("abs", "ABS"), new CarOption("ac", "Airco")), true, 0);
        Instant loaded = clock.instant();
        clock.advance(Duration.ofHours(27));
        try (var signIn = new ScriptedServer()) {
            signIn.otherwise(_ -> ScriptedServer.status(429).addHeader("Retry-After", "590").build());
            preferences.put(TOKEN_ADDRESS, signIn.url("/oauth/token"));
            // The secret is bound to the address that is set now.
            vault.put(CLIENT_SECRET, "the-secret-of-this-desk").join();
            clients.client(STAGING).signIn();
        }
        JsonNode profiles = json("profiles.json");
        assertEquals("2 kept, loaded " + loaded + ", 27 hours ago",
                profiles.path("staging").path("options").asText());
        assertEquals("limited until " + clock.instant().plusSeconds(590),
                profiles.path("staging").path("signIn").asText());
        assertEquals("none kept", profiles.path("practice").path("options").asText());
        assertTrue(clients.runningPractice().isEmpty(), "it need not be started for this");
    }

    @Test
    void logKeepsFramesWithoutExceptionMessages() throws IOException {
        String user = System.getProperty("user.home");
        log("""
                2026-11-24T12:00:00.000+01:00 INFO app.forecourt Forecourt begins, in %s/forecourt
                2026-11-24T12:00:01.000+01:00 SEVERE app.forecourt Fault 1A2B in main
                java.lang.NumberFormatException: For input string: "15.944,63"
                XF-100-F Renate: nice car
                \tat java.base/java.lang.Long.parseLong(Long.java:7)
                \tat app.forecourt.car.Numbers$1.of(Numbers.java:12) ~[app.jar:?]
                \tat Renate's house
                Caused by: app.forecourt.journal.JournalException: %s
                \t... 12 more
                2026-11-24T12:00:02.000+01:00 INFO app.forecourt Forecourt ends
                """.formatted(user, VIN));
        assertEquals("""
                2026-11-24T12:00:00.000+01:00 INFO app.forecourt Forecourt begins, in ~/forecourt
                2026-11-24T12:00:01.000+01:00 SEVERE app.forecourt Fault 1A2B in main
                java.lang.NumberFormatException
                \tat java.base/java.lang.Long.parseLong(Long.java:7)
                \tat app.forecourt.car.Numbers$1.of(Numbers.java:12) ~[app.jar:?]
                Caused by: app.forecourt.journal.JournalException
                \t... 12 more
                2026-11-24T12:00:02.000+01:00 INFO app.forecourt Forecourt ends
                """, writeAndRead().get("logs/forecourt.0.log"));
    }

    @Test
    void dataFolderOutsideTheHomeIsShortened() throws IOException {
        log("2026-11-24T12:00:00.000+01:00 INFO app.forecourt in %s\n".formatted(home.resolve("journal.db")));
        assertTrue(writeAndRead().get("logs/forecourt.0.log").endsWith("in ~/journal.db\n"));
    }

    @Test
    void secretLoggedByAnEarlierVersionIsMasked() throws IOException {
        vault.put(CLIENT_SECRET, "the-secret-of-this-desk").join();
        log("2026-11-24T12:00:00.000+01:00 INFO app.forecourt with the-secret-of-this-desk\n");
        assertTrue(writeAndRead().get("logs/forecourt.0.log").endsWith("with …\n"));
    }

    @Test
    void fileHasNoDataOfACar() throws IOException {
        String quoting = "{\"violations\": [{\"propertyPath\": \"vin\", \"message\": \"XD9913\"}], "
                + "\"SEB-21347958\": \"A nice car for 15944.63\", \"" + VIN + "\": \"bmw\"}";
        saveSubmission(SendOutcome.Rejected.of(new Answer(422, "text/" + VIN, quoting)));
        saveSubmission(new SendOutcome.Accepted(new Answer(201, VIN, quoting), Optional.of(VIN)));
        String all = writeAndRead().toString();
        for (String personal : List.of(VIN, VIN.toLowerCase(Locale.ROOT), "15944", "XD9913",
                "SEB-21347958", "nice car", "bmw", "you get this")) {
            assertFalse(all.contains(personal), personal);
        }
    }

    @Test
    void existingFileIsReplacedByAPrivateOne() throws IOException {
        Files.writeString(file, "yesterday's");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        writeAndRead();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of(file), filesInFolder());
    }

    @Test
    void failedWriteKeepsTheExistingFile() throws IOException {
        Files.writeString(file, "yesterday's");
        assertThrows(IllegalStateException.class, () -> support.write(file, profile -> {
            throw new IllegalStateException("in the middle");
        }));
        assertEquals("yesterday's", Files.readString(file));
        assertEquals(List.of(file), filesInFolder());
        assertThrows(NoSuchFileException.class,
                () -> support.write(home.resolve("nowhere").resolve("a.zip"), profile -> ""));
    }

    private List<Path> filesInFolder() throws IOException {
        try (Stream<Path> all = Files.list(file.getParent())) {
            return all.toList();
        }
    }
}
