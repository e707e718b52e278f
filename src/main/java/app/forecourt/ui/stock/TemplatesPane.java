package app.forecourt.ui.stock;

import app.forecourt.model.stock.Templates;
import app.forecourt.stock.Template;
import app.forecourt.text.TextNormalizer;
import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TextLengthLimit;
import app.forecourt.ui.fx.TextWrapPolicy;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Pane to choose the template for a new car. Typing searches, Enter accepts the selected template, Down moves into the
 * list. In the list F2 renames and Delete deletes. The last change can be undone.
 */
final class TemplatesPane extends VBox {
    /** Most characters of a search. */
    private static final int LONGEST_SEARCH = 100;

    private final Templates templates;
    private final Messages messages;
    private final Consumer<Template> begin;
    private final Consumer<Template> rename;
    private final ObservableList<Template> found = FXCollections.observableArrayList();
    private final ListView<Template> list = new ListView<>(found);
    private final TextField search = new TextField();
    private final Label placeholder = new Label();
    private final Label remoteNote = LiveRegion.label("templateChangedElsewhere", "hint");
    private final ListenerScope listeners = new ListenerScope();
    /** Whether nothing is selected because another desk has deleted the selected template. */
    private boolean isSelectedGone;

    private boolean isFinding;

    /**
     * Creates the pane with all templates.
     *
     * @param begin action that creates a new car from a template
     * @param rename action that asks for a new name of a template
     */
    TemplatesPane(Templates templates, Messages messages, Consumer<Template> begin, Consumer<Template> rename) {
        this.templates = templates;
        this.messages = messages;
        this.begin = begin;
        this.rename = rename;
        getStyleClass().addAll("dialog-content", "templates");

        search.setId("templateSearch");
        search.setPromptText(messages.get("templates.search"));
        AccessibleName.set(search, messages.get("templates.search"));
        TextLengthLimit.install(search, LONGEST_SEARCH, search::getText, _ -> {});
        search.textProperty().subscribe((_, _) -> find());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onSearchKeyPressed);

