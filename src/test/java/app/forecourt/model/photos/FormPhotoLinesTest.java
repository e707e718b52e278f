package app.forecourt.model.photos;

import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.model.send.SendWorkflow.Step.ALREADY_SENT;
import static app.forecourt.model.send.SendWorkflow.Step.CONFIRMATION_NEEDED;
import static app.forecourt.model.send.SendWorkflow.Step.PHOTOS_BEING_ADDED;
import static app.forecourt.model.send.SendWorkflow.Step.PHOTOS_UNDER_WAY;
import static app.forecourt.model.send.SendWorkflow.Step.SENDING;
import static app.forecourt.photo.PhotoUploadStage.FAILED;
import static app.forecourt.photo.PhotoUploadStage.PREPARED;
import static app.forecourt.photo.PhotoUploadStage.PUBLIC;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SendingStatus.SENT;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.testing.TextAssertions.assertContains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.history.FieldChange;
import app.forecourt.history.HistoryStep;
import app.forecourt.model.form.PhotoList;
import app.forecourt.model.photos.FormPhotoLines.Reason;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.testing.LongWait;
import app.forecourt.upload.FakeWebSpace.Moment;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of the files among the photos of the car in the form, with a real journal and a web space in memory. */
class FormPhotoLinesTest extends PhotosFixture {
    private boolean isLost(Reason reason, int files) {
        return appModel.photoLines().lost().get().equals(Optional.of(new FormPhotoLines.Lost(reason, files)));
    }

    @Test
    void samePictureIsAddedOnce() {
        startTyping(STAGING);
        type(IMAGES, "https://photos.example/0.jpg");
        add("1.jpg");
        awaitAddresses();
        choose("1.jpg", "2.jpg", "2.jpg");
        window.until(
                "the merge",
                () -> form().photos().lastAddition().get().equals(Optional.of(new PhotoList.Addition(1, 2))));
        awaitAddresses();
        assertEquals(List.of("https://photos.example/0.jpg", address("1.jpg"), address("2.jpg")), lines());
        newCar();
        awaitSaved();
        assertEquals(2, webSpace.files.size());
    }

    @Test
    void filesGoToTheCarThatWasInTheForm() {
        startTyping(STAGING);
        CountDownLatch end = delayOrder();
        UUID car = carId();
        choose("2.jpg", "1.jpg");
        newCar();
        end.countDown();
        window.until("the records", () -> photos(car).size() == 2);
        assertEmpty(lines());
        openCar(car);
        awaitLines(2);
        awaitAddresses();
        assertAddresses("2.jpg", "1.jpg");
    }

    /** The system asks a program for the files of its clipboard, and handles keys meanwhile. */
    @Test
    void filesThatComeLateGoToTheirCar() {
        startTyping(STAGING);
        UUID car = carId();
        Consumer<List<Path>> addition = appModel.photoLines().addition();
        newCar();
        addition.accept(files("1.jpg"));
        window.until("the record", () -> photos(car).size() == 1);
        assertEmpty(lines());
        assertEmpty(photos(carId()));
    }

    /** Nothing was typed into that car, so that the list does not have it yet. */
    @Test
    void emptyCarWithFilesStaysInTheList() {
        startTyping(PRACTICE);
        UUID typed = beginNext();
        UUID empty = carId();
        CountDownLatch end = delayOrder();
        choose("1.jpg");
        openCar(typed);
        end.countDown();
        window.until("the row", () -> stock().row(empty).isPresent());
        openCar(empty);
        awaitLines(1);
    }

    /** Lets the order of files wait for the returned latch. */
    private CountDownLatch delayOrder() {
        CountDownLatch end = new CountDownLatch(1);
        fileOrder = unordered -> {
            LongWait.untilOpen(end);
            return unordered;
        };
        return end;
    }

    @Test
    void filesKeepTheirOrderIfTheirTimesCannotBeRead() {
        expectedBugs = 1;
        startTyping(STAGING);
        fileOrder = _ -> {
            throw new IllegalStateException("damaged camera data");
        };
        add("2.jpg", "1.jpg");
        awaitAddresses();
        assertAddresses("2.jpg", "1.jpg");
    }

