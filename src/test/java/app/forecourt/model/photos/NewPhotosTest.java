package app.forecourt.model.photos;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.AppModelFixture;
import app.forecourt.photo.folder.FolderPhoto;
import app.forecourt.photo.folder.PhotoFolder;
import app.forecourt.settings.Setting;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the new photos that are offered for the car in the form, with a real folder and planned looks. */
class NewPhotosTest extends AppModelFixture {
    /** The planned look, empty while a look runs or none is planned. */
    private final AtomicReference<Optional<Runnable>> planned = new AtomicReference<>(Optional.empty());
    /** The end of the time in which a dismissal can be undone. */
    private final AtomicReference<Optional<Runnable>> undoEnds = new AtomicReference<>(Optional.empty());
    @TempDir
    private Path card;
    private Optional<Path> setting = Optional.empty();
    private NewPhotos newPhotos;

    /** Starts the model, and creates new photos whose looks are made by hand. */
    private void open() {
        startModel();
        typeCar();
        newPhotos = new NewPhotos(new PhotoFolder(home.path().resolve("seen.txt"), clock), () -> setting,
                appModel.photos(), appModel.formPhotos(), form(),
                new TaskRunner(appModel.taskRunner().executor(), window,
                        (delay, action) -> (delay.equals(NewPhotos.UNDO_TIME) ? undoEnds : planned)
                                .set(Optional.of(action))),
                clock);
    }

    /** Starts with the folder, and makes the two looks after which unchanged photos are offered. */
    private void start() {
        setting = Optional.of(card);
        open();
        newPhotos.start();
        awaitLook();
        look();
    }

