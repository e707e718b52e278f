package app.forecourt.ui.advert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.advert.BlockRepository;
import app.forecourt.car.CarField;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.card.CardContent.Dealer;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journey.Await;
import app.forecourt.model.AdvertModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.testing.TestHome;
import app.forecourt.text.Language;
import app.forecourt.ui.photos.Preview;
import app.forecourt.ui.words.Messages;
import java.time.Clock;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;

/** Advert preview without a window. */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("window")
class AdvertPaneTest {
    @RegisterExtension
    final TestHome home = new TestHome();

    @Test
    void unknownModelKeepsItsCapitals() {
        Vocabulary vocabulary = Vocabulary.bundled();
        CarFormModel form = new CarFormModel(new CarValidator(Clock.systemUTC(), vocabulary), String::valueOf);
        form.text(CarField.BRAND).set("opel");
        form.text(CarField.MODEL).set("Corsa GSi");
        AdvertModel advertising = new AdvertModel(
                form,
                new BlockRepository(home.preferences()),
                vocabulary,
                Locale.UK,
                new TaskRunner(Runnable::run, Runnable::run));
        advertising.whenLoaded(() -> assertEquals(
                "Opel Corsa GSi", advertising.advert(Language.ENGLISH).name()));
    }

    @ParameterizedTest
    @CsvSource({"false, No description yet. Ctrl B builds one.", "true, No description."})
    void builderIsOfferedOnlyBeforeSending(boolean sent, String said) throws Exception {
        FxToolkit.registerPrimaryStage();
        Vocabulary vocabulary = Vocabulary.bundled();
        Messages messages = new Messages(Locale.UK, Clock.systemUTC());
        CarFormModel form = new CarFormModel(new CarValidator(Clock.systemUTC(), vocabulary), messages::value);
        form.setReadOnly(sent);
        AdvertModel advertising = new AdvertModel(
                form,
                new BlockRepository(home.preferences()),
                vocabulary,
                Locale.UK,
                new TaskRunner(Runnable::run, Runnable::run));
        Await.onFxThread(() -> advertising.whenLoaded(() -> {
            var pane = new AdvertPane(advertising, Dealer.NONE, _ -> new Preview.NotRequested(), messages);
            new Scene(pane).getRoot().applyCss();
            assertEquals(said, ((Label) pane.lookup("#advertText")).getText());
        }));
    }
}