    @Test
    void photoOfPracticeStaysHereUntilAnotherProfileIsChosen() {
        startPrepared();
        assertTrue(webSpace.files.isEmpty());
        assertTrue(PhotoPlaceholder.isPlaceholder(lines().getFirst()));
        assertSend(SENDING);
        assertStatus(SENT);
        assertContains(
                "\"images\":[\"https://localhost/photos/", lastSubmission().payload());
        correct();
        selectProfile(STAGING);
        awaitAddresses();
        assertAddresses("1.jpg");
    }

    @Test
    void fileThatIsNotThereIsNoPhoto() {
        fileOrder = files -> files.subList(1, files.size());
        startTyping(PRACTICE);
        choose("gone.jpg", "1.jpg");
        awaitLines(1);
        assertTrue(isLost(Reason.MISSING, 1));
        choose("gone.jpg");
        window.until("the count", () -> isLost(Reason.MISSING, 1));
        assertEquals(1, lines().size());
    }

    @Test
    void addressesOfPhotosAreNoStepOfTheHistory() {
        startPrepared();
        assertSend(SENDING);
        assertStatus(SENT);
        correct();
        selectProfile(STAGING);
        awaitAddresses();
        // A save writes the texts before anything else.
        window.until("the saved correction", () -> cars().autosave().unsavedCount() == 0);
        type(SALES_PRICE, "9990");
        List<HistoryStep> steps = new CopyOnWriteArrayList<>();
        cars().findHistory(
                        appModel.photos().addresses()::byReference,
                        history -> steps.addAll(history.orElseThrow().newestFirst()));
        window.until("the history", () -> !steps.isEmpty());
        assertEquals(
                List.of(
                        HistoryStep.Kind.CORRECTED,
                        HistoryStep.Kind.REOPENED,
                        HistoryStep.Kind.SENT,
                        HistoryStep.Kind.TYPED),
                steps.stream().map(HistoryStep::kind).toList());
        assertEquals(
                List.of(SALES_PRICE),
                steps.getFirst().changes().stream().map(FieldChange::field).toList());
        assertEmpty(steps.get(2).changes());
        assertEquals(
                Optional.of("1.jpg"),
                appModel.photos().name(steps.getFirst().draft().text(IMAGES)));
    }

    @Test
    void removedPhotoStaysAndGoesOnAfterUndo() {
        startWaiting(STAGING, "1.jpg", "2.jpg");
        String line = lines().getFirst();
        removePhoto(0);
        awaitSaved();
        setUpWebSpace();
        awaitAddresses();
        assertEquals(PREPARED, state(line));
        assertEquals(1, webSpace.files.size());
        form().photos().undo();
        awaitAddresses();
        assertAddresses("1.jpg", "2.jpg");
    }

    @Test
    void restartGoesOnAndAddsLostLines() {
        startWaiting(STAGING, "1.jpg");
        awaitSaved();
        UUID car = carId();
        // As if the program were killed after the photo was recorded and before its line was saved.
        PhotoUpload lost = PhotoUpload.chosen(Path.of("2.jpg"), car, clock.instant());
        // A photo that has left was in the saved car, and was taken out of it by other means, such as a backup.
        PhotoUpload hasLeft =
                PhotoUpload.chosen(Path.of("3.jpg"), car, clock.instant()).list(true);
        journal.photos().save(lost);
        journal.photos().save(hasLeft);
        openModel(variables);
        webSpace.setPresent(true);
        startModel();
        openCar(car);
        window.until(
                "both addresses",
                () -> lines().size() == 2 && lines().stream().allMatch(line -> line.startsWith("https://")));
        assertAddresses("1.jpg", "2.jpg");
    }

    @Test
    void photoLeavesOnlyAfterItsLineIsSaved() throws Exception {
        startTyping(STAGING);
        awaitSaved();
        List<Boolean> saved = new CopyOnWriteArrayList<>();
        UUID car = carId();
        webSpace.hooks.put(
                Moment.AFTER_PUT,
                () -> saved.add(storedText(car, IMAGES)
                        .contains(PhotoPlaceholder.of(photos(car).getFirst().id()))));
        add("1.jpg");
        awaitAddresses();
        assertEquals(List.of(true), saved);
    }

