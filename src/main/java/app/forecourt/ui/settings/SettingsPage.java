package app.forecourt.ui.settings;

import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.fx.ExpandablePane;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
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

/** Page of all settings sections, with a list of their names on the left. Selecting a name scrolls to its section. */
final class SettingsPage extends BorderPane {
    private static final List<KeyCombination> ENTER =
            List.of(new KeyCodeCombination(KeyCode.TAB), new KeyCodeCombination(KeyCode.ENTER));

    private final ListView<Section> names = new ListView<>();
    private final VBox cards = new VBox();
    private final ScrollPane scroll = new ScrollPane(cards);
    private boolean isSelecting;

    /**
     * Section of the page.
     *
     * @param name name, which has the title and the icon
     */
    record Section(SettingsTopic name, Node content) {}

    SettingsPage(List<Section> sections, Messages messages) {
        names.getItems().setAll(sections);
        names.setId("settingsSections");
        names.setAccessibleText(messages.get("settings.sections"));
        names.getStyleClass().add("settings-names");
        names.setCellFactory(_ -> new ListCell<>() {
            {
                // As wide as the list, so that a long name never adds a horizontal scroll bar.
                setPrefWidth(0);
                // The selected section may have been scrolled out of sight.
                setOnMouseClicked(_ -> scrollToSelected());
            }

            @Override
            protected void updateItem(Section section, boolean empty) {
                super.updateItem(section, empty);
                setText(empty ? null : section.name().title(messages));
                setGraphic(empty ? null : Icons.of(section.name().icon()));
            }
        });
        names.getSelectionModel().selectFirst();
        names.getSelectionModel().selectedItemProperty().subscribe((_, _) -> scrollToSelected());
        names.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            // Tab goes to the selected section, not to the first one.
            if (ENTER.stream().anyMatch(combination -> combination.match(key))) {
                key.consume();
                selectedCard().requestFocusTraversal(TraversalDirection.NEXT);
            }
        });
        for (Section section : sections) {
            Label title = new Label(section.name().title(messages));
            title.getStyleClass().add("card-title");
            VBox card = new VBox(title, section.content());
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

    /**
     * Scrolls to a section and moves the focus to its first control.
     *
     * @return false if there is no section of this key
     */
    boolean showSection(String key) {
        Optional<Section> section = names.getItems().stream()
                .filter(shown -> Messages.key(shown.name()).equals(key))
                .findFirst();
        section.ifPresent(shown -> {
            // The sections have their heights only after a layout in the width of the sheet.
            getScene().getRoot().applyCss();
            getScene().getRoot().layout();
            names.getSelectionModel().select(shown);
            selectedCard().requestFocusTraversal(TraversalDirection.NEXT);
            // Selects again, because the focus scrolls no further than its control needs.
            names.getSelectionModel().select(shown);
            scrollToSelected();
        });
        return section.isPresent();
    }

    /** Scrolls the page around a node so that the node is visible. */
    static void scrollTo(Node node) {
        for (Node ancestor = node; ancestor != null; ancestor = ancestor.getParent()) {
            if (ancestor instanceof ScrollPane page) {
                // The node has no bounds before the next layout pulse.
                Platform.runLater(() -> {
                    page.layout();
                    FormPane.bringIntoView(page, node);
                });
            }
        }
    }

    /** Moves the focus to the first invalid field, if there is one. Opens the panes around it and scrolls to it. */
    boolean showFirstInvalid() {
        List<SettingField> faulty = lookupAll("." + SettingField.STYLE_CLASS).stream()
                .map(SettingField.class::cast)
                .filter(SettingField::isInvalid)
                .toList();
        faulty.forEach(SettingField::showMissing);
        Optional<SettingField> invalid = faulty.stream().findFirst();
        invalid.map(SettingField::control).ifPresent(control -> {
            ExpandablePane.expandAncestors(control);
            applyCss();
            layout();
            control.requestFocus();
            FormPane.bringIntoView(scroll, control);
        });
        return invalid.isPresent();
    }

    private Node selectedCard() {
        return cards.getChildren().get(names.getSelectionModel().getSelectedIndex());
    }

    /** Returns the height of the part of the page outside the viewport. */
    private double hiddenHeight() {
        return Math.max(0, cards.getHeight() - scroll.getViewportBounds().getHeight());
    }

    private void scrollToSelected() {
        if (!isSelecting) {
            isSelecting = true;
            double top = selectedCard().getBoundsInParent().getMinY();
            scroll.setVvalue(hiddenHeight() == 0 ? 0 : Math.min(1, top / hiddenHeight()));
            isSelecting = false;
        }
    }

    /** Selects the name of the section in the upper third, or of the last section at the end of the page. */
    private void selectVisibleSection() {
        if (isSelecting || cards.getHeight() == 0) {
            return;
        }
        double third =
                scroll.getVvalue() * hiddenHeight() + scroll.getViewportBounds().getHeight() / 3;
        int last = cards.getChildren().size() - 1;
        isSelecting = true;
        names.getSelectionModel()
                .select(
                        scroll.getVvalue() >= 1
                                ? last
                                : IntStream.rangeClosed(0, last)
                                        .filter(index -> cards.getChildren()
                                                        .get(index)
                                                        .getBoundsInParent()
                                                        .getMinY()
                                                <= third)
                                        .max()
                                        .orElse(0));
        isSelecting = false;
    }
}
