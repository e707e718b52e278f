package app.forecourt.ui.dialog;

import app.forecourt.ui.fx.NodeTree;
import app.forecourt.ui.fx.NodeVisibility;
import atlantafx.base.controls.ModalPane;
import javafx.scene.control.Dialog;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Subscription;

/** Dimming of the window behind an open dialog, as behind a sheet. The environment band stays lit. */
final class DialogVeil {
    private final Region veil = new Region();
    private Subscription shown = Subscription.EMPTY;

    private DialogVeil() {
        veil.getStyleClass().add("dialog-veil");
        veil.setManaged(false);
        veil.setMouseTransparent(true);
        // In front of a sheet, whose pane has this order.
        veil.setViewOrder(ModalPane.Z_FRONT - 1);
    }

    /** Dims the window of a dialog each time the dialog is shown. */
    static void install(Dialog<?> dialog) {
        var dimming = new DialogVeil();
        dialog.showingProperty().subscribe(showing -> {
            dimming.shown.unsubscribe();
            Window owner = dialog.getOwner();
            dimming.shown = showing
                            && owner != null
                            && owner.getScene() != null
                            && owner.getScene().getRoot() instanceof Pane root
                    ? dimming.show(root)
                    : Subscription.EMPTY;
        });
    }

    private Subscription show(Pane root) {
        root.getChildren().add(veil);
        Subscription size = root.layoutBoundsProperty().subscribe(_ -> {
            double top = NodeTree.bottomOfBand(root);
            veil.resizeRelocate(0, top, root.getWidth(), Math.max(0, root.getHeight() - top));
        });
        // An open sheet has dimmed the band already, and lights it when it closes.
        Subscription band = Sheet.openOn(root).isPresent() ? Subscription.EMPTY : NodeVisibility.dimBand(root);
        return Subscription.combine(size, band, () -> root.getChildren().remove(veil));
    }
}
