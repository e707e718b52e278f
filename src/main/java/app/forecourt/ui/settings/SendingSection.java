package app.forecourt.ui.settings;

import app.forecourt.model.send.SendDelay;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.Messages;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** Settings section for the undo period before a car is sent to production. */
final class SendingSection implements SettingsSection {
    private final Preferences preferences;
    private final CheckBox undo = new CheckBox();
    private final SettingsGrid view = new SettingsGrid();

    SendingSection(Preferences preferences, Messages messages) {
        this.preferences = preferences;
        undo.setId(Setting.SEND_UNDO.key());
        undo.setText(messages.get("settings.sendUndo.wait", SendDelay.SECONDS));
        undo.setMinHeight(CheckBox.USE_PREF_SIZE);
        TextWrap.enable(undo);
        undo.setSelected(!preferences.get(Setting.SEND_UNDO).equals("off"));
        VBox cell = new VBox(undo, SettingsGrid.hint(messages.get("settings.sendUndo.hint")));
        cell.getStyleClass().add("setting-cell");
        view.add(messages.get("settings.sendUndo"), undo, cell);
    }

    @Override
    public String key() {
        return "sending";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void save() {
        preferences.put(Setting.SEND_UNDO, undo.isSelected() ? "on" : "off");
    }
}
