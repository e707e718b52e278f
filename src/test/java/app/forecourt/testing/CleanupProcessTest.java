package app.forecourt.testing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Test of the script that outlives its process. */
@Needs(SystemFeature.UNIX_PROGRAMS)
class CleanupProcessTest {
    private static final String SCRIPT = "rm \"$1\"";

    @TempDir
    private Path folder;

    private Path file;

    /** A program that waits until it is killed. */
    static final class WaitingMain {
        private WaitingMain() {}

        public static void main(String[] arguments) throws Exception {
            try (var _ = new CleanupProcess(SCRIPT, arguments)) {
                System.out.println("ready");
                new CountDownLatch(1).await();
            }
        }
    }

    @BeforeEach
    void create() throws IOException {
        file = Files.createFile(folder.resolve("a file of the server"));
    }

    @Test
    void closeRunsScript() throws IOException {
        try (var _ = new CleanupProcess(SCRIPT, file.toString())) {
            Files.writeString(file, "in use");
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void scriptRunsAfterSigkill() throws Exception {
        Process killed = new ProcessBuilder(JavaProcess.command(JavaProcess.BRIEF, WaitingMain.class, file.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals("ready", killed.inputReader().readLine());
        killed.destroyForcibly().waitFor();
        await().atMost(Duration.ofSeconds(60)).until(() -> !Files.exists(file));
    }
}
