package app.forecourt.journey.program;

import static javafx.scene.input.KeyCode.ALT;
import static javafx.scene.input.KeyCode.C;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.UP;
import static javafx.scene.input.KeyCode.V;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.FakeAutochat;
import app.forecourt.model.photos.FtpWebSpace;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.photo.PhotoHost;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.prepare.CoveredArea;
import app.forecourt.photo.prepare.PhotoFileException;
import app.forecourt.photo.prepare.PhotoPreparer;
import app.forecourt.start.AppServices;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Ten files from the disk to the car at AutoChat: pasted, put in order and one covered by keys, prepared, put on a web
 * space by FTP, fetched back, and sent as addresses.
 */
class PhotoFilesJourneyTest extends AutochatJourneyTest {
    private static final int FILES = 10;

    private final FtpWebSpace webSpace = new FtpWebSpace();
    private final PhotoHost host = new PhotoHost();
    private final List<Path> files = new ArrayList<>();

    PhotoFilesJourneyTest() throws IOException {
        // The web space and the site that the public sees have the same files.
        host.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                byte[] file = webSpace.files.get(
                        Objects.requireNonNull(request.getUrl()).encodedPath());
                return file == null
                        ? FakeAutochat.json(404, "{}")
                        : PhotoHost.file(file)
                                .newBuilder()
                                .setHeader("Content-Type", "image/jpeg")
                                .build();
            }
        });
    }

    @Override
    public void prepare() throws IOException {
        super.prepare();
        Path preferences = home.resolve("preferences.json");
        String before = Files.readString(preferences).strip();
        Files.writeString(
                preferences,
                before.substring(0, before.length() - 1) + ", \"profile\": \"staging\", "
                        + webSpace.preferences(host.url("")) + "}");
        Path folder = Files.createDirectory(home.resolve("DCIM"));
        for (int number = 1; number <= FILES; number++) {
            Path file = folder.resolve("IMG_" + number + ".jpg");
            Files.write(file, PhotoHost.picture("jpeg", 1_200, 900, new Color(255 - 20 * number, 60, 20 * number)));
            files.add(file);
        }
    }

    @Override
    public AppServices openServices() {
        AppServices services = super.openServices();
        host.standInForPublicHosts(services.http());
        return services;
    }

    @AfterEach
    void closeWebSpace() {
        webSpace.close();
        host.close();
    }

    private List<String> names() {
        return robot.lookup(".photo-name").<Label>queryAll().stream()
                .map(Label::getText)
                .toList();
    }

    private static List<String> names(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> "IMG_" + number + ".jpg")
                .toList();
    }

    /** Returns the address that a file must have: its prepared picture names it. */
    private String expectedName(int number, List<CoveredArea> covered) {
        try {
            return PhotoPreparer.prepare(files.get(number - 1), covered).hash() + ".jpg";
        } catch (PhotoFileException unusable) {
            throw new AssertionError(unusable);
        }
    }

    /** Returns the areas of the first file that were covered by keys. */
    private List<CoveredArea> coveredAreas() {
        return onFxThread(() -> services().model().photos().photos().values().stream()
                .filter(photo -> photo.source().equals(files.getFirst()))
                .map(PhotoUpload::covered)
                .filter(areas -> !areas.isEmpty())
                .findFirst()
                .orElseThrow());
    }

    @Test
    void tenFilesArePutInOrderCoveredAndSent() throws Exception {
        untilReady();
        typeCar("R-759-BK", "corsa");

        focus("images");
        // In any order, as a file manager copies them.
        copyToClipboard(files.reversed());
        press(SHORTCUT, V);
        until("the files", () -> names().size() == FILES);
        assertEquals(names(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), names());
        press(DOWN);
        untilFocused("photos");
        press(END);
        press(ALT, HOME);
        press(RIGHT);
        press(ALT, RIGHT);
        assertEquals(names(10, 2, 1, 3, 4, 5, 6, 7, 8, 9), names());
        press(ENTER);
        untilFocused("enlargedPhoto");
        press(C);
        untilFocused("cover");
        press(C);
        press(UP);
        press(ENTER);
        untilFocused("enlargedPhoto");
        press(ESCAPE);
        untilFocused("photos");
        assertEquals(names(10, 2, 1, 3, 4, 5, 6, 7, 8, 9), names());
        until(
                "the addresses",
                () -> services().model().form().photos().addresses().stream()
                        .allMatch(line -> line.startsWith(host.url("/"))));

        press(SHORTCUT, ENTER);
        untilAccepted("STAGING");
        assertEquals(1, autochat.posts());
        JsonNode car = new ObjectMapper()
                .readTree(autochat.requestsTo("POST", "/api/cars")
                        .getFirst()
                        .getBody()
                        .utf8());
        List<String> addresses =
                car.path("images").valueStream().map(JsonNode::asText).toList();
        String covered = expectedName(1, coveredAreas());
        assertNotEquals(expectedName(1, List.of()), covered);
        assertEquals(
                IntStream.of(10, 2, 1, 3, 4, 5, 6, 7, 8, 9)
                        .mapToObj(number -> number == 1 ? covered : expectedName(number, List.of()))
                        .toList(),
                addresses.stream()
                        .map(address -> address.substring(address.lastIndexOf('/') + 1))
                        .toList());
        for (String address : addresses) {
            assertTrue(address.startsWith(host.url("/")), address);
            assertInstanceOf(PhotoFetch.Outcome.Shown.class, host.fetch(address).run(), address);
        }
    }
}
