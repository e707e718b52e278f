package app.forecourt.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journey.Await;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.ui.words.Messages;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxToolkit;

/** Rows of the network settings. */
@Execution(ExecutionMode.SAME_THREAD)
class NetworkSectionTest {

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void hintHasARowOfItsOwn(@TempDir Path home) throws Exception {
        var preferences = Preferences.open(home.resolve("preferences.json"),
                new SystemEnvironment(_ -> null, _ -> null), Runnable::run);
        List<Integer> rows = new ArrayList<>();
        Await.onFxThread(() -> {
            GridPane grid = (GridPane) new NetworkSection(preferences,
                    new Messages(Locale.UK, Clock.systemUTC())).view();
            grid.getChildren().forEach(node -> rows.add(GridPane.getRowIndex(node)));
        });
        assertEquals(List.of(0, 0, 1, 2), rows, "label, choice, proxy fields, hint");
    }
}
