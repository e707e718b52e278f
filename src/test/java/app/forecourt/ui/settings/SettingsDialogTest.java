package app.forecourt.ui.settings;

import static app.forecourt.settings.Setting.CLIENT_ID;
import static app.forecourt.ui.InputEvents.keyPressed;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.settings.Dealership;
import app.forecourt.sharing.SharedStockMembership;
import app.forecourt.sharing.SharedStockMembership.Setup;
import app.forecourt.sharing.server.ServerAddress;
import app.forecourt.sharing.server.ServerFailure;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import app.forecourt.ui.window.MainWindowContent;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings dialog by keyboard. */
class SettingsDialogTest extends SectionFixture {
    @AutoClose
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();

    private final AtomicInteger erasures = new AtomicInteger();
    private Optional<ServerFailure> failure = Optional.empty();

    /** Shows the settings over an empty window. */
    private void openSettings() throws Exception {
        openSettings(() -> new Scene(new HBox(), 1_000, 700));
    }

    private void openSettings(Supplier<Scene> background) throws Exception {
        openSettings(background, "");
        untilFocused("clientId");
    }

    /** Shows the settings of a desk that shares its stock, from the section of the shared stock. */
    private void openSharedStock() throws Exception {
        new SharedStockMembership(preferences, vault)
                .save(
                        new Setup(
                                new ServerAddress("db.example", 5432, "stock", "anna", true, Optional.empty()), "Anna"),
                        Optional.of("s3cret-word"),
                        false);
        openSettings(() -> new Scene(new HBox(), 1_000, 700), "shared_stock");
    }

    private void openSettings(Supplier<Scene> background, String section) throws Exception {
        showScene(background);
        var actions = new SettingsDialog.Home(
                home.path(), home.resolve("vault.key"), () -> {}, () -> {}, erasures::incrementAndGet);
        Platform.runLater(() -> new SettingsDialog(
                        new SettingFields(preferences, new TaskRunner(blocking, Platform::runLater), dialogs()),
                        vault,
                        clients,
                        createWebSpaceCheck(),
                        createSharedStock(() -> failure),
                        actions)
                .show(section));
    }

    @Tag("proof")
    @ParameterizedTest
    @CsvSource({
        "WRONG_PASSWORD, sharedStockSecret",
        "LOCKED_PASSWORD, sharedStockSecret",
        "UNSAFE, sharedStockCertificate",
        "UNREACHABLE, sharedStockAddress"
    })
    void fieldToCorrectHasTheFocus(ServerFailure cause, String field) throws Exception {
        failure = Optional.of(cause);
        openSharedStock();
        untilFocused(field);
        assertTrue(isInView(field));
    }

    @ProofTest
    void leavingTheSharedStockStaysInItsSection() throws Exception {
        openSharedStock();
        untilFocused("sharedStockAddress");
        onFxThread(() -> SettingsPage.scrollTo(node("leaveSharedStock")));
        fireAndAsk("leaveSharedStock");
        fire("confirm");
        until("the sentence", () -> label("sharedStockAddress-note").startsWith("You have left"));
        // The page scrolls after the layout.
        onFxThread(() -> {});
        layOut();
        assertTrue(isInView("sharedStockAddress-note"));
        assertEquals(2, (int) onFxThread(() ->
                node("settingsSections", ListView.class).getSelectionModel().getSelectedIndex()));
    }

    private void untilClosed() {
        untilWindowAlone();
    }

    private Object typeAhead(String id, String letters) {
        writeInto(id, letters);
        return node(id, ComboBox.class).getValue();
    }

