package app.forecourt.ui.stock;

import app.forecourt.car.CarField;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.check.ParsedDraft;
import app.forecourt.model.AppModel;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.photos.PhotoUploads;
import app.forecourt.model.stock.CarComparison;
import app.forecourt.model.stock.ComparisonCandidate;
import app.forecourt.stock.StockRow;
import app.forecourt.text.TextNormalizer;
import app.forecourt.ui.dialog.FieldComparisonTable;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.SearchField;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.fx.TextWrapPolicy;
import app.forecourt.ui.words.FieldValueText;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
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
    private final PhotoUploads photos;
    private final CarValidator validator;
    private final Messages messages;
    private final FieldValueText values;
    private final ParsedDraft parsed;
    private final List<ComparisonCandidate> others;
    private final SearchField search = new SearchField();
    private final ListView<ComparisonCandidate> list = new ListView<>();
    private final FieldComparisonTable fields = new FieldComparisonTable("compareFields");
    private final Label verdict = new Label();
    /** The placeholder of an empty list of fields. */
    private final Label nothing = new Label();
    private final CheckBox all;
    private final Button open;
    private List<FieldComparisonTable.Row> rows = List.of();
    /** Counts the chosen cars, because a car that is read late may not be the chosen one any more. */
    private long choices;

    /**
     * Creates the pane.
     *
     * @param openCar opens the other car in the form
     */
    public ComparisonPane(AppModel model, Messages messages, Consumer<UUID> openCar) {
        this.cars = model.cars();
        this.photos = model.photos();
        this.validator = model.form().validator();
        this.messages = messages;
        this.values = new FieldValueText(messages, validator.vocabulary(),
                name -> model.displayNames().option(model.profile().get(), name), model.photos()::name);
        this.parsed = validator.parse(cars.current().car().get().draft());
        StockRow car = cars.current().car().get().row();
        this.others = cars.stock().similarTo(car);
        getStyleClass().addAll("dialog-content", "comparison");

        search.setId("compareSearch");
        search.setPromptText(messages.get("stock.search"));
        search.setAccessibleText(messages.get("compare.with"));
        search.textProperty().subscribe(this::filter);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onSearchKey);
        search.receiveLettersFrom(list);
        list.setId("compareCars");
        list.getStyleClass().add("plain-list");
        list.setAccessibleText(messages.get("compare.with"));
        list.setPlaceholder(new Label(messages.get("compare.none")));
        list.setCellFactory(_ -> new ComparisonCandidateCell(cars.names(), messages));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onListKey);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(search, list);
        left.getStyleClass().add("comparison-cars");

        TextWrapPolicy.enable(verdict);
        verdict.setMinHeight(USE_PREF_SIZE);
        verdict.setId("compareVerdict");
        verdict.getStyleClass().add("comparison-verdict");
        LiveRegion.announceChanges(verdict);
        all = new CheckBox(messages.get("compare.all"));
        all.setId("compareAll");
        all.selectedProperty().subscribe((_, _) -> showRows());
        open = new Button(messages.get("compare.open"));
        open.setId("compareOpen");
        open.setOnAction(_ -> chosen().ifPresent(other -> openCar.accept(other.car().id())));
        fields.list().setAccessibleText(messages.get("compare.title"));
        fields.list().setPlaceholder(nothing);
        VBox.setVgrow(fields, Priority.ALWAYS);
        HBox foot = new HBox(all, open);
        foot.getStyleClass().add("comparison-foot");
        VBox right = new VBox(verdict, fields, foot);
        right.getStyleClass().add("comparison-fields");
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);

        list.getSelectionModel().selectedItemProperty().subscribe(other -> {
            ComparisonTitles titles = new ComparisonTitles(car,
                    Optional.ofNullable(other).map(ComparisonCandidate::car),
                    cars.names(), messages);
            fields.showTitles("", titles.first(), titles.second());
            fields.showDetails(titles.firstState(), titles.secondState());
            compare(Optional.ofNullable(other));
        });
        filter("");
    }

    /** Returns the search field, for the initial focus. */
    public TextField search() {
        return search;
    }

    /** Handles Down, which chooses the next car in the list, and Enter, which goes to the comparison. */
    private void onSearchKey(KeyEvent key) {
        if (key.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
            list.requestFocus();
            key.consume();
        } else {
            onEnter(key);
        }
    }

    /** Handles Up in the first row, which goes back to the search, and Enter. */
    private void onListKey(KeyEvent key) {
        if (key.getCode() == KeyCode.UP && list.getSelectionModel().getSelectedIndex() <= 0) {
            search.requestFocus();
            search.selectAll();
            key.consume();
        } else {
            onEnter(key);
        }
    }

    private void onEnter(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
            fields.list().requestFocus();
            key.consume();
        }
    }

    private Optional<ComparisonCandidate> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void filter(String text) {
        List<String> words = List.of(TextNormalizer.removeCaseAndAccents(text).strip().split("\\s+"));
        list.setItems(FXCollections.observableList(
                others.stream().filter(other -> words.stream().allMatch(other::contains)).toList()));
        list.getSelectionModel().selectFirst();
    }

    private void compare(Optional<ComparisonCandidate> other) {
        long choice = ++choices;
        open.setDisable(other.isEmpty());
        if (other.isEmpty()) {
            show(List.of(), "", false);
            return;
        }
        UUID id = other.get().car().id();
        cars.store().find(id, found -> {
            if (choice == choices) {
                found.ifPresentOrElse(car -> photos.loadNames(id, car.draft(), () -> {
                    if (choice == choices) {
                        show(validator.parse(car.draft()), other.get().sharedFields());
                    }
                }), () -> show(List.of(), "", false));
            }
        });
    }

    private void show(ParsedDraft other, List<CarField> shared) {
        CarComparison comparison = CarComparison.of(parsed, other);
        String text = comparison.pairs().isEmpty() ? ""
                : shared.isEmpty() ? messages.get("compare.differences", comparison.differences())
                        : messages.get("compare.twice", ComparisonCandidateCell.sameFields(shared, messages),
                                comparison.differences());
        show(comparison.pairs().stream().map(pair -> row(pair, other)).toList(), text, !shared.isEmpty());
    }

    private void show(List<FieldComparisonTable.Row> compared, String text, boolean isTwice) {
        rows = compared;
        SeverityStyle.apply(List.of(), verdict);
        verdict.pseudoClassStateChanged(SeverityStyle.WARNING, isTwice);
        verdict.setText(text);
        nothing.setText(text.isEmpty() ? "" : messages.get("compare.equal"));
        showRows();
    }

    private FieldComparisonTable.Row row(CarComparison.Pair pair, ParsedDraft other) {
        boolean isOptions = pair.field() == CarField.OPTIONS;
        String name = isOptions ? messages.get("compare.options") : messages.name(pair.field());
        String first = isOptions ? options(pair.first()) : values.text(pair.field(), parsed);
        String second = isOptions ? options(pair.second()) : values.text(pair.field(), other);
        return new FieldComparisonTable.Row(pair.field(), name, first, second, pair.isSame(),
                messages.get(pair.isSame() ? "compare.spoken.same" : "compare.spoken", name, first, second));
    }

    private String options(Object names) {
        return values.options(((List<?>) names).stream().map(String::valueOf).toList());
    }

    private void showRows() {
        fields.list().pseudoClassStateChanged(MARKS, all.isSelected());
        fields.list().getItems().setAll(
                rows.stream().filter(row -> all.isSelected() || !row.isSame()).toList());
    }
}
