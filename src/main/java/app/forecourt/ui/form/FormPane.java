package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.photos.PhotoAddressField;
import app.forecourt.ui.words.Messages;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The form of a car: one column of cards from papers to price, one card a section. */
public final class FormPane extends ScrollPane {
    /** Pixels that the note of the plate lookup moves up. */
    private static final double NOTE_RISE = 6;

    /** Number of fields that a step creates, because the styles of many controls take longer than a frame. */
    private static final int FIELDS_A_STEP = 3;

    private static final CarField.Section FIRST_SECTION = CarField.Section.IDENTITY;
    private static final CarField.Section SECOND_SECTION = CarField.Section.CAR;

    private final CarFormModel form;
    private final Messages messages;
    private final WordSuggestionSource known;
    private final NavigableMap<CarField, FieldView> views = new TreeMap<>();
    private final VBox cards = new VBox();
    private final FieldScroller scroller = new FieldScroller(this, cards);
    private final EnterTraversal enter = new EnterTraversal(this, views);

    public FormPane(CarFormModel form, Messages messages, WordSuggestionSource known) {
        this.form = form;
        this.messages = messages;
        this.known = known;
        getStyleClass().add("form");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        cards.getStyleClass().add("cards");
        cards.getChildren().add(card(FIRST_SECTION, CarField.ofSection(FIRST_SECTION)));
        cards.setMaxHeight(USE_PREF_SIZE);
        StackPane content = new StackPane(cards);
        content.setAlignment(Pos.TOP_CENTER);
        // Otherwise a click beside the fields would take the focus from the field in which the user types.
        content.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        setContent(content);
        // The window's activation changes no focus owner, so that a form scrolled by the user stays where it is.
        ObservableValue<Node> focusOwner = sceneProperty().flatMap(Scene::focusOwnerProperty);
        focusOwner.subscribe(owner -> view(owner).ifPresent(scroller::showAfterTraversal));
        focusOwner.subscribe((before, _) -> view(before)
                .filter(_ -> isBehind())
                .ifPresent(view -> form.problems().onFieldLeft(view.field())));
    }

    private Optional<FieldView> view(@Nullable Node control) {
        return views.values().stream()
                .filter(view -> view.control().equals(control))
                .findFirst();
    }

    private FieldView view(CarField field) {
        return Objects.requireNonNull(views.get(field));
    }

    /** Returns whether the window is behind another one, so that the move of the focus takes it from no control. */
    private boolean isBehind() {
        return getScene() != null
                && getScene().getWindow() != null
                && !getScene().getWindow().isFocused();
    }

    /**
     * Returns the steps that add the second card, a few fields a step. The first frame does not wait for them, and
     * typing waits for one of them at most.
     */
    public List<Runnable> stepsOfSecondCard() {
        return steps(SECOND_SECTION).toList();
    }

    /** Returns the steps that add the cards below the second one. */
    public List<Runnable> stepsOfLastCards() {
        EnumSet<CarField.Section> below =
                EnumSet.complementOf(EnumSet.of(FIRST_SECTION, SECOND_SECTION, CarField.Section.EQUIPMENT));
        return below.stream().flatMap(this::steps).toList();
    }

    private Stream<Runnable> steps(CarField.Section section) {
        List<CarField> fields = CarField.ofSection(section);
        List<CarField> first = fields.subList(0, Math.min(FIELDS_A_STEP, fields.size()));
        List<CarField> rest = fields.subList(first.size(), fields.size());
        Runnable addCard = () -> cards.getChildren().add(card(section, first));
        Runnable addRest = () -> ((FieldGrid) view(first.getFirst()).getParent())
                .add(rest.stream().map(this::createView).toList());
        return rest.isEmpty() ? Stream.of(addCard) : Stream.of(addCard, addRest);
    }

    private FieldView createView(CarField field) {
        FieldView view = new FieldView(field, form, messages, known, () -> enter.goOn(field));
        views.put(field, view);
        view.noteOpen().subscribe((_, open) -> {
            Node grid = view.getParent();
            // The note of the plate lookup is below the fields.
            grid.setViewOrder(open ? -1 : 0);
            grid.getParent().setViewOrder(open ? -1 : 0);
            if (open) {
                Platform.runLater(() -> {
                    // The note is laid out by then. A field that the user has scrolled out of sight stays there.
                    if (getScene() != null && !scroller.isCovered(view.control())) {
                        scroller.showWhole(view);
                    }
                });
            }
        });
        return view;
    }

    private VBox card(CarField.Section section, List<CarField> fields) {
        String key = Messages.key(section);
        Label title = new Label(messages.get("section." + key));
        title.getStyleClass().add("card-title");
        FieldGrid grid = new FieldGrid();
        grid.add(fields.stream().map(this::createView).toList());
        messages.listenerScope().listen(form.terms(), terms -> grid.showOnly(terms::appliesTo));
        VBox card = new VBox(title, grid);
        messages.find("section." + key + ".hint").map(Label::new).ifPresent(hint -> {
            hint.getStyleClass().add("hint");
            SafeTextWrap.enable(hint);
            card.getChildren().add(hint);
            // The hint is about typing.
            messages.listenerScope()
                    .listen(form.state(fields.getFirst()), state -> NodeVisibility.set(hint, !state.readOnly()));
        });
        card.getStyleClass().add("card");
        // An open note may be painted over the next card, but must not catch its clicks.
        card.setPickOnBounds(false);
        grid.setPickOnBounds(false);
        return card;
    }

