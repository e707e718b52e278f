package app.forecourt.ui.stock;

import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.settings.Profile;
import app.forecourt.stock.CarNameFormatter;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.text.TextSanitizer;
import app.forecourt.ui.fx.LazyTooltip;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.photos.CarThumbnails;
import app.forecourt.ui.stock.StockPane.Row;
import app.forecourt.ui.words.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * List cell of the stock list: a heading, or a car with its picture, its state, its identification and its profiles.
 */
final class StockCell extends ListCell<Row> {
    private static final String HEADING = "heading";
    private static final String CAR = "car";
    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");

    private final CarNameFormatter names;
    private final Messages messages;
    private final StockDetailsFormatter formatter;
    private final ContextMenu context;
    private final Label title = new Label();
    /** Price, mileage and days. */
    private final List<Label> details = List.of(new Label(), new Label(), new Label());

    private final Label state = new Label();
    private final Region dot = new Region();
    /** Label of the dot, because only a control has a tooltip. */
    private final Label badge = new Label();
    /** Mark of a car into which two desks typed different texts. */
    private final Label detail = new Label();

    private final CarPicture picture = new CarPicture();
    private final CarThumbnails.Place thumbnail;
    private final Map<Profile, Label> tags = new EnumMap<>(Profile.class);
    private final RowLayout layout;
    private final HBox line;
    /** Style class of the last item: heading or car; empty before the first one. */
    private String style = "";

    private Optional<StockRowState> shownState = Optional.empty();

