package app.forecourt.ui.settings;

import app.forecourt.car.FieldLimits;
import app.forecourt.settings.CredentialCleaner;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.Dealership.InputError;
import app.forecourt.settings.Dealership.Part;
import app.forecourt.settings.DealershipRepository;
import app.forecourt.settings.DealershipRepository.FixedId;
import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.PasteLimit;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Settings section for the dealerships. Each line has a name, the ids of the profiles and the choice of the default.
 */
final class DealershipsSection implements SettingsSection {
    private static final List<Part> PARTS = List.of(Part.values());

    private final DealershipRepository repository;
    private final Messages messages;
    private final Optional<FixedId> given;
    private final List<Line> lines = new ArrayList<>();
    private final ToggleGroup defaultGroup = new ToggleGroup();
    private final GridPane grid = new GridPane();
    private final Button add;
    private final VBox view;

    /** Creates the section with the stored dealerships. */
    DealershipsSection(DealershipRepository repository, Messages messages) {
        this.repository = repository;
        this.messages = messages;
        this.given = repository.fixedDefault();
        this.add = new Button(messages.get("settings.dealership.add"), Icons.of(Feather.PLUS));
        repository.stored().forEach(dealership -> lines.add(new Line(dealership)));
        lines.getFirst().isDefault.setSelected(true);
        given.ifPresent(lines.getFirst()::show);
        add.setId("addDealership");
        add.setOnAction(_ -> {
            lines.add(new Line(Dealership.BLANK));
            fill();
            lines.getLast().cell(Part.NAME).field.requestFocus();
        });
        grid.getStyleClass().add("settings-grid");
        view = lines();
    }

    /** Text field of a dealership with its error message below. */
    private final class Cell {
        final TextField field = new TextField();
        final VBox box = new VBox(field);

        Cell(String text) {
            field.setText(text);
            GridPane.setHgrow(box, Priority.ALWAYS);
            GridPane.setValignment(box, VPos.TOP);
            PasteLimit.install(field, FieldLimits.MAX_INPUT_SINGLE_LINE, field::getText,
                    length -> showError(
                            messages.get("problem.too_much_pasted", length,
                                    FieldLimits.MAX_INPUT_SINGLE_LINE)));
            field.textProperty().subscribe((_, _) -> refreshAll());
        }

        void showError(String message) {
            field.pseudoClassStateChanged(Styles.STATE_DANGER, !message.isEmpty());
            field.setAccessibleHelp(message.isEmpty() ? null : message);
            box.getChildren().setAll(field);
            if (!message.isEmpty()) {
                Label note = SettingsGrid.hint(message);
                note.setId(field.getId() + "-note");
                note.getStyleClass().add("danger");
                box.getChildren().add(note);
            }
        }
    }

    /** Controls of one dealership. */
    private final class Line {
        private final Dealership stored;
        private final List<Cell> cells;
        private final RadioButton isDefault = new RadioButton();
        /** Pane that centres the radio button, because JavaFX aligns one without text to the top. */
        private final StackPane centredDefault = new StackPane(isDefault);
        private final Button remove = new Button(null, Icons.of(Feather.X));
        private boolean fixed;

        Line(Dealership stored) {
            this.stored = stored;
            cells = PARTS.stream().map(part -> new Cell(stored.text(part))).toList();
            isDefault.setToggleGroup(defaultGroup);
            remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
            remove.setOnAction(_ -> remove(this));
            alignWithFields(centredDefault);
            alignWithFields(remove);
        }

        Cell cell(Part part) {
            return cells.get(PARTS.indexOf(part));
        }

        /** Shows the id from the environment in place of the dealership's own ids, and locks these fields. */
        void show(FixedId givenId) {
            fixed = true;
            Stream.of(Part.STAGING, Part.PRODUCTION).map(this::cell).forEach(cell -> {
                cell.field.setText(givenId.id());
                cell.field.setDisable(true);
            });
        }