    private void write(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(card.resolve(name), name);
        }
    }

    /** Makes the planned look and waits for its end. */
    private void look() {
        planned.getAndSet(Optional.empty()).orElseThrow().run();
        awaitLook();
    }

    private void awaitLook() {
        window.until("the end of a look", () -> planned.get().isPresent());
    }

    private List<String> offered() {
        return newPhotos.offered().get().stream().map(FolderPhoto::file).map(Path::getFileName)
                .map(Path::toString).toList();
    }

    private List<String> lines() {
        return List.copyOf(form().photos().addresses());
    }

    private void awaitLines(int count) {
        window.until("the lines", () -> lines().size() == count);
    }

    @Test
    void newPhotosAreOfferedAndAddedOnce() throws IOException {
        write("1.jpg", "2.heic");
        start();
        assertEquals(List.of("1.jpg", "2.heic"), offered());
        assertEquals(Optional.of(card), newPhotos.folder());
        newPhotos.add();
        assertEquals(List.of(), offered(), "a second press would add them twice");
        newPhotos.add();
        awaitLines(2);
        look();
        look();
        assertEmpty(offered());
        newCar();
        look();
        assertEquals(List.of(), offered(), "they are in a car");
        assertEmpty(lines());
        write("3.jpg");
        look();
        look();
        assertEquals(List.of("3.jpg"), offered());
    }

    @Test
    void onlyNewerPhotosAreOfferedAfterADismissal() throws IOException {
        write("1.jpg");
        start();
        newPhotos.dismiss();
        assertEmpty(offered());
        write("2.jpg");
        look();
        look();
        assertEquals(List.of("2.jpg"), offered());
        openModel(variables);
        planned.set(Optional.empty());
        start();
        assertEquals(List.of("2.jpg"), offered(), "after a restart");
    }

    @Test
    void photosBeyondTheRoomStayOfferedForTheNextCar() throws IOException {
        write(IntStream.range(10, 50).mapToObj(number -> number + ".jpg").toArray(String[]::new));
        webSpace.setPresent(false);
        start();
        assertEquals(40, offered().size());
        assertEquals(30, newPhotos.addable());
        newPhotos.add();
        awaitLines(30);
        assertEquals(0, newPhotos.addable());
        assertEquals(10, offered().size());
        assertEquals(0, appModel.formPhotos().leftOut().get());
        newCar();
        newPhotos.add();
        awaitLines(10);
        assertEmpty(offered());
    }

    @Test
    void photoChosenByHandIsOfferedNoMore() throws IOException {
        write("1.jpg", "2.jpg");
        start();
        appModel.formPhotos().add(List.of(card.resolve("2.jpg")));
        awaitLines(1);
        assertEquals(List.of("1.jpg"), offered());
        look();
        look();
        assertEquals(List.of("1.jpg"), offered());
    }

    /** Dismisses the offered photos and waits until that can be undone. */
    private void dismiss(int photos) {
        newPhotos.dismiss();
        assertEmpty(offered());
        window.until("the undo", () -> newPhotos.dismissed().get().size() == photos);
    }

    @Test
    void dismissalCanBeUndone() throws IOException {
        write("1.jpg", "2.jpg");
        start();
        dismiss(2);
        look();
        newPhotos.undoDismissal();
        window.until("the offer", () -> offered().equals(List.of("1.jpg", "2.jpg")));
        assertEmpty(newPhotos.dismissed().get());
        look();
        assertEquals(List.of("1.jpg", "2.jpg"), offered());
    }

    @Test
    void dismissalCanBeUndoneForAWhile() throws IOException {
        write("1.jpg");
        start();
        dismiss(1);
        undoEnds.get().orElseThrow().run();
        window.runQueued();
        assertEmpty(newPhotos.dismissed().get());
        newPhotos.undoDismissal();
        look();
        look();
        assertEmpty(offered());
    }

    @Test
    void laterDismissalHasItsOwnTime() throws IOException {
        write("1.jpg");
        start();
        dismiss(1);
        Runnable firstEnd = undoEnds.get().orElseThrow();
        newPhotos.undoDismissal();
        window.until("the offer", () -> offered().size() == 1);
        dismiss(1);
        firstEnd.run();
        window.runQueued();
        assertEquals(1, newPhotos.dismissed().get().size());
    }

    @Test
    void dismissedPhotoThatIsAddedByHandIsNotOfferedAgain() throws IOException {
        write("1.jpg", "2.jpg");
        start();
        dismiss(2);
        appModel.formPhotos().add(List.of(card.resolve("1.jpg")));
        awaitLines(1);
        newPhotos.undoDismissal();
        window.until("the offer", () -> offered().equals(List.of("2.jpg")));
    }

    @Test
    void photosGoToTheirCarIfItIsLeftBeforeTheyAreAdded() throws IOException {
        write("1.jpg");
        start();
        UUID car = carId();
        newPhotos.add();
        newCar();
        assertEmpty(offered());
        look();
        assertEmpty(offered());
        assertEmpty(lines());
        window.until("the record", () -> !journal.photos().ofCar(car).isEmpty());
        openCar(car);
        awaitLines(1);
    }

    @Test
    void photosThatCannotBeRecordedAreOfferedAgain() throws Exception {
        write("1.jpg");
        start();
        awaitSaved();
        try (AutoCloseable _ = lockJournal()) {
            newPhotos.add();
            assertEmpty(offered());
            window.until("the offer", () -> offered().equals(List.of("1.jpg")));
        }
        assertEmpty(lines());
        assertEquals(1, appModel.formPhotos().notKept().get());
    }

    @Test
    void folderIsLookedIntoAgainAfterABug() throws IOException {
        expectedBugs = 1;
        Path closed;
        try (FileSystem archive = FileSystems.newFileSystem(home.resolve("card.zip"),
                Map.of("create", "true"))) {
            closed = archive.getPath("/");
        }
        setting = Optional.of(closed);
        open();
        newPhotos.start();
        awaitLook();
        write("1.jpg");
        setting = Optional.of(card);
        look();
        look();
        assertEquals(List.of("1.jpg"), offered());
    }

    @Test
    void sentCarIsOfferedNothing() throws IOException {
        write("1.jpg");
        start();
        send();
        assertTrue(form().isReadOnly());
        newPhotos.add();
        write("2.jpg");
        for (int looks = 0; looks < 3; looks++) {
            planned.getAndSet(Optional.empty()).orElseThrow().run();
            window.until("the next plan", () -> planned.get().isPresent());
        }
        assertEquals(List.of("1.jpg"), offered(), "nothing is looked at");
        assertEmpty(lines());
        correct();
        look();
        look();
        assertEquals(Stream.of("1.jpg", "2.jpg").toList(), offered());
    }

    @Test
    void nothingIsPlannedWithoutAFolder() throws IOException {
        open();
        newPhotos.start();
        assertEmpty(planned.get());
        write("1.jpg");
        setting = Optional.of(card);
        newPhotos.look();
        awaitLook();
        look();
        assertEquals(List.of("1.jpg"), offered());
        setting = Optional.empty();
        newPhotos.look();
        assertEmpty(offered());
        planned.getAndSet(Optional.empty()).orElseThrow().run();
        window.runQueued();
        assertEmpty(planned.get());
        assertFalse(newPhotos.folder().isPresent());
    }

    @Test
    void nothingIsReadBeforeTheStart() {
        setting = Optional.of(card);
        open();
        newPhotos.look();
        assertEmpty(newPhotos.folder());
        assertEmpty(planned.get());
    }

    @Test
    void changedSettingCountsAtOnce() throws IOException {
        write("1.jpg");
        startModel();
        preferences.put(Setting.NEW_PHOTOS_FOLDER, card.toString());
        appModel.settingsChanged();
        window.until("the offer", () -> appModel.newPhotos().offered().get().size() == 1);
        assertEquals(1, appModel.newPhotos().addable());
    }

    @ParameterizedTest
    @CsvSource({"0,5000", "100,5000", "101,5050", "1000,50000", "5999,299950", "60000,300000", "-5,5000"})
    void slowFolderIsLookedIntoLessOften(long look, long pause) {
        assertEquals(Duration.ofMillis(pause), NewPhotos.pauseAfter(Duration.ofMillis(look)));
    }
}
