package app.forecourt;

import app.forecourt.environment.ProfileClients;
import app.forecourt.model.send.SendDelay;
import app.forecourt.secret.EraseReport;
import app.forecourt.support.SupportFile;
import app.forecourt.transfer.MigrationArchive;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.keys.ConfirmationFilter;
import app.forecourt.ui.keys.ConfirmationPolicy;
import app.forecourt.ui.settings.SettingsDialog;
import app.forecourt.ui.transfer.ImportExportActions;
import app.forecourt.ui.transfer.SupportFileAction;
import app.forecourt.ui.window.MainWindow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The program's window, its parts put together over a {@link AppServices}. Used on the window's thread. */
final class AppLifecycle {
    /** Seconds until a keychain that does not answer is no longer waited for. */
    private static final int KEYCHAIN_SECONDS = 10;

    private final AtomicBoolean closed = new AtomicBoolean();
    private final AppServices office;
    private final Stage stage;
    private final HostServices system;
    private final Theme theme;
    private final Dialogs dialogs;
    private final SupportFileAction support;
    private final ConfirmationFilter confirmations;
    private final MainWindow window;
    private final Scene scene;
    private final PrimaryStage main;
    private boolean forgotten;

    /**
     * Puts it together, for that stage.
     *
     * @param system opens what others show
     */
    AppLifecycle(AppServices office, Stage stage, HostServices system) {
        this.office = office;
        this.stage = stage;
        this.system = system;
        // First of all: the class of the first control would load JavaFX's own style, which nobody sees.
        theme = new Theme(office.preferences());
        dialogs = dialogs();
        ImportExportActions exchange = new ImportExportActions(office.desk(), office.journal(),
                new MigrationArchive(office.journal(), office.preferences(), office.dirs().vocabulary()),
                office.check(), office.background(), office.words(), dialogs);
        SupportFile supportFile = new SupportFile(office.journal(), office.preferences(), office.vault(),
                office.environments(), new SupportFile.Program(AppServices.version(), office.dirs().logs()),
                office.clock());
        support = new SupportFileAction(office.desk(), supportFile, office.background(), office.words(),
                dialogs);
        ConfirmationPolicy policy = new ConfirmationPolicy(office.timing().nanoTime());
        confirmations = new ConfirmationFilter(policy);
        window = new MainWindow(office.desk(), exchange, office.words(), office.vocabulary(), dialogs, policy,
                profile -> office.environments().dashboard(profile)
                        .ifPresent(address -> system.showDocument(address.toString())),
                support::write);
        scene = window.scene();
        Theme.dress(scene);
        main = new PrimaryStage(stage, office.preferences());
    }

    /** Opens it. */
    void open(StartupTimeline startUp) {
        Thread.setDefaultUncaughtExceptionHandler(
                new CrashReporter(office.log(), dialogs::bug, Platform::runLater));
        startUp.reach(StartupTimeline.Stage.WINDOW);
        confirmations.install();
        main.show(window, scene);
        startUp.reach(StartupTimeline.Stage.SHOWN);
        stage.setOnCloseRequest(event -> {
            event.consume();
            leave();
        });
        List<Runnable> steps = new ArrayList<>();
        steps.add(() -> startUp.reach(StartupTimeline.Stage.FRAME));
        steps.addAll(window.deferredParts());
        steps.add(() -> begin(startUp));
        main.afterFirstFrame(steps);
    }

    /** Has a first car typed and sent by itself, then closes; the process ends with a code that tells how it went. */
    void runFirst() {
        new AotTrainingRun(scene, office).begin(code -> {
            stage.close();
            if (code != 0) {
                System.exit(code);
            }
        });
    }