        list.setId("templates");
        list.setAccessibleText(messages.get("templates.title"));
        list.setCellFactory(_ -> new Cell(templates));
        list.setPlaceholder(placeholder);
        placeholder.getStyleClass().add("hint");
        TextWrapPolicy.enable(placeholder);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onListKeyPressed);
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                selected().ifPresent(begin);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        remoteNote.setMinHeight(Region.USE_PREF_SIZE);
        NodeVisibility.set(remoteNote, false);
        getChildren().addAll(search, list, remoteNote, foot());

        templates.whenChangedElsewhere(this::onChangedElsewhere);
        selectedTemplate().subscribe((_, chosen) -> {
            if (chosen != null && !isFinding) {
                NodeVisibility.set(remoteNote, false);
            }
        });
        listeners.listen(templates.all(), _ -> find());
        find();
    }

    /** Removes the listeners from the templates, because they live longer than this pane. */
    void close() {
        listeners.removeAll();
        templates.whenChangedElsewhere(_ -> {});
    }

    /**
     * Says what another desk did to the selected template. A deleted one has no successor that Enter would begin with.
     */
    private void onChangedElsewhere(List<Templates.Change> changes) {
        Optional<Templates.Change> change = selected()
                .flatMap(chosen -> changes.stream()
                        .filter(candidate ->
                                candidate.before().filter(chosen::equals).isPresent())
                        .findFirst());
        change.ifPresent(found -> {
            isSelectedGone = found.after().isEmpty();
            remoteNote.setText(describeElsewhere(found));
            NodeVisibility.set(remoteNote, true);
        });
    }

    private String describeElsewhere(Templates.Change change) {
        String before = change.before().map(Template::name).orElse("");
        return change.after().isEmpty()
                ? messages.get("templates.elsewhere.deleted", before)
                : change.name().equals(before)
                        ? messages.get("templates.elsewhere.changed", before)
                        : messages.get("templates.elsewhere.renamed", before, change.name());
    }

    /** Returns the search field, for the initial focus. */
    TextField searchField() {
        return search;
    }

    /** Returns the selected template. */
    ReadOnlyObjectProperty<Template> selectedTemplate() {
        return list.getSelectionModel().selectedItemProperty();
    }

    private VBox foot() {
        Label changeLabel = LiveRegion.label("templateSaid");
        changeLabel.setMinWidth(0);
        HBox.setHgrow(changeLabel, Priority.ALWAYS);
        Hyperlink back = new Hyperlink(messages.get("stock.undo"));
        back.setId("templateUndo");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> {
            templates.undoLast();
            list.requestFocus();
        });
        HBox undo = new HBox(changeLabel, back);
        undo.getStyleClass().add("undo-line");
        listeners.listen(templates.lastChange(), last -> {
            changeLabel.setText(last.map(this::describe).orElse(""));
            NodeVisibility.set(undo, last.isPresent());
        });
        HBox buttons = new HBox(
                button("templateRename", "templates.rename", rename),
                button("templateDelete", "templates.delete", templates::delete));
        buttons.getStyleClass().add("template-buttons");
        VBox foot = new VBox(undo, buttons);
        foot.setMinHeight(Region.USE_PREF_SIZE);
        return foot;
    }

    private Button button(String id, String key, Consumer<Template> action) {
        Button button = new Button(messages.get(key));
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(selectedTemplate().isNull());
        button.setOnAction(_ -> selected().ifPresent(action));
        return button;
    }

    private String describe(Templates.Change change) {
        return messages.get(
                change.isSaved()
                        ? "templates.saved"
                        : change.after().isEmpty() ? "templates.deleted" : "templates.renamed",
                change.name());
    }

    private Optional<Template> selected() {
        return Optional.ofNullable(selectedTemplate().get());
    }

    private void find() {
        isFinding = true;
        int oldIndex = list.getSelectionModel().getSelectedIndex();
        Optional<UUID> selectedId = selected().map(Template::id);
        found.setAll(templates.find(search.getText()));
        placeholder.setText(messages.get(templates.all().isEmpty() ? "templates.empty" : "templates.none"));
        // Compares ids, because a renamed template is another value.
        List<UUID> ids = found.stream().map(Template::id).toList();
        int newIndex = selectedId
                .map(ids::indexOf)
                .filter(index -> index >= 0)
                .orElse(Math.clamp(oldIndex, 0, Math.max(0, found.size() - 1)));
        if (isSelectedGone) {
            isSelectedGone = false;
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(newIndex);
        }
        isFinding = false;
    }

    private void onSearchKeyPressed(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> selected().filter(_ -> !key.isShortcutDown()).ifPresent(begin);
            case F2 -> selected().ifPresent(rename);
            case DOWN -> list.requestFocus();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void onListKeyPressed(KeyEvent key) {
        boolean toSearch =
                key.getCode() == KeyCode.UP && list.getSelectionModel().getSelectedIndex() <= 0;
        switch (key.getCode()) {
            case ENTER, SPACE -> selected().filter(_ -> !key.isShortcutDown()).ifPresent(begin);
            case F2 -> selected().ifPresent(rename);
            case DELETE -> selected().ifPresent(templates::delete);
            case Z -> {
                if (!key.isShortcutDown()) {
                    return;
                }
                templates.undoLast();
            }
            default -> {
                if (!toSearch) {
                    return;
                }
                search.requestFocus();
            }
        }
        key.consume();
    }

    /** List cell of a template: its name, and its car below if that adds information. */
    private static final class Cell extends ListCell<Template> {
        private final Templates templates;
        private final Label name = new Label();
        private final Label car = new Label();
        private final VBox lines = new VBox(name, car);

        Cell(Templates templates) {
            this.templates = templates;
            name.getStyleClass().add("stock-title");
            car.getStyleClass().add("stock-detail");
            car.managedProperty().bind(car.textProperty().isNotEmpty());
            // The cell is never wider than the list, so that a long line ends in an ellipsis.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Template template, boolean empty) {
            super.updateItem(template, empty);
            setGraphic(empty || template == null ? null : lines);
            setAccessibleText(null);
            if (template != null) {
                name.setText(template.name());
                String carName = templates.carName(template);
                car.setText(isSame(carName, template.name()) ? "" : carName);
                setAccessibleText(Stream.of(name, car)
                        .map(Label::getText)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", ")));
            }
        }

        private static boolean isSame(String first, String second) {
            return TextNormalizer.normalize(first).equals(TextNormalizer.normalize(second));
        }
    }
}
