package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.Problem;
import app.forecourt.car.ValueOrigin;
import app.forecourt.car.price.PriceSuggestion;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.ExternalValue;
import app.forecourt.model.form.ObservableLists;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.Messages;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The line below a field: what is wrong and what might be meant instead; with nothing wrong, what was understood, what
 * is good to know, who said so, and the amount that follows from the others. What is offered is taken with Enter in the field, or
 * with the mouse.
 */
final class FieldNote extends VBox {
    /** Characters; a whole description may be offered. */
    private static final int LONGEST_OFFER = 40;
    private static final String BETWEEN = "  ·  ";

    private final CarField field;
    private final CarFormModel form;
    private final Messages words;
    private final InterpretedText echo;
    private final ObservableValue<Boolean> locked;
    private final Label text = new Label();
    private final HBox line = new HBox(text);
    /** Who says what, below what is wrong: it has no part in that, nor its colour. */
    private final Label source = new Label();
    private final FlowPane offers = new FlowPane();
    private final Runnable back;
    /** Texts that are offered, because what the register says may be what is meant. */
    private final Set<String> offered = new HashSet<>();
    private Optional<Runnable> first = Optional.empty();

    /**
     * @param locked whether the car can't be changed now
     * @param back puts the focus into the field
     */
    FieldNote(CarField field, CarFormModel form, Messages words, InterpretedText echo,
            ObservableValue<Boolean> locked,
            Runnable back) {
        this.back = back;
        this.field = field;
        this.form = form;
        this.words = words;
        this.locked = locked;
        this.echo = echo;
        text.setId(field.apiName() + "-note");
        text.getStyleClass().add("note");
        TextWrap.enable(text);
        text.setMaxWidth(Double.MAX_VALUE);
        source.setId(field.apiName() + "-source");
        source.getStyleClass().add("note");
        TextWrap.enable(source);
        line.getStyleClass().add("note-line");
        offers.getStyleClass().add("offers");
        // A flow would not get narrower than the longest of what is in it.
        offers.setMinWidth(0);
        setMinWidth(0);
        getChildren().add(line);
    }

    /** All that is said, for a screen reader. */
    String accessibleText() {
        return Stream
                .concat(Stream.of(text, source), offers.getChildren().stream().map(Labeled.class::cast))
                .map(Labeled::getText).filter(said -> !said.isEmpty()).collect(Collectors.joining(" "));
    }

    /** Takes what is offered first. */
    boolean acceptOffer() {
        Optional<Runnable> taking = first;
        taking.ifPresent(Runnable::run);
        return taking.isPresent();
    }

    /** Says it anew, with what is wrong in the field now. */
    void refresh(List<Problem> problems) {
        SeverityStyle.by(problems, line);
        SeverityStyle.by(problems, text);
        line.getChildren().setAll(text);
        if (!problems.isEmpty()) {
            line.getChildren().addFirst(Icons.ofProblem(SeverityStyle.blocks(problems)));
        }
        source.setText("");
        offers.getChildren().clear();
        offered.clear();
        first = Optional.empty();
        if (problems.isEmpty()) {
            // Of a car that was sent without the amount it would tell of one that nobody has.
            boolean silent = locked.getValue() && form.text(field).get().isBlank();
            Optional<String> reckoned = form.proposals().stream()
                    .filter(any -> any.field() == field && !silent).findFirst().map(this::propose);
            text.setText(infoText(reckoned));
        } else {
            text.setText(problems.stream().map(words::problem).distinct().collect(Collectors.joining("\n")));
            // Several photos may be mended by one offer.
            Map<String, Problem> mending = new LinkedHashMap<>();
            problems.forEach(problem -> problem.offers().forEach(any -> mending.putIfAbsent(any, problem)));
            mending.forEach((any, problem) -> {
                String offer = echo.offered(any);
                offer(field.kind() == FieldType.LINKS ? words.get("offer.https") : offer,
                        () -> form.accept(problem, offer));
            });
        }
        Label into = problems.isEmpty() ? text : source;
        form.externalValues().source(field)
                .ifPresent(who -> add(accessibleText(who), BETWEEN, into));
        form.externalValues().differingValue(field).filter(any -> !locked.getValue())
                .ifPresent(heard -> showDifference(heard, into));
        boolean offering = !offers.getChildren().isEmpty();
        // Thirty empty ones would cost the start their share.
        List<Node> now = Stream.<Node>of(line, source, offers)
                .filter(node -> node == line || (node == source ? !source.getText().isEmpty() : offering))
                .toList();
        ObservableLists.set(getChildren(), now);
        line.setManaged(!offering || !text.getText().isEmpty());
        text.setAccessibleText(accessibleText());
    }

