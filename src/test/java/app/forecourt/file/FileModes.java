package app.forecourt.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Assumptions;

/** The modes of files, as {@code ls} writes them. */
public final class FileModes {
    private FileModes() {}

    public static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Gives a file to another user, or skips the test if it does not run as root. */
    public static void giveAway(Path path) throws IOException {
        UserPrincipal nobody =
                path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        try {
            Files.setOwner(path, nobody);
        } catch (FileSystemException notRoot) {
            Assumptions.abort("only root gives files away");
        }
    }
}
