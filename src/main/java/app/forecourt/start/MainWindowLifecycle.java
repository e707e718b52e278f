package app.forecourt.start;

import app.forecourt.home.DataEraser;
import app.forecourt.home.TemporaryFontCleaner;
import app.forecourt.secret.SecretErasure;
import app.forecourt.transfer.SupportFile;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.keys.ConfirmationFilter;
import app.forecourt.ui.keys.ConfirmationPolicy;
import app.forecourt.ui.settings.SettingFields;
import app.forecourt.ui.settings.SettingsDialog;
import app.forecourt.ui.transfer.ExportRestoreActions;
import app.forecourt.ui.transfer.SupportFileAction;
import app.forecourt.ui.window.MainWindowContent;
import app.forecourt.ui.window.WindowContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The life of the main window, from creation over {@link AppServices} to closing. Used on the FX thread only. */
public final class MainWindowLifecycle {
    /** The timeout in seconds for a keychain that does not answer. */
    private static final int KEYCHAIN_TIMEOUT_SECONDS = 10;

    private final AppServices services;
    private final Stage stage;
    private final Theme theme;
    private final WindowDialogs dialogs;
    private final SupportFileAction support;
    private final ConfirmationFilter confirmations;
    private final MainWindowContent window;
    private final CloseConfirmation confirmation;
    private final Scene scene;
    private final PrimaryStage primaryStage;
    private boolean erased;

    /** Creates the window on a stage. */
    public MainWindowLifecycle(AppServices services, Stage stage) {
        this.services = services;
        this.stage = stage;
        // The theme comes first, because the first control would load JavaFX's default stylesheet for nothing.
        theme = new Theme(services.preferences());
        dialogs = dialogs();
        dialogs.toasts().setOpener(this::openDocument);
        ExportRestoreActions exchange = new ExportRestoreActions(
                services.model(),
                services.journal(),
                services.validator(),
                services.taskRunner(),
                services.messages(),
                dialogs);
        SupportFile supportFile = new SupportFile(
                services.preferences(),
                services.vault(),
                new SupportFile.Program(AppServices.version(), services.dirs().logs()),
                services.clock());
        support = new SupportFileAction(supportFile, services.taskRunner(), services.messages(), dialogs);
        ConfirmationPolicy policy = new ConfirmationPolicy(services.timing().nanoTime());
        confirmations = new ConfirmationFilter(policy);
        window = new MainWindowContent(
                new WindowContext(
                        services.model(), services.messages(), dialogs, policy, services.vocabulary(), exchange),
                profile -> services.profileClients().dashboard(profile).ifPresent(this::openDocument),
                support::write);
        confirmation = new CloseConfirmation(services.model(), dialogs, window::showTakeOff);
        scene = window.createScene();
        Theme.addStyleSheet(scene);
        primaryStage = new PrimaryStage(stage, services.preferences());
    }

    /** Shows the window, and loads its deferred parts after the first frame. */
    public void open(BackgroundStartup startup) {
        StartupTimeline startUp = startup.timeline();
        Thread.setDefaultUncaughtExceptionHandler(
                new CrashReporter(services.log(), dialogs::showBug, Platform::runLater));
        startUp.reach(StartupTimeline.Stage.WINDOW);
        confirmations.install();
        primaryStage.show(window, scene);
        startUp.reach(StartupTimeline.Stage.SHOWN);
        stage.setOnCloseRequest(event -> {
            event.consume();
            if (!erased && window.closeSheet()) {
                confirmAndClose();
            }
        });
        List<Runnable> steps = new ArrayList<>();
        List<Runnable> parts = window.deferredParts();
        steps.add(() -> {
            startUp.reach(StartupTimeline.Stage.FRAME);
            // The second card is added in this step, because each further step waits for another frame.
            parts.getFirst().run();
            startup.answerLaterStarts(PrimaryStage::bringToFront);
        });
        steps.addAll(parts.subList(1, parts.size()));
        steps.addAll(primaryStage.stepsOfIcons());
        steps.add(() -> loadData(startUp));
        primaryStage.afterFirstFrame(steps);
    }

