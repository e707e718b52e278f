package app.forecourt;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.JavaProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services of a desk that shares nothing load no class of PostgreSQL and of the exchange. */
class NothingSharedTest {
    @TempDir
    private Path home;

    private String loadedClasses() throws Exception {
        Path log = home.resolve("classes.txt");
        List<String> options = new ArrayList<>(JavaProcess.BRIEF);
        options.add("-Xlog:class+load:file=" + log);
        Process process = new ProcessBuilder(JavaProcess.command(options, HeadlessAppMain.class,
                home.resolve("home").toString())).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return Files.readString(log);
    }

    @Test
    void noClassOfAnExchangeIsLoaded() throws Exception {
        String classes = loadedClasses();
        assertTrue(classes.contains("app.forecourt.model.sharing.SharedStock "), "the model is there");
        for (String name : List.of("org.postgresql.", "app.forecourt.sharing.SyncLoop",
                "app.forecourt.sharing.DeskSync", "app.forecourt.sharing.server.StockClient ",
                "app.forecourt.sharing.SyncStateStore")) {
            assertEmpty(classes.lines().filter(line -> line.contains(" " + name)).toList());
        }
    }
}
