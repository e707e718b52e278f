package app.forecourt.photo.store;

import static app.forecourt.photo.upload.UploadState.FAILED;
import static app.forecourt.photo.upload.UploadState.PUBLIC;
import static app.forecourt.photo.upload.UploadState.REMOVED;
import static app.forecourt.settings.Setting.PHOTO_ADDRESS;
import static app.forecourt.settings.Setting.PHOTO_DELETION;
import static app.forecourt.settings.Setting.PHOTO_PUBLIC_ADDRESS;
import static app.forecourt.settings.Setting.PHOTO_SECRET;
import static app.forecourt.settings.Setting.PHOTO_STORE;
import static app.forecourt.settings.Setting.PHOTO_USER;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.PhotoReference;
import app.forecourt.connection.WebSpaceSettings;
import app.forecourt.http.HttpClients;
import app.forecourt.http.UntrustedGet;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFixture;
import app.forecourt.photo.prepare.PhotoPreparer;
import app.forecourt.photo.prepare.PreparationResult;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.UploadFailure;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.TestHome;
import app.forecourt.transfer.MigrationArchive;
import app.forecourt.upload.PhotoCleanup;
import app.forecourt.upload.PhotoQueue;
import app.forecourt.upload.PreparedFiles;
import app.forecourt.upload.WebSpaceSteps;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The move of cars with photos to another computer, with nginx as the web space of both. The new computer deletes the
 * photos of cars that were never sent. The old one does nothing any more that harms.
 */
class MovedPhotosTest {
    private static final UUID CAR = UUID.fromString("1cd57a5c-3f0e-4b5e-9a47-6d2f3d9f0c11");

    @TempDir
    private Path work;

    private final TestCertificate certificate = new TestCertificate();
    private NginxServer server;
    private Path web;
    private Computer old;
    private Computer fresh;
    private PhotoUpload photo;

    /** A computer with a home of its own. */
    private final class Computer {
        private final TestHome home;
        private final Journal journal;
        private final Deque<Runnable> workers = new ArrayDeque<>();
        private final PreparedFiles files;
        private final WebSpaceSteps steps;
        private final PhotoQueue queue;

        Computer(String name) throws IOException {
            home = new TestHome(Files.createDirectories(work.resolve(name)), Clock.systemUTC());
            journal = home.journal();
            journal.open();
            HttpClients http = certificate.trusting();
            files = new PreparedFiles(home.resolve("photos"));
            steps = new WebSpaceSteps(
                    new WebSpaceSettings(home.preferences(), home.vault()),
                    http,
                    new PublicCheck(
                            http, new UntrustedGet.Targets(false, InetAddress::isLoopbackAddress), LongWait.LIMIT));
            queue = new PhotoQueue(journal.photos(), files, steps, workers::add, System::nanoTime, _ -> {});
        }

        void setUpWebSpace() {
            Map.of(
                            PHOTO_STORE,
                            "webdav",
                            PHOTO_ADDRESS,
                            server.address() + "/dav",
                            PHOTO_USER,
                            NginxServer.USER,
                            PHOTO_PUBLIC_ADDRESS,
                            server.address() + "/photos",
                            PHOTO_DELETION,
                            "on")
                    .forEach(home.preferences()::put);
            home.vault().put(PHOTO_SECRET, NginxServer.PASSWORD).join();
        }

        MigrationArchive archive() {
            return new MigrationArchive(
                    journal, home.preferences(), home.resolve("vocabulary.properties"), Clock.systemUTC());
        }

        void save(String lines) {
            journal.save(CAR, CarDraft.EMPTY.with(CarField.BRAND, "opel").with(CarField.IMAGES, lines), Set.of());
        }

        PhotoUpload photo() {
            return journal.photos().ofCar(CAR).getFirst();
        }

        /** Takes the photo out of its car, and cleans up as when another car is shown. */
        void takeOut() {
            save("");
            journal.photos().setRemoved(List.of(photo.id()), true);
            cleanUp();
        }

        void cleanUp() {
            new PhotoCleanup(journal.photos(), files, steps, queue).run(() -> true, _ -> false);
        }

        void send() {
            JournalFixture.enqueue(
                    journal,
                    Submission.of(
                            CAR,
                            Profile.STAGING,
                            "https://autochat.example",
                            CarDraft.EMPTY,
                            "{}",
                            Clock.systemUTC().instant()));
        }

        void work() {
            while (!workers.isEmpty()) {
                workers.poll().run();
            }
        }

        void close() {
            queue.close();
            home.close();
        }
    }

    /** Puts a photo of a car that was never sent on the web space. */
    @BeforeEach
    void publishOnOldComputer() throws IOException {
        web = Files.createDirectories(work.resolve("web"));
        server = new NginxServer(work.resolve("nginx"), web, certificate.held);
        old = new Computer("old");
        fresh = new Computer("new");
        old.setUpWebSpace();
        Path file = work.resolve("IMG_1.jpg");
        var image = new BufferedImage(1_200, 900, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, Color.RED.getRGB());
        ImageIO.write(image, "jpeg", file.toFile());
        old.queue.add(
                List.of(PhotoUpload.chosen(file, CAR, true, Clock.systemUTC().instant())));
        old.work();
        photo = old.photo();
        assertEquals(PUBLIC, photo.state());
        old.save(photo.address().orElseThrow());
        assertTrue(isOnWebSpace());
    }

