package app.forecourt.upload;

import static app.forecourt.photo.upload.UploadState.FAILED;
import static app.forecourt.photo.upload.UploadState.PUBLIC;
import static app.forecourt.settings.Setting.PHOTO_ADDRESS;
import static app.forecourt.settings.Setting.PHOTO_FOLDER;
import static app.forecourt.settings.Setting.PHOTO_PORT;
import static app.forecourt.settings.Setting.PHOTO_PUBLIC_ADDRESS;
import static app.forecourt.settings.Setting.PHOTO_SECRET;
import static app.forecourt.settings.Setting.PHOTO_STORE;
import static app.forecourt.settings.Setting.PHOTO_USER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.connection.WebSpaceSettings;
import app.forecourt.http.HttpClients;
import app.forecourt.http.ScriptedServer;
import app.forecourt.http.UntrustedGet;
import app.forecourt.model.photos.FtpWebSpace;
import app.forecourt.photo.PhotoHost;
import app.forecourt.photo.prepare.CoveredArea;
import app.forecourt.photo.prepare.PhotoPreparer;
import app.forecourt.photo.store.PublicCheck;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.PreparedFacts;
import app.forecourt.photo.upload.UploadFailure;
import app.forecourt.secret.Vault;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.TestHome;
import app.forecourt.testing.TypedCars;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the whole way of a photo: a real file, a real journal, and a web space by FTP in memory. */
class WebSpaceStepsTest {
    private static final UntrustedGet.Targets LOOPBACK = new UntrustedGet.Targets(true, _ -> true);

    @RegisterExtension
    final TestHome home = new TestHome();

    private final List<PhotoUpload> progress = new ArrayList<>();
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private FtpWebSpace server;
    private PreparedFiles files;
    private WebSpaceSteps steps;
    private PhotoWorker worker;

    @BeforeEach
    void openWorker() throws IOException {
        server = new FtpWebSpace();
        home.preferences().put(PHOTO_STORE, "ftps");
        home.preferences().put(PHOTO_ADDRESS, FtpWebSpace.HOST);
        home.preferences().put(PHOTO_PORT, Integer.toString(server.port()));
        home.preferences().put(PHOTO_USER, FtpWebSpace.USER);
        home.preferences().put(PHOTO_PUBLIC_ADDRESS, server.site());
        home.vault().put(PHOTO_SECRET, FtpWebSpace.PASSWORD).join();
        HttpClients http = FtpWebSpace.trusting();
        files = new PreparedFiles(home.path().resolve("photos"));
        steps = steps(http, home.vault());
        assertTrue(steps.hasWebSpace());
        worker = new PhotoWorker(home.journal().photos(), files, steps, workers::add, (_, _) -> {}, progress::add);
    }

    private WebSpaceSteps steps(HttpClients http, Vault vault) {
        return new WebSpaceSteps(
                new WebSpaceSettings(home.preferences(), vault), http, new PublicCheck(http, LOOPBACK, LongWait.LIMIT));
    }

    @AfterEach
    void closeServer() {
        worker.close();
        server.close();
    }

    private Path picture(String name) throws IOException {
        return Files.write(home.resolve(name), PhotoHost.picture("jpeg", 2_400, 1_800, Color.ORANGE));
    }

    private PhotoUpload add(Path file) {
        return add(PhotoUpload.chosen(file, UUID.randomUUID(), Instant.EPOCH).list(true));
    }

    private PhotoUpload add(PhotoUpload photo) {
        worker.add(List.of(photo));
        TypedCars.save(
                home.journal(),
                photo.car(),
                CarDraft.EMPTY.with(CarField.IMAGES, PhotoPlaceholder.of(photo.id())),
                Set.of());
        worker.work();
        return work();
    }

    private PhotoUpload work() {
        while (!workers.isEmpty()) {
            workers.poll().run();
        }
        return progress.getLast();
    }

    @Test
    void fileBecomesPublicPhotoOfUsualSize() throws Exception {
        PhotoUpload photo = add(picture("IMG 1.jpg"));
        assertEquals(PUBLIC, photo.state(), photo::toString);
        byte[] jpeg = seen(photo);
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertEquals("1920 × 1440", seen.getWidth() + " × " + seen.getHeight());
        assertEquals(photo.address(), steps.publish(photo, jpeg, () -> {}));
        assertEquals(1, server.uploads.get(), "put once");
        String address = photo.address().orElseThrow();
        assertTrue(steps.isPublic(address, jpeg));
        assertFalse(steps.isPublic(address, new byte[] {1}), "another picture");
    }

