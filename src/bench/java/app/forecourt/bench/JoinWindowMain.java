package app.forecourt.bench;

import app.forecourt.App;
import app.forecourt.AppServices;
import app.forecourt.EarlyStartup;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.home.AppDirs;
import app.forecourt.http.HttpClients;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.sharing.JoinMain;
import app.forecourt.sharing.SharedStockMembership;
import app.forecourt.sharing.SyncStatus;
import app.forecourt.sharing.server.TestStock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Benchmark of the window while its desk takes in the cars of a shared stock. The argument is the number of cars,
 * 20,000 by default. Needs PostgreSQL and an empty {@code forecourt.home}.
 */
public final class JoinWindowMain {
    private static final long POLL_MILLIS = 20;
    private static final long REST_MILLIS = 8_000;

    private JoinWindowMain() {}

    public static void main(String[] arguments) throws Exception {
        int cars = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        Path folder = Files.createTempDirectory("forecourt-join");
        try (TestStock stock = new TestStock()) {
            JoinMain.fill(folder, "anna", cars, stock);
            SystemEnvironment environment = SystemEnvironment.ofProcess();
            AppServices services = AppServices.open(
                    AppDirs.of(environment),
                    environment,
                    HttpClients.Timeouts.USUAL,
                    new AppServices.Timing(System::nanoTime, TaskRunner.Scheduler.REAL_TIME));
            App.useEarlyStartup(EarlyStartup.of(services));
            var app = new App();
            Platform.startup(() -> app.start(new Stage()));
            var gaps = new WindowGaps();
            gaps.start();
            Thread.sleep(REST_MILLIS);
            gaps.phase("at rest", () -> Thread.sleep(REST_MILLIS));
            gaps.phase(cars + " cars", () -> {
                WindowGaps.onWindow(() -> {
                    services.sharedStock()
                            .save(
                                    new SharedStockMembership.Setup(stock.address(), "Bert"),
                                    Optional.of(TestStock.password()),
                                    true);
                    return true;
                });
                while (!WindowGaps.onWindow(() -> services.model()
                                .sharedStock()
                                .status()
                                .get()
                                .filter(SyncStatus.Together.class::isInstance)
                                .isPresent()
                        && services.model().cars().stock().all().size() >= cars)) {
                    Thread.sleep(POLL_MILLIS);
                }
            });
            gaps.stop();
            WindowGaps.onWindow(() -> {
                app.stop();
                return true;
            });
        }
        System.exit(0);
    }
}
