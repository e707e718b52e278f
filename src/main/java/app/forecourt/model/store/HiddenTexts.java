package app.forecourt.model.store;

import app.forecourt.car.CarField;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * The texts of other desks that neither the form nor the journal shows, because the user has typed into the same
 * fields. Used on the FX thread only.
 */
public final class HiddenTexts {
    private BiConsumer<UUID, Map<CarField, String>> listener = (_, _) -> {};

    /** Sets the receiver of a car with its hidden texts. */
    public void setListener(BiConsumer<UUID, Map<CarField, String>> newListener) {
        listener = newListener;
    }

    /** Reports the hidden texts of a car, if there are any. */
    public void report(UUID car, Map<CarField, String> texts) {
        if (!texts.isEmpty()) {
            listener.accept(car, texts);
        }
    }
}
