package app.forecourt;

import app.forecourt.car.CarCheck;
import app.forecourt.car.Vocabulary;
import app.forecourt.http.HttpClients;
import app.forecourt.http.ProxyChoice;
import app.forecourt.http.Timeouts;
import app.forecourt.journal.Journal;
import app.forecourt.listing.Environments;
import app.forecourt.listing.Luggage;
import app.forecourt.listing.PriceSettings;
import app.forecourt.listing.SupportFile;
import app.forecourt.profile.Preferences;
import app.forecourt.profile.Remains;
import app.forecourt.profile.Surroundings;
import app.forecourt.profile.Vault;
import app.forecourt.ui.Background;
import app.forecourt.ui.CarForm;
import app.forecourt.ui.Desk;
import app.forecourt.ui.Dialogs;
import app.forecourt.ui.Exchange;
import app.forecourt.ui.MainWindow;
import app.forecourt.ui.SettingsDialog;
import app.forecourt.ui.Support;
import app.forecourt.ui.Theme;
import app.forecourt.ui.Words;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The one place where the program's parts are made and put together. */
public final class App extends Application {
    /** Seconds until a keychain that does not answer is no longer waited for. */
    private static final int KEYCHAIN_SECONDS = 10;

    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Preferences preferences;
    private @Nullable Vault vault;
    private @Nullable Environments environments;
    private @Nullable Journal journal;
    private @Nullable Desk desk;
    private @Nullable Log log;
    private @Nullable Dialogs dialogs;
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable Support support;
    private @Nullable MainStage main;

    /** For the JavaFX launcher. */
    public App() {}

    @Override
    public void start(Stage stage) {
        Clock clock = Clock.system(ZoneId.systemDefault());
        Surroundings surroundings = Surroundings.ofProcess();
        AppDirs dirs = AppDirs.of(surroundings);
        preferences = Preferences.open(dirs.preferences(), surroundings, work);
        Preferences kept = preferences;
        vault = new Vault(preferences, dirs.key());
        HttpClients http = new HttpClients(version(), Timeouts.USUAL,
                new ProxyChoice(kept, ProxySelector.getDefault())::lead);
        environments = new Environments(preferences, vault, http, clock);
        Background background = new Background(work, Platform::runLater);
        Locale locale = Locale.getDefault();
        Words words = new Words(locale, clock);
        Vocabulary vocabulary = Vocabulary.bundled();
        CarCheck check = new CarCheck(clock, vocabulary);
        CarForm form = new CarForm(check, words::value);
        form.terms().set(PriceSettings.of(preferences, locale));
        journal = new Journal(dirs.journal(), dirs.copies(), clock);
        desk = new Desk(preferences, environments, journal, form, background, clock);
        Desk cars = desk;
        Theme theme = new Theme(preferences);
        Vault secrets = vault;
        Environments known = environments;
        SettingsDialog.Home home = new SettingsDialog.Home(dirs.home(), dirs.key(),
                () -> getHostServices().showDocument(dirs.home().toUri().toString()), this::writeSupportFile,
                () -> forgetEverything(stage, dirs));
        Dialogs asking = new Dialogs(() -> stage, words, () -> {
            boolean saved = new SettingsDialog(kept, secrets, known, background, words, home).show(stage);
            theme.apply();
            if (saved) {
                background.run(() -> {
                    http.letGo();
                    return true;
                }, done -> {});
                form.terms().set(PriceSettings.of(kept, locale));
                background.run(kept::saveNow, this::tell);
            }
            return saved;
        });
        dialogs = asking;
        Log written = new Log(dirs.logs(), clock.getZone(), secrets.redaction());
        log = written;
        Thread.setDefaultUncaughtExceptionHandler(new Faults(written, asking::bug, Platform::runLater));
        Exchange exchange = new Exchange(cars, journal, new Luggage(journal, kept, dirs.vocabulary()),
                check, background, words, asking);
        SupportFile supportFile = new SupportFile(journal, kept, secrets, known,
                new SupportFile.Program(version(), dirs.logs()), clock);
        support = new Support(cars, supportFile, background, words, asking);
        MainWindow window = new MainWindow(cars, exchange, words, vocabulary, asking,
                profile -> known.dashboard(profile)
                        .ifPresent(address -> getHostServices().showDocument(address.toString())),
                this::writeSupportFile);
        main = new MainStage(stage, kept);
        main.show(window);
        stage.setOnCloseRequest(event -> {
            event.consume();
            Consumer<Boolean> close = safe -> {
                long onTheirWay = cars.cars().onTheirWay();
                if ((safe || asking.confirmClosing(cars.cars().unsaved()))
                        && (onTheirWay == 0 || asking.confirmClosingOnTheWay(onTheirWay))) {
                    stage.close();
                }
            };
            // Whatever is wrong with the journal, the window can be closed.
            background.run(cars::keepNow, close, bug -> close.accept(false));
        });
        main.afterFirstFrame(() -> {
            work.execute(() -> written.begin(version()));
            secrets.listen(state -> Platform.runLater(() -> cars.vaultIs(state)));
            secrets.open();
            cars.begin(window::begin);
            tell(kept.trouble());
            if (dirs.makeshift()) {
                asking.homeless(dirs.home().toString());
            }
            background.run(() -> OwnWords.read(dirs.vocabulary(), vocabulary), own -> {
                form.recheck();
                own.tell(asking, dirs.vocabulary());
            });
        });
    }

    private void tell(Preferences.Trouble trouble) {
        if (dialogs != null && trouble != Preferences.Trouble.NONE) {
            dialogs.trouble(trouble);
        }
    }

    private void writeSupportFile() {
        if (support != null) {
            support.write();
        }
    }

    /** The version that stands in the jar, or a word for a start from source. */
    static String version() {
        return Optional.ofNullable(App.class.getPackage().getImplementationVersion()).orElse("source");
    }

    /** For tests that ask the practice server what arrived. */
    @Nullable
    Environments environments() {
        return environments;
    }

    /** Forgets and deletes all that is kept, says what is left, and ends the program. */
    private void forgetEverything(Stage stage, AppDirs dirs) {
        if (desk == null || vault == null || dialogs == null || main == null) {
            return;
        }
        Dialogs asking = dialogs;
        Vault secrets = vault;
        long onTheirWay = desk.cars().onTheirWay();
        if (onTheirWay > 0 && !asking.confirmClosingOnTheWay(onTheirWay)) {
            return;
        }
        stage.getScene().getRoot().setDisable(true);
        main.forgetPlace();
        desk.close();
        desk = null;
        Thread.ofVirtual().name("forgetting").start(() -> {
            // Of its files, the sweep says which are still there.
            boolean keyIsGone = !secrets.forgetAll()
                    .completeOnTimeout(new Remains(true, List.of()), KEYCHAIN_SECONDS, TimeUnit.SECONDS)
                    .join().isKey();
            close();
            List<Path> left = new Sweep(dirs).run();
            Platform.runLater(() -> {
                if (!left.isEmpty() || !keyIsGone) {
                    asking.stillThere(left, keyIsGone);
                }
                stage.close();
            });
        });
    }

    @Override
    public void stop() {
        if (desk != null) {
            desk.close();
        }
        close();
    }

    /** Closes what holds files, once. */
    private void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        if (journal != null) {
            journal.close();
        }
        if (environments != null) {
            environments.close();
        }
        if (vault != null) {
            vault.close();
        }
        if (main != null) {
            main.keepPlace();
        }
        if (preferences != null) {
            preferences.close();
        }
        work.shutdown();
        if (log != null) {
            log.close();
        }
    }
}
