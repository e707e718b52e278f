package app.forecourt.model.photos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.car.PhotoReference;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.UploadState;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of the files among the photos of the car in the form, with a real journal and a web space in memory. */
class FormPhotosTest extends AppModelFixture {
    private void start(Profile profile) {
        startModel();
        selectProfile(profile);
        typeCar();
    }

    private static List<Path> files(String... names) {
        return List.of(names).stream().map(Path::of).toList();
    }

    private List<String> lines() {
        return List.copyOf(appModel.form().photos().addresses());
    }

    private UploadState state(String line) {
        return appModel.photos().photo(line).map(PhotoUpload::state).orElseThrow();
    }

    private UUID car() {
        return appModel.cars().current().car().get().id();
    }

    /** Adds files and waits for their lines. */
    private void add(String... names) {
        int before = lines().size();
        appModel.formPhotos().add(files(names));
        window.until("the lines", () -> lines().size() == before + names.length);
    }

    private void awaitState(UploadState state) {
        window.until(state.name(), () -> lines().stream().allMatch(line -> state(line) == state));
    }

    private void awaitAddresses() {
        window.until("the addresses", () -> lines().stream().allMatch(line -> line.startsWith("https://")));
    }

    private String address(String name) {
        return "https://photos.example/"
                + PhotoUpload.chosen(Path.of(name), car(), true, clock.instant()).folder() + "/hash-of-"
                + name + ".jpg";
    }

    @Test
    void publicPhotosHaveTheirAddressesInTheForm() {
        start(Profile.STAGING);
        add("1.jpg", "2.jpg");
        awaitAddresses();
        assertEquals(List.of(address("1.jpg"), address("2.jpg")), lines());
    }

    @Test
    void samePictureTwiceHasOneAddress() {
        start(Profile.STAGING);
        type(CarField.IMAGES, "https://photos.example/0.jpg");
        add("1.jpg", "1.jpg");
        awaitAddresses();
        assertEquals(List.of("https://photos.example/0.jpg", address("1.jpg")), lines());
    }

    @Test
    void photoOfPracticeStaysHereUntilAnotherProfileIsChosen() {
        start(Profile.PRACTICE);
        add("1.jpg");
        awaitState(UploadState.PREPARED);
        assertTrue(webSpace.files.isEmpty());
        assertTrue(PhotoReference.isReference(lines().getFirst()));
        assertEquals(SendWorkflow.Step.SENDING, send());
        assertEquals(ListingStatus.SENT, status());
        assertTrue(submissions().getLast().payload().contains("\"images\":[\"https://localhost/photos/"),
                submissions().getLast()::payload);
        appModel.correctionWorkflow().start();
        selectProfile(Profile.STAGING);
        awaitAddresses();
        assertEquals(List.of(address("1.jpg")), lines());
    }

    @Test
    void refusedPhotoIsTriedAgainWithOtherSettings() {
        webSpace.refused.add("1.jpg");
        start(Profile.STAGING);
        add("1.jpg");
        awaitState(UploadState.FAILED);
        webSpace.refused.clear();
        appModel.settingsChanged();
        awaitAddresses();
        assertEquals(List.of(address("1.jpg")), lines());
    }

    @Test
    void waitingPhotoGoesOnWhenAWebSpaceIsSetUp() {
        webSpace.setPresent(false);
        start(Profile.STAGING);
        add("1.jpg");
        awaitState(UploadState.PREPARED);
        webSpace.setPresent(true);
        appModel.settingsChanged();
        awaitAddresses();
        assertEquals(List.of(address("1.jpg")), lines());
    }

    @Test
    void removedPhotoStopsAndGoesOnAfterUndo() {
        webSpace.setPresent(false);
        start(Profile.STAGING);
        add("1.jpg");
        awaitState(UploadState.PREPARED);
        String line = lines().getFirst();
        appModel.form().photos().remove(0);
        window.until("the stop", () -> state(line) == UploadState.STOPPED);
        appModel.form().photos().undo();
        window.until("the way on", () -> state(line) == UploadState.PREPARED);
        assertEquals(List.of(line), lines());
    }

    @Test
    void otherCarInTheFormStopsNoPhoto() {
        webSpace.setPresent(false);
        start(Profile.STAGING);
        add("1.jpg");
        awaitState(UploadState.PREPARED);
        UUID first = car();
        String line = lines().getFirst();
        appModel.cars().newCar();
        assertEquals(List.of(), lines());
        webSpace.setPresent(true);
        appModel.photos().settingsChanged();
        window.until("the photo", () -> state(line) == UploadState.PUBLIC);
        openCar(first);
        awaitAddresses();
        assertEquals(List.of(address("1.jpg")), lines());
    }

