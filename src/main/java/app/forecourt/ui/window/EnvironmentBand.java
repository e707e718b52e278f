package app.forecourt.ui.window;

import app.forecourt.model.AppModel;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LazyTooltip;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TypedTextFocusKeeper;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.words.ConnectionMessages;
import app.forecourt.ui.words.Messages;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Band across the window that shows the selected profile by word and colour, with a switch to select another one. */
final class EnvironmentBand extends HBox {
    /** Longest time between the two clicks of a double click, as in the operating systems. */
    private static final Duration DOUBLE_CLICK = Duration.millis(500);

    private final Messages messages;
    private final ConnectionMessages connectionMessages;
    private final Label meaning = new Label();
    private final Label state = new Label();
    /** State of the connection in a whole sentence. */
    private String sentence = "";
    /** Whether the connection has no problem. */
    private boolean ready;

    private final Button retry;
    private final Button settings;
    private final Button takeOff;
    private final SharedStockButton sharedStock;
    private final ToggleGroup profiles = new ToggleGroup();

    /**
     * @param openSharedStock opens the settings of the shared stock
     * @param showTakeOff shows the adverts to take off AutoChat
     */
    EnvironmentBand(
            AppModel model, Messages messages, Runnable openSettings, Runnable openSharedStock, Runnable showTakeOff) {
        this.messages = messages;
        this.connectionMessages = new ConnectionMessages(messages);
        setId("environmentBand");
        getStyleClass().add("band");

        Label word = new Label();
        word.setId("environmentWord");
        word.getStyleClass().add("band-word");
        word.setMinWidth(Region.USE_PREF_SIZE);
        meaning.setId("environmentMeaning");
        meaning.setMinWidth(Region.USE_PREF_SIZE);
        state.setId("connection");
        state.getStyleClass().add("band-state");
        state.setMinWidth(0);
        LiveRegion.announceChanges(state);
        LazyTooltip.install(state, () -> sentence);
        retry = button("connectionAgain", Feather.REFRESH_CW, "options.again", model.profileModel()::loadOptions);
        settings = button("settings", Feather.SETTINGS, "settings.title", openSettings);
        LazyTooltip.install(retry, retry::getAccessibleText);
        LazyTooltip.install(settings, () -> WindowShortcut.SETTINGS.appendTo(settings.getAccessibleText(), messages));
        takeOff = button("takeOffCount", Feather.TAG, "takeoff.title", showTakeOff);
        takeOff.getStyleClass().remove(Styles.BUTTON_ICON);
        takeOff.setMinWidth(Region.USE_PREF_SIZE);
        sharedStock = new SharedStockButton(model.sharedStock(), messages, openSharedStock);
        // The switch is on the right, so that parts that appear or grow do not move it under the pointer.
        getChildren()
                .addAll(
                        word,
                        meaning,
                        new Spacer(),
                        takeOff,
                        sharedStock,
                        state,
                        retry,
                        profileSwitch(model),
                        settings);
        messages.listenerScope().listen(model.profile(), profile -> {
            word.setText(messages.upperCaseName(profile));
            showMeaning(model);
        });
        messages.listenerScope().listen(model.sharedStock().status(), _ -> showMeaning(model));
        messages.listenerScope().listen(model.cars().stock().staleAdverts(), _ -> showLeft(model));
        messages.listenerScope().listen(model.profile(), _ -> showLeft(model));
        messages.listenerScope()
                .listen(
                        model.profileModel().connection(),
                        connection -> refresh(connection, model.profile().get()));
    }

    /** Shows what the profile means. Practice cars of a shared stock leave this computer, but not to AutoChat. */
    private void showMeaning(AppModel model) {
        Profile profile = model.profile().get();
        boolean isShared = profile == Profile.PRACTICE
                && model.sharedStock().status().getValue().isPresent();
        meaning.setText(messages.get(isShared ? "profile.practice.shared" : "profile." + profile.key() + ".meaning"));
    }

    /** Shows how many adverts the selected profile still has although they are out of date. */
    private void showLeft(AppModel model) {
        long count = StaleAdvert.countLeft(
                model.cars().stock().staleAdverts().get(), model.profile().get());
        NodeVisibility.set(takeOff, count > 0);
        takeOff.setText(messages.get("takeoff.count", count));
        takeOff.setAccessibleText(takeOff.getText());
    }

