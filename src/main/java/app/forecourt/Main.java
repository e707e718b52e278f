package app.forecourt;

import app.forecourt.file.FileInUseException;
import app.forecourt.home.AppDirs;
import app.forecourt.home.NetworkDriveCheck;
import app.forecourt.home.SingleInstance;
import app.forecourt.secret.Redaction;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.start.AppServices;
import app.forecourt.start.BackgroundStartup;
import app.forecourt.start.CrashReporter;
import app.forecourt.start.Log;
import app.forecourt.start.StartupMessageApp;
import app.forecourt.start.StartupTimeline;
import app.forecourt.ui.words.LanguageBundles;
import app.forecourt.ui.words.Messages;
import com.sun.jna.Function;
import com.sun.jna.Platform;
import com.sun.jna.WString;
import java.io.UncheckedIOException;
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
import org.jspecify.annotations.Nullable;

/**
 * The entry point. It is no {@link Application}, because Java starts such a class only with JavaFX on the module path.
 */
public final class Main {
    private static final String SYSTEM_PROXIES = "java.net.useSystemProxies";
    private static final int FAULT = 1;
    private static final int NO_WINDOW = 2;
    private static final int OPEN_ALREADY = 3;
    /** A strong reference, because otherwise the logger and its level could be garbage-collected. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Main() {}

    /**
     * Opens the window, or brings the window of the program that runs on the same home to the front.
     *
     * <p>In these cases the program prints one line to standard error, shows it if it can, and ends with an exit code.
     * The code is 1 after a fault of the program and 2 if no window can be opened or the home can't be used. It is 3 if
     * the running program does not answer. With {@code --version} the program prints its version and opens no window.
     * With {@code --quit} it ends the running program, without a question to the user, and prints nothing. An argument
     * {@code -Dname=value} sets a system property.
     */
    public static void main(String[] args) {
        setProperties(args);
        if (List.of(args).contains("--version")) {
            System.out.println("Forecourt " + AppServices.version());
            return;
        }
        if (List.of(args).contains("--quit")) {
            System.exit(SingleInstance.quit(dirs()) ? 0 : OPEN_ALREADY);
        }
        StartupTimeline startUp = StartupTimeline.ofProcess();
        startUp.reach(StartupTimeline.Stage.MAIN);
        // Java reads this property once, when it first looks for a proxy.
        System.setProperty(SYSTEM_PROXIES, System.getProperty(SYSTEM_PROXIES, "true"));
        // JavaFX warns when it lies on the class path, which is intended here.
        JAVAFX.setLevel(Level.SEVERE);
        if (lacksDisplay(
                System.getProperty("os.name", ""), System.getenv("DISPLAY"), System.getProperty("glass.platform"))) {
            boolean wayland = !isBlank(System.getenv("WAYLAND_DISPLAY"));
            System.err.println(messages().get(wayland ? "start.noxwayland" : "start.nodisplay"));
            System.exit(NO_WINDOW);
        }
        try {
            AppDirs dirs = dirs();
            refusal(dirs, NetworkDriveCheck.ofSystem(), Main::messages).ifPresent(text -> refuse(NO_WINDOW, text));
            open(dirs, startUp, args);
        } catch (UnsupportedOperationException unreachable) {
            // JavaFX throws this if it can't open the display of the variable DISPLAY, or if GTK is missing.
            refuseBy(NO_WINDOW, "start.cantopen");
        } catch (RuntimeException bug) {
            Throwable cause = bug.getCause() == null ? bug : bug.getCause();
            if (cause instanceof UnsatisfiedLinkError) {
                // GTK is installed, but another library that JavaFX needs is missing.
                refuseBy(NO_WINDOW, "start.library", String.valueOf(cause.getMessage()));
            }
            CrashReporter.causes(bug)
                    .filter(FileInUseException.class::isInstance)
                    .findFirst()
                    .ifPresent(inUse -> refuseBy(NO_WINDOW, "start.locked", String.valueOf(inUse.getMessage())));
            new CrashReporter(
                            new Log(dirs().logs(), ZoneId::systemDefault, new Redaction()),
                            (code, log) -> refuseBy(FAULT, "start.fault", code, log),
                            Runnable::run)
                    .uncaughtException(Thread.currentThread(), cause);
        }
    }

