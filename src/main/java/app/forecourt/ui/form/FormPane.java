package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.Section;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.Messages;
import impl.org.controlsfx.skin.DecorationPane;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The form: a card for each section, with its fields; one column of thought from papers to price. */
public final class FormPane extends ScrollPane {
    /** Pixels that stay free above and below the field that has the focus. */
    private static final double MARGIN = 8;

    private static final List<Section> AT_FIRST = List.of(Section.IDENTITY, Section.CAR);

    private final Messages words;
    private final Function<Section, VBox> card;
    private final Map<CarField, FieldView> views = new EnumMap<>(CarField.class);
    private final VBox cards = new VBox();

    public FormPane(CarFormModel form, Messages words, WordSuggestions known,
            ObservableValue<Boolean> locked) {
        this.words = words;
        getStyleClass().add("form");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        cards.getStyleClass().add("cards");
        card = section -> card(section, form, words, known, locked);
        AT_FIRST.forEach(section -> cards.getChildren().add(card.apply(section)));
        // Marks of ControlsFX look for the next such pane above them. Without one they would put it around the root of
        // the whole scene, once the window is there.
        DecorationPane marked = new DecorationPane();
        marked.setRoot(cards);
        setContent(marked);
    }

    /** What adds the cards below those that are seen first, a card a step: the first frame does not wait for them. */
    public List<Runnable> deferredParts() {
        EnumSet<Section> below = EnumSet.complementOf(EnumSet.copyOf(AT_FIRST));
        below.remove(Section.EQUIPMENT);
        return below.stream().<Runnable>map(section -> () -> cards.getChildren().add(card.apply(section)))
                .toList();
    }

    private VBox card(Section section, CarFormModel form, Messages words, WordSuggestions known,
            ObservableValue<Boolean> locked) {
        String key = Messages.key(section);
        Label title = new Label(words.get("section." + key));
        title.getStyleClass().add("card-title");
        List<FieldView> fields = CarField.in(section).stream().map(field -> {
            FieldView view = new FieldView(field, form, words, known, locked);
            views.put(field, view);
            view.control().focusedProperty().subscribe(focused -> {
                if (focused) {
                    Platform.runLater(() -> showWhole(view));
                }
            });
            return view;
        }).toList();
        FieldGrid grid = new FieldGrid(fields);
        words.listenerScope().to(form.terms(), terms -> grid.show(terms::ask));
        VBox card = new VBox(title, grid);
        words.maybe("section." + key + ".hint").map(Label::new).ifPresent(hint -> {
            hint.getStyleClass().add("hint");
            TextWrap.enable(hint);
            card.getChildren().add(hint);
        });
        card.getStyleClass().add("card");
        return card;
    }

    /** Puts something into the papers' card, below their fields. */
    public void belowPapers(Node node) {
        ((VBox) cards.getChildren().getFirst()).getChildren().add(node);
    }

    /** Puts something at the right of a card's title. */
    public void besideTitle(Section section, Node node) {
        Node grid = Objects.requireNonNull(views.get(CarField.in(section).getFirst())).getParent();
        VBox card = (VBox) grid.getParent();
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(gap, node);
        head.getStyleClass().add("card-head");
        head.getChildren().addFirst(card.getChildren().removeFirst());
        card.getChildren().addFirst(head);
    }

    /** Puts something into the photos' field, below all else, once that is there. */
    public void belowPhotos(Node node) {
        FieldView view = Objects.requireNonNull(views.get(CarField.IMAGES));
        view.getChildren().add(node);
        Runnable show = () -> Platform.runLater(() -> {
            if (isWithin(view, getScene().getFocusOwner())) {
                showWhole(view);
            }
        });
        // It grows with each photo, and she is to see the one that she adds.
        view.heightProperty().subscribe(any -> show.run());
        words.listenerScope().to(getScene().focusOwnerProperty(), any -> show.run());
    }

    /** A node's own word that the focus is within it is true of a list in which a row is marked, too. */
    private static boolean isWithin(Node around, @Nullable Node node) {
        return node != null && (node == around || isWithin(around, node.getParent()));
    }

    /** The control that edits the photos' addresses. */
    public Control photos() {
        return Objects.requireNonNull(views.get(CarField.IMAGES)).control();
    }

    /** Tells with every frame whether a node of the form is in it; before that its place may be that of the last one. */
    public void watch(Node node, Consumer<Boolean> inSight) {
        words.listenerScope().toLayout(getScene(), () -> inSight.accept(node.isVisible()
                && localToScene(getLayoutBounds()).intersects(node.localToScene(node.getLayoutBounds()))));
    }

    /** The control that edits the plate. */
    public Control plate() {
        return Objects.requireNonNull(views.get(CarField.LICENSE_PLATE)).control();
    }

    /** Shows the form from its beginning, wherever the focus is. */
    public void toTop() {
        setVvalue(0);
    }

    /** Puts the caret into a field and brings it into view. */
    public void jumpTo(CarField field) {
        FieldView view = views.get(field);
        if (view != null) {
            view.control().requestFocus();
            bringIntoView(this, view);
        }
    }

    /**
     * Tab scrolls by itself, but no farther than the control needs: its label and what is said below it belong into
     * sight too.
     */
    private void showWhole(FieldView view) {
        if (!isWithin(view, getScene().getFocusOwner())) {
            // The focus went on meanwhile, and with it what is to be seen.
            return;
        }
        double viewport = getViewportBounds().getHeight();
        double height = cards.getHeight() - viewport;
        Bounds bounds = cards.sceneToLocal(view.localToScene(view.getBoundsInLocal()));
        double above = bounds.getMinY() - MARGIN;
        double below = bounds.getMaxY() + MARGIN - viewport;
        double now = getVvalue() * height;
        if (height > 0 && bounds.getHeight() < viewport && (above < now || below > now)) {
            setVvalue(Math.clamp((above < now ? above : below) / height, 0, 1));
        }
    }

    /** Scrolls to a node that has got the focus otherwise than by Tab, which would scroll by itself. */
    public static void bringIntoView(ScrollPane pane, Node node) {
        Node content = pane.getContent();
        double height = content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        if (height > 0) {
            double top = content.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMinY();
            double above = pane.getViewportBounds().getHeight() / 4;
            pane.setVvalue(Math.clamp((top - above) / height, 0, 1));
        }
    }
}
