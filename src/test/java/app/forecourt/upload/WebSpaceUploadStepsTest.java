package app.forecourt.upload;

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

import app.forecourt.connection.WebSpacePreferences;
import app.forecourt.http.HttpClients;
import app.forecourt.http.ScriptedServer;
import app.forecourt.http.UntrustedGet;
import app.forecourt.model.photos.FtpWebSpace;
import app.forecourt.photo.PhotoHost;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadFailure;
import app.forecourt.photo.PreparedPhotoFacts;
import app.forecourt.photo.prepare.CoveredArea;
import app.forecourt.photo.prepare.PhotoPreparer;
import app.forecourt.photo.prepare.PreparedPhoto;
import app.forecourt.photo.store.PublicCheck;
import app.forecourt.secret.Vault;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.TestHome;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the steps of a photo: a real file, and a web space by FTP in memory. */
class WebSpaceUploadStepsTest {
    private static final UntrustedGet.Targets LOOPBACK = new UntrustedGet.Targets(true, _ -> true);

    @RegisterExtension
    final TestHome home = new TestHome();

    private FtpWebSpace server;
    private WebSpaceUploadSteps steps;

    @BeforeEach
    void startServer() throws IOException {
        server = new FtpWebSpace();
        home.preferences().put(PHOTO_STORE, "ftps");
        home.preferences().put(PHOTO_ADDRESS, FtpWebSpace.HOST);
        home.preferences().put(PHOTO_PORT, Integer.toString(server.port()));
        home.preferences().put(PHOTO_USER, FtpWebSpace.USER);
        home.preferences().put(PHOTO_PUBLIC_ADDRESS, server.site());
        home.vault().put(PHOTO_SECRET, FtpWebSpace.PASSWORD).join();
        HttpClients http = FtpWebSpace.trusting();
        steps = steps(http, home.vault());
        assertTrue(steps.hasWebSpace());
    }

    private WebSpaceUploadSteps steps(HttpClients http, Vault vault) {
        return new WebSpaceUploadSteps(
                new WebSpacePreferences(home.preferences(), vault),
                http,
                new PublicCheck(http, LOOPBACK, LongWait.LIMIT));
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    private PhotoUpload picture() throws IOException {
        return chosen(Files.write(home.resolve("IMG 1.jpg"), PhotoHost.picture("jpeg", 2_400, 1_800, Color.ORANGE)));
    }

    private static PhotoUpload chosen(Path file) {
        return PhotoUpload.chosen(file, UUID.randomUUID(), Instant.EPOCH);
    }

    private Optional<String> publish(PhotoUpload photo, byte... jpeg) throws PhotoUploadException {
        return steps.publish(photo, jpeg, () -> {});
    }

    @Test
    void fileBecomesPublicPhotoOfUsualSize() throws Exception {
        PhotoUpload photo = picture();
        PreparedPhoto prepared = steps.prepare(photo);
        PhotoUpload ready = photo.prepared(Optional.of(PreparedPhotoFacts.of(prepared)));
        Optional<String> address = publish(ready, prepared.jpeg());
        BufferedImage seen = ImageIO.read(URI.create(address.orElseThrow()).toURL());
        assertEquals("1920 × 1440", seen.getWidth() + " × " + seen.getHeight());
        assertEquals(address, publish(ready, prepared.jpeg()));
        assertEquals(1, server.uploads.get(), "put once");
        assertTrue(steps.isPublic(address.orElseThrow(), prepared.jpeg()));
        assertFalse(steps.isPublic(address.orElseThrow(), new byte[] {1}), "another picture");
    }

    @Test
    void coveredAreaIsNotPublic() throws Exception {
        List<CoveredArea> area = List.of(new CoveredArea(0.25, 0.7, 0.5, 0.1));
        PhotoUpload photo = picture().cover(area, Instant.EPOCH);
        assertArrayEquals(
                PhotoPreparer.prepare(photo.source(), area).jpeg(),
                steps.prepare(photo).jpeg());
    }

    private static PhotoUpload prepared() {
        return chosen(Path.of("1.jpg")).prepared(Optional.of(new PreparedPhotoFacts("hash", 4, 3, 0, Set.of())));
    }

    @Test
    void photoWaitsWhileTheKeychainIsLocked() {
        home.close();
        home.keychain.key = Optional.empty();
        steps = steps(new HttpClients("test"), home.vault());
        assertTrue(steps.hasWebSpace());
        PhotoUploadException locked = assertThrows(PhotoUploadException.class, () -> publish(prepared(), (byte) 1));
        assertEquals(new PhotoUploadFailure(PhotoUploadFailure.Step.PUT, "LOCKED"), locked.reason());
        assertEquals(PhotoUploadException.ALWAYS, locked.tries());
    }

    @Test
    void busyPublicAddressIsAskedAFewTimes() {
        try (var busy = new ScriptedServer()) {
            busy.otherwise(_ -> ScriptedServer.status(503).build());
            home.preferences().put(PHOTO_PUBLIC_ADDRESS, busy.url(""));
            PhotoUploadException failure =
                    assertThrows(PhotoUploadException.class, () -> publish(prepared(), (byte) 1));
            assertEquals(
                    PhotoUploadFailure.of(PhotoUploadFailure.Step.FETCH, PublicCheck.Fault.SERVER_ERROR),
                    failure.reason());
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
        assertEquals(Optional.empty(), publish(prepared(), (byte) 1));
    }

    @Test
    void fileThatIsNoPictureFailsWithItsReason() throws IOException {
        PhotoUpload photo = chosen(Files.writeString(home.resolve("letter.jpg"), "Dear Sir or Madam"));
        PhotoUploadException failure = assertThrows(PhotoUploadException.class, () -> steps.prepare(photo));
        assertEquals(new PhotoUploadFailure(PhotoUploadFailure.Step.PREPARE, "NOT_A_PICTURE"), failure.reason());
    }
}
