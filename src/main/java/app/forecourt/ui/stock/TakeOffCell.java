package app.forecourt.ui.stock;

import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.stock.CarNameFormatter;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** List cell of an advert to take off: a tick, the car, why and since when, and the profile. */
final class TakeOffCell extends ListCell<StaleAdvert> {
    private final CarNameFormatter names;
    private final Messages messages;
    private final CheckBox tick = new CheckBox();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label profile = new Label();
    private final HBox line;

    /** @param toggle ticks an advert, or removes its tick */
    TakeOffCell(CarNameFormatter names, Messages messages, Consumer<List<StaleAdvert>> toggle) {
        this.names = names;
        this.messages = messages;
        tick.setFocusTraversable(false);
        tick.setOnAction(_ -> {
            // The buttons below the list are about the selected advert.
            getListView().getSelectionModel().clearAndSelect(getIndex());
            toggle.accept(List.of(getItem()));
        });
        title.getStyleClass().add("stock-title");
        detail.getStyleClass().add("stock-detail");
        detail.setMinWidth(0);
        profile.setMinWidth(Region.USE_PREF_SIZE);
        VBox text = new VBox(title, detail);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        line = new HBox(tick, text, profile);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("takeoff-line");
        // The cell is never wider than the list, so that long text is truncated.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(StaleAdvert advert, boolean empty) {
        super.updateItem(advert, empty);
        setText(null);
        if (empty || advert == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(line);
        tick.setSelected(advert.isTakenOff());
        title.setText(name(advert, names, messages));
        detail.setText(detail(advert));
        profile.setText(messages.name(advert.profile()));
        profile.getStyleClass()
                .setAll("label", "profile-tag", "profile-" + advert.profile().key());
        String state = messages.get(advert.isTakenOff() ? "takeoff.done" : "takeoff.left");
        setAccessibleText(Stream.of(state, title.getText(), detail.getText(), profile.getText())
                .collect(Collectors.joining(", ")));
    }

    /** Returns the name of the car as it was sent, with its version. */
    static String name(StaleAdvert advert, CarNameFormatter names, Messages messages) {
        String name = names.name(field -> advert.submission().texts().getOrDefault(field, ""));
        return name.isEmpty() ? messages.get("stock.untitled") : name;
    }

    private String detail(StaleAdvert advert) {
        String reason = messages.get("takeoff." + Messages.key(advert.reason()));
        return Stream.of(
                        advert.since()
                                .map(time -> reason + " " + messages.moment(time))
                                .orElse(reason),
                        // Only the car's last price is known, which is not that of an advert before a correction.
                        advert.reason() == StaleAdvert.Reason.CORRECTED
                                ? ""
                                : new StockDetails(messages).price(advert.car()).orElse(""),
                        LicensePlate.readable(advert.submission().texts().getOrDefault(CarField.LICENSE_PLATE, "")),
                        advert.submission()
                                .number()
                                .map(number -> messages.get("takeoff.number", number))
                                .orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
