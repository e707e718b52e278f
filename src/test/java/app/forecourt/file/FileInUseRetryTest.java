package app.forecourt.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the retry, with the exceptions of Windows. */
class FileInUseRetryTest {
    private static final String REASON = "Der Prozess kann nicht auf die Datei zugreifen";

    @TempDir
    private Path folder;

    private Path file;
    private int attempts;
    private int pauses;

    @BeforeEach
    void createFile() throws IOException {
        file = Files.createFile(folder.resolve("list.csv"));
    }

    private int run(IOException failure, int failures, int retries) throws IOException {
        return FileInUseRetry.run(
                () -> {
                    attempts++;
                    if (attempts <= failures) {
                        throw failure;
                    }
                    return attempts;
                },
                retries,
                () -> pauses++,
                file,
                folder.resolve("list.csv.new"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void openFileIsRetriedThenNamed(boolean isDenied) throws IOException {
        IOException failure = isDenied
                ? new AccessDeniedException("list.csv.new", "list.csv", null)
                : new FileSystemException("list.csv.new", "list.csv", REASON);
        int most = FileInUseRetry.RETRIES;
        assertEquals(most + 1, run(failure, most, most));
        assertEquals(most, pauses);
        attempts = 0;
        var inUse = assertThrows(FileInUseException.class, () -> run(failure, most + 1, most));
        assertEquals(file.toString(), inUse.getFile());
        assertSame(failure, inUse.getCause());
    }

    static Stream<IOException> otherFailures() {
        return Stream.of(
                new NoSuchFileException("list.csv"), new IOException(REASON), new FileSystemException("", "", REASON));
    }

    @ParameterizedTest
    @MethodSource("otherFailures")
    void otherFailureIsNotRetried(IOException failure) throws IOException {
        if (failure.getClass() == FileSystemException.class) {
            Files.delete(file);
        }
        assertSame(failure, assertThrows(IOException.class, () -> run(failure, 1, FileInUseRetry.RETRIES)));
        assertEquals(1, attempts);
    }

    @Test
    void otherSystemsRetryNothing() {
        var failure = new FileSystemException("", "", REASON);
        assertSame(failure, assertThrows(IOException.class, () -> run(failure, 1, 0)));
    }
}
