package app.forecourt.ui.advert;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.MODEL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.card.CardContent.Dealer;
import app.forecourt.model.AdvertModel;
import app.forecourt.text.Language;
import app.forecourt.ui.photos.PhotoPictureState;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Advert preview without a window. */
class AdvertPreviewPaneTest extends AdvertFixture {
    @Test
    void unknownModelKeepsItsCapitals() {
        form.text(BRAND).set("opel");
        form.text(MODEL).set("Corsa GSi");
        AdvertModel advertising = createModel();
        advertising.whenLoaded(() -> assertEquals(
                "Opel Corsa GSi", advertising.advert(Language.ENGLISH).name()));
    }

    @ParameterizedTest
    @CsvSource({"false, No description yet. Ctrl B builds one.", "true, No description."})
    void builderIsOfferedOnlyBeforeSending(boolean sent, String said) {
        form.setReadOnly(sent);
        AdvertModel advertising = createModel();
        onFxThread(() -> advertising.whenLoaded(() -> {
            var pane = new AdvertPreviewPane(
                    advertising, Dealer.NONE, _ -> new PhotoPictureState.NotRequested(), messages);
            new Scene(pane).getRoot().applyCss();
            assertEquals(said, ((Label) pane.lookup("#advertText")).getText());
        }));
    }
}
