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

/** The life of the main window, from creation over {@link AppServices} to closing. Used on the FX thread only. */
final class AppLifecycle {
    /** The timeout in seconds for a keychain that does not answer. */
    private static final int KEYCHAIN_TIMEOUT_SECONDS = 10;

    private final AtomicBoolean closed = new AtomicBoolean();
    private final AppServices services;
    private final Stage stage;
    private final HostServices hostServices;
    private final Theme theme;
    private final Dialogs dialogs;
    private final SupportFileAction support;
    private final ConfirmationFilter confirmations;
    private final MainWindow window;
    private final Scene scene;
    private final PrimaryStage primaryStage;
    private boolean erased;

    /**
     * Creates the window on a stage.
     *
     * @param hostServices opener of web pages and folders in other programs
     */
    AppLifecycle(AppServices services, Stage stage, HostServices hostServices) {
        this.services = services;
        this.stage = stage;
        this.hostServices = hostServices;
        // The theme comes first, because the first control would load JavaFX's default stylesheet for nothing.
        theme = new Theme(services.preferences());
        dialogs = dialogs();
        ImportExportActions exchange = new ImportExportActions(services.desk(), services.journal(),
                new MigrationArchive(services.journal(), services.preferences(),
                        services.dirs().vocabulary()),
                services.check(), services.background(), services.words(), dialogs);
        SupportFile supportFile = new SupportFile(services.journal(), services.preferences(),
                services.vault(),
                services.environments(),
                new SupportFile.Program(AppServices.version(), services.dirs().logs()),
                services.clock());
        support = new SupportFileAction(services.desk(), supportFile, services.background(), services.words(),
                dialogs);
        ConfirmationPolicy policy = new ConfirmationPolicy(services.timing().nanoTime());
        confirmations = new ConfirmationFilter(policy);
        window = new MainWindow(services.desk(), exchange, services.words(), services.vocabulary(), dialogs,
                policy,
                profile -> services.environments().dashboard(profile)
                        .ifPresent(address -> hostServices.showDocument(address.toString())),
                support::write);
        scene = window.scene();
        Theme.dress(scene);
        primaryStage = new PrimaryStage(stage, services.preferences());
    }

    /** Shows the window, and loads its deferred parts after the first frame. */
    void open(StartupTimeline startUp) {
        Thread.setDefaultUncaughtExceptionHandler(
                new CrashReporter(services.log(), dialogs::bug, Platform::runLater));
        startUp.reach(StartupTimeline.Stage.WINDOW);
        confirmations.install();
        primaryStage.show(window, scene);
        startUp.reach(StartupTimeline.Stage.SHOWN);
        stage.setOnCloseRequest(event -> {
            event.consume();
            confirmAndClose();
        });
        List<Runnable> steps = new ArrayList<>();
        steps.add(() -> startUp.reach(StartupTimeline.Stage.FRAME));
        steps.addAll(window.deferredParts());
        steps.add(() -> loadData(startUp));
        primaryStage.afterFirstFrame(steps);
    }

    /** Runs the AOT training run, then closes the window. The process ends with the exit code of the run. */
    void runFirst() {
        new AotTrainingRun(scene, services).begin(code -> {
            stage.close();
            if (code != 0) {
                System.exit(code);
            }
        });
    }

    private Dialogs dialogs() {
        SettingsDialog.Home home = new SettingsDialog.Home(services.dirs().home(), services.dirs().key(),
                () -> hostServices.showDocument(services.dirs().home().toUri().toString()),
                this::writeSupportFile,
                this::eraseEverything);
        return new Dialogs(() -> stage, services.words(), () -> {
            boolean saved = new SettingsDialog(services.preferences(), services.vault(),
                    services.environments(),
                    services.background(), services.words(), home).show(stage);
            theme.apply();
            if (saved) {
                services.background().run(() -> {
                    services.http().evictConnections();
                    return true;
                }, _ -> {});
                services.settingsChanged();
                if (!services.language().equals(services.words().locale())) {
                    window.speak(services.language());
                }
                services.background().run(services.preferences()::saveNow, dialogs::trouble);
            }
            return saved;
        });
    }

    /** Opens the vault and loads the journal: the first access to disk and network. */
    private void loadData(StartupTimeline startUp) {
        services.work().execute(() -> services.log().begin(AppServices.version()));
        services.vault().listen(state -> Platform.runLater(() -> services.desk().vaultIs(state)));
        services.vault().open();
        services.desk().begin((journalState, position) -> {
            startUp.reach(StartupTimeline.Stage.CARS);
            services.work()
                    .execute(() -> services.log().write(Level.INFO, "Reached in ms: " + startUp, null));
            window.begin(journalState, position);
        });
        dialogs.trouble(services.preferences().trouble());
        if (services.dirs().makeshift()) {
            dialogs.homeless(services.dirs().home().toString());
        }
        Path vocabulary = services.dirs().vocabulary();
        services.background().run(() -> CustomVocabularyLoader.read(vocabulary, services.vocabulary()),
                loaded -> {
                    services.desk().form().recheck();
                    loaded.showProblems(dialogs, vocabulary);
                });
    }

    /** Closes the window if everything is saved and sent, or if the user confirms the loss. */
    private void confirmAndClose() {
        Consumer<Boolean> close = saved -> {
            if ((saved || dialogs.confirmClosing(services.desk().cars().unsaved())) && confirmUnsent()
                    && confirmOnTheWay()) {
                stage.close();
            }
        };
        // An error of the journal must not keep the window open.
        services.background().run(services.desk()::keepNow, close, _ -> close.accept(false));
    }

    /** Asks the user about cars with a running send delay. The delay is paused while the question is open. */
    private boolean confirmUnsent() {
        SendDelay delay = services.desk().sending().delay();
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

    private boolean confirmOnTheWay() {
        long onTheirWay = services.desk().cars().onTheirWay();
        return onTheirWay == 0 || dialogs.confirmClosingOnTheWay(onTheirWay);
    }

    private void writeSupportFile() {
        support.write();
    }

    /** Returns the clients of the profiles, for tests that read from the practice server which cars arrived. */
    ProfileClients environments() {
        return services.environments();
    }

    /**
     * Deletes all secrets and files of the program, shows the files that could not be deleted, and closes the window.
     */
    private void eraseEverything() {
        if (erased) {
            return;
        }
        if (!confirmOnTheWay()) {
            return;
        }
        scene.getRoot().setDisable(true);
        primaryStage.forgetPlace();
        erased = true;
        services.desk().close();
        Thread.ofVirtual().name("forgetting").start(() -> {
            // Only the key counts here, because the data eraser reports the files that are left.
            boolean keyIsGone = !services.vault().forgetAll()
                    .completeOnTimeout(new EraseReport(true, List.of()), KEYCHAIN_TIMEOUT_SECONDS,
                            TimeUnit.SECONDS)
                    .join().isKey();
            closeFiles();
            List<Path> left = new DataEraser(services.dirs(),
                    Path.of(System.getProperty("java.io.tmpdir"))).run();
            Platform.runLater(() -> {
                if (!left.isEmpty() || !keyIsGone) {
                    dialogs.stillThere(left, keyIsGone);
                }
                stage.close();
            });
        });
    }

    /** Saves unsaved changes and closes all files. Blocks for a moment. */
    void close() {
        confirmations.close();
        if (!erased) {
            services.desk().close();
        }
        closeFiles();
    }

    /** Closes all files; further calls do nothing. */
    private void closeFiles() {
        if (!closed.getAndSet(true)) {
            services.close(primaryStage::keepPlace);
        }
    }
}
