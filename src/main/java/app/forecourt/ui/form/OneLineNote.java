package app.forecourt.ui.form;

import app.forecourt.model.form.ObservableLists;
import app.forecourt.ui.fx.NodeTree;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.input.TextWidth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A note that takes one line of the form, so that the form does not move when the note changes. A longer note ends in
 * dots. It opens over the nodes beside and below while the user is in its field.
 */
class OneLineNote extends StackPane {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    /** Pixels that a button beside the text moves up. */
    private static final double BUTTON_RISE = 2;

    private final HBox line = new HBox();
    private final VBox content = new VBox(line);
    private final ObservableValue<Boolean> inField;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private List<? extends Node> head = List.of();
    /** The label whose text is shortened in the closed note, with its text; empty if none is. */
    private Optional<Shortened> shortened = Optional.empty();

    private List<Label> details = List.of();
    private List<OfferButton> offers = List.of();

    private record Shortened(Label label, FullAndBriefText text) {}

    /**
     * Creates an empty note.
     *
     * @param inField whether the user is in the field of the note
     */
    OneLineNote(ObservableValue<Boolean> inField) {
        this.inField = inField;
        getStyleClass().add("field-note");
        line.getStyleClass().add("note-line");
        content.getStyleClass().add("note-content");
        content.setMinHeight(USE_PREF_SIZE);
        setAlignment(Pos.TOP_LEFT);
        setMinWidth(0);
        // An open note must not catch the clicks on the fields it covers. Only its buttons do.
        setPickOnBounds(false);
        content.setPickOnBounds(false);
        line.setPickOnBounds(false);
        inField.subscribe((_, in) -> {
            if (in) {
                refresh();
            } else {
                // The focus may be on its way to a button of the note.
                Platform.runLater(this::refresh);
            }
        });
        focusWithinProperty().subscribe((_, _) -> Platform.runLater(this::refresh));
        widthProperty().subscribe((_, _) -> refresh());
    }

    /** Prepares a label of the note. */
    static void style(Label label, String id) {
        label.setId(id);
        label.getStyleClass().add("note");
        label.setMinWidth(0);
        // In the closed note the style limits the label to one line.
        SafeTextWrap.enable(label);
    }

    /** Returns whether the note is open, and so covers the nodes below. */
    final ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /** Returns the line, which a style may colour. */
    final HBox line() {
        return line;
    }

    /**
     * Shows a note.
     *
     * @param head nodes of the line
     * @param details labels that only the open note shows, below the line
     * @param offers buttons; the first one ends the line of the closed note
     */
    final void show(List<? extends Node> head, List<Label> details, List<OfferButton> offers) {
        this.head = head;
        this.details = details;
        details.forEach(label -> label.setMouseTransparent(true));
        this.offers = offers;
        showLine();
        refresh();
    }

    /** Sets the text of a label of the head. The closed note shows it in few words if it is too long. */
    final void setText(Label label, FullAndBriefText text) {
        shortened = text.isEmpty() ? Optional.empty() : Optional.of(new Shortened(label, text));
        label.setText(text.whole());
    }

    private void refresh() {
        boolean opens = (inField.getValue() || isFocusWithin()) && isLongerThanLine();
        if (opens != open.get()) {
            if (opens) {
                showAll();
            } else {
                showLine();
            }
        }
    }

    private boolean isLongerThanLine() {
        applyCss();
        return !details.isEmpty()
                || offers.size() > 1
                || headWidth(FullAndBriefText::whole)
                                + offers.stream()
                                        .mapToDouble(OfferButton::briefWidth)
                                        .sum()
                        > getWidth();
    }

    /** Returns the width of the line without its button, with one form of the text. */
    private double headWidth(Function<FullAndBriefText, String> form) {
        return head.stream()
                        .mapToDouble(node -> shortened
                                .filter(text -> text.label() == node)
                                .map(text -> TextWidth.of(
                                        form.apply(text.text()), text.label().getFont()))
                                .orElseGet(() -> node.prefWidth(-1)))
                        .sum()
                + line.getSpacing() * (lineNodes().size() - 1);
    }

