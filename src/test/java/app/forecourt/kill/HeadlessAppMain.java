package app.forecourt.kill;

import app.forecourt.AppDirs;
import app.forecourt.AppServices;
import app.forecourt.EarlyStartup;
import app.forecourt.StartupTimeline;
import app.forecourt.settings.SystemEnvironment;
import java.util.Map;

/** Opens the back office of the home that is given, where JavaFX never starts. */
public final class HeadlessAppMain {
    private HeadlessAppMain() {}

    public static void main(String[] args) {
        SystemEnvironment surroundings = new SystemEnvironment(name -> null,
                Map.of("forecourt.home", args[0])::get);
        try (EarlyStartup ahead = EarlyStartup.begin(AppDirs.of(surroundings), surroundings,
                StartupTimeline.ofProcess(),
                () -> {})) {
            AppServices office = ahead.office().orElseThrow();
            System.out.println("opened on " + office.desk().profile().get());
            office.close(() -> {});
        }
    }
}