    @Test
    void removedPhotoDoesNotComeBackAfterRestart() {
        webSpace.refuse("2.jpg");
        startTyping(PRACTICE);
        add("1.jpg", "2.jpg");
        awaitState(PREPARED);
        selectProfile(STAGING);
        window.until("the refusal", () -> state(lines().getLast()) == FAILED);
        removePhoto(1);
        UUID car = carId();
        awaitSaved();
        window.until("the note", () -> photos(car).getLast().listed());
        restart(car);
        awaitLoaded(2);
        assertAddresses("1.jpg");
        awaitSweep(photos(car).getLast());
    }

    private void awaitSweep(PhotoUpload photo) {
        window.until("the sweep", () -> !Files.exists(appModel.photos().file(photo)));
    }

    @Test
    void removedPhotoDoesNotComeBackBeforeItsCarIsSaved() {
        startTyping(PRACTICE);
        add("1.jpg", "2.jpg");
        List<String> first = lines().subList(0, 1);
        UUID car = carId();
        removePhoto(1);
        newCar();
        openCar(car);
        boolean[] loaded = new boolean[1];
        background().run(() -> photos(car), _ -> loaded[0] = true);
        window.until("the load", () -> loaded[0]);
        assertEquals(first, lines());
    }

    @Test
    void pastedPictureIsBeingAddedFromTheStart() {
        startTyping(PRACTICE);
        List<Integer> adding = new ArrayList<>();
        appModel.photoLines().pictureAddition().accept(() -> {
            adding.add(appModel.photos().adding().get());
            return Optional.of(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));
        });
        assertSend(PHOTOS_BEING_ADDED);
        awaitLines(1);
        assertEquals(List.of(1), adding);
        appModel.photoLines().pictureAddition().accept(Optional::empty);
        window.until("the end", () -> appModel.photos().adding().get() == 0);
        assertTrue(isLost(Reason.MISSING, 1), "the clipboard has another content by now");
    }

    /** Keys of the window are handled while another program is asked for the content of the clipboard. */
    @Test
    void carIsNotSentWhileTheClipboardIsRead() {
        startTyping(PRACTICE);
        assertEquals(PHOTOS_BEING_ADDED, appModel.photoLines().whileReading(this::send));
        assertSend(SENDING);
    }

    @Test
    void sentCarTakesNoFiles() {
        startTyping(PRACTICE);
        assertSend(SENDING);
        choose("1.jpg");
        assertEmpty(lines());
        assertEmpty(photos(carId()));
    }

    @Test
    void discardedCorrectionTakesItsPhotosOut() {
        startPrepared();
        List<String> sent = lines();
        assertSend(SENDING);
        correct();
        assertEquals(sent, lines());
        assertEmpty(correction().changedFields());
        add("2.jpg");
        awaitState(PREPARED);
        UUID car = carId();
        correction().cancel();
        awaitSaved();
        restart(car);
        awaitLoaded(2);
        awaitSweep(photos(car).getLast());
        newCar();
        openCar(car);
        // The car may go to Staging now, with the photo that Practice has kept here.
        selectProfile(STAGING);
        awaitAddresses();
        assertAddresses("1.jpg");
    }

    /** The photo is taken out while it is being fetched, and is public before the undo. */
    @Test
    void photoThatBecamePublicMeanwhileHasItsAddressAfterUndo() {
        CountDownLatch fetched = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        webSpace.hooks.put(Moment.FETCH, () -> {
            fetched.countDown();
            LongWait.untilOpen(end);
        });
        startTyping(STAGING);
        add("1.jpg");
        window.until("the fetch", () -> fetched.getCount() == 0);
        UUID car = carId();
        removePhoto(0);
        UUID photo = photos(car).getFirst().id();
        end.countDown();
        window.until("the photo", () -> appModel.photos().photos().get(photo).state() == PUBLIC);
        assertEmpty(lines());
        form().photos().undo();
        window.until("the address", () -> lines().equals(List.of(address("1.jpg"))));
    }

    @Test
    void filesBeyondTheMaximumAreLeftOut() {
        webSpace.setPresent(false);
        startTyping(STAGING);
        List<Path> read = new CopyOnWriteArrayList<>();
        fileOrder = some -> {
            read.addAll(some);
            return some;
        };
        appModel.photoLines()
                .add(IntStream.range(0, 300)
                        .mapToObj(number -> Path.of(299 - number + ".jpg"))
                        .toList());
        awaitLines(30);
        assertTrue(isLost(Reason.LEFT_OUT, 270));
        assertEquals(
                IntStream.range(0, 30)
                        .mapToObj(number -> Path.of(number + ".jpg"))
                        .toList(),
                read);
        choose("300.jpg");
        assertTrue(isLost(Reason.LEFT_OUT, 1));
    }

    @Test
    void carWithPhotosUnderWayIsSentWithoutThemOnRequestOnly() {
        webSpace.setPresent(false);
        startTyping(STAGING);
        type(IMAGES, "https://photos.example/0.jpg");
        add("1.jpg");
        window.until("the photo", () -> state(lines().getLast()) == PREPARED);
        assertSend(PHOTOS_UNDER_WAY);
        assertEquals(List.of(lines().getLast()), sendWorkflow.photos().withoutAddress());
        assertNewPosts(0);
        sendWorkflow.photos().leaveOut();
        assertSentOnce();
        assertContains(
                "\"images\":[\"https://photos.example/0.jpg\"]",
                lastSubmission().payload());
    }

    @Test
    void photosAreTheLastQuestionAndAskedAgainForTheNextSubmission() {
        startWaiting(PRODUCTION, "1.jpg");
        assertSend(CONFIRMATION_NEEDED);
        assertTrue(sendWorkflow.confirmProduction());
        assertSend(PHOTOS_UNDER_WAY);
        sendWorkflow.photos().leaveOut();
        assertSentOnce();
        sendWorkflow.photos().leaveOut();
        assertSend(ALREADY_SENT);
        assertNewPosts(0);
        correct();
        type(SALES_PRICE, "11900");
        window.until("the photos question", () -> send() == PHOTOS_UNDER_WAY);
    }

    /** Another car, or the same one later, is another question. */
    @Test
    void photosAreAskedAboutAgainAfterTheCarHasLeftTheForm() {
        startWaiting(STAGING, "1.jpg");
        assertSend(PHOTOS_UNDER_WAY);
        sendWorkflow.photos().leaveOut();
        UUID car = beginNext();
        cars().open(car);
        awaitLines(1);
        assertSend(PHOTOS_UNDER_WAY);
        assertNewPosts(0);
    }

    @Test
    void carIsSentOnceWhenItsPhotosArePublic() {
        startWaiting(STAGING, "1.jpg", "2.jpg");
        int[] reports = new int[1];
        sendWorkflow.setListener(new SendWorkflow.Listener() {
            @Override
            public void onPhotosAwaited(boolean arePublic) {
                reports[0]++;
                sendWorkflow.send();
            }
        });
        assertSend(PHOTOS_UNDER_WAY);
        sendWorkflow.photos().sendWhenPublic();
        assertTrue(sendWorkflow.photos().awaited().get());
        setUpWebSpace();
        untilStatus(SENT);
        assertEquals(1, reports[0]);
        assertNewPosts(1);
        assertFalse(sendWorkflow.photos().awaited().get());
    }

    @Test
    void failedPhotoEndsTheWaitAndSendsNothing() {
        webSpace.refuse("1.jpg");
        startWaiting(STAGING, "1.jpg");
        sendWorkflow.photos().sendWhenPublic();
        setUpWebSpace();
        window.until(
                "the end of the wait", () -> !sendWorkflow.photos().awaited().get());
        assertEquals(FAILED, state(lines().getFirst()));
        assertNewPosts(0);
    }

    @Test
    void otherCarInTheFormEndsTheWait() {
        startWaiting(STAGING, "1.jpg");
        sendWorkflow.photos().sendWhenPublic();
        newCar();
        assertFalse(sendWorkflow.photos().awaited().get());
    }
}