    private List<Node> lineNodes() {
        return Stream.concat(head.stream(), offers.stream().limit(1)).toList();
    }

    private void showLine() {
        List<Node> nodes = lineNodes();
        // The empty notes of thirty fields have no nodes, because nodes slow down the start.
        ObservableLists.set(getChildren(), nodes.isEmpty() ? List.of() : List.of(content));
        ObservableLists.set(line.getChildren(), nodes);
        // The text keeps its height beside a button, which is higher.
        offers.stream().limit(1).forEach(button -> HBox.setMargin(button, new Insets(-BUTTON_RISE, 0, 0, 0)));
        ObservableLists.set(content.getChildren(), List.of(line));
        content.setMinWidth(USE_COMPUTED_SIZE);
        setOpen(false);
    }

    /**
     * Shortens the text and the button of the closed note. The value of the button is always readable. A text without
     * room beside it waits for the open note, where the buttons end in the note.
     */
    @Override
    protected void layoutChildren() {
        if (open.get()) {
            double room = openWidth();
            content.setMinWidth(room);
            offers.forEach(offer -> offer.fit(room, room));
        } else {
            double button = offers.stream()
                    .limit(1)
                    .mapToDouble(OfferButton::briefWidth)
                    .sum();
            boolean fits = headWidth(FullAndBriefText::whole) + button <= getWidth();
            boolean isHidden = button > 0 && headWidth(FullAndBriefText::brief) + button > getWidth();
            Function<FullAndBriefText, String> form =
                    fits ? FullAndBriefText::whole : isHidden ? _ -> "" : FullAndBriefText::brief;
            shortened.ifPresent(text -> text.label().setText(form.apply(text.text())));
            double room = getWidth() - headWidth(form);
            offers.stream().limit(1).forEach(offer -> offer.fit(room, getWidth()));
        }
        super.layoutChildren();
    }

    private double widthToEdgeOfCard() {
        return NodeTree.selfAndAncestors(this)
                .filter(node -> node.getStyleClass().contains("card"))
                .findFirst()
                .map(Region.class::cast)
                .map(card -> card.getWidth()
                        - card.getInsets().getRight()
                        - card.sceneToLocal(localToScene(0, 0)).getX())
                .orElse(getWidth());
    }

    /** Returns the width of the open note. A wide note covers less of what is below it. */
    private double openWidth() {
        double button =
                offers.stream().mapToDouble(OfferButton::briefWidth).max().orElse(0);
        return Math.clamp(
                Math.ceil(Math.max(headWidth(FullAndBriefText::whole), button)),
                getWidth(),
                Math.max(getWidth(), widthToEdgeOfCard()));
    }

    private void setOpen(boolean opens) {
        pseudoClassStateChanged(OPEN, opens);
        line.setMouseTransparent(opens);
        open.set(opens);
    }

    private void showAll() {
        shortened.ifPresent(text -> text.label().setText(text.text().whole()));
        line.getChildren().setAll(head);
        content.getChildren().addAll(details);
        if (!offers.isEmpty()) {
            FlowPane buttons = new FlowPane();
            buttons.getChildren().addAll(offers);
            buttons.getStyleClass().add("offers");
            buttons.setPickOnBounds(false);
            content.getChildren().add(buttons);
        }
        Region backdrop = new Region();
        backdrop.getStyleClass().add("note-backdrop");
        backdrop.setMouseTransparent(true);
        backdrop.minHeightProperty().bind(content.heightProperty());
        // A button may be wider than the field.
        backdrop.minWidthProperty().bind(content.widthProperty());
        // It is painted first, but laid out last, because its size follows from the content's.
        backdrop.setViewOrder(1);
        getChildren().add(backdrop);
        setOpen(true);
    }
}
