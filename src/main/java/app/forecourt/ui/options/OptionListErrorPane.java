package app.forecourt.ui.options;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SignInRefusal;
import app.forecourt.model.AppModel;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.words.ConnectionMessages;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The pane above a missing or outdated option list with the error and the actions against it. */
final class OptionListErrorPane extends VBox {

    OptionListErrorPane(AppModel model, Messages messages, Runnable openSettings) {
        Label error = new Label();
        SafeTextWrap.enable(error);
        error.setMinHeight(USE_PREF_SIZE);
        error.setId("optionTrouble");
        Button retry = new Button(messages.get("options.again"));
        retry.setId("optionsAgain");
        retry.getStyleClass().add(Styles.SMALL);
        retry.setOnAction(_ -> model.profileModel().loadOptions());
        Button settings = new Button(messages.get("settings.open"));
        settings.setId("optionsSettings");
        settings.getStyleClass().add(Styles.SMALL);
        settings.setOnAction(_ -> openSettings.run());
        HBox buttons = new HBox(retry, settings);
        buttons.getStyleClass().add("banner-buttons");
        ProgressIndicator wait = new ProgressIndicator();
        wait.getStyleClass().add("small-wait");
        getChildren().addAll(wait, error, buttons);
        getStyleClass().add("option-state");
        setMinHeight(USE_PREF_SIZE);

        ConnectionMessages connectionMessages = new ConnectionMessages(messages);
        Runnable refresh = () -> {
            ConnectionState state = model.options().connection().get();
            boolean waiting = state instanceof ConnectionState.Connecting
                    && model.options().list().get().isEmpty();
            boolean failed = state instanceof ConnectionState.Failed;
            NodeVisibility.set(wait, waiting);
            NodeVisibility.set(error, failed);
            NodeVisibility.set(buttons, failed);
            NodeVisibility.set(this, failed || waiting);
            if (state instanceof ConnectionState.Failed trouble) {
                // The band says what to set up, and has the button.
                boolean isNew = isNotSetUp(trouble) && trouble.cachedListTime().isEmpty();
                NodeVisibility.set(buttons, !isNew);
                NodeVisibility.set(retry, trouble.isRetryUseful());
                error.setText(
                        isNew
                                ? messages.get("options.none.yet")
                                : connectionMessages.sentence(
                                        trouble, model.profile().get()));
            }
        };
        messages.listenerScope().listen(model.options().connection(), _ -> refresh.run());
        // With a list of an earlier run there is no need to show progress.
        messages.listenerScope().listen(model.options().list(), _ -> refresh.run());
    }

    private static boolean isNotSetUp(ConnectionState.Failed trouble) {
        return trouble.outcome() instanceof OptionsOutcome.SignInRefused(var failure)
                && failure.kind() == SignInRefusal.Kind.NOT_SET_UP;
    }
}
