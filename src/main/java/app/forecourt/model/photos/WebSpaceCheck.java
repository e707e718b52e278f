package app.forecourt.model.photos;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.WebSpaceSettings;
import app.forecourt.http.HttpClients;
import app.forecourt.model.connection.InterruptibleRun;
import app.forecourt.model.connection.SteppedTest;
import app.forecourt.model.connection.TestSteps;
import app.forecourt.model.connection.TestSteps.StepState;
import app.forecourt.photo.store.HostIdentity;
import app.forecourt.photo.store.PhotoStore;
import app.forecourt.photo.store.PhotoStores;
import app.forecourt.photo.store.PublicCheck;
import app.forecourt.photo.store.StoreCheck;
import app.forecourt.photo.store.StoreCheck.Outcome;
import app.forecourt.photo.store.StoreCheck.Report;
import app.forecourt.photo.store.StoreCheck.Step;
import app.forecourt.photo.store.StoreSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/**
 * The test of a web space before it is saved, step by step. It runs in the background and can be stopped. The identity
 * of a new host is accepted here, by the user only. Used on the FX thread only.
 */
public final class WebSpaceCheck implements SteppedTest<Step, Outcome> {
    private final WebSpaceSettings webSpace;
    private final HttpClients http;
    private final PublicCheck check;
    private final TaskRunner taskRunner;
    private final Runnable accepted;
    private final TestSteps<Step, Outcome> steps = new TestSteps<>(List.of(Step.values()));
    private final ReadOnlyObjectWrapper<Optional<UnacceptedHost>> host = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper pastProxy = new ReadOnlyBooleanWrapper();
    private @Nullable Run current;

    /**
     * A host with an identity that the user has not accepted.
     *
     * @param shown the identity that the host shows
     * @param accepted the fingerprint that was accepted earlier; empty for a new host
     */
    public record UnacceptedHost(HostIdentity shown, Optional<String> accepted) {}

    /**
     * @param check the check that the public sees a photo
     * @param accepted called when the user has accepted a host, because photos may wait for that
     */
    public WebSpaceCheck(
            WebSpaceSettings webSpace, HttpClients http, PublicCheck check, TaskRunner taskRunner, Runnable accepted) {
        this.webSpace = webSpace;
        this.http = http;
        this.check = check;
        this.taskRunner = taskRunner;
        this.accepted = accepted;
    }

    @Override
    public ObservableMap<Step, StepState<Outcome>> steps() {
        return steps.states();
    }

    /** Returns the host that the user has to judge; empty if there is none. */
    public ReadOnlyObjectProperty<Optional<UnacceptedHost>> host() {
        return host.getReadOnlyProperty();
    }

    /** Returns whether the tested web space is reached directly, although a proxy is set up for the web. */
    public ReadOnlyBooleanProperty pastProxy() {
        return pastProxy.getReadOnlyProperty();
    }

    /**
     * Starts the test. Cancels an earlier one.
     *
     * @param settings settings without faults
     * @param secret supplier of the password, which may block on the keychain
     */
    public void start(StoreSettings settings, Supplier<String> secret) {
        reset();
        Run run = new Run(settings, secret);
        current = run;
        steps.begin();
        taskRunner.run(
                () -> {
                    run.execute();
                    return true;
                },
                _ -> {},
                _ -> {
                    if (current == run) {
                        stop();
                    }
                });
    }

    /**
     * Accepts the identity of the new host at once, also if the settings are not saved afterwards. Starts the test
     * again. Does nothing for a host that has changed.
     */
    public void accept() {
        host.get().filter(unaccepted -> unaccepted.accepted().isEmpty()).ifPresent(unaccepted -> {
            webSpace.identities().accept(unaccepted.shown());
            accepted.run();
            restart();
        });
    }

    /** Forgets the accepted identity of the host that has changed, and starts the test again. The host is new then. */
    public void forgetAccepted() {
        host.get().ifPresent(unaccepted -> {
            webSpace.forget(unaccepted.shown().key());
            restart();
        });
    }

    private void restart() {
        Run last = current;
        if (last != null) {
            start(last.settings, last.secret);
        }
    }

    @Override
    public Optional<Step> runningStep() {
        return steps.running();
    }

    @Override
    public boolean isPassed() {
        return steps.isPassed(outcome -> outcome instanceof Outcome.Done);
    }

    @Override
    public void stop() {
        if (current != null) {
            // Once the picture is there, the run goes on unseen, so that the picture is deleted.
            if (runningStep().filter(step -> step.compareTo(Step.PUT) > 0).isEmpty()) {
                current.thread.stop();
            }
            current = null;
        }
        steps.stop();
    }

    @Override
    public void reset() {
        stop();
        host.set(Optional.empty());
        pastProxy.set(false);
        steps.reset();
    }

    private void show(Run run, Report report) {
        if (current != run) {
            return;
        }
        if (report.outcome() instanceof Outcome.StoreFailed(var failure)) {
            host.set(failure.identity()
                    .map(shown ->
                            new UnacceptedHost(shown, webSpace.identities().accepted(shown.key()))));
        }
        steps.endAndGoOn(report.step(), report.outcome());
    }

    private void showPastProxy(Run run, boolean isPast) {
        if (current == run) {
            pastProxy.set(isPast);
        }
    }

    /** Returns whether a web space is reached directly, although the web is reached by a proxy. */
    private boolean isPastProxy(StoreSettings settings) {
        return !http.isDirect(settings.publicAddress(""));
    }

    /** One run of the test. */
    private final class Run {
        private final StoreSettings settings;
        private final Supplier<String> secret;
        private final InterruptibleRun thread = new InterruptibleRun();

        Run(StoreSettings settings, Supplier<String> secret) {
            this.settings = settings;
            this.secret = secret;
        }

        void execute() {
            thread.execute(() -> {
                boolean isPast = isPastProxy(settings);
                taskRunner.fxThread().execute(() -> showPastProxy(this, isPast));
                try (PhotoStore store = PhotoStores.open(settings, secret.get(), webSpace.identities(), http)) {
                    boolean unused = new StoreCheck(
                                    store,
                                    settings,
                                    check,
                                    report -> taskRunner.fxThread().execute(() -> show(this, report)))
                            .run();
                }
            });
        }
    }
}
