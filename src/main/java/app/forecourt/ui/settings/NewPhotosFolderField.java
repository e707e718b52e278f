package app.forecourt.ui.settings;

import app.forecourt.photo.folder.PhotoFolder;
import app.forecourt.settings.Setting;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.words.Messages;

/** Field of the folder for new photos, with the button that opens the folder chooser. */
final class NewPhotosFolderField {
    private NewPhotosFolderField() {}

    /** Adds the field to a form. */
    static SettingField addTo(SettingsForm form, Messages messages, Dialogs dialogs) {
        SettingField field = form.text(Setting.NEW_PHOTOS_FOLDER,
                text -> text.isBlank() || PhotoFolder.parse(text).isPresent());
        return field.beside(form.button("chooseNewPhotosFolder", "settings.newPhotosFolder.choose",
                _ -> dialogs.fileChoosers().chooseFolder("settings.newPhotosFolder")
                        .ifPresent(folder -> field.input().setText(folder.toString()))));
    }
}
