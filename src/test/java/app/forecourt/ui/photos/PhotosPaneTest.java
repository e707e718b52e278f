package app.forecourt.ui.photos;

import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.TextAssertions.assertEndsWith;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static app.forecourt.ui.InputEvents.keyPressed;
import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.ALT;
import static javafx.scene.input.KeyCode.C;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.photo.PhotoHost;
import app.forecourt.photo.PhotoUploadFailure;
import app.forecourt.photo.PhotoUploadStage;
import app.forecourt.photo.store.StoreFault;
import app.forecourt.testing.LongWait;
import app.forecourt.ui.photos.PhotoPictureState.Loaded;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the photo grid with files in Practice: pictures, states, keys and the large view. */
class PhotosPaneTest extends PhotoFixture {
    @BeforeEach
    void open() {
        show(700, 800, () -> {
            createModel(PRACTICE);
            createPreviews(model.profileModel()::photoFetch);
            PhotoAddressField entry = new PhotoAddressField(form.photos(), () -> {});
            entry.setId("images");
            // JavaFX moves a lost focus to the first control, which is another one in the window.
            VBox card = new VBox(new Button("first"));
            PhotosPane pane = createPane(entry, card);
            card.getChildren().addAll(pane.area(), entry, pane);
            return card;
        });
    }

