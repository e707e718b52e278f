package app.forecourt.settings;

import static app.forecourt.file.FileModes.assertMode;
import static app.forecourt.file.Folders.names;
import static app.forecourt.settings.Preferences.Trouble.NOT_SAVED;
import static app.forecourt.settings.Preferences.Trouble.PUT_ASIDE;
import static app.forecourt.settings.Preferences.Trouble.UNREADABLE;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.settings.Setting.CLIENT_ID;
import static app.forecourt.settings.Setting.CLIENT_SECRET;
import static app.forecourt.settings.Setting.PRODUCTION_ADDRESS;
import static app.forecourt.settings.Setting.PROFILE;
import static app.forecourt.settings.Setting.STAGING_ADDRESS;
import static app.forecourt.settings.Setting.STAGING_CLIENT_ID;
import static app.forecourt.settings.Setting.TEXT_SIZE;
import static app.forecourt.settings.Setting.THEME;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.testing.TextAssertions.assertContains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.file.FileInUseException;
import app.forecourt.file.PrivateFile;
import app.forecourt.settings.Preferences.Section;
import app.forecourt.settings.Preferences.Trouble;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the preferences and their file. */
class PreferencesTest {

    @TempDir
    private Path home;

    private Path file;

    @BeforeEach
    void setFileInMissingFolder() {
        file = home.resolve("state/preferences.json");
    }

    private Preferences open() {
        return open(environment(Map.of(), Map.of()));
    }

    private Preferences open(SystemEnvironment environment) {
        return Preferences.open(file, environment, Runnable::run);
    }

    private static SystemEnvironment environment(Map<String, String> variables, Map<String, String> properties) {
        return new SystemEnvironment(variables::get, properties::get);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void assertStored(String clientId) {
        assertEquals(clientId, open().get(CLIENT_ID));
    }

    @Test
    void valuesSurviveRestart() {
        try (Preferences preferences = open()) {
            preferences.put(PROFILE, "production");
            preferences.put(CLIENT_ID, "id");
            preferences.setEntry(Section.VAULT, "name", Optional.of("text"));
        }
        Preferences reopened = open();
        assertEquals(PRODUCTION, Profile.atStart(reopened));
        assertEquals("id", reopened.get(CLIENT_ID));
        assertEquals(Optional.of("text"), reopened.entry(Section.VAULT, "name"));
        assertEquals(List.of("name"), reopened.names(Section.VAULT));
        assertEmpty(reopened.entry(Section.VAULT, "another name"));
        assertEmpty(reopened.entry(Section.SEALED, "name"));
    }

    @Test
    void startIsRepeatedWhileAnotherProgramHasTheFileOpen() {
        var failures = new ArrayDeque<IOException>();
        var inUse = new FileInUseException(file, new IOException());
        Supplier<Trouble> start = () -> {
            if (failures.isEmpty()) {
                return open().trouble();
            }
            throw new UncheckedIOException(failures.remove());
        };
        failures.addAll(Collections.nCopies(PreferencesWait.ATTEMPTS - 1, inUse));
        assertEquals(Trouble.NONE, PreferencesWait.repeat(start));
        for (int left : List.of(PreferencesWait.ATTEMPTS, 1)) {
            failures.addAll(Collections.nCopies(left, left == 1 ? new IOException("disk") : inUse));
            failures.add(inUse);
            assertThrows(UncheckedIOException.class, () -> PreferencesWait.repeat(start));
            assertEquals(1, failures.size());
            failures.clear();
        }
    }

    @Test
    void changesMadeTogetherAreSavedTogether() throws Exception {
        Preferences preferences = open();
        var saver = new Thread(preferences::saveNow);
        preferences.changeTogether(() -> {
            preferences.put(CLIENT_ID, "one");
            saver.start();
            while (saver.getState() == Thread.State.NEW || saver.getState() == Thread.State.RUNNABLE) {
                Thread.onSpinWait();
            }
            assertFalse(Files.exists(file), "one change is saved without the other");
            preferences.put(STAGING_CLIENT_ID, "other");
        });
        saver.join();
        assertEquals("other", open().get(STAGING_CLIENT_ID));
    }

    @Test
    void fileIsPrivate() throws IOException {
        try (Preferences preferences = open()) {
            preferences.put(CLIENT_ID, "id");
        }
        assertMode("rw-------", file);
        assertMode("rwx------", file.getParent());
        assertEquals(Set.of("preferences.json"), names(file.getParent()), "nothing else is left behind");
    }

    @Test
    void damagedFileIsMovedAside() throws IOException {
        write("{ half a fi");
        try (Preferences preferences = open()) {
            assertEquals(PUT_ASIDE, preferences.trouble());
            preferences.put(CLIENT_ID, "new");
            assertEquals(Trouble.NONE, preferences.saveNow(), "of the save only");
            assertEquals(PUT_ASIDE, preferences.trouble(), "as support reads it");
        }
        assertEquals("{ half a fi", Files.readString(file.resolveSibling("preferences.json.bad")));
        assertStored("new");

        write("[]");
        open().close();
        assertEquals("{ half a fi", Files.readString(file.resolveSibling("preferences.json.bad")));
        assertEquals("[]", Files.readString(file.resolveSibling("preferences.json.bad2")));
    }

    @Test
    void movedFileIsReportedUntilNextSave() throws IOException {
        write("{ half a fi");
        open();
        try (Preferences reported = open()) {
            assertEquals(PUT_ASIDE, reported.trouble());
        }
        assertEquals(Trouble.NONE, open().trouble());
    }

    @Test
    void binaryFileIsDamaged() throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertEquals(PUT_ASIDE, open().trouble());
    }

