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

/** A private temporary folder for the parts of a migration archive. */
final class ArchiveFolder implements AutoCloseable {
    static final String JOURNAL = "journal.db";
    static final String SETTINGS = "settings.json";
    static final String WORDS = "vocabulary.properties";
    /** The largest size in bytes of a part that a person wrote. */
    static final long SMALL = 4L << 20;

    private final ScratchFolder scratch;
    private final Path folder;

    /** A part is larger than any desk's. */
    static final class TooLargeException extends IOException {
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

    /** Returns the file of the desk's own vocabulary, which may be missing. */
    Path vocabulary() {
        return folder.resolve(WORDS);
    }

    /**
     * Unpacks the parts of an archive. Accepts only the known names, so no name leads out of the folder.
     *
     * @param largest the largest size in bytes of a journal
     * @return true if the archive has each required part once and no other parts
     */
    boolean unpack(Path file, long largest) throws IOException {
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
            byte[] buffer = new byte[1 << 16];
            long remaining = most;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                remaining -= read;
                if (remaining < 0) {
                    throw new TooLargeException();
                }
                out.write(buffer, 0, read);
            }
        }
    }

    @Override
    public void close() throws IOException {
        scratch.delete(folder);
    }
}