    /**
     * Lays out the band. If space is scarce, a connection without problems is an icon only, and then the other desks
     * are. Then the meaning gives way as a whole, because a truncated sentence may be misleading.
     */
    @Override
    protected void layoutChildren() {
        state.setContentDisplay(ContentDisplay.LEFT);
        sharedStock.setBrief(false);
        NodeVisibility.set(meaning, true);
        if (ready && neededWidth() > getWidth()) {
            state.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }
        sharedStock.setBrief(neededWidth() > getWidth());
        NodeVisibility.set(meaning, neededWidth() <= getWidth());
        super.layoutChildren();
    }

    /** Returns the width of all parts. JavaFX does not measure the band again while it lays it out. */
    private double neededWidth() {
        List<Node> parts = getManagedChildren();
        return parts.stream().mapToDouble(part -> snapSizeX(part.prefWidth(-1))).sum()
                + getSpacing() * (parts.size() - 1)
                + snappedLeftInset()
                + snappedRightInset();
    }

    private Button button(String id, Feather icon, String key, Runnable action) {
        Button button = new Button(null, Icons.of(icon));
        button.setAccessibleText(messages.get(key));
        button.setOnAction(_ -> action.run());
        TypedTextFocusKeeper.keepOnClick(button);
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, "band-button");
        return button;
    }

    private HBox profileSwitch(AppModel model) {
        HBox box = new HBox();
        box.setId("profile");
        box.getStyleClass().add("profile-switch");
        box.setAccessibleText(messages.get("profile.choose"));
        for (Profile profile : Profile.values()) {
            ToggleButton button = new ToggleButton(messages.name(profile));
            button.setId("profile-" + profile.key());
            button.setUserData(profile);
            button.setToggleGroup(profiles);
            TypedTextFocusKeeper.keepOnClick(button);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass()
                    .add(
                            switch (profile) {
                                case PRACTICE -> Styles.LEFT_PILL;
                                case STAGING -> Styles.CENTER_PILL;
                                case PRODUCTION -> Styles.RIGHT_PILL;
                            });
            box.getChildren().add(button);
        }
        // JavaFX selects the button that an arrow key reaches, so one slip would select PRODUCTION. Here an arrow key
        // moves only the focus, and Space or Enter selects.
        box.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.RIGHT) {
                List<Node> buttons = box.getChildren();
                int to = buttons.indexOf(box.getScene().getFocusOwner()) + (key.getCode() == KeyCode.LEFT ? -1 : 1);
                buttons.get(Math.clamp(to, 0, buttons.size() - 1)).requestFocus();
                key.consume();
            }
        });
        // Drops the second click of a double click, because the layout may have changed under the pointer.
        PauseTransition clicked = new PauseTransition(DOUBLE_CLICK);
        box.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            if (clicked.getStatus() == Animation.Status.RUNNING) {
                press.consume();
            }
            clicked.playFromStart();
        });
        profiles.selectedToggleProperty().subscribe((oldToggle, newToggle) -> {
            if (newToggle == null) {
                // A click on the selected button must not deselect it.
                profiles.selectToggle(oldToggle);
            } else {
                model.selectProfile((Profile) newToggle.getUserData());
            }
        });
        messages.listenerScope().listen(model.profile(), profile -> {
            for (Toggle toggle : profiles.getToggles()) {
                toggle.setSelected(toggle.getUserData() == profile);
            }
        });
        return box;
    }

    private void refresh(ConnectionState connection, Profile profile) {
        state.setGraphic(Icons.of(connectionMessages.icon(connection)));
        state.setText(connectionMessages.shortText(connection, profile));
        sentence = connectionMessages.sentence(connection, profile);
        state.setAccessibleText(state.getText() + ". " + sentence);
        ready = connection instanceof ConnectionState.Ready;
        boolean canRetry = connection instanceof ConnectionState.Failed failed && failed.isRetryUseful();
        NodeVisibility.set(retry, canRetry);
    }
}