    @Test
    void restartGoesOnAndAddsLostLines() {
        webSpace.setPresent(false);
        start(Profile.STAGING);
        add("1.jpg");
        awaitState(UploadState.PREPARED);
        awaitSaved();
        UUID car = car();
        // As if the program were killed after the photo was recorded and before its line was saved.
        PhotoUpload lost = PhotoUpload.chosen(Path.of("2.jpg"), car, true, clock.instant());
        journal.photos().save(List.of(lost));
        openModel(variables);
        webSpace.setPresent(true);
        startModel();
        openCar(car);
        window.until("both addresses", () -> lines().size() == 2
                && lines().stream().allMatch(line -> line.startsWith("https://")));
        assertEquals(List.of(address("1.jpg"), address("2.jpg")), lines());
    }

    @Test
    void filesBeyondTheMaximumAreLeftOut() {
        webSpace.setPresent(false);
        start(Profile.STAGING);
        appModel.formPhotos()
                .add(IntStream.range(0, 300).mapToObj(number -> Path.of(number + ".jpg")).toList());
        window.until("the lines", () -> lines().size() == 30);
        assertEquals(270, appModel.formPhotos().leftOut().get());
    }

    @Test
    void carWithPhotosUnderWayIsSentWithoutThemOnRequestOnly() {
        webSpace.setPresent(false);
        start(Profile.STAGING);
        type(CarField.IMAGES, "https://photos.example/0.jpg");
        add("1.jpg");
        window.until("the photo", () -> state(lines().getLast()) == UploadState.PREPARED);
        assertEquals(SendWorkflow.Step.PHOTOS_UNDER_WAY, send());
        assertEquals(List.of(lines().getLast()), sendWorkflow.photosWithoutAddress());
        assertEquals(0, newPosts());
        sendWorkflow.leaveOutPhotos();
        assertEquals(SendWorkflow.Step.SENDING, send());
        assertEquals(ListingStatus.SENT, status());
        assertTrue(
                submissions().getLast().payload().contains("\"images\":[\"https://photos.example/0.jpg\"]"),
                submissions().getLast()::payload);
    }

    @Test
    void photosAreTheLastQuestionAndAskedAgainForTheNextSubmission() {
        webSpace.setPresent(false);
        start(Profile.PRODUCTION);
        add("1.jpg");
        awaitState(UploadState.PREPARED);
        assertEquals(SendWorkflow.Step.CONFIRMATION_NEEDED, send());
        assertTrue(sendWorkflow.confirmProduction());
        assertEquals(SendWorkflow.Step.PHOTOS_UNDER_WAY, send());
        sendWorkflow.leaveOutPhotos();
        assertEquals(SendWorkflow.Step.SENDING, send());
        assertEquals(ListingStatus.SENT, status());
        sendWorkflow.leaveOutPhotos();
        assertEquals(SendWorkflow.Step.ALREADY_SENT, send());
        assertEquals(1, newPosts());
        appModel.correctionWorkflow().start();
        type(CarField.SALES_PRICE, "11900");
        window.until("the photos question", () -> send() == SendWorkflow.Step.PHOTOS_UNDER_WAY);
    }

    @Test
    void carIsSentOnceWhenItsPhotosArePublic() {
        webSpace.setPresent(false);
        start(Profile.STAGING);
        add("1.jpg", "2.jpg");
        awaitState(UploadState.PREPARED);
        int[] reports = new int[1];
        sendWorkflow.setListener(new SendWorkflow.Listener() {
            @Override
            public void onPhotosPublic() {
                reports[0]++;
                sendWorkflow.send();
            }
        });
        assertEquals(SendWorkflow.Step.PHOTOS_UNDER_WAY, send());
        sendWorkflow.sendWhenPublic();
        assertTrue(sendWorkflow.awaitingPhotos().get());
        webSpace.setPresent(true);
        appModel.photos().settingsChanged();
        window.until("the outcome", () -> status() == ListingStatus.SENT);
        assertEquals(1, reports[0]);
        assertEquals(1, newPosts());
        assertFalse(sendWorkflow.awaitingPhotos().get());
    }

    @Test
    void failedPhotoEndsTheWaitAndSendsNothing() {
        webSpace.setPresent(false);
        webSpace.refused.add("1.jpg");
        start(Profile.STAGING);
        add("1.jpg");
        awaitState(UploadState.PREPARED);
        sendWorkflow.sendWhenPublic();
        webSpace.setPresent(true);
        appModel.photos().settingsChanged();
        window.until("the end of the wait", () -> !sendWorkflow.awaitingPhotos().get());
        assertEquals(UploadState.FAILED, state(lines().getFirst()));
        assertEquals(0, newPosts());
    }

    @Test
    void otherCarInTheFormEndsTheWait() {
        webSpace.setPresent(false);
        start(Profile.STAGING);
        add("1.jpg");
        sendWorkflow.sendWhenPublic();
        appModel.cars().newCar();
        assertFalse(sendWorkflow.awaitingPhotos().get());
    }
}
