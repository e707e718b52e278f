package app.forecourt.ui.stock;

import app.forecourt.model.stock.Templates;
import app.forecourt.stock.Template;
import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.PasteLimit;
import app.forecourt.ui.fx.TextWrap;
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
 * The templates, to begin a car from one: typing finds, Enter takes the one that is marked, Down goes into the list. In
 * it F2 renames and Delete deletes; what was done last can be taken back.
 */
final class TemplatesPane extends VBox {
    /** Characters. */
    private static final int LONGEST_SEARCH = 100;

    private final Templates templates;
    private final Messages words;
    private final Consumer<Template> begin;
    private final Consumer<Template> rename;
    private final ObservableList<Template> found = FXCollections.observableArrayList();
    private final ListView<Template> list = new ListView<>(found);
    private final TextField search = new TextField();
    private final Label none = new Label();
    private final ListenerScope listening = new ListenerScope();

    /**
     * @param begin begins a car from it
     * @param rename asks what it is to be called
     */
    TemplatesPane(Templates templates, Messages words, Consumer<Template> begin, Consumer<Template> rename) {
        this.templates = templates;
        this.words = words;
        this.begin = begin;
        this.rename = rename;
        getStyleClass().addAll("dialog-content", "templates");

        search.setId("templateSearch");
        search.setPromptText(words.get("templates.search"));
        AccessibleName.of(search, words.get("templates.search"));
        PasteLimit.install(search, LONGEST_SEARCH, search::getText, length -> {});
        search.textProperty().subscribe((before, now) -> find());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);

        list.setId("templates");
        list.setAccessibleText(words.get("templates.title"));
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(none);
        none.getStyleClass().add("hint");
        TextWrap.enable(none);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                marked().ifPresent(begin);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(search, list, foot());

        listening.to(templates.all(), change -> find());
        find();
    }

    /** Lets go of the templates, which are there for longer. */
    void close() {
        listening.end();
    }

    /** What the keys go to. */
    TextField search() {
        return search;
    }

    /** The one that would be taken now. */
    ReadOnlyObjectProperty<Template> chosen() {
        return list.getSelectionModel().selectedItemProperty();
    }

    private VBox foot() {
        Label said = new Label();
        said.setId("templateSaid");
        said.setMinWidth(0);
        TextWrap.enable(said);
        LiveRegion.follow(said);
        HBox.setHgrow(said, Priority.ALWAYS);
        Hyperlink back = new Hyperlink(words.get("stock.undo"));
        back.setId("templateUndo");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(event -> {
            templates.undoLast();
            list.requestFocus();
        });
        HBox undo = new HBox(said, back);
        undo.getStyleClass().add("undo-line");
        listening.to(templates.last(), last -> {
            said.setText(last.map(this::said).orElse(""));
            NodeVisibility.when(undo, last.isPresent());
        });
        HBox buttons = new HBox(button("templateRename", "templates.rename", rename),
                button("templateDelete", "templates.delete", templates::delete));
        buttons.getStyleClass().add("template-buttons");
        VBox foot = new VBox(undo, buttons);
        foot.setMinHeight(Region.USE_PREF_SIZE);
        return foot;
    }

    private Button button(String id, String key, Consumer<Template> action) {
        Button button = new Button(words.get(key));
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(chosen().isNull());
        button.setOnAction(event -> marked().ifPresent(action));
        return button;
    }

    private String said(Templates.Change change) {
        return words.get(change.isSaved() ? "templates.saved"
                : change.after().isEmpty() ? "templates.deleted" : "templates.renamed", change.name());
    }

    private Optional<Template> marked() {
        return Optional.ofNullable(chosen().get());
    }

    private void find() {
        int before = list.getSelectionModel().getSelectedIndex();
        Optional<UUID> marked = marked().map(Template::id);
        found.setAll(templates.find(search.getText()));
        none.setText(words.get(templates.all().isEmpty() ? "templates.empty" : "templates.none"));
        // By its id: a renamed one is another value.
        List<UUID> ids = found.stream().map(Template::id).toList();
        int at = marked.map(ids::indexOf).filter(index -> index >= 0)
                .orElse(Math.clamp(before, 0, Math.max(0, found.size() - 1)));
        list.getSelectionModel().select(at);
    }

    private void searchKey(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> marked().filter(any -> !key.isShortcutDown()).ifPresent(begin);
            case F2 -> marked().ifPresent(rename);
            case DOWN -> list.requestFocus();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void listKey(KeyEvent key) {
        boolean back = key.getCode() == KeyCode.UP && list.getSelectionModel().getSelectedIndex() <= 0;
        switch (key.getCode()) {
            case ENTER, SPACE -> marked().filter(any -> !key.isShortcutDown()).ifPresent(begin);
            case F2 -> marked().ifPresent(rename);
            case DELETE -> marked().ifPresent(templates::delete);
            case Z -> {
                if (!key.isShortcutDown()) {
                    return;
                }
                templates.undoLast();
            }
            default -> {
                if (!back) {
                    return;
                }
                search.requestFocus();
            }
        }
        key.consume();
    }

    /** Its name, and the car below it when that says more. */
    private static final class Cell extends ListCell<Template> {
        private final Label name = new Label();
        private final Label car = new Label();
        private final VBox lines = new VBox(name, car);

        Cell() {
            name.getStyleClass().add("stock-title");
            car.getStyleClass().add("stock-detail");
            car.managedProperty().bind(car.textProperty().isNotEmpty());
            // As wide as the list and no wider: a long line ends in dots.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Template template, boolean empty) {
            super.updateItem(template, empty);
            setGraphic(empty || template == null ? null : lines);
            setAccessibleText(null);
            if (template != null) {
                name.setText(template.name());
                String called = Templates.called(template);
                car.setText(called.equalsIgnoreCase(template.name()) ? "" : called);
                setAccessibleText(Stream.of(name, car).map(Label::getText).filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", ")));
            }
        }
    }
}
