package app.forecourt;

import app.forecourt.listing.Environments;
import app.forecourt.listing.Luggage;
import app.forecourt.listing.SupportFile;
import app.forecourt.profile.Preferences;
import app.forecourt.profile.Remains;
import app.forecourt.profile.Surroundings;
import app.forecourt.ui.Dialogs;
import app.forecourt.ui.Exchange;
import app.forecourt.ui.MainWindow;
import app.forecourt.ui.SettingsDialog;
import app.forecourt.ui.Support;
import app.forecourt.ui.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The program with its window: puts the window's parts together over a {@link BackOffice}, and takes them apart. */
public final class App extends Application {
    /** Seconds until a keychain that does not answer is no longer waited for. */
    private static final int KEYCHAIN_SECONDS = 10;
    /** JavaFX makes the application itself and hands it nothing but words: what was begun before it waits here. */
    private static final AtomicReference<@Nullable Ahead> AHEAD = new AtomicReference<>();

    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable BackOffice office;
    private @Nullable Dialogs dialogs;
    private @Nullable Support support;
    private @Nullable MainStage main;
    private boolean forgotten;

    /** For the JavaFX launcher. */
    public App() {}

    /** The next application goes on with what was begun before it. */
    static void goOnWith(Ahead begun) {
        AHEAD.set(begun);
    }

    @Override
    public void start(Stage stage) {
        Ahead ahead = AHEAD.getAndSet(null);
        if (ahead == null) {
            Surroundings surroundings = Surroundings.ofProcess();
            ahead = Ahead.done(BackOffice.open(AppDirs.of(surroundings), surroundings));
        }
        StartUp startUp = ahead.startUp();
        startUp.reach(StartUp.Stage.TOOLKIT);
        ahead.office().ifPresentOrElse(opened -> open(stage, opened, startUp), Platform::exit);
    }

    private void open(Stage stage, BackOffice opened, StartUp startUp) {
        office = opened;
        startUp.reach(StartUp.Stage.MODELS);
        Theme theme = new Theme(opened.preferences());
        Dialogs asking = dialogs(stage, opened, theme);
        dialogs = asking;
        Thread.setDefaultUncaughtExceptionHandler(new Faults(opened.log(), asking::bug, Platform::runLater));
        MainWindow window = window(opened, asking);
        main = new MainStage(stage, opened.preferences());
        startUp.reach(StartUp.Stage.WINDOW);
        main.show(window);
        startUp.reach(StartUp.Stage.SHOWN);
        stage.setOnCloseRequest(event -> {
            event.consume();
            leave(stage, opened, asking);
        });
        main.afterFirstFrame(() -> {
            startUp.reach(StartUp.Stage.FRAME);
            window.complete();
            begin(opened, asking, window, startUp);
        });
    }

    private Dialogs dialogs(Stage stage, BackOffice opened, Theme theme) {
        SettingsDialog.Home home = new SettingsDialog.Home(opened.dirs().home(), opened.dirs().key(),
                () -> getHostServices().showDocument(opened.dirs().home().toUri().toString()),
                this::writeSupportFile, () -> forgetEverything(stage, opened));
        return new Dialogs(() -> stage, opened.words(), () -> {
            boolean saved = new SettingsDialog(opened.preferences(), opened.vault(), opened.environments(),
                    opened.background(), opened.words(), home).show(stage);
            theme.apply();
            if (saved) {
                opened.background().run(() -> {
                    opened.http().letGo();
                    return true;
                }, done -> {});
                opened.settingsChanged();
                opened.background().run(opened.preferences()::saveNow, this::tell);
            }
            return saved;
        });
    }

    private MainWindow window(BackOffice opened, Dialogs asking) {
        Exchange exchange = new Exchange(opened.desk(), opened.journal(),
                new Luggage(opened.journal(), opened.preferences(), opened.dirs().vocabulary()),
                opened.check(), opened.background(), opened.words(), asking);
        SupportFile supportFile = new SupportFile(opened.journal(), opened.preferences(), opened.vault(),
                opened.environments(), new SupportFile.Program(BackOffice.version(), opened.dirs().logs()),
                opened.clock());
        support = new Support(opened.desk(), supportFile, opened.background(), opened.words(), asking);
        return new MainWindow(opened.desk(), exchange, opened.words(), opened.vocabulary(), asking,
                profile -> opened.environments().dashboard(profile)
                        .ifPresent(address -> getHostServices().showDocument(address.toString())),
                this::writeSupportFile);
    }

    /** The first contact with disk and network. */
    private void begin(BackOffice opened, Dialogs asking, MainWindow window, StartUp startUp) {
        opened.work().execute(() -> opened.log().begin(BackOffice.version()));
        opened.vault().listen(state -> Platform.runLater(() -> opened.desk().vaultIs(state)));
        opened.vault().open();
        opened.desk().begin((found, place) -> {
            startUp.reach(StartUp.Stage.CARS);
            opened.work().execute(() -> opened.log().write(Level.INFO, "Reached in ms: " + startUp, null));
            window.begin(found, place);
        });
        tell(opened.preferences().trouble());
        if (opened.dirs().makeshift()) {
            asking.homeless(opened.dirs().home().toString());
        }
        Path vocabulary = opened.dirs().vocabulary();
        opened.background().run(() -> OwnWords.read(vocabulary, opened.vocabulary()), own -> {
            opened.desk().form().recheck();
            own.tell(asking, vocabulary);
        });
    }

    /** Closes the window, if nothing is lost by it or she says so. */
    private static void leave(Stage stage, BackOffice opened, Dialogs asking) {
        Consumer<Boolean> close = safe -> {
            long onTheirWay = opened.desk().cars().onTheirWay();
            if ((safe || asking.confirmClosing(opened.desk().cars().unsaved()))
                    && (onTheirWay == 0 || asking.confirmClosingOnTheWay(onTheirWay))) {
                stage.close();
            }
        };
        // Whatever is wrong with the journal, the window can be closed.
        opened.background().run(opened.desk()::keepNow, close, bug -> close.accept(false));
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

    /** For tests that ask the practice server what arrived. */
    Environments environments() {
        return Objects.requireNonNull(office).environments();
    }

    /** Forgets and deletes all that is kept, says what is left, and ends the program. */
    private void forgetEverything(Stage stage, BackOffice opened) {
        if (forgotten || dialogs == null || main == null) {
            return;
        }
        Dialogs asking = dialogs;
        long onTheirWay = opened.desk().cars().onTheirWay();
        if (onTheirWay > 0 && !asking.confirmClosingOnTheWay(onTheirWay)) {
            return;
        }
        stage.getScene().getRoot().setDisable(true);
        main.forgetPlace();
        forgotten = true;
        opened.desk().close();
        Thread.ofVirtual().name("forgetting").start(() -> {
            // Of its files, the sweep says which are still there.
            boolean keyIsGone = !opened.vault().forgetAll()
                    .completeOnTimeout(new Remains(true, List.of()), KEYCHAIN_SECONDS, TimeUnit.SECONDS)
                    .join().isKey();
            close();
            List<Path> left = new Sweep(opened.dirs()).run();
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
        if (office != null && !forgotten) {
            office.desk().close();
        }
        close();
    }

    /** Closes what holds files, once. */
    private void close() {
        if (!closed.getAndSet(true) && office != null) {
            office.close(() -> {
                if (main != null) {
                    main.keepPlace();
                }
            });
        }
    }
}
