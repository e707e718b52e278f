package app.forecourt.ui.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Something that is seldom needed, behind its name. */
public final class ExpandablePane extends VBox {
    private final ToggleButton head = new ToggleButton();

    public ExpandablePane(String id, String text, Node content) {
        FontIcon chevron = Icons.of(Feather.CHEVRON_RIGHT);
        head.setId(id);
        head.setText(text);
        head.setGraphic(chevron);
        head.getStyleClass().add("disclosure-head");
        ObservableValue<Boolean> open = head.selectedProperty();
        open.subscribe(now -> chevron.setRotate(now ? 90 : 0));
        content.visibleProperty().bind(open);
        content.managedProperty().bind(open);
        getStyleClass().add("disclosure");
        getChildren().addAll(head, content);
    }

    /** Shows what is behind it. */
    public void open() {
        head.setSelected(true);
    }

    /** Opens all that hides a node. */
    public static void openAround(Node node) {
        for (Node around = node; around != null; around = around.getParent()) {
            if (around instanceof ExpandablePane hiding) {
                hiding.open();
            }
        }
    }
}
