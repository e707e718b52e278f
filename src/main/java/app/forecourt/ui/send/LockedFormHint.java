package app.forecourt.ui.send;

import app.forecourt.model.AppModel;
import app.forecourt.stock.ListingStatus;
import app.forecourt.ui.dialog.Toasts;
import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.words.Messages;
import javafx.event.EventTarget;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Notice to a user who types into a car that was sent, once for each field. Otherwise the keys would vanish silently. */
public final class LockedFormHint {
    private final AppModel model;
    private final Toasts toasts;
    private final Messages messages;
    private @Nullable EventTarget told;

    /** Creates the notice and installs it on a form. */
    public LockedFormHint(FormPane form, AppModel model, Toasts toasts, Messages messages) {
        this.model = model;
        this.toasts = toasts;
        this.messages = messages;
        form.addEventFilter(KeyEvent.KEY_TYPED, this::onTyped);
        messages.listenerScope().listen(model.cars().current().car(), _ -> told = null);
    }

    private void onTyped(KeyEvent key) {
        boolean isText = !key.isShortcutDown() && !key.getCharacter().isBlank()
                && !Character.isISOControl(key.getCharacter().charAt(0));
        if (isText && key.getTarget() != told && key.getTarget() instanceof TextInputControl
                && model.cars().current().status().get() == ListingStatus.SENT) {
            told = key.getTarget();
            toasts.show("form.locked", messages.upperCaseName(model.profile().get()),
                    messages.get("outcome.correct"));
        }
    }
}
