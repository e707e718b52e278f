package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.Problem;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.price.PriceSuggestion;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.ExternalValues;
import app.forecourt.model.form.FieldStates.FieldState;
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
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The note below a field. If the field has problems, it shows them with their corrections. Otherwise it shows the
 * interpreted value, hints, the source of the value, and the amount calculated from other fields. The user accepts
 * the first offer with Enter in the field, and any of them with the mouse.
 */
final class FieldNote extends VBox {
    /** Characters shown of an offer. Limited, because an offer may be a whole description. */
    private static final int LONGEST_OFFER = 40;
    private static final String SEPARATOR = "  ·  ";

    private final CarField field;
    private final CarFormModel form;
    private final Messages messages;
    private final InterpretedText interpretation;
    private final Label text = new Label();
    private final HBox line = new HBox(text);
    /** The source of the value. The label is below the problems, because a source is no problem and has another colour. */
    private final Label source = new Label();
    private final FlowPane offers = new FlowPane();
    private final Runnable focusField;
    /** Texts offered so far, so that the value of the register is not offered twice. */
    private final Set<String> offered = new HashSet<>();
    private Optional<Runnable> first = Optional.empty();
    /** The last completion of the input, empty if the user typed all of it. */
    private Optional<Completion> completion = Optional.empty();

    /** The completion of a typed text by Tab or Enter. */
    private record Completion(String typed, String text) {}

    /**
     * Creates the note of a field.
     *
     * @param focusField moves the focus into the field
     */
    FieldNote(CarField field, CarFormModel form, Messages messages, InterpretedText interpretation,
            Runnable focusField) {
        this.focusField = focusField;
        this.field = field;
        this.form = form;
        this.messages = messages;
        this.interpretation = interpretation;
        text.setId(field.apiName() + "-note");
        text.getStyleClass().add("note");
        TextWrap.enable(text);
        text.setMaxWidth(Double.MAX_VALUE);
        source.setId(field.apiName() + "-source");
        source.getStyleClass().add("note");
        TextWrap.enable(source);
        line.getStyleClass().add("note-line");
        offers.getStyleClass().add("offers");
        // Without this, a FlowPane gets no narrower than its longest child.
        offers.setMinWidth(0);
        setMinWidth(0);
        getStyleClass().add("field-note");
    }

