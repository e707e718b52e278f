package app.forecourt.transfer;

import app.forecourt.advert.BlockRepository;
import app.forecourt.file.DirectorySync;
import app.forecourt.journal.Journal;
import app.forecourt.journal.database.JournalException;
import app.forecourt.practice.PracticeServer;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.DealershipRepository;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/**
 * The archive for the move to another computer: one file with the journal, the settings, the description blocks and the
 * desk's own vocabulary. It has no secrets. It has no addresses either, because they decide where a secret, a plate or
 * a photo is sent, and anyone may have made the archive.
 */
public final class MigrationArchive {
    private static final Set<Setting> NOT_MOVED = EnumSet.of(
            Setting.PROFILE,
            Setting.WINDOW,
            Setting.STAGING_ADDRESS,
            Setting.PRODUCTION_ADDRESS,
            Setting.TOKEN_ADDRESS,
            Setting.REGISTER_ADDRESS,
            Setting.CLIENT_SECRET,
            Setting.STAGING_CLIENT_SECRET,
            Setting.PRODUCTION_CLIENT_SECRET,
            Setting.PHOTO_STORE,
            Setting.PHOTO_ADDRESS,
            Setting.PHOTO_PORT,
            Setting.PHOTO_PUBLIC_ADDRESS,
            Setting.PHOTO_HOSTS,
            Setting.PHOTO_SECRET,
            Setting.PHOTOS_MOVED_AT,
            Setting.SHARED_STOCK_ADDRESS,
            Setting.SHARED_STOCK_SECRET,
            Setting.SHARED_STOCK_NEW,
            Setting.DESK_NAME,
            Setting.KEEP_SECRETS,
            Setting.PROXY,
            Setting.PROXY_HOST,
            Setting.PROXY_PORT);
    /** The largest number of characters of a setting that is taken over. */
    private static final int MOST_CHARACTERS = 1_000;

    private final Journal journal;
    private final Preferences preferences;
    private final DealershipRepository dealerships;
    private final BlockRepository blocks;
    private final Path vocabulary;
    private final Clock clock;
    private final long largest;

    /** The result of unpacking. */
    public sealed interface UnpackResult {
        /**
         * Everything was taken over.
         *
         * @param otherVocabulary the file with the other computer's vocabulary, if this desk keeps its own vocabulary
         */
        record Merged(Optional<Path> otherVocabulary) implements UnpackResult {}

        /** The archive was refused, and nothing was changed. */
        record Refused(Reason reason) implements UnpackResult {}
    }

    /** The reasons for refusing an archive. */
    public enum Reason {
        /** The file is not a migration archive. */
        NO_LUGGAGE,
        /** The archive is damaged. */
        DAMAGED,
        /** A part is larger than any desk's. */
        TOO_LARGE,
        /** A later version of this program made the archive. */
        NEWER,
        /** The archive could not be read, or its parts could not be written here. */
        DISK
    }

    /**
     * Creates the archive of this desk.
     *
     * @param vocabulary the file of the desk's own vocabulary, which may be missing
     */
    public MigrationArchive(Journal journal, Preferences preferences, Path vocabulary, Clock clock) {
        this(journal, preferences, vocabulary, 2L << 30, clock);
    }

    /**
     * Creates the archive of this desk.
     *
     * @param largest the largest size in bytes of a journal
     */
    MigrationArchive(Journal journal, Preferences preferences, Path vocabulary, long largest, Clock clock) {
        this.journal = journal;
        this.preferences = preferences;
        this.dealerships = new DealershipRepository(preferences, PracticeServer.DEALERSHIP_ID);
        this.blocks = new BlockRepository(preferences, clock);
        this.vocabulary = vocabulary;
        this.largest = largest;
        this.clock = clock;
    }

