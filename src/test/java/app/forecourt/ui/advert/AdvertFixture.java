package app.forecourt.ui.advert;

import app.forecourt.advert.BlockRepository;
import app.forecourt.car.check.CarValidator;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.AdvertModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.PaneTest;
import java.util.Locale;

/** The base class of tests of adverts: a form and the model of its advert. */
abstract class AdvertFixture extends PaneTest {
    final CarFormModel form = new CarFormModel(new CarValidator(clock, vocabulary), messages::value);

    /** Creates a model that runs its tasks at once. */
    final AdvertModel createModel() {
        return createModel(new TaskRunner(Runnable::run, Runnable::run));
    }

    final AdvertModel createModel(TaskRunner taskRunner) {
        return new AdvertModel(form, new BlockRepository(preferences), vocabulary, Locale.UK, taskRunner);
    }
}
