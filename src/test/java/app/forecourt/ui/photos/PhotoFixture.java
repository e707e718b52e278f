package app.forecourt.ui.photos;

import app.forecourt.car.check.CarValidator;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.AppModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.settings.Profile;
import app.forecourt.ui.PaneTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import org.junit.jupiter.api.AutoClose;

/** The base class of tests of views of photos: a form, and the previews of its photos. */
abstract class PhotoFixture extends PaneTest {
    @AutoClose
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();

    final CarFormModel form = new CarFormModel(new CarValidator(clock, vocabulary), BigDecimal::toPlainString);
    AppModel model;
    PhotoPreviews previews;

    final SimpleObjectProperty<Boolean> locked = new SimpleObjectProperty<>(false);
    final List<EnlargedPhoto> enlarged = new ArrayList<>();
    int settingsOpened;

    private final class Actions implements PhotosPane.Actions {
        @Override
        public void chooseFiles() {}

        @Override
        public void setUpWebSpace() {
            settingsOpened++;
        }

        @Override
        public void enlarge(EnlargedPhoto photo) {
            enlarged.add(photo);
        }

        @Override
        public void reveal(Node node) {}
    }

    final PhotosPane createPane(PhotoAddressField entry, Node card) {
        return new PhotosPane(model, entry, card, previews, messages, locked, new Actions());
    }

    final void createModel(Profile profile) {
        model = createModel(form, work);
        model.selectProfile(profile);
    }

    final void createPreviews(Function<String, PhotoFetch> fetching) {
        previews = new PhotoPreviews(
                model.profile(),
                new SimpleObjectProperty<>("car"),
                preferences,
                fetching,
                new LocalPhotoReader(model.photos()::source, model.photos()::file),
                new TaskRunner(work, Platform::runLater));
    }
}
