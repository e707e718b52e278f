package app.forecourt.ui.window;

import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.model.AppModel;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.keys.ConfirmationPolicy;
import app.forecourt.ui.transfer.ExportRestoreActions;
import app.forecourt.ui.words.Messages;

/**
 * What all parts of the main window work with.
 *
 * @param confirmations policy to pause when a new question is shown
 */
public record WindowContext(
        AppModel model,
        Messages messages,
        WindowDialogs dialogs,
        ConfirmationPolicy confirmations,
        Vocabulary vocabulary,
        ExportRestoreActions importExport) {}
