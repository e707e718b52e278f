package app.forecourt.ui.window;

import app.forecourt.model.AppModel;
import app.forecourt.model.options.ConnectionState;
import app.forecourt.settings.Profile;
import app.forecourt.ui.fx.IconButton;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.words.ConnectionMessages;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** The band across the window that says, in word and colour, which AutoChat is chosen, and lets another be chosen. */
final class EnvironmentBand extends HBox {
    /** Pixels. */
    private static final double TOOLTIP = 380;
    /** From which width on the meaning of the word fits too, in multiples of the size of the text. */
    private static final double ROOMY = 80;
    /** As long as the systems wait for the second click of a double one. */
    private static final Duration DOUBLE_CLICK = Duration.millis(500);

    private final Messages words;
    private final ConnectionMessages telling;
    private final Label state = new Label();
    private final Button again;

    EnvironmentBand(AppModel desk, Messages words, Runnable openSettings) {
        this.words = words;
        this.telling = new ConnectionMessages(words);
        setId("environmentBand");
        getStyleClass().add("band");

        Label word = new Label();
        word.setId("environmentWord");
        word.getStyleClass().add("band-word");
        word.setMinWidth(Region.USE_PREF_SIZE);
        Label meaning = new Label();
        meaning.setMinWidth(0);
        NodeVisibility.inRoom(meaning, this, ROOMY);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        state.setId("connection");
        state.getStyleClass().add("band-state");
        state.setMinWidth(0);
        LiveRegion.follow(state);
        Tooltip whole = new Tooltip();
        whole.setMaxWidth(TOOLTIP);
        TextWrap.enable(whole);
        state.setTooltip(whole);

        again = button("connectionAgain", Feather.REFRESH_CW, "options.again", desk::loadOptions);
        Button settings = button("settings", Feather.SETTINGS, "settings.title", openSettings);
        settings.getTooltip().setText(WindowShortcut.SETTINGS.behind(words.get("settings.title"), words));
        // The switch stands at the right, where nothing that comes or grows beside it moves it under the pointer.
        getChildren().addAll(word, meaning, space, state, again, switcher(desk), settings);
        words.listenerScope().to(desk.profile(), profile -> {
            word.setText(words.upperCaseName(profile));
            meaning.setText(words.get("profile." + profile.key() + ".meaning"));
        });
        words.listenerScope().to(desk.connection(), now -> refresh(now, desk.profile().get()));
    }

    private Button button(String id, Feather icon, String key, Runnable action) {
        Button button = new IconButton(icon, words.get(key), action);
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, "band-button");
        return button;
    }

    private HBox switcher(AppModel desk) {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.setId("profile");
        box.getStyleClass().add("profile-switch");
        box.setAccessibleText(words.get("profile.choose"));
        for (Profile profile : Profile.values()) {
            ToggleButton button = new ToggleButton(words.name(profile));
            button.setId("profile-" + profile.key());
            button.setUserData(profile);
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass().add(switch (profile) {
                case PRACTICE -> Styles.LEFT_PILL;
                case STAGING -> Styles.CENTER_PILL;
                case PRODUCTION -> Styles.RIGHT_PILL;
            });
            box.getChildren().add(button);
        }
        // JavaFX chooses what an arrow key goes to; here one slip of it would be PRODUCTION. Space or Enter chooses.
        box.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.RIGHT) {
                List<Node> buttons = box.getChildren();
                int to = buttons.indexOf(box.getScene().getFocusOwner())
                        + (key.getCode() == KeyCode.LEFT ? -1 : 1);
                buttons.get(Math.clamp(to, 0, buttons.size() - 1)).requestFocus();
                key.consume();
            }
        });
        // Who clicks twice means one of them, and never what the second click may meet.
        PauseTransition clicked = new PauseTransition(DOUBLE_CLICK);
        box.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            if (clicked.getStatus() == Animation.Status.RUNNING) {
                press.consume();
            }
            clicked.playFromStart();
        });
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                // A press on the chosen one does not un-choose it.
                group.selectToggle(before);
            } else {
                desk.choose((Profile) now.getUserData());
            }
        });
        words.listenerScope().to(desk.profile(), profile -> {
            for (Toggle toggle : group.getToggles()) {
                toggle.setSelected(toggle.getUserData() == profile);
            }
        });
        return box;
    }

    private void refresh(ConnectionState now, Profile profile) {
        String sentence = telling.sentence(now, profile);
        state.setGraphic(Icons.of(telling.icon(now)));
        state.setText(telling.state(now, profile));
        state.getTooltip().setText(sentence);
        state.setAccessibleText(state.getText() + ". " + sentence);
        boolean trying = now instanceof ConnectionState.Trouble trouble && trouble.isWorthTrying();
        NodeVisibility.when(again, trying);
    }
}
