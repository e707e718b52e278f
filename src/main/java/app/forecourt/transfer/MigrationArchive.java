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
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/**
 * A desk's move to another computer, as one file: the journal, the settings with the building blocks, and the desk's own words. Secrets stay
 * behind. So do the addresses: they decide who is told the secret, or a plate, and a file that comes from somewhere may not.
 */
public final class MigrationArchive {
    private static final Set<Setting> STAY = EnumSet.of(Setting.PROFILE, Setting.WINDOW,
            Setting.STAGING_ADDRESS, Setting.PRODUCTION_ADDRESS, Setting.TOKEN_ADDRESS,
            Setting.REGISTER_ADDRESS, Setting.CLIENT_SECRET, Setting.STAGING_CLIENT_SECRET,
            Setting.PRODUCTION_CLIENT_SECRET,
            Setting.KEEP_SECRETS, Setting.PROXY, Setting.PROXY_HOST, Setting.PROXY_PORT);
    /** The most signs of a setting that is brought. */
    private static final int TEXT = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Journal journal;
    private final Preferences preferences;
    private final DealershipRepository dealerships;
    private final BlockRepository blocks;
    private final Path vocabulary;
    private final long largest;

    /** What came of unpacking. */
    public sealed interface Unpacked {
        /**
         * It is all here.
         *
         * @param beside where the words of the other computer lie, when there were others here, which still hold
         */
        record Brought(Optional<Path> beside) implements Unpacked {}

        /** Nothing was changed. */
        record Refused(Reason reason) implements Unpacked {}
    }

    /** Why a file is not unpacked. */
    public enum Reason {
        /** It was not made by packing. */
        NO_LUGGAGE,
        /** It is broken. */
        DAMAGED,
        /** It unfolds to more than a desk ever has. */
        TOO_LARGE,
        /** A later version of this program packed it. */
        NEWER,
        /** The file could not be read, or what it holds not be written here. */
        DISK
    }

    /** @param vocabulary where this desk's own words are, or would be */
    public MigrationArchive(Journal journal, Preferences preferences, Path vocabulary) {
        this(journal, preferences, vocabulary, 2L << 30);
    }

    /** @param largest the most bytes a journal may have */
    MigrationArchive(Journal journal, Preferences preferences, Path vocabulary, long largest) {
        this.journal = journal;
        this.preferences = preferences;
        this.dealerships = new DealershipRepository(preferences, PracticeServer.DEALERSHIP_ID);
        this.blocks = new BlockRepository(preferences);
        this.vocabulary = vocabulary;
        this.largest = largest;
    }

    /**
     * Packs, whole or not at all; a file of that name is replaced. Blocks on the disk.
     *
     * @return the desk's own words, if they are left behind since they are larger than what is unpacked
     * @throws IOException when it could not be written
     * @throws JournalException when the journal could not be read
     */
    public Optional<Path> pack(Path file) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "forecourt", ".new");
        boolean words = Files.isRegularFile(vocabulary);
        Optional<Path> left = Optional.of(vocabulary).filter(any -> words);
        try (ArchiveFolder trunk = new ArchiveFolder(journal.scratch())) {
            journal.copyTo(trunk.journal());
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
                add(zip, ArchiveFolder.JOURNAL, trunk.journal());
                zip.putNextEntry(new ZipEntry(ArchiveFolder.SETTINGS));
                zip.write(JSON.writeValueAsBytes(settings()));
                if (words && Files.size(vocabulary) <= ArchiveFolder.SMALL) {
                    add(zip, ArchiveFolder.WORDS, vocabulary);
                    left = Optional.empty();
                }
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DirectorySync.forceParentOf(file);
            return left;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
    }

    private ObjectNode settings() {
        ObjectNode settings = JSON.createObjectNode();
        EnumSet.complementOf(EnumSet.copyOf(STAY)).stream().filter(this::isTyped)
                .forEach(setting -> settings.put(setting.key(), preferences.typed(setting)));
        settings.setAll(DealershipRepository.write(dealerships.typed()));
        settings.setAll(blocks.kept());
        return settings;
    }

    private boolean isTyped(Setting setting) {
        return !preferences.typed(setting).equals(setting.standard());
    }

    /**
     * Unpacks. Of what is here and there the newer stays; settings and words that are here stay. Blocks on the disk;
     * nothing may be under way in the journal meanwhile.
     */
    public Unpacked unpack(Path file) {
        try (ArchiveFolder trunk = new ArchiveFolder(journal.scratch())) {
            if (!trunk.unfold(file, largest)) {
                return new Unpacked.Refused(Reason.NO_LUGGAGE);
            }
            if (!(JSON.readTree(Files.readAllBytes(trunk.settings())) instanceof ObjectNode settings)) {
                return new Unpacked.Refused(Reason.DAMAGED);
            }
            return bring(trunk, settings);
        } catch (ArchiveFolder.TooLarge tooLarge) {
            return new Unpacked.Refused(Reason.TOO_LARGE);
        } catch (ZipException | EOFException | JacksonException broken) {
            return new Unpacked.Refused(Reason.DAMAGED);
        } catch (IOException unreadable) {
            return new Unpacked.Refused(Reason.DISK);
        } catch (JournalException refused) {
            return new Unpacked.Refused(switch (refused.reason()) {
                case DAMAGED -> Reason.DAMAGED;
                case NEWER -> Reason.NEWER;
                case FULL, READ_ONLY, HELD, DISK -> Reason.DISK;
            });
        }
    }

    /** The words are written before anything is changed and only renamed after, so that nothing is half done. */
    private Unpacked bring(ArchiveFolder trunk, ObjectNode settings) throws IOException {
        Optional<Path> place = place(trunk.words());
        Path fresh = vocabulary.resolveSibling(vocabulary.getFileName() + ".new");
        try {
            if (place.isPresent()) {
                Files.copy(trunk.words(), fresh, StandardCopyOption.REPLACE_EXISTING);
            }
            journal.merge(trunk.journal(), false);
            settings.properties().forEach(text -> bring(text.getKey(), text.getValue().asText("")));
            if (dealerships.typed().stream().allMatch(Dealership::isBlank)) {
                dealerships.put(DealershipRepository.read(settings));
            }
            blocks.bring(settings);
            if (place.isPresent()) {
                Files.move(fresh, place.get(), StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                DirectorySync.forceParentOf(place.get());
            }
            return new Unpacked.Brought(place.filter(path -> !path.equals(vocabulary)));
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void bring(String key, String text) {
        Arrays.stream(Setting.values())
                .filter(setting -> setting.key().equals(key) && !STAY.contains(setting) && !isTyped(setting))
                .filter(setting -> !text.isBlank() && text.length() <= TEXT)
                .forEach(setting -> preferences.put(setting, text));
    }

    /** Where words that came are to lie; nowhere when there are none, or the same here. */
    private Optional<Path> place(Path words) throws IOException {
        if (!Files.exists(words)) {
            return Optional.empty();
        }
        if (!Files.exists(vocabulary)) {
            return Optional.of(vocabulary);
        }
        boolean same = Files.isRegularFile(vocabulary) && Files.mismatch(words, vocabulary) < 0;
        return same ? Optional.empty()
                : Optional.of(vocabulary.resolveSibling("vocabulary.from-move.properties"));
    }
}
