package app.forecourt.testing.system;

import java.io.File;
import org.junit.jupiter.api.Assumptions;

/** The features of operating systems that some tests need. A test is left out, by this name, where one is missing. */
public enum SystemFeature {
    /** Each file has an owner and a mode, as {@code ls} shows them. */
    POSIX_PERMISSIONS,
    /** An open file can be deleted, moved and replaced. */
    OPEN_FILES_MOVE,
    /** A program can open a file for itself alone, so that no other one reads, replaces or deletes it. */
    EXCLUSIVE_FILES,
    /** Every user may create symbolic links. */
    SYMBOLIC_LINKS,
    /** Paths begin with a slash, names may have a question mark, and devices are files. */
    UNIX_FILES,
    /** There are a shell and Unix's programs, such as {@code kill} and {@code mount}. */
    UNIX_PROGRAMS,
    /** The servers that tests start can be installed: PostgreSQL, sshd, vsftpd, nginx, a Secret Service. */
    LOCAL_SERVERS,
    /** {@code DISPLAY} names the display, fontconfig finds fonts, and names of files are bytes. */
    LINUX_DESKTOP,
    /** Java's property alone tells the user's home, so that a test can take it away. */
    HOME_BY_PROPERTY;

    public boolean isPresent() {
        return switch (this) {
            case LINUX_DESKTOP -> System.getProperty("os.name").equals("Linux");
            case EXCLUSIVE_FILES -> File.separatorChar == '\\';
            // The files themselves would not tell, because Wine shows those of the computer.
            default -> File.separatorChar == '/';
        };
    }

    /** Leaves the running test out if the feature is missing. */
    public void assume() {
        Assumptions.assumeTrue(isPresent(), reason());
    }

    String reason() {
        return "this system has no " + this;
    }
}
