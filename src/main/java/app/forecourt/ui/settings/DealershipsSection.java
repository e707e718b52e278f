package app.forecourt.ui.settings;

import app.forecourt.car.Limits;
import app.forecourt.settings.CredentialCleaner;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.Dealership.Part;
import app.forecourt.settings.Dealership.Wrong;
import app.forecourt.settings.DealershipRepository;
import app.forecourt.settings.DealershipRepository.Given;
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

/** The part of the settings that has the dealerships: a line for each, with its name, its ids, and which is the default. */
final class DealershipsSection implements SettingsSection {
    private static final List<Part> PARTS = List.of(Part.values());

    private final DealershipRepository own;
    private final Messages words;
    private final Optional<Given> given;
    private final List<Line> lines = new ArrayList<>();
    private final ToggleGroup standard = new ToggleGroup();
    private final GridPane grid = new GridPane();
    private final Button add;
    private final VBox view;

    /** The dealerships as they are kept now. */
    DealershipsSection(DealershipRepository own, Messages words) {
        this.own = own;
        this.words = words;
        this.given = own.given();
        this.add = new Button(words.get("settings.dealership.add"), Icons.of(Feather.PLUS));
        own.typed().forEach(dealership -> lines.add(new Line(dealership)));
        lines.getFirst().isStandard.setSelected(true);
        given.ifPresent(lines.getFirst()::show);
        add.setId("addDealership");
        add.setOnAction(event -> {
            lines.add(new Line(Dealership.BLANK));
            fill();
            lines.getLast().cell(Part.NAME).field.requestFocus();
        });
        grid.getStyleClass().add("settings-grid");
        view = lines();
    }

    /** A text of a dealership, and below it what is wrong with it. */
    private final class Cell {
        final TextField field = new TextField();
        final VBox box = new VBox(field);

        Cell(String text) {
            field.setText(text);
            GridPane.setHgrow(box, Priority.ALWAYS);
            GridPane.setValignment(box, VPos.TOP);
            PasteLimit.install(field, Limits.TYPED_LINE, field::getText,
                    length -> tell(words.get("problem.too_much_pasted", length, Limits.TYPED_LINE)));
            field.textProperty().subscribe((before, now) -> refreshAll());
        }

        void tell(String said) {
            field.pseudoClassStateChanged(Styles.STATE_DANGER, !said.isEmpty());
            field.setAccessibleHelp(said.isEmpty() ? null : said);
            box.getChildren().setAll(field);
            if (!said.isEmpty()) {
                Label note = SettingsGrid.hint(said);
                note.setId(field.getId() + "-note");
                note.getStyleClass().add("danger");
                box.getChildren().add(note);
            }
        }
    }

    /** The controls of one dealership. */
    private final class Line {
        private final Dealership kept;
        private final List<Cell> cells;
        private final RadioButton isStandard = new RadioButton();
        /** A radio button without words would hang at the top. */
        private final StackPane middle = new StackPane(isStandard);
        private final Button remove = new Button(null, Icons.of(Feather.X));
        private boolean fixed;

        Line(Dealership kept) {
            this.kept = kept;
            cells = PARTS.stream().map(part -> new Cell(kept.text(part))).toList();
            isStandard.setToggleGroup(standard);
            remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
            remove.setOnAction(event -> remove(this));
            beside(middle);
            beside(remove);
        }

        Cell cell(Part part) {
            return cells.get(PARTS.indexOf(part));
        }

        /** Shows the id that stands in for its own. */
        void show(Given outside) {
            fixed = true;
            Stream.of(Part.STAGING, Part.PRODUCTION).map(this::cell).forEach(cell -> {
                cell.field.setText(outside.id());
                cell.field.setDisable(true);
            });
        }

        Dealership typed() {
            return fixed ? new Dealership(text(Part.NAME), kept.staging(), kept.production())
                    : new Dealership(text(Part.NAME), text(Part.STAGING), text(Part.PRODUCTION));
        }

        private String text(Part part) {
            return CredentialCleaner.trimmed(cell(part).field.getText());
        }

        /** Puts it into the grid, and says to a screen reader which line it is. */
        void fill(int row) {
            for (Part part : PARTS) {
                name(cell(part).field, Messages.key(part), row);
                grid.add(cell(part).box, PARTS.indexOf(part), row + 1);
            }
            name(isStandard, "default", row);
            isStandard.setDisable(given.isPresent());
            grid.add(middle, PARTS.size(), row + 1);
            name(remove, "remove", row);
            remove.setDisable(fixed || lines.size() == 1);
            grid.add(remove, PARTS.size() + 1, row + 1);
        }

        /** On the line of the fields, whatever is said below them. */
        private void beside(Region control) {
            control.minHeightProperty().bind(cell(Part.NAME).field.heightProperty());
            control.setMaxHeight(Region.USE_PREF_SIZE);
            GridPane.setValignment(control, VPos.TOP);
        }

        private void name(Node node, String what, int row) {
            node.setId("dealership-" + what + "-" + row);
            AccessibleName.of(node, words.get("settings.dealership.of", head(what), row + 1));
        }
    }

    private String head(String column) {
        return words.get("settings.dealership." + column);
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
        VBox view = new VBox(SettingsGrid.hint(words.get("settings.dealerships.hint")), grid, add);
        given.ifPresent(outside -> view.getChildren().add(1,
                SettingsGrid.hint(words.get("settings.dealership.fixed", outside.by()))));
        view.getStyleClass().add("dealerships");
        return view;
    }

    private void fill() {
        grid.getChildren().clear();
        for (Part part : PARTS) {
            head(Messages.key(part), lines.getFirst().cell(part).field, PARTS.indexOf(part));
        }
        head("default", lines.getFirst().isStandard, PARTS.size());
        for (int row = 0; row < lines.size(); row++) {
            lines.get(row).fill(row);
        }
        add.setDisable(lines.size() >= DealershipRepository.MOST);
        refreshAll();
    }

    private void head(String column, Node first, int at) {
        Label head = new Label(head(column));
        head.setLabelFor(first);
        head.setMinWidth(Label.USE_PREF_SIZE);
        grid.add(head, at, 0);
    }

    private void remove(Line line) {
        int row = lines.indexOf(line);
        lines.remove(line);
        if (line.isStandard.isSelected()) {
            lines.getFirst().isStandard.setSelected(true);
        }
        line.isStandard.setToggleGroup(null);
        fill();
        lines.get(Math.min(row, lines.size() - 1)).cell(Part.NAME).field.requestFocus();
    }

    private List<Wrong> faults() {
        return Dealership.wrong(lines.stream().map(Line::typed).toList(), given.isPresent());
    }

    /** Says beside each field what is wrong in it; one line may be wrong by another. */
    private void refreshAll() {
        lines.stream().flatMap(line -> line.cells.stream()).forEach(cell -> cell.tell(""));
        faults().forEach(wrong -> cell(wrong).tell(words.get(
                "settings.dealership." + Messages.key(wrong.fault()), Dealership.LONGEST)));
    }

    private Cell cell(Wrong wrong) {
        return lines.get(wrong.row()).cell(wrong.part());
    }

    @Override
    public Stream<TextField> wrong() {
        return faults().stream().map(wrong -> cell(wrong).field);
    }

    /** Puts what is typed into the preferences. */
    @Override
    public void save() {
        own.put(Stream.concat(lines.stream().filter(line -> line.isStandard.isSelected()),
                lines.stream().filter(line -> !line.isStandard.isSelected())).map(Line::typed).toList());
    }
}
