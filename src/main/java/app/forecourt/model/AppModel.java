package app.forecourt.model;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.ProfileClients;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalOpenState;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.options.OptionListsModel;
import app.forecourt.model.photos.FormPhotoLines;
import app.forecourt.model.photos.PhotoCovering;
import app.forecourt.model.photos.PhotoUploadsModel;
import app.forecourt.model.photos.PhotosWithRemarks;
import app.forecourt.model.send.CorrectionWorkflow;
import app.forecourt.model.send.PublishWorkflow;
import app.forecourt.model.send.RequestedSubmissions;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.model.sharing.SharedStockModel;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.secret.Vault;
import app.forecourt.send.Outbox;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.send.SwitchableClaims;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.Submission;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * Root of the window's model: the chosen profile and its connection, the car in the form, and all other cars. Used on
 * the FX thread only.
 */
public final class AppModel implements AutoCloseable {
    /** Time for drawing the first cars, because a request takes the processor from the window. */
    private static final Duration CONNECT_DELAY = Duration.ofMillis(400);

    private final ProfileClients clients;
    private final ProfileConnectionModel profileModel;
    private final Journal journal;
    private final Outbox outbox;
    private final CarFormModel form;
    private final TaskRunner taskRunner;
    private final PhotoUploadsModel photos;
    private final FormPhotoLines photoLines;
    private final PhotosWithRemarks photosWithRemarks;
    private final PhotoCovering photoCovering;
    private final CarsModel cars;
    private final SendWorkflow sendWorkflow;
    private final CorrectionWorkflow correctionWorkflow;
    private final PublishWorkflow publishWorkflow;
    private final JournalLoader journalLoader;
    private final SharedStockModel sharedStock;

    /**
     * Creates the model with one new car in the form.
     *
     * @param photos the photos of files
     * @param claims the claims while the stock is not shared
     */
    public AppModel(
            ProfileClients clients,
            Journal journal,
            CarFormModel form,
            PhotoUploadsModel photos,
            SubmissionClaims claims,
            TaskRunner taskRunner,
            Clock clock) {
        this.clients = clients;
        this.journal = journal;
        this.form = form;
        this.photos = photos;
        this.taskRunner = taskRunner;
        this.profileModel = new ProfileConnectionModel(clients, journal, form, taskRunner, clock);
        ReadOnlyObjectProperty<Profile> profile = profile();
        this.cars = new CarsModel(profile, clients, form, journal, taskRunner, clock);
        SwitchableClaims switchable = new SwitchableClaims(claims);
        this.outbox = new Outbox(
                journal,
                clients,
                switchable,
                taskRunner.executor(),
                clock,
                submission -> taskRunner.fxThread().execute(() -> onSubmissionChanged(submission)));
        this.sendWorkflow = new SendWorkflow(
                profile,
                cars,
                form,
                clients,
                photos,
                new RequestedSubmissions(
                        profile,
                        cars,
                        form,
                        outbox,
                        taskRunner,
                        () -> !preferences().get(Setting.SEND_UNDO).equals("off"),
                        this::onSubmissionChanged),
                clock);
        ObservableValue<UUID> carId = cars.current().car().map(CarInMemory::id);
        this.photoLines = new FormPhotoLines(photos, form, carId, profile, cars.autosave(), cars::refreshRow, clock);
        this.photosWithRemarks = new PhotosWithRemarks(form.photos(), photoLines, photos, taskRunner);
        this.photoCovering = new PhotoCovering(photos, form, carId, taskRunner, clock);
        this.correctionWorkflow = new CorrectionWorkflow(cars, profile, photos, clock);
        this.journalLoader = new JournalLoader(journal, cars, this::startSending, taskRunner);
        this.publishWorkflow = new PublishWorkflow(
                cars, form, profile, profileModel.options().connection(), this::selectProfile, taskRunner.fxThread());
        this.sharedStock =
                new SharedStockModel(cars, taskRunner, switchable, claims, this::retryWaiting, outbox::stopWaiting);
        updateDealerships();
    }

    /** Returns the form's model. */
    public CarFormModel form() {
        return form;
    }

    /** Returns the chosen profile. */
    public ReadOnlyObjectProperty<Profile> profile() {
        return profileModel.chosen();
    }

    /** Returns what concerns the chosen profile. */
    public ProfileConnectionModel profileModel() {
        return profileModel;
    }

    /** Returns the option lists, with that of the chosen profile selected. */
    public OptionListsModel options() {
        return profileModel.options();
    }

    /** Returns the runner of background tasks. */
    public TaskRunner taskRunner() {
        return taskRunner;
    }