    /**
     * Writes the archive, completely or not at all; replaces an existing file. Notes the time, because this computer no
     * longer deletes the archive's photos on the web space. Blocks on the disk.
     *
     * @return the file of the desk's own vocabulary, if it was left out because it is too large to be unpacked
     * @throws IOException if the archive can't be written
     * @throws JournalException if the journal can't be read
     */
    public Optional<Path> pack(Path file) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "forecourt", ".new");
        boolean words = Files.isRegularFile(vocabulary);
        Optional<Path> leftOut = Optional.of(vocabulary).filter(_ -> words);
        try (ArchiveFolder folder = new ArchiveFolder(journal.scratch())) {
            journal.copyTo(folder.journal());
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
                add(zip, ArchiveFolder.JOURNAL, folder.journal());
                zip.putNextEntry(new ZipEntry(ArchiveFolder.SETTINGS));
                zip.write(settings().toString().getBytes(StandardCharsets.UTF_8));
                if (words && Files.size(vocabulary) <= ArchiveFolder.SMALL) {
                    add(zip, ArchiveFolder.WORDS, vocabulary);
                    leftOut = Optional.empty();
                }
            }
            // Before the other computer can have the archive.
            preferences.put(Setting.PHOTOS_MOVED_AT, clock.instant().toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DirectorySync.forceParentOf(file);
            return leftOut;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
    }

    private ObjectNode settings() {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        EnumSet.complementOf(EnumSet.copyOf(NOT_MOVED)).stream()
                .filter(this::isTyped)
                .forEach(setting -> settings.put(setting.key(), preferences.stored(setting)));
        settings.setAll(DealershipRepository.toJson(dealerships.stored()));
        settings.setAll(blocks.storedJson());
        return settings;
    }

    private boolean isTyped(Setting setting) {
        return !preferences.stored(setting).equals(setting.defaultValue());
    }

    /**
     * Unpacks an archive. Of a row that is in both journals, the newer version stays. Existing settings and vocabulary
     * stay. Blocks on the disk. No submission may be under way in the journal meanwhile.
     */
    public UnpackResult unpack(Path file) {
        try (ArchiveFolder folder = new ArchiveFolder(journal.scratch())) {
            if (!folder.unpack(file, largest)) {
                return new UnpackResult.Refused(Reason.NO_LUGGAGE);
            }
            if (!(new ObjectMapper().readTree(Files.readAllBytes(folder.settings())) instanceof ObjectNode settings)) {
                return new UnpackResult.Refused(Reason.DAMAGED);
            }
            return takeOver(folder, settings);
        } catch (ArchiveFolder.TooLargeException tooLarge) {
            return new UnpackResult.Refused(Reason.TOO_LARGE);
        } catch (ZipException | EOFException | JacksonException broken) {
            return new UnpackResult.Refused(Reason.DAMAGED);
        } catch (IOException unreadable) {
            return new UnpackResult.Refused(Reason.DISK);
        } catch (JournalException refused) {
            return new UnpackResult.Refused(
                    switch (refused.reason()) {
                        case DAMAGED -> Reason.DAMAGED;
                        case NEWER -> Reason.NEWER;
                        case FULL, READ_ONLY, HELD, DISK -> Reason.DISK;
                    });
        }
    }

    /**
     * Takes over the parts. The vocabulary is written first and renamed last, so that a failure leaves nothing half
     * done.
     */
    private UnpackResult takeOver(ArchiveFolder folder, ObjectNode settings) throws IOException {
        Optional<Path> target = vocabularyTarget(folder.vocabulary());
        Path fresh = vocabulary.resolveSibling(vocabulary.getFileName() + ".new");
        try {
            if (target.isPresent()) {
                Files.copy(folder.vocabulary(), fresh, StandardCopyOption.REPLACE_EXISTING);
            }
            journal.takeOver(folder.journal());
            settings.properties()
                    .forEach(text ->
                            takeOverSetting(text.getKey(), text.getValue().asText("")));
            if (dealerships.stored().stream().allMatch(Dealership::isBlank)) {
                dealerships.save(DealershipRepository.fromJson(settings));
            }
            blocks.importIfEmpty(settings);
            if (target.isPresent()) {
                Files.move(fresh, target.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                DirectorySync.forceParentOf(target.get());
            }
            return new UnpackResult.Merged(target.filter(path -> !path.equals(vocabulary)));
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void takeOverSetting(String key, String text) {
        Arrays.stream(Setting.values())
                .filter(setting -> setting.key().equals(key) && !NOT_MOVED.contains(setting) && !isTyped(setting))
                .filter(setting -> !text.isBlank() && text.length() <= MOST_CHARACTERS)
                .forEach(setting -> preferences.put(setting, text));
    }

    /** Returns the file for an unpacked vocabulary; empty if there is none, or if this desk has the same. */
    private Optional<Path> vocabularyTarget(Path words) throws IOException {
        if (!Files.exists(words)) {
            return Optional.empty();
        }
        if (!Files.exists(vocabulary)) {
            return Optional.of(vocabulary);
        }
        boolean same = Files.isRegularFile(vocabulary) && Files.mismatch(words, vocabulary) < 0;
        return same ? Optional.empty() : Optional.of(vocabulary.resolveSibling("vocabulary.from-move.properties"));
    }
}