    /**
     * Sets the properties among the arguments. The launcher of the package passes them on to the program, not to Java.
     */
    private static void setProperties(String[] args) {
        for (String argument : args) {
            int equals = argument.indexOf('=');
            if (argument.startsWith("-D") && equals > 2) {
                System.setProperty(argument.substring(2, equals), argument.substring(equals + 1));
            }
            if (argument.startsWith("-Duser.")) {
                // Java has read these properties before.
                Locale.setDefault(
                        Locale.of(System.getProperty("user.language", ""), System.getProperty("user.country", "")));
            }
        }
    }

    /** Claims the home and runs the application. The home stays locked until everything is closed. */
    private static void open(AppDirs dirs, StartupTimeline startUp, String[] args) {
        try (SingleInstance instance = SingleInstance.claim(dirs)) {
            switch (instance.result()) {
                case FIRST -> {
                    AppServices.graphicsMark(dirs).chooseRenderer(List.of(args).contains("--software"));
                    BackgroundStartup backgroundStartup =
                            BackgroundStartup.begin(instance, dirs, SystemEnvironment.ofProcess(), startUp);
                    App.useBackgroundStartup(backgroundStartup);
                    Application.launch(App.class, args);
                    if (backgroundStartup.lacksFonts()) {
                        refuseBy(NO_WINDOW, "start.nofonts");
                    }
                }
                case HANDED_OVER -> {}
                case UNANSWERED -> refuseBy(OPEN_ALREADY, "start.open");
                case LOCK_UNUSABLE ->
                    refuseBy(NO_WINDOW, "start.locked", dirs.lock().toString());
            }
        }
    }

    /** Returns the message for a home on a network drive; empty if the home can be used. Blocks on the disk. */
    static Optional<String> refusal(AppDirs dirs, NetworkDriveCheck driveCheck, Supplier<Messages> messages) {
        return driveCheck
                .networkType(dirs.home())
                .map(type -> messages.get().get("start.network", dirs.home().toString(), type));
    }

    /**
     * Returns whether there is certainly no display. Checked here, because JavaFX would print a stack trace. JavaFX
     * draws through X11 only, so that a Wayland desktop needs an X11 display (XWayland), too.
     *
     * @param system value of the system property {@code os.name}
     * @param x11 value of the environment variable {@code DISPLAY}
     * @param platform value of the system property {@code glass.platform}
     */
    static boolean lacksDisplay(String system, @Nullable String x11, @Nullable String platform) {
        return system.startsWith("Linux") && isBlank(x11) && isBlank(platform);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Refuses the start with the message of a key. */
    private static void refuseBy(int code, String key, Object... values) {
        refuse(code, messages().get(key, values));
    }

    /**
     * Prints a message, shows it in a window, and ends the program. A user who started the program by an icon sees no
     * standard error.
     */
    private static void refuse(int code, String text) {
        System.err.println(text);
        try {
            Application.launch(StartupMessageApp.class, text);
        } catch (RuntimeException noJavafx) {
            // JavaFX can't start here, or has ended already.
            if (Platform.isWindows()) {
                // The last value is the icon of an error.
                Function.getFunction("user32", "MessageBoxW")
                        .invokeInt(new Object[] {null, new WString(text), new WString("Forecourt"), 0x10});
            }
        }
        System.exit(code);
    }

    /** Returns the directories. Ends the program if the system's locale can't encode the name of the home. */
    private static AppDirs dirs() {
        try {
            return AppDirs.of(SystemEnvironment.ofProcess());
        } catch (InvalidPathException unencodable) {
            refuseBy(
                    NO_WINDOW, "start.unnameable", unencodable.getInput(), System.getProperty("sun.jnu.encoding", "?"));
            throw unencodable;
        }
    }

    /** Returns the messages in the language of the settings, or of the system if the home can't be named. */
    private static Messages messages() {
        Locale language = Locale.getDefault();
        try {
            SystemEnvironment environment = SystemEnvironment.ofProcess();
            language = LanguageBundles.chosenLocale(
                    Preferences.open(AppDirs.of(environment).preferences(), environment, Runnable::run), language);
        } catch (InvalidPathException | UncheckedIOException unreadable) {
            // The message is about this home or this file.
        }
        return new Messages(language, Clock.system(ZoneId.systemDefault()));
    }
}
