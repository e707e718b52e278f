package app.forecourt.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.TextInputControl;

/**
 * Benchmark of the window while photos are prepared. Starts the program in Practice, types into a field all the time,
 * and adds the photos of a folder to the car, as {@link PhotoPrepareMain} draws them. Prints the longest times for
 * which the FX thread did not answer: before, meanwhile and afterwards. Prints the resident memory on Linux.
 *
 * <p>Needs the options of {@code packaging/build/java-options.txt} that are for Java itself.
 */
public final class PhotoWindowMain {
    private static final long KEY_MILLIS = 100;
    private static final long WARM_MILLIS = 16_000;
    private static final long REST_MILLIS = 15_000;

    private PhotoWindowMain() {}

    /** @param args the folder with the photos */
    public static void main(String[] args) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(args[0]))) {
            files = all.filter(file -> file.getFileName().toString().startsWith("photo-"))
                    .sorted()
                    .toList();
        }
        try (var window = new MeasuredWindow()) {
            Thread.ofPlatform().daemon().start(() -> type(window));
            Thread.sleep(WARM_MILLIS);
            window.phase("at rest", () -> Thread.sleep(REST_MILLIS));
            long before = MeasuredWindow.resident("VmRSS");
            window.phase(files.size() + " photos", () -> {
                window.run(() -> window.services.model().photoLines().add(files));
                window.until(() -> window.services.model().photos().photos().values().stream()
                                .filter(photo -> photo.prepared().isPresent())
                                .count()
                        == files.size());
            });
            System.out.printf(
                    Locale.ROOT,
                    "resident: %d MB before, %d MB more at most%n",
                    before,
                    MeasuredWindow.resident("VmHWM") - before);
            window.phase("at rest", () -> Thread.sleep(REST_MILLIS));
        }
        System.exit(0);
    }

    /** Types into a field as a user does. */
    private static void type(MeasuredWindow window) {
        try {
            while (true) {
                window.run(() -> {
                    var field = (TextInputControl) window.scene.lookup("#description");
                    if (field.getLength() > 200) {
                        field.clear();
                    }
                    field.appendText("a");
                });
                Thread.sleep(KEY_MILLIS);
            }
        } catch (Exception ended) {
            // The window is closed.
        }
    }
}
