package app.forecourt.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Assumptions;

/** The modes of files, as {@code ls} writes them. A test that only asks for them is left out where files have none. */
public final class FileModes {
    private FileModes() {}

    public static String mode(Path path) throws IOException {
        SystemFeature.POSIX_PERMISSIONS.assume();
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Asserts the mode of a file, where files have modes. */
    public static void assertMode(String expected, Path path) throws IOException {
        if (SystemFeature.POSIX_PERMISSIONS.isPresent()) {
            assertEquals(expected, mode(path), path.toString());
        }
    }

    /** Changes the mode of a file, where files have modes. */
    public static void setMode(String mode, Path path) throws IOException {
        if (SystemFeature.POSIX_PERMISSIONS.isPresent()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }

    /** Gives a file to another user, or skips the test if it does not run as root. */
    public static void giveAway(Path path) throws IOException {
        SystemFeature.POSIX_PERMISSIONS.assume();
        UserPrincipal nobody =
                path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        try {
            Files.setOwner(path, nobody);
        } catch (FileSystemException notRoot) {
            Assumptions.abort("only root gives files away");
        }
    }
}
