package app.forecourt.ui.window;

import static app.forecourt.car.CarField.IMAGES;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journey.Await;
import app.forecourt.testing.ProofTest;
import app.forecourt.ui.keys.WindowShortcut;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.api.FxToolkitContext;

/** State of the window after its views were replaced by those of another language. */
class SwitchLanguageTest extends MainWindowContentFixture {
    /** Frames after which the scroll position is stable. */
    private static final int SETTLED = 10;

    private static final Locale DUTCH = Locale.of("nl", "NL");

    /** Switches the language while a dialog has the focus, as the settings do, and closes the dialog. */
    private void switchLanguage(Locale language, Runnable duringSwitch) {
        var dialog = new ArrayList<Stage>();
        step(() -> {
            Stage settings = new Stage();
            settings.initOwner(scene.getWindow());
            settings.setScene(new Scene(new Group()));
            settings.show();
            settings.requestFocus();
            dialog.add(settings);
        });
        await("the dialog in front", () -> dialog.getFirst().isFocused());
        step(() -> {
            dialog.getFirst().hide();
            // Queued before the tasks that the switch itself schedules.
            Platform.runLater(duringSwitch);
            mainWindow.switchLanguage(language);
        });
        await("the window in front", () -> scene.getWindow().isFocused());
    }

    private void switchLanguage(Locale language) {
        switchLanguage(language, () -> {});
    }

    private int photos() {
        return node("photos", Parent.class).lookupAll(".photo-tile").size();
    }

    @ProofTest
    void partialPhotoAddressStaysPartial() {
        step(() -> type(IMAGES, "https://example.org/1.jpg"));
        writeInto("images", "https://a.nl/1.jp");
        press(LEFT);
        for (Locale language : List.of(DUTCH, Locale.GERMANY)) {
            switchLanguage(language);
            await(
                    "the caret",
                    () -> focusedId().equals("images")
                            && node("images", TextInputControl.class).getCaretPosition()
                                    == "https://a.nl/1.j".length());
            assertText("images", "https://a.nl/1.jp");
            assertEquals(1, photos());
        }
        focus("model");
        assertEquals(2, photos());
    }

    /** The new car is started as soon as the new views exist, before the focus is restored. */
    @ProofTest
    void newCarAfterSwitchIsAtTop() {
        Runnable newCar = scene.getAccelerators().get(WindowShortcut.NEW_CAR.combination());
        Locale language = DUTCH;
        for (String field : List.of("salesPrice", "licensePlate")) {
            writeInto("licensePlate", "R-759-BK");
            focus(field);
            step(() -> formPane().setVvalue(0.7));
            switchLanguage(language, newCar);
            await(
                    "a new car",
                    () -> text("licensePlate").isEmpty() && focusedId().equals("licensePlate"));
            Await.frames(SETTLED);
            assertEquals(0.0, onFxThread(() -> formPane().getVvalue()), field);
            language = Locale.GERMANY;
        }
    }

    private ScrollPane formPane() {
        return (ScrollPane) scene.lookup(".form");
    }

    @ProofTest
    void viewsOfOldLanguageAreCollected() {
        var oldViews = new ArrayList<WeakReference<Node>>();
        step(() -> {
            BorderPane root = (BorderPane) scene.getRoot();
            List.of(root.getTop(), root.getLeft(), root.getCenter(), root.getRight(), root.getBottom())
                    .forEach(view -> oldViews.add(new WeakReference<>(view)));
        });
        switchLanguage(DUTCH);
        // Typing in the new views releases the toolkit's last reference to the old ones.
        writeInto("model", "a");
        press(TAB);
        // TestFX keeps every event together with its target until a stage is registered.
        FxToolkitContext context = FxToolkit.toolkitContext();
        step(() -> context.setRegisteredStage(context.getRegisteredStage()));
        await("the old views to be gone", () -> {
            System.gc();
            return oldViews.stream().allMatch(view -> view.get() == null);
        });
    }
}
