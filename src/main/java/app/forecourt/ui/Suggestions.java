package app.forecourt.ui;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Vocabulary;
import impl.org.controlsfx.autocompletion.AutoCompletionTextFieldBinding;
import impl.org.controlsfx.skin.AutoCompletePopupSkin;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;

/**
 * Known words under a text field while it is typed in. ControlsFX selects the first of them by itself and takes it on
 * Tab, which turns "golf" into "golf plus"; here nothing is selected until the user goes down to it, so Tab and Enter
 * leave what she typed as it is.
 */
final class Suggestions extends AutoCompletionTextFieldBinding<String> {
    private static final long AFTER_MILLIS = 80;

    private Suggestions(TextField control, CarField field, Vocabulary vocabulary,
            Supplier<CarDraft> draft) {
        super(control, request -> request.isCancelled() || request.getUserText().isBlank()
                ? List.of()
                : offered(vocabulary.suggestions(field, draft.get(), request.getUserText()),
                        request.getUserText()));
        setDelay(AFTER_MILLIS);
        setVisibleRowCount(8);
        control.focusedProperty().subscribe(focused -> {
            if (!focused) {
                hidePopup();
            }
        });
    }

    /** Offers a field's known words while it is typed in. */
    static void under(TextField control, CarField field, Vocabulary vocabulary, CarForm form) {
        // The words are looked up on a thread of ControlsFX's own; a draft can be read on any.
        new Suggestions(control, field, vocabulary, form.draft()::get);
    }

    /** A word that stands there already needs no offering. */
    private static List<String> offered(List<String> words, String typed) {
        return words.size() == 1 && words.getFirst().equalsIgnoreCase(typed.strip()) ? List.of() : words;
    }

    @Override
    protected void showPopup() {
        if (!getCompletionTarget().isFocused() || !getCompletionTarget().isEditable()) {
            return;
        }
        super.showPopup();
        if (getAutoCompletionPopup().getSkin() instanceof AutoCompletePopupSkin<?> skin
                && skin.getNode() instanceof ListView<?> list) {
            list.getSelectionModel().clearSelection();
            list.getFocusModel().focus(-1);
        }
    }
}
