package app.forecourt.ui;

import app.forecourt.profile.Preferences;
import app.forecourt.profile.Setting;
import java.util.List;
import javafx.scene.Node;

/** Which dealership cars belong to unless something else is typed, for each profile. */
final class DealershipSection implements SettingsSection {
    private final Preferences preferences;
    private final List<Setting> settings = List.of(Setting.STAGING_DEALERSHIP,
            Setting.PRODUCTION_DEALERSHIP);
    private final List<SettingField> fields;
    private final SettingsGrid view = new SettingsGrid();

    DealershipSection(Preferences preferences, Words words) {
        this.preferences = preferences;
        fields = settings.stream().map(setting -> new SettingField(setting, preferences, words)).toList();
        fields.forEach(field -> field.addTo(view, ""));
        view.add(SettingsGrid.hint(words.get("settings.dealerships.source")));
    }

    @Override
    public String key() {
        return "dealerships";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void save() {
        for (int at = 0; at < fields.size(); at++) {
            if (!fields.get(at).isFixed()) {
                preferences.put(settings.get(at), fields.get(at).text());
            }
        }
    }
}
