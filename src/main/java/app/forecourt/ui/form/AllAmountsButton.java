package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.words.Messages;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;

/** The button that accepts all calculated amounts at once. It is visible while two or more are offered. */
public final class AllAmountsButton {
    private AllAmountsButton() {}

    /** Creates the button. Tab skips it, because Shift+Enter in a price field does the same. */
    public static Node create(CarFormModel form, Messages messages) {
        OfferButton button = new OfferButton("", "", "", form.amounts()::acceptOffered);
        button.setId("useAllAmounts");
        button.setFocusTraversable(false);
        IntegerProperty offered = new SimpleIntegerProperty();
        offered.subscribe(count -> {
            button.setVisible(count.intValue() > 1);
            button.setText(messages.get("offer.all", count));
            button.setAccessibleText(button.getText());
        });
        Runnable refresh = () -> offered.set(form.amounts().offered().size());
        messages.listenerScope().listen(form.draft(), _ -> refresh.run());
        // The state also changes when the car becomes read-only.
        messages.listenerScope().listen(form.state(CarField.SALES_PRICE), _ -> refresh.run());
        return button;
    }
}
