package app.forecourt.bench;

import app.forecourt.App;
import app.forecourt.AppServices;
import app.forecourt.EarlyStartup;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.home.AppDirs;
import app.forecourt.http.HttpClients;
import app.forecourt.settings.SystemEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

/**
 * Benchmark of the window while photos are prepared. Starts the program in Practice, types into a field all the time,
 * and adds the photos of a folder to the car, as {@link PhotoPrepareMain} draws them. Prints the longest times for
 * which the FX thread did not answer, polled every two milliseconds: before, meanwhile and afterwards. Prints the
 * resident memory on Linux.
 *
 * <p>Needs the options of {@code packaging/build/options} that are for Java itself.
 */
public final class PhotoWindowMain {
    private static final long POLL_MILLIS = 2;
    private static final long KEY_MILLIS = 100;
    private static final long WARM_MILLIS = 8_000;
    private static final long REST_MILLIS = 15_000;

    private final WindowGaps gaps = new WindowGaps();
    private final AppServices services;
    private volatile boolean ended;

    private PhotoWindowMain() {
        SystemEnvironment environment = SystemEnvironment.ofProcess();
        services = AppServices.open(
                AppDirs.of(environment),
                environment,
                HttpClients.Timeouts.USUAL,
                new AppServices.Timing(System::nanoTime, TaskRunner.Scheduler.REAL_TIME));
    }

    /** @param args the folder with the photos */
    public static void main(String[] args) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(args[0]))) {
            files = all.filter(file -> file.getFileName().toString().startsWith("photo-"))
                    .sorted()
                    .toList();
        }
        new PhotoWindowMain().measure(files);
        System.exit(0);
    }

    private void measure(List<Path> files) throws Exception {
        App.useEarlyStartup(EarlyStartup.of(services));
        var shown = new CompletableFuture<Scene>();
        var app = new App();
        Platform.startup(() -> {
            var stage = new Stage();
            app.start(stage);
            shown.complete(stage.getScene());
        });
        Scene scene = shown.get();
        Thread.sleep(WARM_MILLIS);
        gaps.start();
        Thread.ofPlatform().daemon().start(() -> type(scene));
        Thread.sleep(WARM_MILLIS);
        gaps.phase("at rest", () -> Thread.sleep(REST_MILLIS));
        long before = WindowGaps.resident("VmRSS");
        gaps.phase(files.size() + " photos", () -> {
            WindowGaps.onWindow(() -> {
                services.model().formPhotos().add(files);
                return true;
            });
            while (!WindowGaps.onWindow(() -> services.model().photos().photos().values().stream()
                            .filter(photo -> photo.prepared().isPresent())
                            .count()
                    == files.size())) {
                Thread.sleep(POLL_MILLIS);
            }
        });
        System.out.printf(
                Locale.ROOT,
                "resident: %d MB before, %d MB more at most%n",
                before / 1024,
                (WindowGaps.resident("VmHWM") - before) / 1024);
        gaps.phase("at rest", () -> Thread.sleep(REST_MILLIS));
        ended = true;
        gaps.stop();
        WindowGaps.onWindow(() -> {
            app.stop();
            return true;
        });
    }

    /** Types into a field as a user does. */
    private void type(Scene scene) {
        var field = (TextInputControl) scene.lookup("#description");
        for (int key = 0; !ended; key++) {
            char letter = (char) ('a' + key % 26);
            try {
                WindowGaps.onWindow(() -> {
                    if (field.getLength() > 200) {
                        field.clear();
                    }
                    field.appendText(String.valueOf(letter));
                    return true;
                });
                Thread.sleep(KEY_MILLIS);
            } catch (Exception stopped) {
                return;
            }
        }
    }
}
