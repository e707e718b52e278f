package app.forecourt.ui.settings;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import app.forecourt.text.Language;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.WindowLanguage;
import java.util.List;
import javafx.scene.Node;

/** Settings section for theme, text size and language of the window. */
final class AppearanceSection implements SettingsSection {
    private final Preferences preferences;
    private final SettingComboBox language;
    private final SettingComboBox theme;
    private final SettingComboBox size;
    private final SettingsGrid view = new SettingsGrid();

    AppearanceSection(Preferences preferences, Messages messages) {
        this.preferences = preferences;
        theme = new SettingComboBox(Setting.THEME, List.of("system", "light", "dark"),
                preferences.get(Setting.THEME), value -> messages.get("settings.theme." + value));
        size = new SettingComboBox(Setting.TEXT_SIZE, Theme.TEXT_SIZES, preferences.get(Setting.TEXT_SIZE),
                percent -> messages.get("settings.textSize.percent", percent));
        language = new SettingComboBox(Setting.LANGUAGE, WindowLanguage.settingValues(),
                preferences.get(Setting.LANGUAGE),
                code -> Language.ofCode(code).map(Language::ownName)
                        .orElseGet(() -> messages.get("settings.theme.system")));
        view.add(messages.get("settings.language"), language, language);
        view.add(messages.get("settings.theme"), theme, theme);
        view.add(messages.get("settings.textSize"), size, size);
    }

    @Override
    public String key() {
        return "appearance";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void save() {
        preferences.put(Setting.LANGUAGE, language.getValue());
        preferences.put(Setting.THEME, theme.getValue());
        preferences.put(Setting.TEXT_SIZE, size.getValue());
    }
}
