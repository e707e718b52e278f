package app.forecourt.start;

import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.ProfileClients;
import app.forecourt.connection.WebSpacePreferences;
import app.forecourt.home.AppDirs;
import app.forecourt.home.HomePermissions;
import app.forecourt.http.HttpClients;
import app.forecourt.http.PreferencesProxySelector;
import app.forecourt.http.UntrustedGet;
import app.forecourt.journal.Journal;
import app.forecourt.model.AppModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.photos.PhotoUploadsModel;
import app.forecourt.model.photos.WebSpaceCheck;
import app.forecourt.model.sharing.StockSyncFactory;
import app.forecourt.photo.prepare.PhotoOrder;
import app.forecourt.photo.store.PublicCheck;
import app.forecourt.secret.Vault;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.PricingPreferences;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.sharing.DeskNameSuggestion;
import app.forecourt.sharing.SharedStockMembership;
import app.forecourt.sharing.SyncStatus;
import app.forecourt.ui.keys.ResponsiveTimeClock;
import app.forecourt.ui.settings.SettingsDialog;
import app.forecourt.ui.words.LanguageBundles;
import app.forecourt.ui.words.Messages;
import app.forecourt.upload.PhotoWorker;
import app.forecourt.upload.PreparedPhotoFiles;
import app.forecourt.upload.WebSpaceUploadSteps;
import java.net.ProxySelector;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import javafx.application.Platform;

/**
 * The services behind the window: all parts of the program that need no window. A thread of their own creates them
 * while JavaFX starts, because both take about the same time. The FX thread receives them afterwards.
 *
 * @param executor executor for tasks that block
 * @param model model of the window
 */