    @AfterEach
    void close() {
        old.close();
        fresh.close();
        server.close();
    }

    private void move() throws IOException {
        Path archive = work.resolve("move.zip");
        old.archive().pack(archive);
        assertInstanceOf(
                MigrationArchive.UnpackResult.Merged.class, fresh.archive().unpack(archive));
        assertEquals(photo.address(), fresh.photo().address());
    }

    private boolean isOnWebSpace() {
        return Files.exists(web.resolve(photo.path().orElseThrow()));
    }

    @Tag("proof")
    @Test
    void newComputerDeletesPhotoOfCarThatWasNeverSent() throws IOException {
        move();
        fresh.setUpWebSpace();
        fresh.takeOut();
        assertFalse(isOnWebSpace());
        assertEmpty(fresh.journal.photos().ofCar(CAR));
    }

    @Tag("proof")
    @Test
    void newComputerDeletesLaterIfItsWebSpaceIsNotSetUpYet() throws IOException {
        move();
        fresh.takeOut();
        assertTrue(isOnWebSpace());
        assertEquals(REMOVED, fresh.photo().state());
        fresh.setUpWebSpace();
        fresh.cleanUp();
        assertFalse(isOnWebSpace());
    }

    @Tag("proof")
    @Test
    void photoOfCarSentBeforeTheMoveStays() throws IOException {
        old.send();
        move();
        fresh.setUpWebSpace();
        fresh.takeOut();
        assertTrue(isOnWebSpace());
    }

    /** The old computer does not know that the new one has sent the car. */
    @Tag("proof")
    @Test
    void oldComputerDeletesNoPhotoThatHasMoved() throws IOException {
        move();
        fresh.setUpWebSpace();
        fresh.send();
        old.takeOut();
        assertTrue(isOnWebSpace());
        assertEquals(REMOVED, old.photo().state());
    }

    @Tag("proof")
    @Test
    void oldComputerDeletesPhotosOfLaterCars() throws IOException {
        move();
        Path file = work.resolve("IMG_2.jpg");
        var image = new BufferedImage(1_200, 900, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, Color.BLUE.getRGB());
        image.createGraphics().fillRect(0, 0, 600, 450);
        ImageIO.write(image, "jpeg", file.toFile());
        UUID later = UUID.randomUUID();
        old.queue.add(
                List.of(PhotoUpload.chosen(file, later, true, Clock.systemUTC().instant())));
        old.work();
        PhotoUpload second = old.journal.photos().ofCar(later).getFirst();
        assertTrue(Files.exists(web.resolve(second.path().orElseThrow())));
        old.journal.photos().setRemoved(List.of(second.id()), true);
        old.cleanUp();
        assertFalse(Files.exists(web.resolve(second.path().orElseThrow())));
        assertTrue(isOnWebSpace());
    }

    /** The path of the old computer may be another file on the new one. */
    @Tag("proof")
    @Test
    void photoUnderWayStaysOnItsComputer() throws IOException {
        Path file = work.resolve("IMG_3.jpg");
        var image = new BufferedImage(1_200, 900, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(0, 0, 300, 450);
        ImageIO.write(image, "jpeg", file.toFile());
        old.queue.add(
                List.of(PhotoUpload.chosen(file, CAR, true, Clock.systemUTC().instant())));
        UUID underWay = old.journal.photos().ofCar(CAR).getLast().id();
        old.save(PhotoReference.of(underWay));
        move();
        fresh.setUpWebSpace();
        fresh.queue.start();
        fresh.work();
        assertLeftBehind(fresh.journal.photos().ofCar(CAR).getLast());
        fresh.queue.retry(List.of(underWay));
        fresh.work();
        assertLeftBehind(fresh.journal.photos().ofCar(CAR).getLast());
        old.work();
        assertEquals(PUBLIC, old.journal.photos().ofCar(CAR).getLast().state());
    }

    private static void assertLeftBehind(PhotoUpload left) {
        assertEquals("IMG_3.jpg", left.source().toString());
        assertEquals(FAILED, left.state());
        assertEquals(Optional.of(UploadFailure.LEFT_BEHIND), left.failure());
    }

    /** Both computers have the photo on its way. The same picture has the same place, so nothing is put twice. */
    @Test
    void photoUnderWayOnBothComputersIsPutOnce() throws IOException {
        byte[] jpeg = ((PreparationResult.Prepared)
                        new PhotoPreparer(PhotoPreparer.LONG_SIDE).prepare(work.resolve("IMG_1.jpg"), List.of()))
                .photo()
                .jpeg();
        assertArrayEquals(jpeg, Files.readAllBytes(web.resolve(photo.path().orElseThrow())));
        PhotoUpload again = PhotoUpload.chosen(
                work.resolve("IMG_1.jpg"), CAR, true, Clock.systemUTC().instant());
        fresh.setUpWebSpace();
        fresh.queue.add(List.of(again));
        fresh.work();
        assertEquals(photo.address(), fresh.photo().address());
    }
}
