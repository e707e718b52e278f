package app.forecourt.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A failure because another program has a file open. The file has the name that the user knows. */
public final class FileInUseException extends FileSystemException {
    public FileInUseException(Path file, IOException cause) {
        super(file.toString());
        initCause(cause);
    }
}
