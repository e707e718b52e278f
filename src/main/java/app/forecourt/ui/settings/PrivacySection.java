package app.forecourt.ui.settings;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Settings section for the data on this computer and its deletion. */
final class PrivacySection implements SettingsSection {
    private final Preferences preferences;
    private final CheckBox previews = new CheckBox();
    private final VBox view = new VBox();

    /**
     * Creates the section.
     *
     * @param forgetEverything action that asks for confirmation and deletes all data
     */
    PrivacySection(Preferences preferences, SettingsDialog.Home home, Runnable forgetEverything,
            Messages messages) {
        this.preferences = preferences;
        SettingsGrid grid = new SettingsGrid();
        previews.setId(Setting.PHOTO_PREVIEWS.key());
        previews.setText(messages.get("settings.photoPreviews.show"));
        previews.setMinHeight(CheckBox.USE_PREF_SIZE);
        TextWrap.enable(previews);
        previews.setSelected(!preferences.get(Setting.PHOTO_PREVIEWS).equals("off"));
        VBox photos = new VBox(previews, SettingsGrid.hint(messages.get("settings.photoPreviews.hint")));
        photos.getStyleClass().add("setting-cell");
        grid.add(messages.get("settings.photoPreviews"), previews, photos);
        TextField path = new TextField(home.directory().toString());
        path.setId("home");
        path.setEditable(false);
        Button open = button("openHome", messages.get("settings.home.open"));
        open.setOnAction(_ -> home.openDirectory().run());
        Button copy = button("copyHome", messages.get("settings.home.copy"));
        copy.setOnAction(_ -> {
            ClipboardText.text(path.getText());
            copy.setText(messages.get("settings.home.copied"));
        });
        HBox line = new HBox(path, open, copy);
        HBox.setHgrow(path, Priority.ALWAYS);
        line.getStyleClass().add("setting-line");
        Label hint = SettingsGrid.hint(messages.get("settings.home.hint"));
        VBox cell = new VBox(line, hint);
        cell.getStyleClass().add("setting-cell");
        grid.add(messages.get("settings.home"), path, cell);
        Button support = button("supportFile", messages.get("settings.support.write"));
        support.setOnAction(_ -> home.writeSupportFile().run());
        grid.add(messages.get("settings.support"), support, support);
        Button forget = button("forgetEverything", messages.get("settings.forgetAll.button"));
        forget.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        forget.setOnAction(_ -> forgetEverything.run());
        VBox forgetCell = new VBox(forget, SettingsGrid.hint(messages.get("settings.forgetAll.hint")));
        forgetCell.getStyleClass().add("setting-cell");
        grid.add(messages.get("settings.forgetAll"), forget, forgetCell);
        view.getChildren().add(grid);
    }

    private static Button button(String id, String text) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    @Override
    public String key() {
        return "privacy";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void save() {
        preferences.put(Setting.PHOTO_PREVIEWS, previews.isSelected() ? "on" : "off");
    }
}
