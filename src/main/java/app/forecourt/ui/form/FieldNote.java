package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.Problem;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.price.PriceSuggestion;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.ExternalValues;
import app.forecourt.model.form.FieldStates.FieldState;
import app.forecourt.stock.ListingStatus;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.words.Messages;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

/**
 * The note below a field. If the field has problems, it shows them with their corrections. Otherwise it shows the
 * interpreted value, hints, the source of the value, and the amount calculated from other fields. The user accepts
 * the first offer with Enter in the field, and any of them with the mouse.
 */
final class FieldNote extends OneLineNote {
    private static final String SEPARATOR = "  ·  ";

    private final CarField field;
    private final CarFormModel form;
    private final Messages messages;
    private final InterpretedText interpretation;
    private final Label text = new Label();
    /** The source of the value. The label is below the problems, because a source is no problem and has another colour. */
    private final Label source = new Label();
    private final FieldOffers offers;
    private final Supplier<LockedCar> lockedCar;
    /** Whether the user typed into the field of a read-only car. */
    private boolean typedInVain;
    /** The last completion of the input, empty if the user typed all of it. */
    private Optional<Completion> completion = Optional.empty();

    /** The completion of a typed text by Tab or Enter. */
    private record Completion(String typed, String text) {}

    /**
     * Creates the note of a field.
     *
     * @param inField whether the field has the focus
     * @param offers receives the offers of the field
     * @param lockedCar the car while it is read-only
     */
    FieldNote(CarField field, CarFormModel form, Messages messages, InterpretedText interpretation,
            ObservableValue<Boolean> inField, FieldOffers offers, Supplier<LockedCar> lockedCar) {
        super(inField);
        this.field = field;
        this.form = form;
        this.messages = messages;
        this.interpretation = interpretation;
        this.offers = offers;
        this.lockedCar = lockedCar;
        style(text, field.apiName() + "-note");
        style(source, field.apiName() + "-source");
    }

    /** Returns the whole note as one text for screen readers. */
    String accessibleText() {
        return Stream.concat(Stream.of(text.getText(), source.getText()), offers.spokenTexts().stream())
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    /** Shows that a typed text was completed, until the text changes. */
    void showCompletion(String typed, String text) {
        completion = Optional.of(new Completion(typed, text));
        show(form.state(field).get());
        announce();
    }

    /** Shows that nothing was typed into the field of a read-only car, and what the user may do. */
    void showLocked() {
        if (!typedInVain) {
            typedInVain = true;
            show(form.state(field).get());
            announce();
        }
    }

    /** Forgets what was typed into the field of a read-only car, because the focus has left it. */
    void hideLocked() {
        if (typedInVain) {
            typedInVain = false;
            show(form.state(field).get());
        }
    }

    /**
     * Accepts the offer to correct the car.
     *
     * @return false if it is not shown
     */
    boolean acceptCorrection() {
        List<OfferButton> buttons = offers.buttons();
        boolean isOffered = typedInVain && !buttons.isEmpty();
        if (isOffered) {
            buttons.getFirst().fire();
        }
        return isOffered;
    }

    private void showLockedCar() {
        ListingStatus status = lockedCar.get().status().get();
        line().pseudoClassStateChanged(SeverityStyle.WARNING, true);
        text.pseudoClassStateChanged(SeverityStyle.WARNING, true);
        source.setText("");
        offers.clear();
        text.setText(messages.get("locked." + Messages.key(status)));
        if (status == ListingStatus.SENT) {
            offers.addAction(messages.get("outcome.correct"), lockedCar.get().correct());
        }
        show(List.of(Icons.ofProblem(false), text), List.of(), offers.buttons());
        text.setAccessibleText(accessibleText());
    }

    /** Shows the note of a field's state. */
    void show(FieldState state) {
        typedInVain &= state.readOnly() && lockedCar.get().status().get() != ListingStatus.DRAFT;
        if (typedInVain) {
            showLockedCar();
            return;
        }
        List<Problem> problems = state.problems();
        SeverityStyle.apply(problems, line());
        SeverityStyle.apply(problems, text);
        source.setText("");
        offers.clear();
        if (problems.isEmpty()) {
            // A sent car without this amount shows no formula, because it would explain an amount that the car lacks.
            boolean silent = state.readOnly() && state.isBlank();
            Optional<String> calculated = state.suggestion().filter(_ -> !silent)
                    .map(suggestion -> propose(suggestion, state));
            text.setText(infoText(state, calculated));
        } else {
            text.setText(problems.stream().map(messages::problem).distinct()
                    .collect(Collectors.joining(SEPARATOR)));
            offerCorrections(problems, state);
        }
        Label target = problems.isEmpty() ? text : source;
        completion = completion.filter(done -> done.text().equals(state.text()));
        completion.filter(_ -> !state.readOnly())
                .ifPresent(done -> append(messages.get("list.completed", done.typed()), target));
        state.origin().ifPresent(origin -> append(sourceText(origin), target));
        state.difference().filter(_ -> !state.readOnly())
                .ifPresent(value -> showDifference(value, state, target));
        List<Node> head = Stream.concat(
                problems.isEmpty() ? Stream.of() : Stream.of(Icons.ofProblem(SeverityStyle.blocks(problems))),
                text.getText().isEmpty() ? Stream.of() : Stream.of(text)).toList();
        show(head, source.getText().isEmpty() ? List.of() : List.of(source),
                offers.buttons().stream().skip(offerInField(state).isPresent() ? 1 : 0).toList());
        text.setAccessibleText(accessibleText());
    }

    /** Returns the offer that is shown inside the field, not in the note: the first one of a blank field. */
    Optional<OfferButton> offerInField(FieldState state) {
        return offers.buttons().stream().findFirst()
                .filter(_ -> !typedInVain && state.isBlank() && field.type() != FieldType.LONG_TEXT
                        && field.type() != FieldType.LINKS);
    }

    /** Announces the note to screen readers. */
    void announce() {
        LiveRegion.announce(text);
    }

    private void offerCorrections(List<Problem> problems, FieldState state) {
        // One correction may fix several photos.
        Map<String, Problem> corrections = new LinkedHashMap<>();
        problems.forEach(problem -> problem.corrections()
                .forEach(correction -> corrections.putIfAbsent(correction, problem)));
        corrections.forEach((correction, problem) -> {
            String offer = interpretation.offerText(correction);
            offer(state, field.type() == FieldType.LINKS ? "https://" : offer,
                    () -> form.accept(problem, offer));
        });
    }

    private String infoText(FieldState state, Optional<String> calculated) {
        Stream<String> hints = state.hints().stream().map(messages::problem);
        return Stream.of(interpretation.text(state).stream(), hints, calculated.stream())
                .flatMap(parts -> parts)
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(SEPARATOR));
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
        if (!offers.contains(value.text())) {
            append(state.isBlank() ? sourceText(origin)
                    : messages.find("source.differs." + Messages.key(origin))
                            .orElseGet(() -> messages.get("source.differs")),
                    target);
            offer(state, value.text(), () -> form.externalValues().accept(value));
        }
    }

    private static void append(String message, Label target) {
        target.setText(target.getText().isEmpty() ? message : target.getText() + SEPARATOR + message);
    }

    private String sourceText(SourcedValue.Origin origin) {
        return messages.get("source." + Messages.key(origin));
    }

    private void offer(FieldState state, String value, Runnable accept) {
        if (!state.readOnly()) {
            offers.add(value, accept);
        }
    }
}
