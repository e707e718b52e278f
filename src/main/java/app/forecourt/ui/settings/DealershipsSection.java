package app.forecourt.ui.settings;

import app.forecourt.settings.Dealership;
import app.forecourt.settings.Dealership.Part;
import app.forecourt.settings.DealershipRepository;
import app.forecourt.settings.Setting;
import app.forecourt.text.CredentialCleaner;
import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.settings.SettingField.Note;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Settings section for the dealerships. Each line has a name and the ids of the profiles. The first is the default. */
final class DealershipsSection {
    private final DealershipRepository repository;
    private final Messages messages;
    private final Optional<String> given;
    private final List<Line> lines = new ArrayList<>();
    private final Map<SettingField, Note> errors = new HashMap<>();
    private final GridPane grid = new GridPane();
    private final Button add;
    private final VBox view;
    private final List<Dealership> initial;

    /** Creates the section with the stored dealerships. */
    DealershipsSection(DealershipRepository repository, SettingFields form) {
        this.repository = repository;
        messages = form.messages;
        this.given = repository.fixedDefault();
        add = form.button("addDealership", "settings.dealership.add", _ -> addLine());
        add.setGraphic(Icons.of(Feather.PLUS));
        grid.getStyleClass().add("dealerships");
        view = SettingFields.rows(SettingField.hint(messages.get("settings.dealerships.hint")), grid, add);
        repository.stored().forEach(dealership -> lines.add(new Line(dealership)));
        given.ifPresent(id -> {
            lines.getFirst().show(id);
            view.getChildren()
                    .add(
                            1,
                            SettingField.hint(messages.get(
                                    "settings.dealership.fixed",
                                    Setting.DEALERSHIP.source().orElseThrow())));
        });
        fill();
        initial = entered();
    }

    /** Controls of one dealership. */
    private final class Line {
        private final Dealership stored;
        private final Map<Part, SettingField> fields = new EnumMap<>(Part.class);
        private final Button remove = new Button(null, Icons.of(Feather.X));

        Line(Dealership stored) {
            this.stored = stored;
            for (Part part : Part.values()) {
                TextField input = new TextField(stored.text(part));
                SettingField field = new SettingField(input, input).limitPaste(messages);
                field.check(() -> errors.getOrDefault(field, Note.NONE));
                input.textProperty().subscribe((_, _) -> check());
                GridPane.setHgrow(field, Priority.ALWAYS);
                GridPane.setValignment(field, VPos.TOP);
                fields.put(part, field);
            }
            remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
            remove.setOnAction(_ -> remove(this));
        }

        SettingField field(Part part) {
            return Objects.requireNonNull(fields.get(part));
        }

        /** Shows the id from the environment in place of the dealership's own ids, and locks these fields. */
        void show(String givenId) {
            Stream.of(Part.STAGING, Part.PRODUCTION)
                    .map(part -> field(part).input())
                    .forEach(input -> {
                        input.setText(givenId);
                        input.setDisable(true);
                    });
        }

        private boolean isFixed() {
            return field(Part.STAGING).isReadOnly();
        }

        Dealership typed() {
            return isFixed()
                    ? new Dealership(text(Part.NAME), stored.staging(), stored.production())
                    : new Dealership(text(Part.NAME), text(Part.STAGING), text(Part.PRODUCTION));
        }

        private String text(Part part) {
            return CredentialCleaner.trim(field(part).input().getText());
        }

        /** Adds the line to the grid and names its row number to screen readers. */
        void fill(int row) {
            fields.forEach((part, field) -> name(field.input(), Messages.key(part), row));
            name(remove, "remove", row);
            remove.setDisable(isFixed() || lines.size() == 1);
            grid.addRow(row + 1, fields.values().toArray(Node[]::new));
            grid.addRow(row + 1, besideText(remove));
        }

        /** Returns a pane that centres a control beside the text fields, which may have a message below. */
        private StackPane besideText(Node control) {
            StackPane pane = new StackPane(control);
            pane.minHeightProperty().bind(field(Part.NAME).input().heightProperty());
            pane.setMaxHeight(StackPane.USE_PREF_SIZE);
            GridPane.setValignment(pane, VPos.TOP);
            return pane;
        }

        private void name(Node node, String column, int row) {
            node.setId("dealership-" + column + "-" + row);
            AccessibleName.set(node, messages.get("settings.dealership.of", columnTitle(column), row + 1));
        }
    }

    private String columnTitle(String column) {
        return messages.get("settings.dealership." + column);
    }

    Node view() {
        return view;
    }

    private void addLine() {
        lines.add(new Line(Dealership.BLANK));
        fill();
        lines.getLast().field(Part.NAME).input().requestFocus();
    }

    private void fill() {
        grid.getChildren().clear();
        lines.getFirst().fields.forEach((part, field) -> addHead(Messages.key(part), field.input()));
        for (int row = 0; row < lines.size(); row++) {
            lines.get(row).fill(row);
        }
        add.setDisable(lines.size() >= DealershipRepository.MAX_COUNT);
        check();
    }

    private void addHead(String column, Node first) {
        Label head = new Label(columnTitle(column));
        head.setLabelFor(first);
        head.setMinWidth(Label.USE_PREF_SIZE);
        grid.addRow(0, head);
    }

    private void remove(Line line) {
        int row = lines.indexOf(line);
        lines.remove(line);
        fill();
        lines.get(Math.min(row, lines.size() - 1)).field(Part.NAME).input().requestFocus();
    }

    /** Checks all lines, because the error of one line may depend on another line. */
    private void check() {
        errors.clear();
        Dealership.inputErrors(entered(), given.isPresent())
                .forEach(error -> errors.put(
                        lines.get(error.row()).field(error.part()),
                        new Note(
                                messages.get(
                                        "settings.dealership." + Messages.key(error.fault()), Dealership.MAX_LENGTH),
                                true)));
        lines.stream().flatMap(line -> line.fields.values().stream()).forEach(SettingField::refresh);
    }

    private List<Dealership> entered() {
        return lines.stream().map(Line::typed).toList();
    }

    /** Returns whether the dealerships differ from those shown at first, apart from blank lines. */
    boolean isEdited() {
        return !withoutBlanks(entered()).equals(withoutBlanks(initial));
    }

    private static List<Dealership> withoutBlanks(List<Dealership> dealerships) {
        return dealerships.stream().filter(dealership -> !dealership.isBlank()).toList();
    }

    /** Stores the typed dealerships in the preferences. */
    void save() {
        repository.save(entered());
    }
}
