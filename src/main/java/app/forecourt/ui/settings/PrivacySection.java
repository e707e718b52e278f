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

/** What this computer keeps, and how to be rid of it. */
final class PrivacySection implements SettingsSection {
    private final Preferences preferences;
    private final CheckBox previews = new CheckBox();
    private final VBox view = new VBox();

    /**
     * The section.
     *
     * @param forgetEverything asks, and does it
     */
    PrivacySection(Preferences preferences, SettingsDialog.Home home, Runnable forgetEverything,
            Messages words) {
        this.preferences = preferences;
        SettingsGrid grid = new SettingsGrid();
        previews.setId(Setting.PHOTO_PREVIEWS.key());
        previews.setText(words.get("settings.photoPreviews.show"));
        previews.setMinHeight(CheckBox.USE_PREF_SIZE);
        TextWrap.enable(previews);
        previews.setSelected(!preferences.get(Setting.PHOTO_PREVIEWS).equals("off"));
        VBox photos = new VBox(previews, SettingsGrid.hint(words.get("settings.photoPreviews.hint")));
        photos.getStyleClass().add("setting-cell");
        grid.add(words.get("settings.photoPreviews"), previews, photos);
        TextField place = new TextField(home.directory().toString());
        place.setId("home");
        place.setEditable(false);
        Button open = button("openHome", words.get("settings.home.open"));
        open.setOnAction(event -> home.open().run());
        Button copy = button("copyHome", words.get("settings.home.copy"));
        copy.setOnAction(event -> {
            ClipboardText.text(place.getText());
            copy.setText(words.get("settings.home.copied"));
        });
        HBox line = new HBox(place, open, copy);
        HBox.setHgrow(place, Priority.ALWAYS);
        line.getStyleClass().add("setting-line");
        Label what = SettingsGrid.hint(words.get("settings.home.hint"));
        VBox cell = new VBox(line, what);
        cell.getStyleClass().add("setting-cell");
        grid.add(words.get("settings.home"), place, cell);
        Button support = button("supportFile", words.get("settings.support.write"));
        support.setOnAction(event -> home.supportFile().run());
        grid.add(words.get("settings.support"), support, support);
        Button forget = button("forgetEverything", words.get("settings.forgetAll.button"));
        forget.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        forget.setOnAction(event -> forgetEverything.run());
        VBox all = new VBox(forget, SettingsGrid.hint(words.get("settings.forgetAll.hint")));
        all.getStyleClass().add("setting-cell");
        grid.add(words.get("settings.forgetAll"), forget, all);
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