    /** Returns the car in the form and all other cars. */
    public CarsModel cars() {
        return cars;
    }

    /** Returns the workflow that sends the car in the form to AutoChat. */
    public SendWorkflow sendWorkflow() {
        return sendWorkflow;
    }

    /** Returns the workflow that publishes on production a car that staging accepted. */
    public PublishWorkflow publishWorkflow() {
        return publishWorkflow;
    }

    /** Returns the workflow that turns a sent car back into a draft. */
    public CorrectionWorkflow correctionWorkflow() {
        return correctionWorkflow;
    }

    /** Returns the stock that this desk shares with others. */
    public SharedStockModel sharedStock() {
        return sharedStock;
    }

    /** Returns the photos of files. */
    public PhotoUploadsModel photos() {
        return photos;
    }

    /** Returns the files among the photos of the car in the form. */
    public FormPhotoLines photoLines() {
        return photoLines;
    }

    /** Returns the photos of the car in the form that could be better. */
    public PhotosWithRemarks photosWithRemarks() {
        return photosWithRemarks;
    }

    /** Returns the covering of plates and faces in the photos of the car in the form. */
    public PhotoCovering photoCovering() {
        return photoCovering;
    }

    /** Sets the receiver of the journal's problems. */
    public void setListener(JournalProblemListener listener) {
        journalLoader.setListener(listener);
    }

    /** Returns the user's preferences. */
    public Preferences preferences() {
        return clients.preferences();
    }

    /**
     * Opens the journal, loads the option list and starts the outbox. Called after the first frame, because no disk or
     * network is used before.
     *
     * @param opened receives the journal's state and the last edit position, empty if the user began to type meanwhile
     */
    public void start(BiConsumer<JournalOpenState, Optional<EditPosition>> opened) {
        options().showCached(profile().get());
        journalLoader.load((state, place) -> {
            opened.accept(state, place);
            taskRunner.runLater(CONNECT_DELAY, () -> {
                options().connect();
                sharedStock.start();
            });
            photoLines.start();
        });
    }

    private void startSending() {
        taskRunner.run(() -> outbox.start(submission -> taskRunner
                .fxThread()
                .execute(() -> profileModel.connectionModel().onWaitingAtStart(submission))));
    }

    private void onSubmissionChanged(Submission submission) {
        profileModel.connectionModel().onSubmissionChanged(submission);
        cars.onSubmissionChanged(submission);
        sharedStock.onSubmissionChanged(submission.car());
        if (outbox.hasUnsaved()) {
            // The autosave keeps the car in memory until this is saved, because the journal may have it as a draft.
            cars.autosave().enqueue(_ -> outbox.flush());
        }
        if (!submission.state().isUnderWay()) {
            taskRunner.run(journal::backUp);
        }
    }

    /** Loads the journal again after the user has restored a backup. */
    public void reload() {
        journalLoader.reload();
        sharedStock.onBackupRestored();
    }

    /** Selects a profile. The draft stays; only an untouched dealership follows the profile. */
    public void selectProfile(Profile chosen) {
        if (chosen != profile().get()) {
            profileModel.choose(chosen);
            updateDealerships();
            cars.current().onProfileChanged();
            options().select(chosen);
        }
    }

    /**
     * Retries a sign-in that was refused because the vault was locked. A keychain may be unlocked long after the start.
     */
    public void onVaultStateChanged(Vault.State state) {
        if (!state.isLocked() && profileModel.isLockedOut()) {
            settingsChanged();
        }
    }

    /** Applies changed settings. */
    public void settingsChanged() {
        sendWorkflow.settingsChanged();
        updateDealerships();
        cars.current().onProfileChanged();
        profileModel.loadOptions();
        photos.settingsChanged();
        // A waiting car of any profile may depend on the changed setting, for example the secret or the proxy.
        retryWaiting();
    }

    private void retryWaiting() {
        List.of(Profile.values()).forEach(outbox::retryNow);
    }

    private void updateDealerships() {
        cars.stock().filter().dealerships().set(clients.dealerships().all());
    }

    /**
     * Saves all unsaved changes and stops the outbox. Called at the end of the program. Blocks on the disk, and up to 3
     * s on a submission that is being sent.
     */
    @Override
    public void close() {
        taskRunner.close();
        cars.autosave().flush();
        photos.close();
        outbox.close();
        // After the outbox, because the last outcomes settle their claims.
        sharedStock.close();
        // The start could not copy the first car, because the journal was still empty.
        journal.backUp();
    }
}
