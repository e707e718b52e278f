package app.forecourt;

import app.forecourt.ui.Words;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** Starts the program; not an Application itself, so that JavaFX may lie on the class path. */
public final class Main {
    private static final int NO_WINDOW = 2;
    /** Held, or the level that is set would be collected together with the logger. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Main() {}

    /** Opens the window, or says in one line why there can't be one and exits with code 2. */
    public static void main(String[] args) {
        // JavaFX warns of being on the class path, which is how it is meant to be here.
        JAVAFX.setLevel(Level.SEVERE);
        if (lacksDisplay(System.getProperty("os.name", ""), System.getenv("DISPLAY"),
                System.getenv("WAYLAND_DISPLAY"), System.getProperty("glass.platform"))) {
            refuse();
        }
        try {
            Application.launch(App.class, args);
        } catch (UnsupportedOperationException unreachable) {
            // JavaFX throws this when it can't open the display that DISPLAY names.
            refuse();
        }
    }

    /** Whether there is certainly no display: JavaFX would find out too, but with a stack trace. */
    static boolean lacksDisplay(String system, @Nullable String x11, @Nullable String wayland,
            @Nullable String platform) {
        return system.startsWith("Linux") && isBlank(x11) && isBlank(wayland) && isBlank(platform);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static void refuse() {
        System.err.println(
                new Words(Locale.getDefault(), Clock.system(ZoneId.systemDefault())).get("start.nodisplay"));
        System.exit(NO_WINDOW);
    }
}
