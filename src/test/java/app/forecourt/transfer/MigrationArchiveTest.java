package app.forecourt.transfer;

import static app.forecourt.settings.Setting.CLIENT_ID;
import static app.forecourt.settings.Setting.CLIENT_SECRET;
import static app.forecourt.settings.Setting.COUNTRY;
import static app.forecourt.settings.Setting.PHOTOS_MOVED_AT;
import static app.forecourt.settings.Setting.PHOTO_ADDRESS;
import static app.forecourt.settings.Setting.PHOTO_FOLDER;
import static app.forecourt.settings.Setting.PHOTO_HOSTS;
import static app.forecourt.settings.Setting.PHOTO_PORT;
import static app.forecourt.settings.Setting.PHOTO_PUBLIC_ADDRESS;
import static app.forecourt.settings.Setting.PHOTO_STORE;
import static app.forecourt.settings.Setting.PHOTO_USER;
import static app.forecourt.settings.Setting.PRODUCTION_ADDRESS;
import static app.forecourt.settings.Setting.PROFILE;
import static app.forecourt.settings.Setting.REGISTER_ADDRESS;
import static app.forecourt.settings.Setting.STAGING_ADDRESS;
import static app.forecourt.settings.Setting.THEME;
import static app.forecourt.settings.Setting.TOKEN_ADDRESS;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.text.Language.DUTCH;
import static app.forecourt.text.Language.ENGLISH;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.advert.BlockRepository;
import app.forecourt.advert.DescriptionBlock;
import app.forecourt.autochat.token.PersistentTokenStore;
import app.forecourt.autochat.token.Token;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.Journal;
import app.forecourt.secret.MemoryKeyStorage;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.DealershipRepository;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.SettableClock;
import app.forecourt.testing.TestHome;
import app.forecourt.transfer.MigrationArchive.Reason;
import app.forecourt.transfer.MigrationArchive.UnpackResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the move from one home to another through one file. */
class MigrationArchiveTest {
    private static final long LARGEST = 300_000;
    private static final String SECRET = "s3cret-of-the-desk";
    private static final String TOKEN = "eyJ0b2tlbg";

    private static final Dealership SOUTH = new Dealership("South", "d ë 1", "");
    private static final Dealership NORTH = new Dealership("", "n-s", "n-p");

    @TempDir
    private Path home;

    private final SettableClock clock = new SettableClock();
    private Computer old;
    private Computer fresh;
    private Path file;

    /** A home with everything that a desk stores. */
    private final class Computer {
        final Path folder;
        final TestHome parts;
        final Journal journal;
        final Preferences preferences;
        final DealershipRepository dealerships;
        final Path words;
        final MigrationArchive luggage;

        Computer(String name) throws IOException {
            folder = Files.createDirectories(home.resolve(name));
            parts = new TestHome(folder, clock);
            journal = parts.journal();
            preferences = parts.preferences();
            dealerships = new DealershipRepository(preferences, "practice");
            words = folder.resolve("vocabulary.properties");
            luggage = new MigrationArchive(journal, preferences, words, LARGEST, clock);
        }

        UUID save(String brand) {
            UUID car = UUID.randomUUID();
            journal.save(car, CarDraft.of(Map.of(CarField.BRAND, brand), List.of()), Set.of());
            return car;
        }
    }

    @BeforeEach
    void createTwoComputers() throws IOException {
        old = new Computer("old");
        fresh = new Computer("new");
        file = home.resolve("move.forecourt");
    }

    @AfterEach
    void close() {
        old.parts.close();
        fresh.parts.close();
    }

