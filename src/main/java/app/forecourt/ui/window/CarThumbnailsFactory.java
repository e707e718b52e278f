package app.forecourt.ui.window;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.model.AppModel;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.form.PhotoList;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.photos.CarThumbnails;
import app.forecourt.ui.photos.PhotoPreviews;
import javafx.collections.ObservableList;

/** A factory of the thumbnails of the stock list, which follow the photos of the car in the form. */
final class CarThumbnailsFactory {
    private CarThumbnailsFactory() {}

    /** @param previews photos of the car in the form */
    static CarThumbnails create(AppModel model, PhotoPreviews previews, ListenerScope listeners) {
        CarsModel cars = model.cars();
        CarThumbnails thumbnails = new CarThumbnails(
                previews,
                (car, found) -> cars.store().find(car, stored -> {
                    CarDraft draft = stored.map(CarInMemory::draft).orElse(CarDraft.EMPTY);
                    model.photos()
                            .loadNames(
                                    car,
                                    draft,
                                    () -> found.accept(PhotoList.addresses(draft.text(CarField.IMAGES))
                                            .findFirst()));
                }),
                model.taskRunner());
        ObservableList<String> inForm = model.form().photos().addresses();
        // Later, because a car that is being loaded sets its photos before it becomes the car in the form.
        Runnable update = () -> model.taskRunner()
                .fxThread()
                .execute(() -> thumbnails.setPhoto(
                        cars.current().car().get().id(),
                        inForm.stream().findFirst().orElse("")));
        listeners.listen(previews.previews(), _ -> thumbnails.refresh());
        listeners.listen(inForm, _ -> update.run());
        return thumbnails;
    }
}
