package app.forecourt.ui.settings;

import app.forecourt.autochat.AutochatClient;
import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SignInOutcome;
import app.forecourt.autochat.token.AutochatConnection;
import app.forecourt.connection.ProfileClients;
import app.forecourt.secret.SecretStorage;
import app.forecourt.settings.Profile;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.OutcomeMessages;
import java.util.Optional;

/**
 * Test of a connection before it is saved: its address, the sign-in and the option list. A step starts only after the
 * previous one succeeded.
 */
record ConnectionTestSteps(ProfileClients clients, Messages messages) {
    /** Runs the test and waits. */
    void run(Profile profile, AutochatConnection typed, TestStepsPane.Run run) {
        OutcomeMessages sentences = new OutcomeMessages(messages);
        AutochatClient.ConnectionTest test = clients.client(typed).newConnectionTest();
        run.onStop(test::stop);
        Optional<FailureCause> fault = test.checkAddress();
        if (fault.isPresent()) {
            run.failed("address", sentences.sentence(new OptionsOutcome.Failed(fault.get(), 0), profile));
            return;
        }
        SignInOutcome signIn = test.signIn();
        if (!(signIn instanceof SignInOutcome.SignedIn)) {
            run.failed("token", sentences.sentence(signIn, profile));
            return;
        }
        run.passed(
                "token",
                clients.tokenStorage(profile) == SecretStorage.RUN_ONLY
                        ? messages.get("settings.test.token.run")
                        : sentences.sentence(signIn, profile));
        OptionsOutcome options = test.loadOptions();
        if (options instanceof OptionsOutcome.Loaded loaded) {
            run.passed(
                    "options",
                    messages.get("settings.test.options.good", loaded.options().size()));
        } else {
            run.failed("options", sentences.sentence(options, profile));
        }
    }
}
