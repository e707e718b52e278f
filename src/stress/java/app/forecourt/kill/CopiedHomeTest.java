package app.forecourt.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.HomeCopies;
import app.forecourt.testing.ProofTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Homes that are copied, moved or restored while a car waits in them. The server must get the car once at most. */
@Tag("stress")
class CopiedHomeTest {
    private static final String CAR = "A-1";

    @TempDir
    Path root;

    private ProcessesOnHomes processes;
    private Path home;
    private Path copy;

    @BeforeEach
    void killWithOneCarWaiting() throws Exception {
        processes = new ProcessesOnHomes(root);
        home = processes.createHome("home");
        copy = root.resolve("copy");
        processes.killWaiting(home, CAR);
    }

    @AfterEach
    void close() throws IOException {
        processes.close();
    }

    private void copy() throws IOException {
        HomeCopies.copy(home, copy);
    }

    private void assertUnknown(List<String> lines) {
        assertTrue(lines.contains("car " + CAR + " UNKNOWN"), lines::toString);
    }

    @Test
    void copiedHomeDoesNotSend() throws Exception {
        copy();
        processes.run(home);
        List<String> lines = processes.run(copy);
        assertEquals(1, processes.postCount(CAR));
        assertUnknown(lines);
    }

    @ProofTest
    void copyThatStartsFirstDoesNotSend() throws Exception {
        copy();
        assertUnknown(processes.run(copy));
        processes.run(home);
        assertEquals(1, processes.postCount(CAR));
    }

    @ProofTest
    void copySendsItsOwnLaterCar() throws Exception {
        copy();
        processes.run(copy);
        processes.killWaiting(copy, "B-2");
        processes.run(copy);
        assertEquals(0, processes.postCount(CAR));
        assertEquals(1, processes.postCount("B-2"), "the copy lives there now");
    }

    @ProofTest
    void renamedHomeDoesNotSend() throws Exception {
        Files.move(home, root.resolve("renamed"));
        assertUnknown(processes.run(root.resolve("renamed")));
        assertEquals(0, processes.postCount(CAR));
    }

    @ProofTest
    void restoreInPlaceDoesNotSend() throws Exception {
        HomeCopies.copy(home, root.resolve("backup"));
        List<String> lines = processes.run(home);
        assertTrue(lines.contains("car " + CAR + " SENT"), lines::toString);
        HomeCopies.copy(root.resolve("backup"), home);
        assertUnknown(processes.run(home));
        assertEquals(1, processes.postCount(CAR));
    }

    @ProofTest
    void homeWithoutStateFolderDoesNotSend() throws Exception {
        try (Stream<Path> files = Files.list(processes.state())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertUnknown(processes.run(home));
        assertEquals(0, processes.postCount(CAR));
    }
}
