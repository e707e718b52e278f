package app.forecourt.journal;

import static app.forecourt.settings.Setting.PROFILE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.file.AtomicFile;
import app.forecourt.file.ExclusiveFile;
import app.forecourt.file.FileInUseException;
import app.forecourt.file.Folders;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.PreferencesWait;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of files that another program has open for itself alone. */
@Needs(SystemFeature.EXCLUSIVE_FILES)
class ExclusiveFilesTest extends JournalFixture {
    private static final byte[] OLD = {1};
    private static final byte[] NEW = {2};

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void writeWaitsForTargetAndNewFile(boolean isNew) throws Exception {
        Path file = home.resolve("list.csv");
        Files.write(file, OLD);
        var held = new CompletableFuture<ExclusiveFile>();
        var written = CompletableFuture.runAsync(() -> {
            try {
                AtomicFile.writeBytes(file, out -> {
                    out.write(NEW);
                    try {
                        Path busy = isNew
                                ? Folders.names(home).stream()
                                        .filter(name -> name.endsWith(".new"))
                                        .map(home::resolve)
                                        .findFirst()
                                        .orElseThrow()
                                : file;
                        held.complete(ExclusiveFile.openUnmovable(busy));
                    } catch (Exception failure) {
                        held.completeExceptionally(failure);
                    }
                });
            } catch (Exception failure) {
                throw new AssertionError(failure);
            }
        });
        LongWait.result(held).close();
        LongWait.result(written);
        assertArrayEquals(NEW, Files.readAllBytes(file));
        assertEquals(Set.of("list.csv"), Folders.names(home));
    }

    @Test
    void targetThatStaysOpenIsNamed() throws Exception {
        Path file = Files.write(home.resolve("list.csv"), OLD);
        try (var _ = ExclusiveFile.open(file)) {
            var inUse =
                    assertThrows(FileInUseException.class, () -> AtomicFile.writeBytes(file, out -> out.write(NEW)));
            assertEquals(file.toString(), inUse.getFile());
        }
        assertArrayEquals(OLD, Files.readAllBytes(file));
        assertEquals(Set.of("list.csv"), Folders.names(home));
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal.db", "journal.db-wal", "journal.db-shm", "journal-1.changes"})
    void journalIsOpenedWhenItsFileIsClosed(String name) throws Exception {
        UUID car = before(this::saveCar);
        Path part = file().resolveSibling(name);
        if (!Files.exists(part)) {
            Files.createFile(part);
        }
        var reopened = new CompletableFuture<JournalOpenState>();
        try (JournalThread writer = new JournalThread(journalFile(), clock)) {
            writer.whenReopened(reopened::complete);
            try (var _ = ExclusiveFile.open(part)) {
                assertEquals(JournalOpenState.Kind.HELD, writer.open().kind());
            }
            assertEquals(sound(), LongWait.result(reopened));
        }
        assertEquals(List.of(car), ids(open()));
    }

    @Test
    void preferencesAreReadWhenTheyAreClosed() throws Exception {
        Path file = Files.writeString(home.resolve("preferences.json"), "{\"profile\": \"production\"}");
        ExclusiveFile held = ExclusiveFile.open(file);
        Preferences read = PreferencesWait.repeat(() -> {
            try {
                return Preferences.open(file, new SystemEnvironment(_ -> null, _ -> null), Runnable::run);
            } finally {
                held.close();
            }
        });
        assertEquals("production", read.get(PROFILE));
    }

    @Test
    void oldBackupThatStaysOpenHindersNoOther() throws Exception {
        saveCar();
        journal.backUp();
        List<String> names = new ArrayList<>();
        try (var _ = ExclusiveFile.open(backups().resolve("recent-1.db"))) {
            for (int hour = 0; hour < 3; hour++) {
                clock.advanceHours(1);
                journal.backUp();
            }
            names.addAll(fileNames(backups()));
        }
        assertEquals(Set.of("recent-1.db", "recent-3.db", "recent-4.db", "journal-2026-03-01.db"), Set.copyOf(names));
        clock.advanceHours(1);
        journal.backUp();
        assertFalse(Files.exists(backups().resolve("recent-1.db")));
    }
}
