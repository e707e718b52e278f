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

/** Sections below each other, with their names on the left, which lead to them. */
final class SettingsPage extends BorderPane {
    private static final List<KeyCombination> ENTER = List.of(new KeyCodeCombination(KeyCode.TAB),
            new KeyCodeCombination(KeyCode.ENTER));

    private final ListView<SettingsSection> names;
    private final VBox cards = new VBox();
    private final ScrollPane scroll = new ScrollPane(cards);
    private boolean leading;

    SettingsPage(List<SettingsSection> sections, Messages words) {
        names = new ListView<>(FXCollections.observableArrayList(sections));
        names.setId("settingsSections");
        names.setAccessibleText(words.get("settings.sections"));
        names.getStyleClass().add("settings-names");
        names.setCellFactory(list -> new Name(words));
        names.getSelectionModel().selectFirst();
        names.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            if (now != null && !leading) {
                leading = true;
                scrollTo(now.view().getParent());
                leading = false;
            }
        });
        names.addEventFilter(KeyEvent.KEY_PRESSED, this::enter);
        for (SettingsSection section : sections) {
            Label title = new Label(words.get("settings." + section.key()));
            title.getStyleClass().add("card-title");
            VBox card = new VBox(title, section.view());
            card.getStyleClass().add("card");
            cards.getChildren().add(card);
        }
        cards.getStyleClass().add("settings-cards");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form");
        scroll.vvalueProperty().subscribe(any -> follow());
        setLeft(names);
        setCenter(scroll);
        getStyleClass().add("settings");
    }

    /** Puts the focus on a control, wherever it is. */
    void lead(Control control) {
        ExpandablePane.openAround(control);
        applyCss();
        layout();
        control.requestFocus();
        FormPane.bringIntoView(scroll, control);
    }

    /** From a name the next thing is what it stands for, wherever in the page that is. */
    private void enter(KeyEvent key) {
        if (ENTER.stream().anyMatch(one -> one.match(key))) {
            key.consume();
            first(names.getSelectionModel().getSelectedItem().view()).ifPresent(Node::requestFocus);
        }
    }

    private static Optional<Node> first(Node within) {
        if (!within.isVisible() || within.isDisabled()) {
            return Optional.empty();
        }
        return within.isFocusTraversable() ? Optional.of(within)
                : within instanceof Parent parent ? parent.getChildrenUnmodifiable().stream()
                        .map(SettingsPage::first).flatMap(Optional::stream).findFirst()
                        : Optional.empty();
    }

    private void scrollTo(Node card) {
        double hidden = cards.getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(hidden <= 0 ? 0 : Math.min(1, card.getBoundsInParent().getMinY() / hidden));
    }

    /** Marks the name of what is on top, or of the last one at the end. */
    private void follow() {
        if (leading || cards.getHeight() == 0) {
            return;
        }
        double hidden = cards.getHeight() - scroll.getViewportBounds().getHeight();
        double top = scroll.getVvalue() * Math.max(0, hidden);
        int on = 0;
        for (int at = 0; at < cards.getChildren().size(); at++) {
            Bounds card = cards.getChildren().get(at).getBoundsInParent();
            if (card.getMinY() <= top + scroll.getViewportBounds().getHeight() / 3) {
                on = at;
            }
        }
        leading = true;
        names.getSelectionModel().select(scroll.getVvalue() >= 1 ? cards.getChildren().size() - 1 : on);
        leading = false;
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

    /** A section by its name. */
    private static final class Name extends ListCell<SettingsSection> {
        private final Messages words;

        Name(Messages words) {
            this.words = words;
        }

        @Override
        protected void updateItem(SettingsSection section, boolean empty) {
            super.updateItem(section, empty);
            setText(empty || section == null ? null : words.get("settings." + section.key()));
            setGraphic(empty || section == null ? null : Icons.of(icon(section)));
        }
    }
}