    @Test
    void unreadableFileStaysUnchanged() throws IOException {
        Files.createDirectories(file.resolve("a folder where the file should be"));
        try (Preferences preferences = open()) {
            assertEquals(UNREADABLE, preferences.trouble());
            preferences.put(CLIENT_ID, "id");
            assertEquals("id", preferences.get(CLIENT_ID), "it still holds for this run");
            assertEquals(UNREADABLE, preferences.saveNow(), "this is not kept either");
        }
        assertTrue(Files.isDirectory(file));
    }

    @Test
    @Needs(SystemFeature.SYMBOLIC_LINKS)
    void targetOfLinkIsWritten() throws IOException {
        Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
        Path target = elsewhere.resolve("hers.json");
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, Path.of("..", "elsewhere", "hers.json"));
        // The target of the link does not exist at first.
        for (String id : List.of("one", "two")) {
            try (Preferences preferences = open()) {
                preferences.put(CLIENT_ID, id);
            }
            assertTrue(Files.isSymbolicLink(file));
            assertContains(id, Files.readString(target));
            assertEquals(id, open().get(CLIENT_ID));
        }
        Files.writeString(target, "{");
        try (Preferences preferences = open()) {
            assertEquals(PUT_ASIDE, preferences.trouble());
            preferences.put(CLIENT_ID, "three");
        }
        assertEquals("{", Files.readString(elsewhere.resolve("hers.json.bad")));
        assertTrue(Files.isSymbolicLink(file));
        assertStored("three");
        assertEquals(2, names(elsewhere).size(), "nothing half written is left");
    }

    @Test
    @Needs(SystemFeature.SYMBOLIC_LINKS)
    void invalidLinkIsReplaced() throws IOException {
        Files.createDirectories(file.getParent());
        for (Path to : List.of(home.resolve("state"), file)) {
            Files.createSymbolicLink(file, to);
            new PrivateFile(file).write("text");
            assertFalse(Files.isSymbolicLink(file));
            assertEquals("text", Files.readString(file));
            Files.delete(file);
        }
        assertTrue(Files.isDirectory(home.resolve("state")));
    }

    @Test
    void failedWriteIsRetried() throws Exception {
        Files.createFile(file.getParent());
        try (Preferences preferences = open()) {
            preferences.put(CLIENT_ID, "id");
            LongWait.until("the failure", () -> preferences.trouble() == NOT_SAVED);
            assertEquals(NOT_SAVED, preferences.saveNow());
            Files.delete(file.getParent());

            LongWait.until("the file", () -> Files.exists(file));
            assertStored("id");
        }
    }

    @Test
    void deletedFileIsWrittenWhole() throws IOException {
        write("{\"clientId\": \"id\", \"version\": 7}");
        Preferences preferences = open();
        Files.delete(file);
        preferences.put(PROFILE, "staging");
        preferences.saveNow();
        assertStored("id");
        assertTrue(Files.readString(file).contains("\"version\" : 7"));
    }

    /** Values are changed while other values are written. */
    @Test
    void noChangeIsLostDuringWrites() throws Exception {
        Preferences preferences = open();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<?> written : threads.invokeAll(IntStream.range(0, 4)
                    .mapToObj(thread -> Executors.callable(() -> putAndSave(preferences, thread)))
                    .toList())) {
                written.get();
            }
        }
        assertEquals(100, open().names(Section.VAULT).size());
    }

    private void putAndSave(Preferences preferences, int thread) {
        for (int number = 0; number < 25; number++) {
            String name = thread + " " + number;
            preferences.setEntry(Section.VAULT, name, Optional.of("text"));
            assertEquals(Trouble.NONE, preferences.saveNow());
            assertEquals(Optional.of("text"), open().entry(Section.VAULT, name));
        }
    }

    /** A file of today's format, as Jackson wrote it for an earlier version of this class. */
    @Test
    void fileOfEarlierVersionIsRead() throws IOException {
        write("""
                {
                  "textSize" : "110",
                  "clientId" : "id",
                  "sealed" : {
                    "clientSecret" : "2:AAAA"
                  },
                  "vault" : {
                    "id" : "0b5c1e3e-0b5c-4e3e-9b5c-0b5c1e3e0b5c",
                    "keptIn" : "keychain"
                  },
                  "askedForTokens" : {
                    "ab" : "2026-11-25T10:15:30Z"
                  },
                  "dealerships" : [ {
                    "name" : "Autohaus \\"Krüger\\"",
                    "staging" : "s-1"
                  }, {
                    "production" : "p-2"
                  } ],
                  "textBlocks" : [ {
                    "name" : "a\\\\b",
                    "used" : false,
                    "en" : "{brand}\\n{model}"
                  } ],
                  "version" : 2
                }""");
        String before = Files.readString(file);
        Preferences preferences = open();
        assertEquals(STAGING, Profile.atStart(preferences));
        assertEquals("110", preferences.get(TEXT_SIZE));
        assertEquals(Optional.of("keychain"), preferences.entry(Section.VAULT, "keptIn"));
        assertEquals(List.of("ab"), preferences.names(Section.TOKEN_REQUESTS));
        assertEquals(
                List.of(new Dealership("Autohaus \"Krüger\"", "s-1", ""), new Dealership("", "", "p-2")),
                new DealershipRepository(preferences, "practice").stored());
        preferences.put(TEXT_SIZE, "100");
        preferences.put(THEME, "dark");
        assertEquals(Trouble.NONE, preferences.saveNow());
        preferences.put(THEME, THEME.defaultValue());
        preferences.saveNow();
        assertLinesMatch(
                before.replace("  \"textSize\" : \"110\",\n", "").lines(),
                Files.readString(file).lines());
    }

    @Test
    void valueFromOutsideTakesPrecedence() {
        try (Preferences preferences = open()) {
            preferences.put(CLIENT_ID, "typed");
            preferences.put(STAGING_ADDRESS, "https://typed.example");
        }
        Preferences managed = open(environment(
                Map.of("FORECOURT_CLIENT_ID", "managed"),
                Map.of("forecourt.staging.url", "http://127.0.0.1:8080", "forecourt.production.url", " ")));
        assertEquals("managed", managed.get(CLIENT_ID));
        assertEquals("typed", managed.stored(CLIENT_ID));
        assertEquals(Optional.of("FORECOURT_CLIENT_ID"), managed.fixedBy(CLIENT_ID));
        assertEquals("http://127.0.0.1:8080", managed.get(STAGING_ADDRESS));
        assertEquals(Optional.of("forecourt.staging.url"), managed.fixedBy(STAGING_ADDRESS));
        assertEmpty(managed.fixedBy(PRODUCTION_ADDRESS));
    }

    @Test
    void credentialsSwitchDefaultToStaging() {
        Preferences preferences = open();
        assertEquals(PRACTICE, Profile.atStart(preferences));
        preferences.put(CLIENT_ID, "id");
        assertEquals(PRACTICE, Profile.atStart(preferences));
        preferences.setEntry(Section.SEALED, CLIENT_SECRET.key(), Optional.of("sealed"));
        assertEquals(STAGING, Profile.atStart(preferences));
        preferences.put(PROFILE, "practice");
        assertEquals(PRACTICE, Profile.atStart(preferences));
    }

    @Test
    void propertySetsProfileForOneRun() {
        open().put(PROFILE, "practice");
        assertEquals(
                PRODUCTION, Profile.atStart(open(environment(Map.of(), Map.of("forecourt.profile", "Production")))));
        assertEquals(PRACTICE, Profile.atStart(open(environment(Map.of(), Map.of("forecourt.profile", "nonsense")))));
    }

    @Test
    void membersOfWrongTypeAreIgnored() throws IOException {
        write("{\"sealed\": [1], \"clientId\": {\"a\": 1}, \"profile\": 7, \"stagingUrl\": [], \"theme\": null}");
        Preferences preferences = open();
        assertEquals("", preferences.get(CLIENT_ID));
        assertEquals(PRACTICE, Profile.atStart(preferences));
        assertEquals("https://staging.autochat.ai", preferences.get(STAGING_ADDRESS));
        assertEquals("system", preferences.get(THEME));
        assertEmpty(preferences.names(Section.SEALED));
        preferences.setEntry(Section.SEALED, "name", Optional.of("text"));
        assertEquals(Optional.of("text"), preferences.entry(Section.SEALED, "name"));
    }

    @Test
    void secretsAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> open().put(CLIENT_SECRET, "secret"));
    }
}