    /** Has a screen reader told of what is said now. */
    void readOut() {
        LiveRegion.announce(text);
    }

    private String infoText(Optional<String> reckoned) {
        Stream<String> hints = form.hints().stream().filter(hint -> hint.field() == field)
                .map(words::problem);
        String understood = Stream.concat(echo.text().stream(), hints).collect(Collectors.joining(BETWEEN));
        return Stream.concat(Stream.of(understood).filter(said -> !said.isEmpty()), reckoned.stream())
                .collect(Collectors.joining("\n"));
    }

    /** The formula always; the amount to be taken only where nothing is typed, for what is typed wins. */
    private String propose(PriceSuggestion proposal) {
        String amount = words.value(proposal.amount());
        String formula = words.formula(proposal);
        if (form.text(field).get().isBlank()) {
            offer(amount, () -> form.accept(proposal));
            return formula;
        }
        boolean same = form.understood(field).filter(typed -> typed instanceof BigDecimal number
                && number.compareTo(proposal.amount()) == 0).isPresent();
        return same ? formula : words.get("formula.reckoned", amount, formula);
    }

    /** The register has something else, or what is not good enough to be filled in. */
    private void showDifference(ExternalValue heard, Label into) {
        ValueOrigin who = heard.said().source();
        String told = form.text(field).get().isBlank() ? accessibleText(who)
                : words.maybe("source.differs." + Messages.key(who))
                        .orElseGet(() -> words.get("source.differs"));
        if (offered.contains(heard.text())) {
            return;
        }
        if (who == ValueOrigin.RDW_ENGINE) {
            // That is a whole sentence, which would be cut off beside the offer.
            add(told, "\n", into);
        } else {
            Label beside = new Label(told);
            beside.setId(field.apiName() + "-differs");
            beside.getStyleClass().add("note");
            offers.getChildren().add(beside);
        }
        offer(heard.text(), () -> form.externalValues().accept(heard));
    }

    private static void add(String told, String between, Label into) {
        into.setText(into.getText().isEmpty() ? told : into.getText() + between + told);
    }

    private String accessibleText(ValueOrigin who) {
        return words.get("source." + Messages.key(who));
    }

    private void offer(String offered, Runnable taking) {
        if (locked.getValue()) {
            return;
        }
        this.offered.add(offered);
        // In several lines Enter begins a new one.
        boolean byEnter = first.isEmpty() && field.kind() != FieldType.LONG_TEXT
                && field.kind() != FieldType.LINKS;
        String shown = offered.length() <= LONGEST_OFFER ? offered
                : offered.substring(0, LONGEST_OFFER) + "…";
        Hyperlink link = new Hyperlink(byEnter ? words.get("offer.enter", shown) : shown);
        link.setId(field.apiName() + "-offer-"
                + offers.getChildren().stream().filter(Hyperlink.class::isInstance).count());
        link.setFocusTraversable(!byEnter);
        link.setOnAction(event -> {
            taking.run();
            // The link goes when it is taken, and the focus must not go with it.
            back.run();
        });
        offers.getChildren().add(link);
        if (byEnter) {
            first = Optional.of(taking);
        }
    }
}