        Dealership typed() {
            return fixed ? new Dealership(text(Part.NAME), stored.staging(), stored.production())
                    : new Dealership(text(Part.NAME), text(Part.STAGING), text(Part.PRODUCTION));
        }

        private String text(Part part) {
            return CredentialCleaner.trim(cell(part).field.getText());
        }

        /** Adds the line to the grid and names its row number to screen readers. */
        void fill(int row) {
            for (Part part : PARTS) {
                name(cell(part).field, Messages.key(part), row);
                grid.add(cell(part).box, PARTS.indexOf(part), row + 1);
            }
            name(isDefault, "default", row);
            isDefault.setDisable(given.isPresent());
            grid.add(centredDefault, PARTS.size(), row + 1);
            name(remove, "remove", row);
            remove.setDisable(fixed || lines.size() == 1);
            grid.add(remove, PARTS.size() + 1, row + 1);
        }

        /** Aligns a control with the text fields, whether or not they have a message below. */
        private void alignWithFields(Region control) {
            control.minHeightProperty().bind(cell(Part.NAME).field.heightProperty());
            control.setMaxHeight(Region.USE_PREF_SIZE);
            GridPane.setValignment(control, VPos.TOP);
        }

        private void name(Node node, String column, int row) {
            node.setId("dealership-" + column + "-" + row);
            AccessibleName.set(node, messages.get("settings.dealership.of", columnTitle(column), row + 1));
        }
    }

    private String columnTitle(String column) {
        return messages.get("settings.dealership." + column);
    }

    @Override
    public String key() {
        return "dealerships";
    }

    @Override
    public Node view() {
        return view;
    }

    private VBox lines() {
        fill();
        VBox view = new VBox(SettingsGrid.hint(messages.get("settings.dealerships.hint")), grid, add);
        given.ifPresent(givenId -> view.getChildren().add(1,
                SettingsGrid.hint(messages.get("settings.dealership.fixed", givenId.variable()))));
        view.getStyleClass().add("dealerships");
        return view;
    }

    private void fill() {
        grid.getChildren().clear();
        for (Part part : PARTS) {
            addHead(Messages.key(part), lines.getFirst().cell(part).field, PARTS.indexOf(part));
        }
        addHead("default", lines.getFirst().isDefault, PARTS.size());
        for (int row = 0; row < lines.size(); row++) {
            lines.get(row).fill(row);
        }
        add.setDisable(lines.size() >= DealershipRepository.MAX_COUNT);
        refreshAll();
    }

    private void addHead(String column, Node first, int index) {
        Label head = new Label(columnTitle(column));
        head.setLabelFor(first);
        head.setMinWidth(Label.USE_PREF_SIZE);
        grid.add(head, index, 0);
    }

    private void remove(Line line) {
        int row = lines.indexOf(line);
        lines.remove(line);
        if (line.isDefault.isSelected()) {
            lines.getFirst().isDefault.setSelected(true);
        }
        line.isDefault.setToggleGroup(null);
        fill();
        lines.get(Math.min(row, lines.size() - 1)).cell(Part.NAME).field.requestFocus();
    }

    private List<InputError> faults() {
        return Dealership.inputErrors(lines.stream().map(Line::typed).toList(), given.isPresent());
    }

    /** Shows the errors of all lines, because the error of one line may depend on another line. */
    private void refreshAll() {
        lines.stream().flatMap(line -> line.cells.stream()).forEach(cell -> cell.showError(""));
        faults().forEach(error -> cell(error).showError(messages.get(
                "settings.dealership." + Messages.key(error.fault()), Dealership.MAX_LENGTH)));
    }

    private Cell cell(InputError error) {
        return lines.get(error.row()).cell(error.part());
    }

    @Override
    public Stream<TextField> invalidControls() {
        return faults().stream().map(error -> cell(error).field);
    }

    /** Stores the typed dealerships in the preferences, the default first. */
    @Override
    public void save() {
        repository.save(Stream.concat(lines.stream().filter(line -> line.isDefault.isSelected()),
                lines.stream().filter(line -> !line.isDefault.isSelected())).map(Line::typed).toList());
    }
}
