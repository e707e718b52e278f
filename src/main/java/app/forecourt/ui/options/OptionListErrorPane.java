package app.forecourt.ui.options;

import app.forecourt.model.AppModel;
import app.forecourt.model.options.ConnectionState;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.ConnectionMessages;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Shown above an option list that isn't there or couldn't be loaded anew: why, and what can be done. */
final class OptionListErrorPane extends VBox {

    OptionListErrorPane(AppModel desk, Messages words, Runnable openSettings) {
        Label why = new Label();
        TextWrap.enable(why);
        why.setMinHeight(USE_PREF_SIZE);
        why.setId("optionTrouble");
        Button again = new Button(words.get("options.again"));
        again.setId("optionsAgain");
        again.getStyleClass().add(Styles.SMALL);
        again.setOnAction(event -> desk.loadOptions());
        Button settings = new Button(words.get("settings.open"));
        settings.setId("optionsSettings");
        settings.getStyleClass().add(Styles.SMALL);
        settings.setOnAction(event -> openSettings.run());
        HBox buttons = new HBox(again, settings);
        buttons.getStyleClass().add("banner-buttons");
        ProgressIndicator wait = new ProgressIndicator();
        wait.getStyleClass().add("small-wait");
        getChildren().addAll(wait, why, buttons);
        getStyleClass().add("option-state");
        setMinHeight(USE_PREF_SIZE);

        ConnectionMessages telling = new ConnectionMessages(words);
        Runnable tell = () -> {
            ConnectionState now = desk.options().connection().get();
            boolean waiting = now instanceof ConnectionState.Connecting
                    && desk.options().list().get().isEmpty();
            boolean trouble = now instanceof ConnectionState.Trouble;
            NodeVisibility.when(wait, waiting);
            NodeVisibility.when(why, trouble);
            NodeVisibility.when(buttons, trouble);
            NodeVisibility.when(this, trouble || waiting);
            if (now instanceof ConnectionState.Trouble of) {
                NodeVisibility.when(again, of.isWorthTrying());
                why.setText(telling.sentence(of, desk.profile().get()));
            }
        };
        words.listenerScope().to(desk.options().connection(), any -> tell.run());
        // A list of an earlier run is nothing to wait for.
        words.listenerScope().to(desk.options().list(), any -> tell.run());
    }
}
