package app.forecourt;

import app.forecourt.settings.SystemEnvironment;
import app.forecourt.ui.words.Messages;
import java.nio.file.InvalidPathException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Starts the program; not an Application itself, so that JavaFX may lie on the class path. */
public final class Main {
    private static final String SYSTEM_PROXIES = "java.net.useSystemProxies";
    private static final int FAULT = 1;
    private static final int NO_WINDOW = 2;
    private static final int OPEN_ALREADY = 3;
    /** Held, or the level that is set would be collected together with the logger. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Main() {}

    /**
     * Opens the window, or brings forward the one that is open on the same directory. Where there can't be one, a line
     * on standard error says what to do and the exit code is 2; a fault of the program on its way there is told in a
     * line, with code 1, and with code 3 that the one that is open does not answer. {@code --version} is answered
     * without a window.
     */
    public static void main(String[] args) {
        if (List.of(args).contains("--version")) {
            System.out.println("Forecourt " + AppServices.version());
            return;
        }
        StartupTimeline startUp = StartupTimeline.ofProcess();
        startUp.reach(StartupTimeline.Stage.MAIN);
        // Read when Java first looks for a proxy, and never again.
        System.setProperty(SYSTEM_PROXIES, System.getProperty(SYSTEM_PROXIES, "true"));
        // JavaFX warns of being on the class path, which is how it is meant to be here.
        JAVAFX.setLevel(Level.SEVERE);
        if (lacksDisplay(System.getProperty("os.name", ""), System.getenv("DISPLAY"),
                System.getProperty("glass.platform"))) {
            boolean wayland = !isBlank(System.getenv("WAYLAND_DISPLAY"));
            refuse(words().get(wayland ? "start.noxwayland" : "start.nodisplay"), NO_WINDOW);
        }
        try {
            AppDirs dirs = dirs();
            refusal(dirs, NetworkDriveCheck.ofSystem(), Main::words).ifPresent(Main::refuseInAWindow);
            open(dirs, startUp, args);
        } catch (UnsupportedOperationException unreachable) {
            // JavaFX throws this when it can't open the display that DISPLAY names, or has no GTK to do it with.
            refuse(words().get("start.cantopen"), NO_WINDOW);
        } catch (RuntimeException bug) {
            Throwable cause = bug.getCause() == null ? bug : bug.getCause();
            if (cause instanceof UnsatisfiedLinkError) {
                // GTK is there, but not all that JavaFX needs beside it.
                refuse(words().get("start.library", String.valueOf(cause.getMessage())), NO_WINDOW);
            }
            new CrashReporter(new Log(dirs().logs(), ZoneId.systemDefault()),
                    (code, log) -> System.err.println(words().get("start.fault", code, log)), Runnable::run)
                    .uncaughtException(Thread.currentThread(), cause);
            System.exit(FAULT);
        }
    }

    /** The home is locked until everything is closed. */
    private static void open(AppDirs dirs, StartupTimeline startUp, String[] args) {
        try (EarlyStartup ahead = EarlyStartup.begin(dirs, SystemEnvironment.ofProcess(), startUp,
                Main::comeForward)) {
            App.goOnWith(ahead);
            Application.launch(App.class, args);
            if (ahead.standing() == SingleInstance.Standing.UNANSWERED) {
                refuse(words().get("start.open"), OPEN_ALREADY);
            }
        }
    }

    /** Brings the window and what lies over it to the front. */
    public static void comeForward() {
        try {
            Platform.runLater(() -> {
                for (Window window : List.copyOf(Window.getWindows())) {
                    if (window instanceof Stage stage) {
                        stage.setIconified(false);
                        stage.toFront();
                        stage.requestFocus();
                    }
                }
            });
        } catch (IllegalStateException starting) {
            // Its window is about to come up.
        }
    }

    /** Why nothing can be kept there, if it is so. */
    static Optional<String> refusal(AppDirs dirs, NetworkDriveCheck disk, Supplier<Messages> words) {
        return disk.network(dirs.home())
                .map(kind -> words.get().get("start.network", dirs.home().toString(), kind));
    }

    /**
     * Whether there is certainly no display: JavaFX would find out too, but with a stack trace. It draws by X11 only, so
     * a Wayland desktop has to have one for it, too.
     */
    static boolean lacksDisplay(String system, @Nullable String x11, @Nullable String platform) {
        return system.startsWith("Linux") && isBlank(x11) && isBlank(platform);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Who clicked an icon sees no standard error. */
    private static void refuseInAWindow(String text) {
        System.err.println(text);
        Application.launch(StartupMessageApp.class, text);
        System.exit(NO_WINDOW);
    }

    private static void refuse(String text, int code) {
        System.err.println(text);
        System.exit(code);
    }

    /** Where things are kept; the end, where the system's locale has no letters for its name. */
    private static AppDirs dirs() {
        try {
            return AppDirs.of(SystemEnvironment.ofProcess());
        } catch (InvalidPathException unspeakable) {
            refuseInAWindow(words().get("start.unnameable", unspeakable.getInput(),
                    System.getProperty("sun.jnu.encoding", "?")));
            throw unspeakable;
        }
    }

    private static Messages words() {
        return new Messages(Locale.getDefault(), Clock.system(ZoneId.systemDefault()));
    }
}
