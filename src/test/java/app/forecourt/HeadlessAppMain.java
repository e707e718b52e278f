package app.forecourt;

import app.forecourt.home.AppDirs;
import app.forecourt.home.SingleInstance;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.start.AppServices;
import app.forecourt.start.BackgroundStartup;
import app.forecourt.start.StartupTimeline;
import java.util.Map;

/** A program that opens the services of a home without starting JavaFX. */
public final class HeadlessAppMain {
    private HeadlessAppMain() {}

    public static void main(String[] args) {
        SystemEnvironment environment = new SystemEnvironment(_ -> null, Map.of("forecourt.home", args[0])::get);
        AppDirs dirs = AppDirs.of(environment);
        try (SingleInstance instance = SingleInstance.claim(dirs)) {
            AppServices services = BackgroundStartup.begin(instance, dirs, environment, StartupTimeline.ofProcess())
                    .services();
            System.out.println("opened on " + services.model().profile().get());
            services.close(() -> {});
        }
    }
}