    /** Writes picture files and adds them to the car. */
    private void addFiles(String... names) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            Path file = Files.createDirectories(home.path().resolve("chosen")).resolve(name);
            Files.write(file, PhotoHost.picture("jpeg", 400, 300, new Color(name.hashCode())));
            files.add(file);
        }
        onFxThread(() -> model.photoLines().add(files));
        until("the photos", () -> form.photos().addresses().size() >= names.length);
        until(
                "the tiles",
                () -> texts(".photo-name").size() == form.photos().addresses().size());
    }

    private List<String> texts(String style) {
        return onFxThread(() -> frontScene().getRoot().lookupAll(style).stream()
                .map(node -> ((Label) node).getText())
                .toList());
    }

    private PhotoPictureState preview(int at) {
        return onFxThread(() -> previews.previewOf(form.photos().addresses().get(at)));
    }

    private PhotoGrid grid() {
        return node("photos");
    }

    @Test
    void severalFilesAreShown() throws IOException {
        addFiles("a.jpg", "b.jpg");
        until("the state", () -> texts(".photo-detail").equals(List.of("Kept here (Practice)", "Looks like photo 1")));
        until("the pictures", () -> preview(0) instanceof Loaded && preview(1) instanceof Loaded);
    }

    @Test
    void filesThatCannotBeRecordedAreNamed() throws Exception {
        onFxThread(() -> form.photos().add(List.of("https://a.nl/0.jpg")));
        try (AutoCloseable _ = lockJournal()) {
            onFxThread(() -> model.photoLines().add(List.of(home.path().resolve("a.jpg"))));
            untilVisible("photoWarnings");
        }
        assertLabel("photoWarnings", "One photo could not be kept on this computer. Is the disk full?");
    }

    @Test
    void filesWithoutWebSpaceLeadToTheSettings() throws IOException {
        addFiles("a.jpg");
        untilVisible("photoNoWebSpace");
        fire("photoSettings");
        assertEquals(1, settingsOpened);
    }

    @Test
    void refusedPhotoLeadsToTheSettings() throws IOException {
        addFiles("a.jpg");
        until("the state", () -> texts(".photo-detail").equals(List.of("Kept here (Practice)")));
        onFxThread(() -> model.photos()
                .photos()
                .replaceAll((_, photo) -> photo.failed(
                        PhotoUploadFailure.of(PhotoUploadFailure.Step.PUT, StoreFault.WRONG_PASSWORD),
                        PhotoUploadStage.FAILED)));
        untilVisible("photoDetails");
        assertEndsWith("Check it in Settings", label("photoDetails"));
        assertLabel("photoWarnings", "One photo failed");
        assertVisible("photosAgain");
        assertHidden("photoNoWebSpace");
        fire("photoSettings");
        assertEquals(1, settingsOpened);
        focus("images");
        press(DOWN);
        press(ENTER);
        untilHidden("photoWarnings");
        assertEquals(List.of("Kept here (Practice)"), texts(".photo-detail"));
    }

    @Test
    void pictureStaysWhenPhotoBecomesPublic() throws IOException {
        addFiles("a.jpg");
        until("the picture", () -> preview(0) instanceof Loaded);
        Loaded before = (Loaded) preview(0);
        onFxThread(() -> model.selectProfile(STAGING));
        until("the address", () -> form.photos().addresses().getFirst().startsWith("https://photos.example/"));
        assertEquals(before, preview(0));
        assertEquals(List.of("a.jpg"), texts(".photo-name"));
    }

    @Test
    void keysMoveInTwoDimensions() {
        addAddresses(9);
        int columns = onFxThread(() -> grid().cells().columns());
        assertTrue(columns > 1 && columns < 9, "columns: " + columns);
        press(ALT, DOWN);
        assertEquals("0.jpg", texts(".photo-name").get(columns));
        press(ALT, LEFT);
        assertEquals("0.jpg", texts(".photo-name").get(columns - 1));
        press(ALT, END);
        assertEquals("0.jpg", texts(".photo-name").getLast());
        press(HOME);
        press(UP);
        untilFocused("images");
    }

    /** Adds addresses of photos with the numbers from 0, and goes to the grid. */
    private void addAddresses(int count) {
        onFxThread(() -> form.photos()
                .add(IntStream.range(0, count)
                        .mapToObj(at -> "https://a.nl/" + at + ".jpg")
                        .toList()));
        until("the tiles", () -> texts(".photo-name").size() == count);
        focus("images");
        press(DOWN);
        untilFocused("photos");
    }

    private void untilNumbers(Integer... numbers) {
        List<String> names = Stream.of(numbers).map(number -> number + ".jpg").toList();
        until("the photos", () -> texts(".photo-name").equals(names));
    }

    @Test
    void severalPhotosAreMovedAndRemoved() {
        addAddresses(6);
        press(RIGHT);
        press(SHIFT, RIGHT);
        press(ALT, RIGHT);
        untilNumbers(0, 3, 1, 2, 4, 5);
        press(ALT, END);
        untilNumbers(0, 3, 4, 5, 1, 2);
        press(ALT, HOME);
        untilNumbers(1, 2, 0, 3, 4, 5);
        press(DELETE);
        untilNumbers(0, 3, 4, 5);
        press(SHORTCUT, A);
        press(DELETE);
        untilNumbers();
        onFxThread(() -> form.photos().undo());
        untilNumbers(0, 3, 4, 5);
    }

    /** Removes a photo by the cross of its tile. */
    private void removeByCross(int at) {
        onFxThread(() -> ((Button) grid().tiles().get(at).lookup(".photo-remove")).fire());
    }

    @Test
    void crossRemovesOnePhotoAndSelectsTheNext() {
        addAddresses(6);
        press(SHIFT, RIGHT);
        removeByCross(3);
        untilNumbers(0, 1, 2, 4, 5);
        press(DELETE);
        untilNumbers(0, 1, 2, 5);
    }

    @Test
    void selectionStaysWithItsPhotos() {
        addAddresses(4);
        press(RIGHT);
        press(SHIFT, RIGHT);
        onFxThread(() -> form.photos().add(List.of("https://a.nl/4.jpg")));
        onFxThread(() -> form.photos().replace("https://a.nl/1.jpg", "https://a.nl/9.jpg"));
        press(ALT, HOME);
        untilNumbers(9, 2, 0, 3, 4);
        onFxThread(() -> form.photos().remove(0, 1));
        press(DELETE);
        untilNumbers(2, 0, 3, 4);
    }

    @Test
    void severalAddressesAreCopied() {
        addAddresses(3);
        press(SHIFT, RIGHT);
        press(SHORTCUT, C);
        assertEquals(
                "https://a.nl/0.jpg\nhttps://a.nl/1.jpg",
                onFxThread(() -> Clipboard.getSystemClipboard().getString()));
    }

    private MenuItem menuItem(String id) {
        return onFxThread(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow());
    }

    private void openMenu() {
        onFxThread(() -> List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance)
                .forEach(Window::hide));
        onFxThread(() -> node("photos")
                .fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null)));
    }

    @Test
    void menuHasTheActionsOfTheKeys() {
        addAddresses(3);
        openMenu();
        assertTrue(menuItem("photo-menu-forward").isDisable());
        assertEquals("Alt →", menuItem("photo-menu-back").getAccelerator().getDisplayText());
        assertEquals("Ctrl C", menuItem("text-copy").getAccelerator().getDisplayText());
        onFxThread(() -> menuItem("photo-menu-back").fire());
        untilNumbers(1, 0, 2);
        openMenu();
        onFxThread(() -> menuItem("photo-menu-main").fire());
        untilNumbers(0, 1, 2);
        openMenu();
        assertTrue(menuItem("photo-menu-main").isDisable());
        onFxThread(() -> menuItem("photo-remove").fire());
        untilNumbers(1, 2);
        onFxThread(() -> locked.set(true));
        openMenu();
        assertTrue(menuItem("photo-remove").isDisable());
        onFxThread(() -> menuItem("photo-menu-show").fire());
        assertEquals(1, enlarged.size());
    }

    @Test
    void draggedPhotoHasNoWhiteCorners() {
        addAddresses(1);
        layOut();
        assertEquals(
                0.0,
                onFxThread(() -> grid().tiles()
                        .getFirst()
                        .dragView()
                        .getPixelReader()
                        .getColor(0, 0)
                        .getOpacity()));
    }

    @Test
    void focusOfLockedAddressesGoesToThePhotos() {
        addAddresses(2);
        focus("images");
        onFxThread(() -> node("images", PhotoAddressField.class).setEditable(false));
        untilFocused("photos");
    }

    @Test
    void photosBeingAddedAreCounted() throws IOException {
        CountDownLatch read = new CountDownLatch(1);
        fileOrder = files -> {
            LongWait.untilOpen(read);
            return files;
        };
        Path file = Files.write(home.path().resolve("a.jpg"), PhotoHost.picture("jpeg", 400, 300, Color.RED));
        onFxThread(() -> model.photoLines().add(List.of(file)));
        layOut();
        assertLabel("photoNews", "Adding 1 photo…");
        read.countDown();
        until("the photo", () -> texts(".photo-name").size() == 1);
        assertFalse(label("photoNews").contains("Adding"));
    }

    @Test
    void enterShowsPhotoLarge() {
        addAddresses(2);
        press(ENTER);
        EnlargedPhoto photo = enlarged.getFirst();
        assertStartsWith("Photo 1 of 2, Main photo, 0.jpg", photo.getAccessibleText());
        onFxThread(() -> photo.fireEvent(keyPressed(RIGHT)));
        assertStartsWith("Photo 2 of 2, 1.jpg", photo.getAccessibleText());
    }

    @Test
    void photosOfSentCarAreReadOnly() throws IOException {
        addFiles("a.jpg");
        onFxThread(() -> locked.set(true));
        assertHidden("choosePhotos");
        assertTrue(onFxThread(() -> frontScene().getRoot().lookupAll(".photo-tile .small-button").stream()
                .noneMatch(Node::isVisible)));
        focus("photos");
        press(DELETE);
        assertEquals(List.of("a.jpg"), texts(".photo-name"));
    }
}