public record AppServices(
        AppDirs dirs,
        Clock clock,
        ExecutorService executor,
        Preferences preferences,
        Vault vault,
        HttpClients http,
        ProfileClients profileClients,
        Journal journal,
        Messages messages,
        Vocabulary vocabulary,
        CarValidator validator,
        TaskRunner taskRunner,
        AppModel model,
        Log log,
        Timing timing,
        SharedStockMembership sharedStock) {
    /** Time for drawing the tiles of new photos, because preparing them takes the processor from the window. */
    private static final Duration PHOTO_DELAY = Duration.ofMillis(500);

    /**
     * The clock and the scheduler of the window.
     *
     * @param nanoTime a monotonic clock in nanoseconds for keys and clicks; stops while the FX thread stalls
     * @param scheduler a scheduler of delayed tasks
     */
    public record Timing(LongSupplier nanoTime, TaskRunner.Scheduler scheduler) {
        /** Returns the timing by the system's clock. */
        static Timing real() {
            TaskRunner.Scheduler scheduler = TaskRunner.Scheduler.REAL_TIME;
            return new Timing(new ResponsiveTimeClock(System::nanoTime, scheduler, Platform::runLater), scheduler);
        }
    }

    /** The system's clock. It loads the time zones when one is needed, because that takes 12 ms at the start. */
    private static final class LazyZoneClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneId.systemDefault();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.system(zone);
        }

        @Override
        public Instant instant() {
            return Instant.now();
        }
    }

    /**
     * Creates the services for a home directory. Reads the preferences file and tightens the permissions of existing
     * files; journal and keychain are not touched yet.
     */
    public static AppServices open(AppDirs dirs, SystemEnvironment environment) {
        return open(dirs, environment, HttpClients.Timeouts.USUAL, Timing.real());
    }

    /** Creates the services for a home directory, with given timeouts for servers and a given timing. */
    public static AppServices open(
            AppDirs dirs, SystemEnvironment environment, HttpClients.Timeouts timeouts, Timing timing) {
        new HomePermissions(dirs, environment).restrict();
        ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
        Clock clock = new LazyZoneClock();
        Preferences preferences = Preferences.open(dirs.preferences(), environment, work);
        Vault vault = new Vault(preferences, dirs.key());
        HttpClients http = new HttpClients(
                version(), timeouts, new PreferencesProxySelector(preferences, ProxySelector.getDefault())::configure);
        ProfileClients clients = new ProfileClients(preferences, vault, http, clock);
        TaskRunner background = new TaskRunner(work, Platform::runLater, timing.scheduler());
        Locale system = Locale.getDefault();
        Messages words = new Messages(LanguageBundles.chosenLocale(preferences, system), clock);
        Vocabulary vocabulary = Vocabulary.bundled();
        CarValidator check = new CarValidator(clock, vocabulary);
        CarFormModel form = new CarFormModel(check, words::value);
        form.terms().set(PricingPreferences.pricingTerms(preferences, system));
        Journal journal = new Journal(dirs.journal(), dirs.backups(), dirs.sentLogs(), clock);
        WebSpacePreferences webSpace = new WebSpacePreferences(preferences, vault);
        WebSpaceUploadSteps steps = new WebSpaceUploadSteps(webSpace, http, publicCheck(http));
        PreparedPhotoFiles prepared = new PreparedPhotoFiles(dirs.photos());
        PhotoUploadsModel photos = new PhotoUploadsModel(
                journal.photos(),
                prepared,
                progress -> new PhotoWorker(
                        journal.photos(),
                        prepared,
                        steps,
                        // Of the lowest priority, because the window needs the processor first.
                        task -> timing.scheduler()
                                .schedule(
                                        PHOTO_DELAY,
                                        () -> Thread.ofPlatform()
                                                .name("photos")
                                                .daemon()
                                                .priority(Thread.MIN_PRIORITY)
                                                .start(task)),
                        timing.scheduler(),
                        progress),
                webSpace::isSetUp,
                PhotoOrder::sort,
                background);
        AppModel model = new AppModel(clients, journal, form, photos, SubmissionClaims.NOT_SHARED, background, clock);
        SharedStockMembership sharedStock = new SharedStockMembership(preferences, vault);
        model.sharedStock().setSyncFactory(new StockSyncFactory(sharedStock, journal, clock));
        sharedStock.setListener(() -> Platform.runLater(model.sharedStock()::settingsChanged));
        Log log = new Log(dirs.logs(), clock::getZone, vault.redaction());
        return new AppServices(
                dirs,
                clock,
                work,
                preferences,
                vault,
                http,
                clients,
                journal,
                words,
                vocabulary,
                check,
                background,
                model,
                log,
                timing,
                sharedStock);
    }

    /** Returns the version from the jar's manifest, or {@code source} if the program was started from source. */
    public static String version() {
        return Optional.ofNullable(AppServices.class.getPackage().getImplementationVersion())
                .orElse("source");
    }

    /** Returns the mark of a graphics driver that shows no window. */
    public static GraphicsMark graphicsMark(AppDirs dirs) {
        return new GraphicsMark(dirs.home(), version(), System.getProperties());
    }

    /** Returns the window's language by the preferences. */
    Locale language() {
        return LanguageBundles.chosenLocale(preferences, Locale.getDefault());
    }

    /** Returns a test of the web space for photos, as the settings show it. */
    WebSpaceCheck webSpaceCheck() {
        return new WebSpaceCheck(
                new WebSpacePreferences(preferences, vault), http, publicCheck(http), model.photos()::settingsChanged);
    }

    /** Returns the shared stock as the settings show it. */
    SettingsDialog.SharedStock sharedStockForSettings() {
        return new SettingsDialog.SharedStock(
                sharedStock,
                () -> DeskNameSuggestion.suggestion(SystemEnvironment.ofProcess()),
                () -> model.sharedStock().status().get().flatMap(SyncStatus::reason));
    }

    private static PublicCheck publicCheck(HttpClients http) {
        return new PublicCheck(http, UntrustedGet.Targets.PUBLIC, PublicCheck.PATIENCE);
    }

    /** Applies changed price settings to the form. */
    void applySettings() {
        model.form().terms().set(PricingPreferences.pricingTerms(preferences, Locale.getDefault()));
    }

    /**
     * Closes all services that hold files.
     *
     * @param lastChange a last change of the preferences, made before they are closed
     */
    public void close(Runnable lastChange) {
        journal.close();
        profileClients.close();
        vault.close();
        lastChange.run();
        preferences.close();
        executor.shutdown();
        log.close();
    }
}
