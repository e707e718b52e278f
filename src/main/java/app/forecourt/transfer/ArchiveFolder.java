package app.forecourt.transfer;

import app.forecourt.file.ScratchFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A folder that only its owner looks into, in which the parts of a piece of luggage lie for a moment. */
final class ArchiveFolder implements AutoCloseable {
    static final String JOURNAL = "journal.db";
    static final String SETTINGS = "settings.json";
    static final String WORDS = "vocabulary.properties";
    /** The most bytes of what a person wrote. */
    static final long SMALL = 4L << 20;

    private final ScratchFolder scratch;
    private final Path folder;

    /** A part has more bytes than a desk ever has. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    ArchiveFolder(ScratchFolder scratch) throws IOException {
        this.scratch = scratch;
        this.folder = scratch.create();
    }

    Path journal() {
        return folder.resolve(JOURNAL);
    }

    Path settings() {
        return folder.resolve(SETTINGS);
    }

    /** The desk's own words; not there when it has none. */
    Path words() {
        return folder.resolve(WORDS);
    }

    /**
     * Lays the parts of a file out. Names in it only choose among ours, so none leads out of the folder.
     *
     * @param largest the most bytes a journal may have
     * @return whether it has the parts it should have, each once, and no others
     */
    boolean unfold(Path file, long largest) throws IOException {
        var names = new HashSet<String>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (!List.of(JOURNAL, SETTINGS, WORDS).contains(name) || !names.add(name)) {
                    return false;
                }
                copy(zip, folder.resolve(name), JOURNAL.equals(name) ? largest : SMALL);
            }
        }
        return names.containsAll(List.of(JOURNAL, SETTINGS));
    }

    private static void copy(InputStream in, Path file, long most) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] some = new byte[1 << 16];
            long left = most;
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                left -= read;
                if (left < 0) {
                    throw new TooLarge();
                }
                out.write(some, 0, read);
            }
        }
    }

    @Override
    public void close() throws IOException {
        scratch.delete(folder);
    }
}