    /** @param context the menu of all cells */
    StockCell(
            CarNameFormatter names,
            Messages messages,
            ContextMenu context,
            CarThumbnails thumbnails,
            RowLayout layout) {
        this.names = names;
        this.messages = messages;
        this.formatter = new StockDetailsFormatter(messages);
        this.context = context;
        this.layout = layout;
        title.getStyleClass().add("stock-title");
        for (Label part : details) {
            part.getStyleClass().add("stock-detail");
            part.managedProperty().bind(part.textProperty().isNotEmpty());
            LazyTooltip.install(part, () -> getItem() instanceof Row.Car(var car) ? formatter.text(car) : "");
        }
        detail.getStyleClass().add("stock-detail");
        detail.managedProperty().bind(detail.textProperty().isNotEmpty());
        dot.getStyleClass().add("state-dot");
        state.getStyleClass().add("stock-detail");
        badge.setGraphic(dot);
        // A narrow list shows only the dot.
        LazyTooltip.install(badge, this::stateAndProfiles);
        LazyTooltip.install(detail, this::stateAndProfiles);
        thumbnail = thumbnails.addPlace(picture::setPhoto);
        for (Profile profile : Profile.values()) {
            tags.put(profile, tag(profile));
        }
        FittingLine below = new FittingLine(
                Stream.of(Stream.of(badge, state), tags.values().stream(), Stream.of(detail))
                        .flatMap(labels -> labels)
                        .toList(),
                Stream.concat(Stream.of(state), tags.values().stream()).toList());
        below.getStyleClass().add("stock-below");
        FittingLine price = new FittingLine(details, details.reversed().subList(0, 2));
        VBox text = new VBox(title, price, below);
        text.setMinWidth(0);
        text.setAlignment(Pos.CENTER_LEFT);
        price.managedProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> details.stream().anyMatch(Label::isManaged),
                        details.stream().map(Label::managedProperty).toArray(Observable[]::new)));
        picture.visibleProperty().bind(layout.pictures());
        picture.managedProperty().bind(layout.pictures());
        layout.pictures().subscribe(this::updateThumbnail);
        layout.smallPictures().subscribe(small -> picture.pseudoClassStateChanged(SMALL, small));
        // The profiles are the word of a sent car's dot in a narrow list.
        layout.allWords().subscribe(this::showWord);
        line = new HBox(picture, text);
        line.getStyleClass().add("stock-line");
        // The cell is never wider than the list, so that long text is truncated.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        switch (row) {
            case Row.Heading(var kind, var count)
            when !empty -> {
                setKind(HEADING);
                setText(messages.get("stock." + Messages.key(kind), count));
                setAccessibleText(null);
            }
            case Row.Car(var car)
            when !empty -> {
                setKind(CAR);
                title.setText(title(car));
                showDetails(car);
                showState(StockRowState.of(car));
                detail.setText(detail(car));
                updateThumbnail();
                Set<Profile> profiles = StockRowState.profiles(car);
                tags.forEach((profile, tag) -> NodeVisibility.set(tag, profiles.contains(profile)));
                describe(car);
            }
            case null, default -> {
                // The kind stays, because the list empties a cell before it fills it again, which would style all its
                // nodes again each time.
                line.setVisible(false);
                setText(null);
                setContextMenu(null);
                setAccessibleText(null);
                updateThumbnail();
            }
        }
    }

    private void describe(StockRow car) {
        setAccessibleText(Stream.of(
                        Stream.of(title.getText(), formatter.text(car), state.getText(), detail.getText()),
                        StockRowState.profiles(car).stream().map(messages::name))
                .flatMap(texts -> texts)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", ")));
    }

    /**
     * Switches the cell between heading and car. Does nothing if the kind is the same, because each setter rebuilds the
     * cell. Each key press in the form updates the cell of its car.
     */
    private void setKind(String kind) {
        boolean isCar = kind.equals(CAR);
        line.setVisible(isCar);
        setContextMenu(isCar ? context : null);
        if (kind.equals(style)) {
            return;
        }
        style = kind;
        getStyleClass().removeAll(HEADING, CAR);
        getStyleClass().add(kind);
        updateThumbnail();
        setText(null);
        setGraphic(isCar ? line : null);
        setDisable(kind.equals(HEADING));
    }

    /** Returns brand, model and version, because two cars of one model differ by that. */
    private String title(StockRow car) {
        String name = names.nameWithVersion(car::text);
        return name.isEmpty() ? messages.get("stock.untitled") : TextSanitizer.excerpt(name);
    }

    private void updateThumbnail() {
        thumbnail.setCar(
                picture.isVisible() && !isEmpty() && getItem() instanceof Row.Car(var car)
                        ? Optional.of(car.id())
                        : Optional.empty());
    }

    private void showState(StockRowState newState) {
        if (shownState.filter(newState::equals).isPresent()) {
            return;
        }
        shownState = Optional.of(newState);
        String key = Messages.key(newState);
        state.setText(messages.get("stock.state." + key));
        dot.getStyleClass().setAll("state-dot", key);
        showWord();
    }

    private void showWord() {
        NodeVisibility.set(
                state,
                layout.allWords().get()
                        || shownState.filter(StockRowState.SENT::equals).isEmpty());
    }

    private void showDetails(StockRow car) {
        List<String> parts = formatter.parts(car);
        String separator = "";
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            details.get(i).setText(part.isEmpty() ? "" : separator + part);
            separator = part.isEmpty() ? separator : StockDetailsFormatter.SEPARATOR;
        }
    }

    /** Returns what the last line says. A narrow list leaves out a part of it. */
    private String stateAndProfiles() {
        return getItem() instanceof Row.Car(var car)
                ? Stream.of(
                                Stream.of(state.getText()),
                                StockRowState.profiles(car).stream().map(messages::name),
                                Stream.of(detail.getText()).filter(text -> !text.isEmpty()))
                        .flatMap(texts -> texts)
                        .collect(Collectors.joining(StockDetailsFormatter.SEPARATOR))
                : "";
    }

    private String detail(StockRow car) {
        Stream<String> identification = Stream.of(
                        LicensePlate.readable(car.text(CarField.LICENSE_PLATE)),
                        car.text(CarField.INTERNAL_ID),
                        car.text(CarField.VIN))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .limit(1);
        Stream<String> mark = car.mark() == StockMark.NONE
                ? Stream.of()
                : Stream.of(messages.get("mark." + Messages.key(car.mark())));
        return Stream.of(mark, identification).flatMap(texts -> texts).collect(Collectors.joining(" · "));
    }

    /** Returns a label with the profile's name in its colour. */
    private Label tag(Profile profile) {
        Label tag = new Label(messages.name(profile));
        tag.getStyleClass().addAll("profile-tag", "profile-" + profile.key());
        return tag;
    }
}
