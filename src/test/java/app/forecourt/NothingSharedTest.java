package app.forecourt;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.StartedProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services of a desk that shares nothing load no class of PostgreSQL and of the exchange. */
@Tag("proof")
class NothingSharedTest {
    @TempDir
    private Path home;

    private String loadedClasses() throws Exception {
        Path log = home.resolve("classes.txt");
        StartedProgram.start(List.of("-Xlog:class+load:file=" + log), HeadlessAppMain.class, home.resolve("home"))
                .end();
        return Files.readString(log);
    }

    @Test
    void noClassOfAnExchangeIsLoaded() throws Exception {
        String classes = loadedClasses();
        assertTrue(classes.contains("app.forecourt.model.sharing.SharedStock "), "the model is there");
        for (String name : List.of(
                "org.postgresql.",
                "app.forecourt.sharing.SyncLoop",
                "app.forecourt.sharing.DeskSync",
                "app.forecourt.sharing.server.StockClient ",
                "app.forecourt.sharing.SyncStateStore")) {
            assertEmpty(
                    classes.lines().filter(line -> line.contains(" " + name)).toList());
        }
    }
}