    private Map<String, byte[]> entries() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private void zip(Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void carsSubmissionsSettingsAndVocabularyMove() throws IOException {
        UUID draft = old.save("bmw");
        Submission submission =
                Submission.of(UUID.randomUUID(), Profile.STAGING, "https://a", CarDraft.EMPTY, "{}", clock.instant());
        old.journal.note(submission, submission.draft(), Set.of(), Set.of());
        old.preferences.put(CLIENT_ID, "the id");
        old.dealerships.save(List.of(SOUTH, NORTH));
        old.preferences.put(COUNTRY, "nl");
        Files.writeString(old.words, "brand = dfsk");
        old.luggage.pack(file);

        assertEquals(new UnpackResult.Merged(Optional.empty()), fresh.luggage.unpack(file));

        assertEquals("bmw", fresh.journal.car(draft).orElseThrow().draft().text(CarField.BRAND));
        assertEquals(
                SubmissionState.UNKNOWN,
                fresh.journal
                        .car(submission.car())
                        .orElseThrow()
                        .submissions()
                        .getFirst()
                        .state());
        assertEmpty(fresh.journal.waitingSubmissions());
        assertEquals("the id", fresh.preferences.stored(CLIENT_ID));
        assertEquals(List.of(SOUTH, NORTH), fresh.dealerships.stored());
        assertEquals("nl", fresh.preferences.stored(COUNTRY));
        assertEquals("brand = dfsk", Files.readString(fresh.words));
    }

    @Test
    void archiveHasNoSecretAndNoToken() throws IOException {
        old.save("bmw");
        old.preferences.put(CLIENT_ID, "the id");
        try (Vault vault = new MemoryKeyStorage().openVault(old.preferences)) {
            vault.put(CLIENT_SECRET, SECRET).join();
            new PersistentTokenStore(vault, old.preferences)
                    .tokenWriter("key")
                    .accept(new Token(TOKEN, clock.instant(), clock.instant().plusSeconds(60)));
        }
        old.luggage.pack(file);
        Map<String, byte[]> entries = entries();
        assertEquals(List.of("journal.db", "settings.json"), List.copyOf(entries.keySet()));
        entries.forEach((name, bytes) -> {
            String text = new String(bytes, ISO_8859_1);
            assertFalse(text.contains(SECRET) || text.contains(TOKEN), name);
        });
        assertTrue(new String(entries.get("settings.json"), UTF_8).contains("the id"));
    }

    /** Anyone may have made the archive, so it does not say where photos and their password are sent. */
    @Test
    void webSpaceMovesWithoutAddressesAndAcceptedHosts() throws IOException {
        Map<Setting, String> webSpace = Map.of(
                PHOTO_STORE,
                "sftp",
                PHOTO_ADDRESS,
                "ssh.dealer.example",
                PHOTO_PORT,
                "2222",
                PHOTO_PUBLIC_ADDRESS,
                "https://www.dealer.example",
                PHOTO_HOSTS,
                "ssh_key ssh.dealer.example 2222=SHA256:1",
                PHOTO_USER,
                "dealer",
                PHOTO_FOLDER,
                "public_html");
        webSpace.forEach(old.preferences::put);
        old.luggage.pack(file);
        fresh.luggage.unpack(file);
        Set<Setting> moved = Set.of(PHOTO_USER, PHOTO_FOLDER);
        webSpace.forEach((setting, text) ->
                assertEquals(moved.contains(setting) ? text : "", fresh.preferences.stored(setting), setting.key()));
    }

    /** The new computer may send the cars, so only that one deletes their photos on the web space. */
    @Test
    void oldComputerNotesThatPhotosHaveMoved() throws IOException {
        assertEquals("", old.preferences.stored(PHOTOS_MOVED_AT));
        old.luggage.pack(file);
        assertEquals(clock.instant().toString(), old.preferences.stored(PHOTOS_MOVED_AT));
        old.luggage.pack(file);
        fresh.luggage.unpack(file);
        assertEquals("", fresh.preferences.stored(PHOTOS_MOVED_AT));
    }

    @Test
    void existingSettingsStay() throws IOException {
        old.preferences.put(CLIENT_ID, "theirs");
        old.preferences.put(THEME, "dark");
        old.dealerships.save(List.of(SOUTH));
        old.luggage.pack(file);
        fresh.preferences.put(CLIENT_ID, "ours");
        fresh.dealerships.save(List.of(NORTH));
        fresh.luggage.unpack(file);
        assertEquals("ours", fresh.preferences.stored(CLIENT_ID));
        assertEquals("dark", fresh.preferences.stored(THEME));
        assertEquals(List.of(NORTH), fresh.dealerships.stored());
    }

    @Test
    void descriptionBlocksMoveIfThereAreNone() throws IOException {
        List<DescriptionBlock> own = List.of(new DescriptionBlock("Garantie", true, Map.of(DUTCH, "Zes maanden")));
        new BlockRepository(old.preferences, Clock.systemUTC()).store(own);
        old.luggage.pack(file);
        fresh.luggage.unpack(file);
        assertEquals(own, new BlockRepository(fresh.preferences, Clock.systemUTC()).blocks(ENGLISH));

        new BlockRepository(fresh.preferences, Clock.systemUTC()).store(List.of());
        fresh.luggage.unpack(file);
        assertEquals(
                List.of(),
                new BlockRepository(fresh.preferences, Clock.systemUTC()).blocks(ENGLISH),
                "what is here stays");
    }

    @Test
    void dealershipsOfAnEarlierVersionMove() throws IOException {
        old.luggage.pack(file);
        Map<String, byte[]> entries = entries();
        entries.put("settings.json", bytes("{\"stagingDealershipId\":\"s\",\"productionDealershipId\":\"p\"}"));
        zip(entries);
        fresh.luggage.unpack(file);
        assertEquals(List.of(new Dealership("", "s", "p")), fresh.dealerships.stored());
    }

    @Test
    void noAddressSecretOrProfileIsTakenOver() throws IOException {
        Stream.of(Setting.values())
                .filter(setting -> !setting.isSecret())
                .forEach(setting -> old.preferences.put(setting, "https://elsewhere.example"));
        old.luggage.pack(file);
        Map<String, byte[]> entries = entries();
        entries.put("settings.json", bytes("""
                {"tokenUrl":"https://evil.example","stagingUrl":"https://evil.example",
                "productionUrl":"https://evil.example","registerUrl":"https://evil.example",
                "clientSecret":"x","profile":"production",
                "tokens":{"a":1},"theme":["dark"],"country":"","unheardOf":"x","clientId":"%s"}
                """.formatted("long".repeat(1_000))));
        for (boolean edited : new boolean[] {false, true}) {
            if (edited) {
                zip(entries);
            }
            assertEquals(new UnpackResult.Merged(Optional.empty()), fresh.luggage.unpack(file));
            for (Setting setting : List.of(
                    TOKEN_ADDRESS, STAGING_ADDRESS, PRODUCTION_ADDRESS, REGISTER_ADDRESS, CLIENT_SECRET, PROFILE)) {
                assertEquals(setting.defaultValue(), fresh.preferences.stored(setting), setting.key());
            }
        }
        assertEquals("https://elsewhere.example", fresh.preferences.stored(CLIENT_ID));
    }

    @Test
    void existingVocabularyStaysBesideTheNewOne() throws IOException {
        Files.writeString(old.words, "theirs");
        Files.writeString(fresh.words, "ours");
        old.luggage.pack(file);
        Path beside = fresh.folder.resolve("vocabulary.from-move.properties");
        assertEquals(new UnpackResult.Merged(Optional.of(beside)), fresh.luggage.unpack(file));
        assertEquals("ours", Files.readString(fresh.words));
        assertEquals("theirs", Files.readString(beside));
        Files.writeString(fresh.words, "theirs");
        assertEquals(new UnpackResult.Merged(Optional.empty()), fresh.luggage.unpack(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "text",
                "empty zip",
                "no journal",
                "no settings",
                "slip",
                "absolute",
                "stranger",
                "twice",
                "bomb",
                "bomb of words",
                "cut",
                "flipped",
                "bad settings",
                "list of settings",
                "bad journal",
                "newer journal",
                "gone",
                "folder",
                "words in the way"
            })
    void damagedArchiveIsRefusedAndNothingChanged(String kind) throws Exception {
        old.save("bmw");
        old.preferences.put(CLIENT_ID, "theirs");
        Files.writeString(old.words, "theirs");
        old.luggage.pack(file);
        fresh.save("opel");
        Reason expected = spoil(kind, entries());
        List<StockRow> before = fresh.journal.stock();
        Set<String> files = fileNames(fresh.folder);

        assertEquals(new UnpackResult.Refused(expected), fresh.luggage.unpack(file));

        assertEquals(before, fresh.journal.stock());
        assertEquals("", fresh.preferences.stored(CLIENT_ID));
        assertFalse(Files.exists(fresh.words));
        assertEquals(files, fileNames(fresh.folder));
    }

    private Reason spoil(String kind, Map<String, byte[]> entries) throws Exception {
        byte[] whole = Files.readAllBytes(file);
        Files.delete(file);
        switch (kind) {
            case "nothing" -> Files.createFile(file);
            case "text" -> Files.writeString(file, "hello");
            case "empty zip" -> zip(Map.of());
            case "no journal" -> entries.remove("journal.db");
            case "no settings" -> entries.remove("settings.json");
            case "slip" -> entries.put("../new/slipped", bytes("x"));
            case "absolute" -> entries.put(fresh.folder.resolve("slipped").toString(), bytes("x"));
            case "stranger" -> entries.put("more", bytes("x"));
            case "twice" -> Files.write(file, doubled(entries));
            case "bomb" -> entries.put("journal.db", new byte[(int) LARGEST + 1]);
            case "bomb of words" -> entries.put("vocabulary.properties", new byte[(4 << 20) + 1]);
            case "cut" -> Files.write(file, Arrays.copyOf(whole, whole.length / 2));
            case "flipped" -> {
                // The byte is within the compressed journal.
                whole[200] ^= 0x55;
                Files.write(file, whole);
            }
            case "bad settings" -> entries.put("settings.json", bytes("{\"a\":"));
            case "list of settings" -> entries.put("settings.json", bytes("[]"));
            case "bad journal" -> entries.put("journal.db", bytes("SQLite format 3\0"));
            case "newer journal" -> entries.get("journal.db")[63] = 99;
            case "folder" -> Files.createDirectories(file);
            case "words in the way" ->
                Files.createDirectories(
                        fresh.folder.resolve("vocabulary.properties.new").resolve("within"));
            default -> {}
        }
        if (!kind.equals("gone") && !Files.exists(file)) {
            zip(entries);
        }
        return switch (kind) {
            case "cut", "flipped", "bad settings", "list of settings", "bad journal" -> Reason.DAMAGED;
            case "bomb", "bomb of words" -> Reason.TOO_LARGE;
            case "newer journal" -> Reason.NEWER;
            case "gone", "folder", "words in the way" -> Reason.DISK;
            default -> Reason.NO_LUGGAGE;
        };
    }

    /** Returns an archive that has its journal twice, which no library writes. */
    private byte[] doubled(Map<String, byte[]> entries) throws IOException {
        entries.put("journal.dc", entries.get("journal.db"));
        zip(entries);
        String text = new String(Files.readAllBytes(file), ISO_8859_1);
        return text.replace("journal.dc", "journal.db").getBytes(ISO_8859_1);
    }

    private static Set<String> fileNames(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith("-wal") && !name.endsWith("-shm"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void vocabularyAboveTheLimitIsNotPacked() throws IOException {
        UUID car = old.save("bmw");
        byte[] most = new byte[4 << 20];
        Arrays.fill(most, (byte) '#');
        Files.write(old.words, most);
        assertEmpty(old.luggage.pack(file));
        assertEquals(new UnpackResult.Merged(Optional.empty()), fresh.luggage.unpack(file));
        Files.delete(fresh.words);
        Files.write(old.words, new byte[] {'#'}, StandardOpenOption.APPEND);
        assertEquals(Optional.of(old.words), old.luggage.pack(file));
        assertEquals(new UnpackResult.Merged(Optional.empty()), fresh.luggage.unpack(file));
        assertFalse(Files.exists(fresh.words));
        assertTrue(fresh.journal.car(car).isPresent());
    }

    @Test
    void archiveIsWrittenCompletelyOrNotAtAll() throws IOException {
        old.save("bmw");
        Files.writeString(file, "an older one");
        old.luggage.pack(file);
        assertEquals(
                List.of("journal.db", "settings.json"), List.copyOf(entries().keySet()));
        byte[] good = Files.readAllBytes(file);
        Set<String> before = fileNames(home);
        // A folder can't be replaced by a file.
        Path folder = Files.createDirectories(home.resolve("new").resolve("within"));
        assertThrows(IOException.class, () -> old.luggage.pack(folder.getParent()));
        assertArrayEquals(good, Files.readAllBytes(file));
        assertEquals(before, fileNames(home));
    }
}