    private boolean isInView(String id) {
        layOut();
        Node node = node(id, Node.class);
        Node page = node.getParent();
        while (!page.getStyleClass().contains("viewport")) {
            page = page.getParent();
        }
        return page.localToScene(page.getLayoutBounds()).contains(node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void eyeShowsTheClientSecret() throws Exception {
        openSettings();
        assertHidden("clientSecretEye", "nothing to show");
        setText("clientSecret", "s3cret-word");
        layOut();
        assertFalse(shownInField("clientSecret").contains("s3cret"));
        focus("clientSecretEye");
        press(SPACE);
        layOut();
        assertEquals("s3cret-word", shownInField("clientSecret"));
        press(SPACE);
        layOut();
        assertFalse(shownInField("clientSecret").contains("s3cret"));
        assertText("clientSecret", "s3cret-word");
    }

    private String shownInField(String id) {
        return onFxThread(() -> ((Text) node(id).lookup(".text")).getText());
    }

    @Test
    void savingShowsWhichFieldIsBlank() throws Exception {
        openSettings();
        choose("photoStore", "sftp");
        assertFalse(isVisible("photoAddress-note") || isInView("photoAddress"));
        fire("settingsSave");
        untilFocused("photoAddress");
        until("the field in view", () -> isInView("photoAddress"));
        assertLabel("photoAddress-note", "Must not be blank");
    }

    /** The question keeps the settings open, whatever closes them. */
    @ParameterizedTest
    @ValueSource(strings = {"Esc", "Cancel", "cross"})
    void editedSettingsAreDiscardedOnlyAfterConfirmation(String way) throws Exception {
        openSettings();
        setText("clientId", "another");
        for (String answer : List.of("harmless", "confirm")) {
            Platform.runLater(() -> close(way));
            untilVisible("confirm");
            if (answer.equals("confirm")) {
                push("confirm");
            } else {
                press(ENTER);
                untilHidden("confirm");
                assertText("clientId", "another");
            }
        }
        untilClosed();
        assertEquals("", preferences.stored(CLIENT_ID));
    }

    private void close(String way) {
        DialogPane pane = (DialogPane) frontScene().getRoot().lookup(".sheet-pane");
        switch (way) {
            case "Esc" -> Event.fireEvent(node("clientId"), keyPressed(ESCAPE));
            case "Cancel" ->
                pane.getButtonTypes().stream()
                        .filter(type -> type.getButtonData() == ButtonData.CANCEL_CLOSE)
                        .map(pane::lookupButton)
                        .forEach(button -> ((Button) button).fire());
            default -> ((Button) pane.lookup(".sheet-head .button")).fire();
        }
    }

    @ProofTest
    void editedChoicesAndDealershipsCount() throws Exception {
        for (String edited : List.of("sendUndo", "theme", "dealership")) {
            openSettings();
            switch (edited) {
                case "sendUndo" -> push("sendUndo");
                case "theme" -> {
                    assertEquals("dark", typeAhead("theme", "d"));
                    assertEquals("dark", typeAhead("theme", "d"), "nothing else begins so");
                    assertEquals("light", typeAhead("theme", "l"), "each letter begins anew");
                }
                default -> setText("dealership-name-0", "South");
            }
            Platform.runLater(() -> close("Esc"));
            untilVisible("confirm");
            push("confirm");
            untilClosed();
        }
    }

    @Test
    void everythingIsForgottenOnlyAfterConfirmation() throws Exception {
        openSettings();
        pushLater("forgetAll");
        untilVisible("confirm");
        press(ENTER);
        untilHidden("confirm");
        assertVisible("clientId", "the settings stay open");
        assertEquals(0, erasures.get());
        pushLater("forgetAll");
        untilVisible("confirm");
        push("confirm");
        untilClosed();
        until("the erasure", () -> erasures.get() == 1);
    }

    @ProofTest
    void addedDealershipBecomesDefaultAndIsChosen() throws Exception {
        setDealerships(new Dealership("", "s-s", "s-p"));
        appModel.settingsChanged();
        startModel();
        openSettings(this::mainWindow);
        assertText("dealership-production-0", "s-p");
        focus("settingsSections");
        press(DOWN);
        press(TAB);
        untilFocused("dealership-name-0");
        onFxThread(() -> setFocusedText("South"));
        push("addDealership");
        untilFocused("dealership-name-1");
        setFocusedText("North");
        press(TAB);
        setFocusedText(" s-s ");
        untilVisible("dealership-staging-1-note");
        assertVisible("dealership-staging-0-note", "said of both");
        push("settingsSave");
        untilFocused("dealership-staging-0");
        setText("dealership-staging-1", " n-s ");
        untilHidden("dealership-staging-1-note");
        push("settingsSave");
        untilClosed();
        assertEquals(
                List.of(new Dealership("South", "s-s", "s-p"), new Dealership("North", "n-s", "")),
                clients.dealerships().stored());

        assertHidden("stockDealership", "with one there is nothing to choose");
        onFxThread(appModel::settingsChanged);
        assertVisible("stockDealership");
        assertText("dealershipId", "South");
    }

    /** Creates the main window, which has the form and the stock list. */
    private Scene mainWindow() {
        MainWindowContent window = createMainWindow(appModel, background());
        Scene scene = window.createScene();
        window.deferredParts().forEach(Runnable::run);
        return scene;
    }

    @ProofTest
    void stoppedTestClosesItsConnection() throws Exception {
        openSettings();
        setText("clientId", "id");
        setText("clientSecret", "secret");
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            properties.put("forecourt.staging.url", "http://127.0.0.1:" + silent.getLocalPort());
            push("test-staging");
            try (Socket call = silent.accept()) {
                untilVisible("testStop");
                fire("testStop");
                untilLabel("testTitle", "Stopped");
                call.setSoTimeout((int) LongWait.LIMIT.toMillis());
                // Ends only when the client closes the connection.
                call.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    @ProofTest
    void secondClickOnSectionScrollsToItAgain() throws Exception {
        openSettings();
        ScrollPane page = onFxThread(() -> (ScrollPane) frontScene().lookup(".settings > .form"));
        Node section = onFxThread(() -> frontScene().getRoot().lookupAll("#settingsSections .list-cell").stream()
                .filter(cell -> ((ListCell<?>) cell).getIndex() == 4)
                .findFirst()
                .orElseThrow());
        doubleClick(section);
        layOut();
        double top = onFxThread(page::getVvalue);
        assertTrue(top > 0);
        onFxThread(() -> page.setVvalue(top - 0.01));
        assertEquals(
                4,
                onFxThread(() -> node("settingsSections", ListView.class)
                        .getSelectionModel()
                        .getSelectedIndex()));
        doubleClick(section);
        assertEquals(top, onFxThread(page::getVvalue), 0.0001);
    }
}
