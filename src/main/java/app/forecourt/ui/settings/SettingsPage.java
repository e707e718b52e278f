package app.forecourt.ui.settings;

import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.fx.ExpandablePane;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Page of all settings sections, with a list of their names on the left. Selecting a name scrolls to its section. */
final class SettingsPage extends BorderPane {
    private static final List<KeyCombination> ENTER = List.of(new KeyCodeCombination(KeyCode.TAB),
            new KeyCodeCombination(KeyCode.ENTER));

    private final ListView<SettingsSection> names;
    private final VBox cards = new VBox();
    private final ScrollPane scroll = new ScrollPane(cards);
    private boolean selecting;

    SettingsPage(List<SettingsSection> sections, Messages messages) {
        names = new ListView<>(FXCollections.observableArrayList(sections));
        names.setId("settingsSections");
        names.setAccessibleText(messages.get("settings.sections"));
        names.getStyleClass().add("settings-names");
        names.setCellFactory(_ -> new NameCell(messages));
        names.getSelectionModel().selectFirst();
        names.getSelectionModel().selectedItemProperty().subscribe((_, section) -> {
            if (section != null && !selecting) {
                selecting = true;
                scrollTo(section.view().getParent());
                selecting = false;
            }
        });
        names.addEventFilter(KeyEvent.KEY_PRESSED, this::enterSection);
        for (SettingsSection section : sections) {
            Label title = new Label(messages.get("settings." + section.key()));
            title.getStyleClass().add("card-title");
            VBox card = new VBox(title, section.view());
            card.getStyleClass().add("card");
            cards.getChildren().add(card);
        }
        cards.getStyleClass().add("settings-cards");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form");
        scroll.vvalueProperty().subscribe(_ -> selectVisibleSection());
        setLeft(names);
        setCenter(scroll);
        getStyleClass().add("settings");
    }

    /** Moves the focus to a control. Opens the panes around it and scrolls to it. */
    void showAndFocus(Control control) {
        ExpandablePane.expandAncestors(control);
        applyCss();
        layout();
        control.requestFocus();
        FormPane.bringIntoView(scroll, control);
    }

    /** Moves the focus from a name to the first control of its section, on Tab or Enter. */
    private void enterSection(KeyEvent key) {
        if (ENTER.stream().anyMatch(combination -> combination.match(key))) {
            key.consume();
            firstFocusable(names.getSelectionModel().getSelectedItem().view()).ifPresent(Node::requestFocus);
        }
    }

    private static Optional<Node> firstFocusable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        return node.isFocusTraversable() ? Optional.of(node)
                : node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream()
                        .map(SettingsPage::firstFocusable).flatMap(Optional::stream).findFirst()
                        : Optional.empty();
    }

    private void scrollTo(Node card) {
        double hidden = cards.getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(hidden <= 0 ? 0 : Math.min(1, card.getBoundsInParent().getMinY() / hidden));
    }

    /** Selects the name of the section at the top, or of the last section at the end of the page. */
    private void selectVisibleSection() {
        if (selecting || cards.getHeight() == 0) {
            return;
        }
        double hidden = cards.getHeight() - scroll.getViewportBounds().getHeight();
        double top = scroll.getVvalue() * Math.max(0, hidden);
        int visible = 0;
        for (int index = 0; index < cards.getChildren().size(); index++) {
            Bounds card = cards.getChildren().get(index).getBoundsInParent();
            if (card.getMinY() <= top + scroll.getViewportBounds().getHeight() / 3) {
                visible = index;
            }
        }
        selecting = true;
        names.getSelectionModel().select(scroll.getVvalue() >= 1 ? cards.getChildren().size() - 1 : visible);
        selecting = false;
    }

    private static Feather icon(SettingsSection section) {
        return switch (section.key()) {
            case "connection" -> Feather.LOG_IN;
            case "dealerships" -> Feather.MAP_PIN;
            case "prices" -> Feather.TAG;
            case "sending" -> Feather.SEND;
            case "appearance" -> Feather.SUN;
            case "network" -> Feather.GLOBE;
            default -> Feather.SHIELD;
        };
    }

    /** List cell with the icon and the name of a section. */
    private static final class NameCell extends ListCell<SettingsSection> {
        private final Messages messages;

        NameCell(Messages messages) {
            this.messages = messages;
        }

        @Override
        protected void updateItem(SettingsSection section, boolean empty) {
            super.updateItem(section, empty);
            setText(empty || section == null ? null : messages.get("settings." + section.key()));
            setGraphic(empty || section == null ? null : Icons.of(icon(section)));
        }
    }
}
