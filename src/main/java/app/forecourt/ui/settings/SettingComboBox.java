package app.forecourt.ui.settings;

import app.forecourt.settings.Setting;
import app.forecourt.ui.fx.LabelConverter;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;

/** Combo box of a setting with a few values. */
final class SettingComboBox extends ComboBox<String> {

    /**
     * Creates the combo box. An unknown value selects the default.
     *
     * @param value value in the preferences
     * @param label text shown for a value
     */
    SettingComboBox(Setting setting, List<String> values, String value, UnaryOperator<String> label) {
        setId(setting.key());
        getItems().setAll(values);
        setValue(values.contains(value) ? value : setting.defaultValue());
        setConverter(new LabelConverter<>(label));
    }
}