    /** Opens a web page or a folder in another program. Offers its address if there is no such program. */
    private void openDocument(URI address) {
        services.taskRunner()
                .run(
                        () -> DocumentOpener.open(DocumentOpener.command(System.getProperty("os.name", ""), address)),
                        isOpen -> {
                            if (!isOpen
                                    && dialogs.confirm(
                                            "document.title", "document.text", "document.copy", address.toString())) {
                                ClipboardText.text(address.toString());
                            }
                        });
    }

    private WindowDialogs dialogs() {
        SettingsDialog.Home home = new SettingsDialog.Home(
                services.dirs().home(),
                services.dirs().key(),
                () -> openDocument(services.dirs().home().toUri()),
                () -> support.write(),
                this::eraseEverything);
        return new WindowDialogs(() -> stage, services.messages(), section -> {
            boolean saved = new SettingsDialog(
                            new SettingFields(services.preferences(), services.taskRunner(), dialogs),
                            services.vault(),
                            services.profileClients(),
                            services.webSpaceCheck(),
                            services.sharedStockForSettings(),
                            home)
                    .show(section);
            Theme.apply(services.preferences());
            if (saved) {
                services.executor().execute(services.http()::evictConnections);
                services.applySettings();
                if (!services.language().equals(services.messages().locale())) {
                    window.switchLanguage(services.language());
                }
                services.taskRunner().run(services.preferences()::saveNow, dialogs::showPreferencesTrouble);
            }
            return saved;
        });
    }

    /** Opens the vault and loads the journal: the first access to disk and network. */
    private void loadData(StartupTimeline startUp) {
        services.executor().execute(() -> {
            AppServices.graphicsMark(services.dirs()).onFirstFrame();
            if (System.getProperty("os.name", "").startsWith("Windows")) {
                TemporaryFontCleaner.clean(
                        Path.of(System.getProperty("java.io.tmpdir")),
                        services.clock().instant().minus(Duration.ofDays(1)));
            }
            services.log().writeStart(AppServices.version());
        });
        services.vault()
                .setListener(state -> Platform.runLater(() -> services.model().onVaultStateChanged(state)));
        services.vault().open();
        services.model().start((journalState, position) -> {
            startUp.reach(StartupTimeline.Stage.CARS);
            services.executor().execute(() -> services.log().write(Level.INFO, "Reached in ms: " + startUp, null));
            window.onJournalLoaded(journalState, position);
        });
        dialogs.showPreferencesTrouble(services.preferences().trouble());
        if (services.dirs().isTemporary()) {
            dialogs.showMessage(
                    "home.title", "home.none", services.dirs().home().toString());
        }
        Path vocabulary = services.dirs().vocabulary();
        services.taskRunner().run(() -> VocabularyLoadResult.read(vocabulary, services.vocabulary()), loaded -> {
            services.model().form().recheck();
            loaded.showProblems(dialogs, vocabulary);
        });
    }

    /** Closes the window if everything is saved and sent, or if the user confirms the loss. */
    private void confirmAndClose() {
        Consumer<Boolean> close = saved -> {
            if (confirmation.mayClose(saved)) {
                stage.close();
            }
        };
        // An error of the journal must not keep the window open.
        services.taskRunner().run(services.model().cars().autosave()::flush, close, _ -> close.accept(false));
    }

    /**
     * Deletes all secrets and files of the program, shows the files that could not be deleted, and closes the window.
     */
    private void eraseEverything() {
        if (erased || !confirmation.confirmOnTheWay()) {
            return;
        }
        scene.getRoot().setDisable(true);
        erased = true;
        services.model().close();
        Thread.ofVirtual().name("forgetting").start(() -> {
            // Only the key counts here, because the data eraser reports the files that are left.
            boolean keyIsGone = !services.vault()
                    .forgetAll()
                    .completeOnTimeout(new SecretErasure(true, List.of()), KEYCHAIN_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .join()
                    .isKeyLeft();
            services.close(() -> {});
            List<Path> left = new DataEraser(services.dirs()).eraseAll();
            Platform.runLater(() -> {
                if (!left.isEmpty() || !keyIsGone) {
                    dialogs.showEraseLeftovers(left, keyIsGone);
                }
                stage.close();
            });
        });
    }

    /** Saves unsaved changes and closes all files. Blocks for a moment. */
    public void close() {
        confirmations.close();
        theme.close();
        if (!erased) {
            services.model().close();
            services.close(primaryStage::saveBounds);
        }
    }
}