    private Dialogs dialogs() {
        SettingsDialog.Home home = new SettingsDialog.Home(office.dirs().home(), office.dirs().key(),
                () -> system.showDocument(office.dirs().home().toUri().toString()), this::writeSupportFile,
                this::forgetEverything);
        return new Dialogs(() -> stage, office.words(), () -> {
            boolean saved = new SettingsDialog(office.preferences(), office.vault(), office.environments(),
                    office.background(), office.words(), home).show(stage);
            theme.apply();
            if (saved) {
                office.background().run(() -> {
                    office.http().evictConnections();
                    return true;
                }, done -> {});
                office.settingsChanged();
                if (!office.language().equals(office.words().locale())) {
                    window.speak(office.language());
                }
                office.background().run(office.preferences()::saveNow, dialogs::trouble);
            }
            return saved;
        });
    }

    /** The first contact with disk and network. */
    private void begin(StartupTimeline startUp) {
        office.work().execute(() -> office.log().begin(AppServices.version()));
        office.vault().listen(state -> Platform.runLater(() -> office.desk().vaultIs(state)));
        office.vault().open();
        office.desk().begin((found, place) -> {
            startUp.reach(StartupTimeline.Stage.CARS);
            office.work().execute(() -> office.log().write(Level.INFO, "Reached in ms: " + startUp, null));
            window.begin(found, place);
        });
        dialogs.trouble(office.preferences().trouble());
        if (office.dirs().makeshift()) {
            dialogs.homeless(office.dirs().home().toString());
        }
        Path vocabulary = office.dirs().vocabulary();
        office.background().run(() -> CustomVocabularyLoader.read(vocabulary, office.vocabulary()), own -> {
            office.desk().form().recheck();
            own.showProblems(dialogs, vocabulary);
        });
    }

    /** Closes the window, if nothing is lost by it or she says so. */
    private void leave() {
        Consumer<Boolean> close = safe -> {
            if ((safe || dialogs.confirmClosing(office.desk().cars().unsaved())) && leavesUnsent()
                    && leavesOnTheWay()) {
                stage.close();
            }
        };
        // Whatever is wrong with the journal, the window can be closed.
        office.background().run(office.desk()::keepNow, close, bug -> close.accept(false));
    }

    /** Asks about cars that have not left yet; their countdown stands still meanwhile. */
    private boolean leavesUnsent() {
        SendDelay delay = office.desk().sending().delay();
        if (delay.count() == 0) {
            return true;
        }
        delay.hold(true);
        try {
            return dialogs.confirmClosingUnsent(delay.count());
        } finally {
            delay.hold(false);
        }
    }

    private boolean leavesOnTheWay() {
        long onTheirWay = office.desk().cars().onTheirWay();
        return onTheirWay == 0 || dialogs.confirmClosingOnTheWay(onTheirWay);
    }

    private void writeSupportFile() {
        support.write();
    }

    /** For tests that ask the practice server what arrived. */
    ProfileClients environments() {
        return office.environments();
    }

    /** Forgets and deletes all that is kept, says what is left, and ends the program. */
    private void forgetEverything() {
        if (forgotten) {
            return;
        }
        if (!leavesOnTheWay()) {
            return;
        }
        scene.getRoot().setDisable(true);
        main.forgetPlace();
        forgotten = true;
        office.desk().close();
        Thread.ofVirtual().name("forgetting").start(() -> {
            // Of its files, the sweep says which are still there.
            boolean keyIsGone = !office.vault().forgetAll()
                    .completeOnTimeout(new EraseReport(true, List.of()), KEYCHAIN_SECONDS, TimeUnit.SECONDS)
                    .join().isKey();
            closeFiles();
            List<Path> left = new DataEraser(office.dirs(),
                    Path.of(System.getProperty("java.io.tmpdir"))).run();
            Platform.runLater(() -> {
                if (!left.isEmpty() || !keyIsGone) {
                    dialogs.stillThere(left, keyIsGone);
                }
                stage.close();
            });
        });
    }

    /** Keeps what is not kept yet, and closes what holds files. Blocks for a moment. */
    void close() {
        confirmations.close();
        if (!forgotten) {
            office.desk().close();
        }
        closeFiles();
    }

    /** Once. */
    private void closeFiles() {
        if (!closed.getAndSet(true)) {
            office.close(main::keepPlace);
        }
    }
}