    @Test
    void coveredAreaIsNotPublic() throws IOException {
        List<CoveredArea> area = List.of(new CoveredArea(0.25, 0.7, 0.5, 0.1));
        Path file = picture("IMG 1.jpg");
        PhotoUpload photo = add(add(file).cover(area, Instant.EPOCH).list(true));
        assertEquals(PUBLIC, photo.state(), photo::toString);
        assertArrayEquals(PhotoPreparer.prepare(file, area).jpeg(), seen(photo));
    }

    private static byte[] seen(PhotoUpload photo) throws IOException {
        try (var in = URI.create(photo.address().orElseThrow()).toURL().openStream()) {
            return in.readAllBytes();
        }
    }

    @Tag("proof")
    @Test
    void preparedFileIsTheOneThatIsPut() throws IOException {
        home.vault().put(PHOTO_SECRET, "wrong").join();
        PhotoUpload photo = add(picture("IMG 1.jpg"));
        assertEquals(Optional.of(new UploadFailure(UploadFailure.Step.PUT, "WRONG_PASSWORD")), photo.failure());
        byte[] prepared = files.read(photo.id());
        home.vault().put(PHOTO_SECRET, FtpWebSpace.PASSWORD).join();
        worker.retry(List.of(photo.id()));
        assertArrayEquals(prepared, seen(work()));
    }

    @Test
    void photoWaitsWhileTheKeychainIsLocked() {
        home.close();
        home.keychain.key = Optional.empty();
        steps = steps(new HttpClients("test"), home.vault());
        assertTrue(steps.hasWebSpace());
        UploadException locked = assertThrows(UploadException.class, () -> publish(prepared()));
        assertEquals(new UploadFailure(UploadFailure.Step.PUT, "LOCKED"), locked.reason());
        assertEquals(UploadException.ALWAYS, locked.tries());
    }

    private static PhotoUpload prepared() {
        return PhotoUpload.chosen(Path.of("1.jpg"), UUID.randomUUID(), Instant.EPOCH)
                .list(true)
                .prepared(Optional.of(new PreparedFacts("hash", 4, 3, 0, Set.of())));
    }

    private Optional<String> publish(PhotoUpload photo) throws UploadException {
        return steps.publish(photo, new byte[] {1}, () -> {});
    }

    @Test
    void busyPublicAddressIsAskedAFewTimes() {
        try (var busy = new ScriptedServer()) {
            busy.otherwise(_ -> ScriptedServer.status(503).build());
            home.preferences().put(PHOTO_PUBLIC_ADDRESS, busy.url(""));
            UploadException failure = assertThrows(UploadException.class, () -> publish(prepared()));
            assertEquals(UploadFailure.of(UploadFailure.Step.FETCH, PublicCheck.Fault.SERVER_ERROR), failure.reason());
            assertEquals(5, failure.tries());
        }
    }

    /** The settings are saved while the keychain is asked for the password. */
    @Test
    void passwordGoesToNoOtherSettings() throws Exception {
        home.close();
        try (Vault vault = home.keychain.newVault(home.preferences())) {
            var waiting = steps(new HttpClients("test"), vault);
            var put = new FutureTask<>(() -> waiting.publish(prepared(), new byte[] {1}, () -> {}));
            Thread thread = Thread.ofVirtual().start(put);
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            home.preferences().put(PHOTO_FOLDER, "elsewhere");
            vault.open();
            assertEquals(Optional.empty(), put.get());
        }
    }

    /** An earlier version put photos by WebDAV or into a bucket of S3. */
    @ParameterizedTest
    @ValueSource(strings = {"", "webdav", "s3"})
    void noStepIsTakenWithoutAWebSpace(String kind) throws Exception {
        home.preferences().put(PHOTO_STORE, kind);
        assertFalse(steps.hasWebSpace());
        assertEquals(Optional.empty(), publish(prepared()));
    }

    @Test
    void fileThatIsNoPictureFailsWithItsReason() throws IOException {
        PhotoUpload photo = add(Files.writeString(home.resolve("letter.jpg"), "Dear Sir or Madam"));
        assertEquals(FAILED, photo.state());
        assertEquals(Optional.of(new UploadFailure(UploadFailure.Step.PREPARE, "NOT_A_PICTURE")), photo.failure());
    }
}
