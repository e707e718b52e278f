package app.forecourt.ui.stock;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.check.CarValidator;
import app.forecourt.model.AppModel;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.stock.CarComparison;
import app.forecourt.model.stock.SimilarCar;
import app.forecourt.stock.StockRow;
import app.forecourt.text.TextNormalizer;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Pane that compares the car in the form with another one of the list, field by field. */
public final class ComparisonPane extends HBox {
    /** Whether the fields that differ are marked among the others. */
    private static final PseudoClass MARKS = PseudoClass.getPseudoClass("marks");

    private final CarsModel cars;
    private final CarValidator validator;
    private final Messages messages;
    private final CarDraft draft;
    private final List<SimilarCar> others;
    private final TextField search = new TextField();
    private final ListView<SimilarCar> list = new ListView<>();
    private final ListView<CarComparison.Pair> fields = new ListView<>();
    private final Label verdict = new Label();
    private final CheckBox all;
    private final Button open;
    private CarComparison shown = new CarComparison(List.of());
    /** Counts the chosen cars, because a car that is read late may not be the chosen one any more. */
    private long choices;

    /**
     * Creates the pane.
     *
     * @param openCar opens the other car in the form
     */
    public ComparisonPane(AppModel model, Messages messages, Consumer<UUID> openCar) {
        this.cars = model.cars();
        this.validator = model.form().validator();
        this.messages = messages;
        this.draft = cars.current().car().get().draft();
        StockRow car = cars.current().car().get().row();
        this.others = SimilarCar.of(car, cars.stock().all());
        getStyleClass().addAll("dialog-content", "comparison");

        search.setId("compareSearch");
        search.setPromptText(messages.get("stock.search"));
        search.setAccessibleText(messages.get("compare.with"));
        search.textProperty().subscribe(this::filter);
        search.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.UP) {
                list.getSelectionModel()
                        .select(list.getSelectionModel().getSelectedIndex()
                                + (key.getCode() == KeyCode.DOWN ? 1 : -1));
                list.scrollTo(list.getSelectionModel().getSelectedIndex());
                key.consume();
            }
        });
        list.setId("compareCars");
        list.setAccessibleText(messages.get("compare.with"));
        list.setPlaceholder(new Label(messages.get("compare.none")));
        list.setCellFactory(_ -> new SimilarCarCell(cars.names(), messages));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(search, list);
        left.getStyleClass().add("comparison-cars");

        TextWrap.enable(verdict);
        verdict.setMinHeight(USE_PREF_SIZE);
        verdict.setId("compareVerdict");
        verdict.getStyleClass().add("comparison-verdict");
        LiveRegion.announceChanges(verdict);
        all = new CheckBox(messages.get("compare.all"));
        all.setId("compareAll");
        all.selectedProperty().subscribe((_, _) -> showPairs());
        open = new Button(messages.get("compare.open"));
        open.setId("compareOpen");
        open.setOnAction(_ -> chosen().ifPresent(other -> openCar.accept(other.car().id())));
        fields.setId("compareFields");
        fields.setAccessibleText(messages.get("compare.title"));
        fields.setCellFactory(_ -> new ComparedFieldCell(messages, cars.names().vocabulary()));
        fields.setPlaceholder(new Label(messages.get("compare.equal")));
        VBox.setVgrow(fields, Priority.ALWAYS);
        ComparedFieldCell.Line head = new ComparedFieldCell.Line();
        head.getStyleClass().add("comparison-head");
        HBox foot = new HBox(all, open);
        foot.getStyleClass().add("comparison-foot");
        VBox right = new VBox(verdict, head, fields, foot);
        right.getStyleClass().add("comparison-fields");
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);

        list.getSelectionModel().selectedItemProperty().subscribe(other -> {
            head.show("", nameOf(car), other == null ? "" : nameOf(other.car()));
            compare(Optional.ofNullable(other));
        });
        filter("");
    }

    /** Returns the search field, for the initial focus. */
    public TextField search() {
        return search;
    }

    private String nameOf(StockRow car) {
        String plate = car.text(CarField.LICENSE_PLATE).strip();
        String name = cars.names().name(car, messages.get("stock.untitled"));
        return plate.isEmpty() ? name : name + " · " + plate;
    }

    private Optional<SimilarCar> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void filter(String text) {
        List<String> words = List.of(TextNormalizer.removeCaseAndAccents(text).strip().split("\\s+"));
        list.setItems(FXCollections.observableList(others.stream().filter(other -> {
            String known = TextNormalizer.removeCaseAndAccents(cars.names().name(other.car()::text) + " "
                    + other.car().texts().values().stream().collect(Collectors.joining(" ")));
            return words.stream().allMatch(known::contains);
        }).toList()));
        list.getSelectionModel().selectFirst();
    }

    private void compare(Optional<SimilarCar> other) {
        long choice = ++choices;
        open.setDisable(other.isEmpty());
        if (other.isEmpty()) {
            show(new CarComparison(List.of()), List.of());
            return;
        }
        cars.store().find(other.get().car().id(), found -> {
            if (choice == choices) {
                show(found.map(car -> CarComparison.of(validator.parse(draft), validator.parse(car.draft())))
                        .orElse(new CarComparison(List.of())), other.get().sharedFields());
            }
        });
    }

    private void show(CarComparison comparison, List<CarField> shared) {
        shown = comparison;
        SeverityStyle.apply(List.of(), verdict);
        verdict.pseudoClassStateChanged(SeverityStyle.WARNING, !shared.isEmpty());
        String same = shared.stream().map(messages::name).collect(Collectors.joining(", "));
        verdict.setText(comparison.pairs().isEmpty() ? ""
                : shared.isEmpty() ? messages.get("compare.differences", comparison.differences())
                        : messages.get("compare.twice", same, comparison.differences()));
        showPairs();
    }

    private void showPairs() {
        fields.pseudoClassStateChanged(MARKS, all.isSelected());
        fields.getItems().setAll(
                shown.pairs().stream().filter(pair -> all.isSelected() || !pair.isSame()).toList());
    }
}
