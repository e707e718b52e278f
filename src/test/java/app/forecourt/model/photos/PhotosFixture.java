package app.forecourt.model.photos;

import static app.forecourt.photo.PhotoUploadStage.PREPARED;
import static app.forecourt.settings.Profile.PRACTICE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.model.AppModelFixture;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadStage;
import app.forecourt.settings.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The base class of tests of the photos of the car in the form, with a real journal and a web space in memory. */
abstract class PhotosFixture extends AppModelFixture {
    /** Starts the model with a typed car. */
    final void startTyping(Profile profile) {
        startModel();
        selectProfile(profile);
        typeCar();
    }

    /** Starts with a car whose photos are prepared and wait for a web space. */
    final void startWaiting(Profile profile, String... names) {
        webSpace.setPresent(false);
        startTyping(profile);
        add(names);
        awaitState(PREPARED);
    }

    static List<Path> files(String... names) {
        return List.of(names).stream().map(Path::of).toList();
    }

    final List<String> lines() {
        return List.copyOf(form().photos().addresses());
    }

    final PhotoUploadStage state(String line) {
        return appModel.photos().photo(line).map(PhotoUpload::state).orElseThrow();
    }

    /** Adds files to the car in the form. */
    final void choose(String... names) {
        appModel.photoLines().add(files(names));
    }

    /** Adds files and waits for their lines. */
    final void add(String... names) {
        int before = lines().size();
        choose(names);
        awaitLines(before + names.length);
    }

    /** Starts in Practice with a prepared photo, which stays there. */
    final void startPrepared() {
        startTyping(PRACTICE);
        add("1.jpg");
        awaitState(PREPARED);
    }

    final void awaitLines(int count) {
        window.until("the lines", () -> lines().size() == count);
    }

    /** Waits until the model has loaded a number of photos. */
    final void awaitLoaded(int count) {
        window.until("the load", () -> appModel.photos().photos().size() == count);
    }

    final void awaitState(PhotoUploadStage state) {
        window.until(state.name(), () -> lines().stream().allMatch(line -> state(line) == state));
    }

    final void awaitAddresses() {
        window.until("the addresses", () -> lines().stream().allMatch(line -> line.startsWith("https://")));
    }

    /** Lets the photos that wait go on. */
    final void setUpWebSpace() {
        webSpace.setPresent(true);
        appModel.settingsChanged();
    }

    final List<PhotoUpload> photos(UUID car) {
        return journal.photos().ofCar(car);
    }

    final void assertAddresses(String... names) {
        assertEquals(Stream.of(names).map(this::address).toList(), lines());
    }

    final String address(String name) {
        return webSpace.root
                + PhotoUpload.chosen(Path.of(name), carId(), clock.instant())
                        .list(true)
                        .folder() + "/hash-of-"
                + name + ".jpg";
    }

    /** Opens the model again, as at the next start of the program. */
    final void restart(UUID car) {
        restartModel();
        openCar(car);
    }
}
