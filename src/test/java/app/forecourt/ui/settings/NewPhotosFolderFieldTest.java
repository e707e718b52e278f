package app.forecourt.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.settings.Setting;
import app.forecourt.ui.PaneTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Field of the folder for new photos: its check, and what is saved. */
class NewPhotosFolderFieldTest extends PaneTest {
    private SettingsForm form;

    @ParameterizedTest
    @CsvSource({"'',true", "/media/card/DCIM,true", "' /a b/é ',true", "DCIM,false", "./DCIM,false"})
    void onlyAWholePathIsValid(String typed, boolean isValid) {
        show(600, 300, () -> {
            form = new SettingsForm(preferences, messages);
            return SettingsForm.rows(NewPhotosFolderField.addTo(form, messages, dialogs()));
        });
        assertTrue(isVisible("chooseNewPhotosFolder"));
        onFxThread(() -> form.input(Setting.NEW_PHOTOS_FOLDER).setText(typed));
        assertEquals(!isValid, isVisible("newPhotosFolder-note"));
        assertEquals(!isValid, onFxThread(() -> form.field(Setting.NEW_PHOTOS_FOLDER).isInvalid()));
    }
}
