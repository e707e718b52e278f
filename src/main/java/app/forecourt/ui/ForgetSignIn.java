package app.forecourt.ui;

import app.forecourt.profile.Preferences;
import app.forecourt.profile.Setting;
import app.forecourt.profile.Vault;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Deletes client ids, secrets, token and key, after asking; it holds whether or not the other settings are saved. */
final class ForgetSignIn {
    static final List<Setting> IDS = List.of(Setting.CLIENT_ID, Setting.STAGING_CLIENT_ID,
            Setting.PRODUCTION_CLIENT_ID);

    private final Preferences preferences;
    private final Vault vault;
    private final Background background;
    private final Words words;
    private final Dialogs dialogs;
    private final Runnable begun;
    private final Runnable ended;
    private final Button forget;
    private final Label forgotten = SettingsGrid.hint("");
    private boolean done;

    /**
     * @param begun is told when she has agreed
     * @param ended is told when they are gone
     */
    ForgetSignIn(Preferences preferences, Vault vault, Background background, Words words, Dialogs dialogs,
            Runnable begun, Runnable ended) {
        this.preferences = preferences;
        this.vault = vault;
        this.background = background;
        this.words = words;
        this.dialogs = dialogs;
        this.begun = begun;
        this.ended = ended;
        forget = new Button(words.get("settings.forget"));
        forget.setId("forgetSignIn");
        forget.getStyleClass().add(Styles.BUTTON_OUTLINED);
        forget.setOnAction(event -> forget());
        forgotten.setId("forgotten");
        Visible.when(forgotten, false);
    }

    void addTo(SettingsGrid grid) {
        VBox cell = new VBox(forget, forgotten);
        cell.getStyleClass().add("setting-cell");
        grid.add("", forget, cell);
    }

    /** Whether she has had them deleted. */
    boolean isDone() {
        return done;
    }

    private void forget() {
        if (!dialogs.confirmForgetting()) {
            return;
        }
        done = true;
        IDS.forEach(id -> preferences.put(id, ""));
        begun.run();
        tell("settings.forgetting");
        var unused = vault.forgetAll().thenAcceptAsync(gone -> {
            tell(gone ? "settings.forgotten" : "settings.forgotten.not");
            ended.run();
        }, background.window());
    }

    private void tell(String key) {
        forgotten.setText(words.get(key));
        Visible.when(forgotten, true);
    }
}
