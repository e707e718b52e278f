package app.forecourt.home;

import app.forecourt.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The native libraries that SQLite and JNA unpack from their jars. Windows can't delete a library in use, and a killed
 * program deletes nothing, so that each run would leave them among the temporary files. The package has them as files.
 */
public final class UnpackedLibraries {
    static final Pattern NAMES =
            Pattern.compile("sqlite-\\d+\\.\\d+\\.\\d+\\.\\d+-[\\w-]{36}-(sqlitejdbc\\.dll|libsqlitejdbc\\.(so|dylib))"
                    + "(\\.lck)?|jna\\d+\\.(dll|tmp)(\\.x)?");

    private UnpackedLibraries() {}

    /** Deletes what an earlier run has left, and lets both libraries unpack into the home. Called with its lock. */
    public static void prepare(AppDirs dirs, Properties system) {
        Path folder = dirs.unpacked();
        if (system.containsKey("org.sqlite.lib.path")) {
            return;
        }
        try {
            PrivateFile.createFolder(folder);
            for (Path left : PrivateFile.list(folder, NAMES)) {
                Files.delete(left);
            }
            system.setProperty("org.sqlite.tmpdir", folder.toString());
            system.setProperty("jna.tmpdir", folder.toString());
        } catch (IOException unwritable) {
            // The libraries are unpacked to the temporary files, as usual.
        }
    }
}
