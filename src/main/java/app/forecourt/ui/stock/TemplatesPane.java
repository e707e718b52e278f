package app.forecourt.ui.stock;

import app.forecourt.model.stock.TemplatesModel;
import app.forecourt.stock.Template;
import app.forecourt.text.TextNormalizer;
import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.fx.TextLengthLimit;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
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
import javafx.scene.layout.VBox;

/**
 * Pane to choose the template for a new car. Typing searches, Enter accepts the selected template, Down moves into the
 * list. F2 renames, in the list Delete deletes. The last change can be undone.
 */
final class TemplatesPane extends VBox {
    /** Most characters of a search. */
    private static final int LONGEST_SEARCH = 100;

    private final TemplatesModel templates;
    private final Messages messages;
    private final Consumer<Template> begin;
    private final Consumer<Template> rename;
    private final ListView<Template> list = new ListView<>();
    private final TextField search = new TextField();
    private final Label placeholder = new Label();
    private final ListenerScope listeners = new ListenerScope();

    /**
     * Creates the pane with all templates.
     *
     * @param begin action that creates a new car from a template
     * @param rename action that asks for a new name of a template
     */
    TemplatesPane(TemplatesModel templates, Messages messages, Consumer<Template> begin, Consumer<Template> rename) {
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
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onKeyPressed);
        list.setId("templates");
        list.setAccessibleText(messages.get("templates.title"));
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(placeholder);
        placeholder.getStyleClass().add("hint");
        SafeTextWrap.enable(placeholder);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKeyPressed);
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                selected().ifPresent(begin);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox buttons = new HBox(
                button("templateRename", "templates.rename", rename),
                button("templateDelete", "templates.delete", templates::delete));
        buttons.getStyleClass().add("template-buttons");
        buttons.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(search, list, noticeLine(), buttons);
        listeners.listen(templates.all(), _ -> find());
        find();
    }

    /** Removes the listeners from the templates, because they live longer than this pane. */
    void close() {
        listeners.removeAll();
    }

    /** Returns the search field, for the initial focus. */
    TextField searchField() {
        return search;
    }

    ReadOnlyObjectProperty<Template> selectedTemplate() {
        return list.getSelectionModel().selectedItemProperty();
    }

    private HBox noticeLine() {
        Label changeLabel = LiveRegion.label("templateSaid");
        changeLabel.setMinWidth(0);
        Hyperlink back = new Hyperlink(messages.get("stock.undo"));
        back.setId("templateUndo");
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(_ -> {
            templates.undoLast();
            list.requestFocus();
        });
        HBox undo = new HBox(changeLabel, back);
        undo.getStyleClass().add("undo-line");
        undo.setMinHeight(USE_PREF_SIZE);
        listeners.listen(templates.lastChange(), last -> {
            changeLabel.setText(last.map(this::describe).orElse(""));
            NodeVisibility.set(undo, last.isPresent());
        });
        return undo;
    }

    private Button button(String id, String key, Consumer<Template> action) {
        Button button = new Button(messages.get(key));
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.disableProperty().bind(selectedTemplate().isNull());
        button.setOnAction(_ -> selected().ifPresent(action));
        return button;
    }

    private String describe(TemplatesModel.Change change) {
        return messages.get(
                change.isSaved()
                        ? "templates.saved"
                        : change.after().isEmpty() ? "templates.deleted" : "templates.renamed",
                change.name());
    }

    private Optional<Template> selected() {
        return Optional.ofNullable(selectedTemplate().get());
    }

    /** Lists the templates that are searched. The selected one stays selected, also if it was renamed. */
    private void find() {
        int oldIndex = Math.max(0, list.getSelectionModel().getSelectedIndex());
        Optional<UUID> selectedId = selected().map(Template::id);
        list.getItems().setAll(templates.find(search.getText()));
        placeholder.setText(messages.get(templates.all().isEmpty() ? "templates.empty" : "templates.none"));
        List<UUID> ids = list.getItems().stream().map(Template::id).toList();
        list.getSelectionModel()
                .select(selectedId
                        .map(ids::indexOf)
                        .filter(index -> index >= 0)
                        .orElse(Math.min(oldIndex, ids.size() - 1)));
    }

    private void onKeyPressed(KeyEvent key) {
        KeyCode code = key.getCode();
        boolean isInList = list.isFocused();
        if (code == KeyCode.ENTER || isInList && code == KeyCode.SPACE) {
            selected().filter(_ -> !key.isShortcutDown()).ifPresent(begin);
        } else if (code == KeyCode.F2) {
            selected().ifPresent(rename);
        } else if (!isInList && code == KeyCode.DOWN) {
            list.requestFocus();
        } else if (isInList && code == KeyCode.UP && list.getSelectionModel().getSelectedIndex() <= 0) {
            search.requestFocus();
        } else if (isInList && code == KeyCode.DELETE) {
            selected().ifPresent(templates::delete);
        } else if (isInList && code == KeyCode.Z && key.isShortcutDown()) {
            templates.undoLast();
        } else {
            return;
        }
        key.consume();
    }

    /** List cell of a template: its name, and its car if that adds information. */
    private final class Cell extends ListCell<Template> {
        Cell() {
            // The cell is never wider than the list, so that a long line ends in an ellipsis.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Template template, boolean empty) {
            super.updateItem(template, empty);
            if (empty || template == null) {
                setText(null);
                return;
            }
            String car = templates.carName(template);
            setText(
                    TextNormalizer.normalize(car).equals(TextNormalizer.normalize(template.name())) || car.isEmpty()
                            ? template.name()
                            : template.name() + " · " + car);
        }
    }
}
