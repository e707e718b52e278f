package app.forecourt.ui.settings;

import app.forecourt.settings.Setting;
import app.forecourt.ui.fx.LabelConverter;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;

/** A setting that is chosen from a few values, each shown in words. */
final class SettingComboBox extends ComboBox<String> {

    /**
     * A choice with its default chosen when the value is none of them.
     *
     * @param value as it stands in the preferences
     * @param word what the user sees for a value
     */
    SettingComboBox(Setting setting, List<String> values, String value, UnaryOperator<String> word) {
        setId(setting.key());
        getItems().setAll(values);
        setValue(values.contains(value) ? value : setting.standard());
        setConverter(new LabelConverter<>(word));
    }
}