    /** Returns the whole note as one text for screen readers. */
    String accessibleText() {
        return Stream
                .concat(Stream.of(text, source), offers.getChildren().stream().map(Labeled.class::cast))
                .map(Labeled::getText).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    /**
     * Accepts the first offer.
     *
     * @return false if there is none
     */
    boolean acceptOffer() {
        Optional<Runnable> acceptance = first;
        acceptance.ifPresent(Runnable::run);
        return acceptance.isPresent();
    }

    /** Shows that a typed text was completed, until the text changes. */
    void showCompletion(String typed, String text) {
        completion = Optional.of(new Completion(typed, text));
        show(form.state(field).get());
        announce();
    }

    /** Shows the note of a field's state. */
    void show(FieldState state) {
        List<Problem> problems = state.problems();
        SeverityStyle.apply(problems, line);
        SeverityStyle.apply(problems, text);
        line.getChildren().setAll(text);
        if (!problems.isEmpty()) {
            line.getChildren().addFirst(Icons.ofProblem(SeverityStyle.blocks(problems)));
        }
        source.setText("");
        offers.getChildren().clear();
        offered.clear();
        first = Optional.empty();
        if (problems.isEmpty()) {
            // A sent car without this amount shows no formula, because it would explain an amount that the car lacks.
            boolean silent = state.readOnly() && state.isBlank();
            Optional<String> calculated = state.suggestion().filter(_ -> !silent)
                    .map(suggestion -> propose(suggestion, state));
            text.setText(infoText(state, calculated));
        } else {
            text.setText(
                    problems.stream().map(messages::problem).distinct().collect(Collectors.joining("\n")));
            // One correction may fix several photos.
            Map<String, Problem> corrections = new LinkedHashMap<>();
            problems.forEach(problem -> problem.corrections()
                    .forEach(correction -> corrections.putIfAbsent(correction, problem)));
            corrections.forEach((correction, problem) -> {
                String offer = interpretation.offerText(correction);
                offer(state, field.type() == FieldType.LINKS ? messages.get("offer.https") : offer,
                        () -> form.accept(problem, offer));
            });
        }
        Label target = problems.isEmpty() ? text : source;
        completion = completion.filter(done -> done.text().equals(state.text()));
        completion.filter(_ -> !state.readOnly())
                .ifPresent(done -> append(messages.get("list.completed", done.typed()), SEPARATOR, target));
        state.origin().ifPresent(origin -> append(sourceText(origin), SEPARATOR, target));
        state.difference().filter(_ -> !state.readOnly())
                .ifPresent(value -> showDifference(value, state, target));
        boolean offering = !offers.getChildren().isEmpty();
        // Leave out empty lines, because the empty lines of thirty fields would slow down the start.
        List<Node> lines = Stream.<Node>of(line, source, offers)
                .filter(node -> node == line ? !text.getText().isEmpty()
                        : node == source ? !source.getText().isEmpty() : offering)
                .toList();
        ObservableLists.set(getChildren(), lines);
        text.setAccessibleText(accessibleText());
    }

    /** Announces the note to screen readers. */
    void announce() {
        LiveRegion.announce(text);
    }

    private String infoText(FieldState state, Optional<String> calculated) {
        Stream<String> hints = state.hints().stream().map(messages::problem);
        String understood = Stream.concat(interpretation.text(state).stream(), hints)
                .collect(Collectors.joining(SEPARATOR));
        return Stream.concat(Stream.of(understood).filter(part -> !part.isEmpty()), calculated.stream())
                .collect(Collectors.joining("\n"));
    }

    /** Returns the formula. Offers the amount only if the field is empty, because typed input is never overwritten. */
    private String propose(PriceSuggestion suggestion, FieldState state) {
        String amount = messages.value(suggestion.amount());
        String formula = messages.formula(suggestion);
        if (state.isBlank()) {
            offer(state, amount, () -> form.accept(suggestion));
            return formula;
        }
        boolean same = state.value().filter(typed -> typed instanceof BigDecimal number
                && number.compareTo(suggestion.amount()) == 0).isPresent();
        return same ? formula : messages.get("formula.reckoned", amount, formula);
    }

    /** Offers the value of the register if it differs from the input or is too uncertain to be filled in. */
    private void showDifference(ExternalValues.Value value, FieldState state, Label target) {
        SourcedValue.Origin origin = value.sourcedValue().origin();
        String message = state.isBlank() ? sourceText(origin)
                : messages.find("source.differs." + Messages.key(origin))
                        .orElseGet(() -> messages.get("source.differs"));
        if (offered.contains(value.text())) {
            return;
        }
        if (origin == SourcedValue.Origin.RDW_ENGINE) {
            // This message is a whole sentence and would be cut off beside the offer.
            append(message, "\n", target);
        } else {
            Label difference = new Label(message);
            difference.setId(field.apiName() + "-differs");
            difference.getStyleClass().add("note");
            offers.getChildren().add(difference);
        }
        offer(state, value.text(), () -> form.externalValues().accept(value));
    }

    private static void append(String message, String separator, Label target) {
        target.setText(target.getText().isEmpty() ? message : target.getText() + separator + message);
    }

    private String sourceText(SourcedValue.Origin origin) {
        return messages.get("source." + Messages.key(origin));
    }

    private void offer(FieldState state, String offer, Runnable acceptance) {
        if (state.readOnly()) {
            return;
        }
        offered.add(offer);
        // In a field of several lines, Enter starts a new line.
        boolean byEnter = first.isEmpty() && field.type() != FieldType.LONG_TEXT;
        String shown = offer.length() <= LONGEST_OFFER ? offer
                : offer.substring(0, LONGEST_OFFER) + "…";
        Hyperlink link = new Hyperlink(byEnter ? messages.get("offer.enter", shown) : shown);
        link.setId(field.apiName() + "-offer-"
                + offers.getChildren().stream().filter(Hyperlink.class::isInstance).count());
        link.setFocusTraversable(!byEnter);
        link.setOnAction(_ -> {
            acceptance.run();
            // The link disappears when it is used, and the focus must not be lost with it.
            focusField.run();
        });
        offers.getChildren().add(link);
        if (byEnter) {
            first = Optional.of(acceptance);
        }
    }
}
