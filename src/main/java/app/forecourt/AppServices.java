package app.forecourt;

import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.environment.ProfileClients;
import app.forecourt.http.HttpClients;
import app.forecourt.http.PreferencesProxySelector;
import app.forecourt.http.Timeouts;
import app.forecourt.journal.Journal;
import app.forecourt.model.AppModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.PriceSettings;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.ui.keys.WindowThreadClock;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.WindowLanguage;
import java.net.ProxySelector;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import javafx.application.Platform;

/**
 * What stands behind the window: all parts of the program that can be made without one. It is made on a thread of its
 * own while JavaFX starts, which takes as long, and handed to the window's thread then.
 *
 * @param work runs what blocks
 * @param desk the model of the window
 */
public record AppServices(AppDirs dirs, Clock clock, ExecutorService work, Preferences preferences,
        Vault vault,
        HttpClients http, ProfileClients environments, Journal journal, Messages words, Vocabulary vocabulary,
        CarValidator check, TaskRunner background, AppModel desk, Log log, Timing timing) {

    /**
     * How the window's time passes.
     *
     * @param nanoTime a monotonic clock for keys and clicks, which stands still while the window's thread stalls
     * @param scheduler starts what is done later
     */
    public record Timing(LongSupplier nanoTime, TaskRunner.Scheduler scheduler) {
        /** Returns the computer's own time. */
        static Timing real() {
            TaskRunner.Scheduler scheduler = TaskRunner.Scheduler.REAL_TIME;
            return new Timing(new WindowThreadClock(System::nanoTime, scheduler, Platform::runLater),
                    scheduler);
        }
    }

    /** Opens it for a home. Reads the preferences, the journal and the keychain not yet. */
    static AppServices open(AppDirs dirs, SystemEnvironment surroundings) {
        return open(dirs, surroundings, Timeouts.USUAL, Timing.real());
    }

    /** The same with less patience for servers, or more, and with another time. */
    public static AppServices open(AppDirs dirs, SystemEnvironment surroundings, Timeouts timeouts,
            Timing timing) {
        new HomePermissions(dirs, surroundings).close();
        ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
        Clock clock = Clock.system(ZoneId.systemDefault());
        Preferences preferences = Preferences.open(dirs.preferences(), surroundings, work);
        Vault vault = new Vault(preferences, dirs.key());
        HttpClients http = new HttpClients(version(), timeouts,
                new PreferencesProxySelector(preferences, ProxySelector.getDefault())::configure);
        ProfileClients environments = new ProfileClients(preferences, vault, http, clock);
        TaskRunner background = new TaskRunner(work, Platform::runLater, timing.scheduler());
        Locale system = Locale.getDefault();
        Messages words = new Messages(WindowLanguage.chosen(preferences, system), clock);
        Vocabulary vocabulary = Vocabulary.bundled();
        CarValidator check = new CarValidator(clock, vocabulary);
        CarFormModel form = new CarFormModel(check, words::value);
        form.terms().set(PriceSettings.of(preferences, system));
        Journal journal = new Journal(dirs.journal(), dirs.copies(), dirs.departures(), clock);
        AppModel desk = new AppModel(preferences, environments, journal, form, background, clock);
        Log log = new Log(dirs.logs(), clock.getZone(), vault.redaction());
        return new AppServices(dirs, clock, work, preferences, vault, http, environments, journal, words,
                vocabulary, check, background, desk, log, timing);
    }

    /** The version that stands in the jar, or a word for a start from source. */
    static String version() {
        return Optional.ofNullable(AppServices.class.getPackage().getImplementationVersion())
                .orElse("source");
    }

    /** The language that is set. */
    Locale language() {
        return WindowLanguage.chosen(preferences, Locale.getDefault());
    }

    /** The settings that the form goes by may have changed. */
    void settingsChanged() {
        desk.form().terms().set(PriceSettings.of(preferences, Locale.getDefault()));
    }

    /**
     * Closes what holds files.
     *
     * @param last what is still to be kept among the preferences
     */
    public void close(Runnable last) {
        journal.close();
        environments.close();
        vault.close();
        last.run();
        preferences.close();
        work.shutdown();
        log.close();
    }
}
