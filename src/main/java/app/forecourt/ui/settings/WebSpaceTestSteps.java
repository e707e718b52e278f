package app.forecourt.ui.settings;

import app.forecourt.model.photos.WebSpaceCheck;
import app.forecourt.photo.store.HostIdentity;
import app.forecourt.photo.store.StoreException;
import app.forecourt.photo.store.StoreSettings;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.words.Messages;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Test of typed settings of a web space, with the question about a host that the user has not accepted. A host that has
 * changed is refused; forgetting its earlier key is a step of its own.
 */
final class WebSpaceTestSteps extends VBox {
    /** Characters of a fingerprint that fit in a line. Those of SSH keys do, those of certificates do not. */
    private static final int LONGEST_LINE = 60;

    private final WebSpaceCheck check;
    private final Messages messages;
    private final WindowDialogs dialogs;
    private final Button start;
    private final Button host;
    private final TestStepsPane pane;
    private @Nullable HostIdentity shown;

    /** @param onStart action that checks the typed values and calls {@link #start} */
    WebSpaceTestSteps(WebSpaceCheck check, SettingFields form, Runnable onStart) {
        this.check = check;
        messages = form.messages;
        dialogs = form.dialogs;
        start = form.button("testWebSpace", "settings.webSpaceTest", _ -> onStart.run());
        pane = new TestStepsPane("webSpaceTest", form);
        host = form.button("judgeHost", "settings.host.judge", _ -> judge());
        getChildren().addAll(start, SettingField.hint(messages.get("settings.webSpaceTest.hint")), pane, host);
        getStyleClass().add("tests");
        reset();
    }

    /** @param password supplier of the password, which may block on the keychain */
    void start(StoreSettings settings, Supplier<String> password) {
        reset();
        pane.start(start, run -> check.run(settings, password.get(), result -> show(run, settings, result)));
    }

    private void show(TestStepsPane.Run run, StoreSettings settings, WebSpaceCheck.Result result) {
        if (result.step() == WebSpaceCheck.Step.PUT) {
            // The test goes on unseen, so that the picture is deleted.
            run.onStop(() -> {});
        }
        String step = Messages.key(result.step());
        result.failure()
                .map(failure -> sentence(failure, settings))
                .or(() -> result.notPublic().map(fault -> messages.get("webspace.public." + Messages.key(fault))))
                .ifPresentOrElse(
                        sentence -> run.failed(step, sentence),
                        () -> run.passed(step, messages.get("settings.webSpaceTest.done")));
        result.failure()
                .flatMap(StoreException::identity)
                .ifPresent(identity -> run.onFxThread(() -> {
                    shown = identity;
                    NodeVisibility.set(host, true);
                    SettingsPage.scrollTo(host);
                }));
    }

    private String sentence(StoreException failure, StoreSettings settings) {
        String sentence = messages.get("webspace.fault." + Messages.key(failure.fault()));
        return failure.fault().isTransient() && check.isPastProxy(settings)
                ? sentence + " " + messages.get("webspace.past_proxy")
                : sentence;
    }

    /** Asks about the host, and starts the test again if the user agrees. */
    private void judge() {
        HostIdentity identity = shown;
        if (identity == null) {
            return;
        }
        HostIdentity.Key key = identity.key();
        Optional<String> accepted = check.webSpace().accepted(key);
        String question = accepted.isEmpty() ? "settings.host.new" : "settings.host.changed";
        if (dialogs.ask(
                question + ".title",
                question,
                question + ".yes",
                question + ".no",
                key.host() + ":" + key.port(),
                messages.get("settings.host." + Messages.key(key.kind()), identity.description()),
                inLines(identity.fingerprint()),
                inLines(accepted.orElse("")))) {
            if (accepted.isEmpty()) {
                check.accept(identity);
            } else {
                check.webSpace().forget(key);
            }
            start.requestFocus();
            start.fire();
        }
    }

    /** Returns a fingerprint in one line or in two, so that it is visible as a whole. */
    private static String inLines(String text) {
        int half = (text.length() + 1) / 2;
        return text.length() <= LONGEST_LINE ? text : text.substring(0, half) + "\n" + text.substring(half);
    }

    /** Stops the test and hides its results. */
    void reset() {
        pane.reset();
        NodeVisibility.set(host, false);
    }
}