    /** Adds the note of the plate lookup below the papers, and its button inside the plate. */
    public void addPlateLookup(PlateLookupNote note) {
        ((VBox) cards.getChildren().getFirst()).getChildren().add(note);
        enter.setLookup(note::takesEnter);
        // The fields end with a free line's distance already.
        VBox.setMargin(note, new Insets(-NOTE_RISE, 0, NOTE_RISE, 0));
        view(CarField.LICENSE_PLATE).addInside(note.startButton());
        note.open().subscribe((_, open) -> cards.getChildren().getFirst().setViewOrder(open ? -1 : 0));
    }

    /** Adds a node to a card's title: words beside it, buttons at the right of the card. */
    public void addBesideTitle(CarField.Section section, Node node) {
        Node grid = view(CarField.ofSection(section).getFirst()).getParent();
        VBox card = (VBox) grid.getParent();
        HBox head = new HBox(node);
        head.getStyleClass().add("card-head");
        Region title = (Region) card.getChildren().removeFirst();
        if (node instanceof Label) {
            // Words are cut off before the title, buttons after it.
            title.setMinWidth(Region.USE_PREF_SIZE);
        } else {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            head.getChildren().addFirst(gap);
        }
        head.getChildren().addFirst(title);
        card.getChildren().addFirst(head);
    }

    /** Adds a node above the photo field. The card of the photos must exist already. */
    public void addAbovePhotos(Node node) {
        Node grid = view(CarField.IMAGES).getParent();
        photosCard().getChildren().add(photosCard().getChildren().indexOf(grid), node);
    }

    /**
     * Adds a node below the photo field. The card of the photos must exist already. The node is no part of the grid of
     * fields, because a {@link GridPane} measures heights without the gaps between its columns.
     */
    public void addBelowPhotos(Node node) {
        FieldView view = view(CarField.IMAGES);
        photosCard().getChildren().add(node);
        // The node grows with each photo, and the user must see the photo that was just added.
        node.layoutBoundsProperty()
                .map(Bounds::getHeight)
                .subscribe(_ -> Platform.runLater(() -> {
                    if (scroller.hasFocus(view)) {
                        scroller.reveal(view, node);
                    }
                }));
    }

    /** Returns the control that edits the photo addresses. */
    public PhotoAddressField photosControl() {
        return (PhotoAddressField) view(CarField.IMAGES).control();
    }

    /** Returns the card of the photos. It must exist already. */
    public VBox photosCard() {
        return (VBox) view(CarField.IMAGES).getParent().getParent();
    }

    /** Scrolls no further than needed to show a node of the form. Its layout may be due. */
    public void reveal(Node node) {
        Platform.runLater(() -> scroller.reveal(node, node));
    }

    /**
     * Reports after each layout pulse whether a node is in the viewport. Before the pulse its position may be stale.
     */
    public void trackVisibility(Node node, Consumer<Boolean> inSight) {
        messages.listenerScope()
                .listenToLayout(
                        getScene(),
                        () -> inSight.accept(node.isVisible()
                                && localToScene(getLayoutBounds())
                                        .intersects(node.localToScene(node.getLayoutBounds()))));
    }

    /** Returns the control that edits the licence plate. */
    public Control plateControl() {
        return view(CarField.LICENSE_PLATE).control();
    }

    /** Scrolls to the top of the form. The focus stays where it is. */
    public void scrollToTop() {
        setVvalue(0);
    }

    /** Returns the width, in pixels, beyond which the form grows no more. */
    public double maxFormWidth() {
        return cards.getMaxWidth();
    }

    /**
     * Scrolls along when the room above the form changes, so that the fields stay where they are on the screen. A
     * focused field that the room above would cover is scrolled into view.
     *
     * @param change pixels by which the room above grew
     */
    public void followRoomAbove(double change) {
        scroller.followRoomAbove(change, views.values().stream().filter(scroller::hasFocus));
    }

    /** Moves the focus to a field. Scrolls it into view if a part of it is out of sight. */
    public void jumpTo(CarField field) {
        FieldView view = views.get(field);
        if (view != null) {
            scroller.jumpTo(view);
        }
    }

    /** Scrolls to a node that was focused by the program. Traversal with Tab scrolls by itself. */
    public static void bringIntoView(ScrollPane pane, Node node) {
        Node content = pane.getContent();
        double height =
                content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        if (height > 0) {
            double top = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()))
                    .getMinY();
            double above = pane.getViewportBounds().getHeight() / 4;
            pane.setVvalue(Math.clamp((top - above) / height, 0, 1));
        }
    }
}
