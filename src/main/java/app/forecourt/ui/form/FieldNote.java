package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.Problem;
import app.forecourt.car.SourcedValue;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.ExternalValues;
import app.forecourt.model.form.FieldStates.FieldState;
import app.forecourt.model.form.PriceSuggestion;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.words.Messages;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * The note below a field. If the field has problems, it shows them with their corrections. Otherwise it shows the
 * interpreted value, hints, the source of the value, and the amount calculated from other fields. The user accepts the
 * first offer with Enter in the field, and any of them with the mouse.
 */
final class FieldNote extends OneLineNote {
    private final CarField field;
    private final CarFormModel form;
    private final Messages messages;
    private final InterpretedText interpretation;
    private final Label text = new Label();
    private final FieldOffers offers;
    private Node badge = new Region();
    private FullAndBriefText message = FullAndBriefText.EMPTY;
    /** The last completion of the input, empty if the user typed all of it. */
    private Optional<Completion> completion = Optional.empty();

    /**
     * The completion of a typed text by Tab or Enter.
     *
     * @param isSameCar whether the form still has the car of the completion
     */
    private record Completion(String typed, String text, BooleanSupplier isSameCar) {}

    /**
     * Creates the note of a field.
     *
     * @param inField whether the field has the focus
     * @param offers receives the offers of the field
     */
    FieldNote(
            CarField field,
            CarFormModel form,
            Messages messages,
            InterpretedText interpretation,
            ObservableValue<Boolean> inField,
            FieldOffers offers) {
        super(inField);
        this.field = field;
        this.form = form;
        this.messages = messages;
        this.interpretation = interpretation;
        this.offers = offers;
        style(text, field.apiName() + "-note");
        // The state of this field does not change if the next car has the same text.
        messages.listenerScope().listen(form.draft(), _ -> {
            if (completion.filter(done -> !done.isSameCar().getAsBoolean()).isPresent()) {
                completion = Optional.empty();
                show(form.state(field).get());
            }
        });
    }

    /** Sets the badge that is shown before the problems. */
    void setBadge(Node newBadge) {
        badge = newBadge;
    }

    /** Returns the whole note as one text for screen readers. */
    String accessibleText() {
        return Stream.concat(Stream.of(message.whole()), offers.spokenTexts().stream())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Shows that a typed text was completed, until the text changes. */
    void showCompletion(String typed, String text) {
        completion = Optional.of(new Completion(typed, text, form.isSameCar()));
        show(form.state(field).get());
        announce();
    }

    /** Shows the note of a field's state. */
    void show(FieldState state) {
        List<Problem> problems = state.problems();
        SeverityStyle.apply(problems, line());
        SeverityStyle.apply(problems, text);
        offers.clear();
        if (problems.isEmpty()) {
            // A sent car without this amount shows no formula, because it would explain an amount that the car lacks.
            boolean silent = state.readOnly() && state.isBlank();
            FullAndBriefText calculated = state.suggestion()
                    .filter(_ -> !silent)
                    .map(suggestion -> propose(suggestion, state))
                    .orElse(FullAndBriefText.EMPTY);
            message = infoText(state, calculated);
        } else {
            message = FullAndBriefText.join(problems.stream().map(problem -> FullAndBriefText.of(messages, problem)));
            offerCorrections(problems, state);
        }
        completion = completion.filter(done -> done.text().equals(state.text()));
        FullAndBriefText origin = FullAndBriefText.join(Stream.of(
                        completion
                                .filter(_ -> !state.readOnly())
                                .map(done -> FullAndBriefText.of(messages, "list.completed", done.typed())),
                        state.origin().map(from -> FullAndBriefText.of(messages, "source." + Messages.key(from))),
                        state.difference().filter(_ -> !state.readOnly()).flatMap(value -> difference(value, state)))
                .flatMap(Optional::stream));
        message = message.and(problems.isEmpty() ? origin : origin.ifRoom());
        setText(text, message);
        List<Node> head = Stream.concat(
                        problems.isEmpty() ? Stream.of() : Stream.of(badge),
                        message.isEmpty() ? Stream.of() : Stream.of(text))
                .toList();
        show(
                head,
                List.of(),
                Stream.concat(
                                offers.buttons().stream()
                                        .skip(offerInField(state).isPresent() ? 1 : 0),
                                openDuplicate(state))
                        .toList());
        text.setAccessibleText(accessibleText());
    }

    /**
     * Returns the button that opens another car with the same text. Enter does not press it, because it ends a scan.
     */
    private Stream<OfferButton> openDuplicate(FieldState state) {
        return state.hints().stream()
                .filter(hint -> hint.code() == Problem.Code.ALSO_IN_LIST)
                .map(hint -> {
                    String open = messages.get("duplicate.open");
                    OfferButton button = new OfferButton(
                            open, open, open, () -> form.duplicateHints().openCar(hint));
                    button.setId(field.apiName() + "-open");
                    return button;
                });
    }

    /** Returns the offer that is shown inside the field, not in the note: the first one of a blank field. */
    Optional<OfferButton> offerInField(FieldState state) {
        return offers.buttons().stream()
                .findFirst()
                .filter(_ -> state.isBlank() && field.type() != FieldType.LONG_TEXT && field.type() != FieldType.LINKS);
    }

    /** Announces the note to screen readers. */
    void announce() {
        LiveRegion.announce(text);
    }

    private void offerCorrections(List<Problem> problems, FieldState state) {
        // One correction may fix several photos.
        Map<String, Problem> corrections = new LinkedHashMap<>();
        problems.forEach(
                problem -> problem.corrections().forEach(correction -> corrections.putIfAbsent(correction, problem)));
        corrections.forEach((correction, problem) -> {
            String offer = interpretation.offerText(correction);
            offer(state, field.type() == FieldType.LINKS ? "https://" : offer, () -> form.accept(problem, offer));
        });
    }

    private FullAndBriefText infoText(FieldState state, FullAndBriefText calculated) {
        FullAndBriefText interpreted = interpretation.text(state);
        // The formula says more about an amount than its repetition.
        FullAndBriefText head = calculated.isEmpty() ? interpreted : interpreted.ifRoom();
        return head.and(FullAndBriefText.join(
                        state.hints().stream().map(problem -> FullAndBriefText.of(messages, problem))))
                .and(calculated);
    }

    /** Returns the formula. Offers the amount only if the field is empty, because typed input is never overwritten. */
    private FullAndBriefText propose(PriceSuggestion suggestion, FieldState state) {
        String amount = messages.value(suggestion.amount());
        FullAndBriefText formula = FullAndBriefText.of(
                messages, suggestion.formula().messageKey(), suggestion.args().toArray());
        if (state.isBlank()) {
            offer(state, amount, () -> form.amounts().accept(suggestion));
            return formula;
        }
        boolean same = state.value()
                .filter(typed -> typed instanceof BigDecimal number && number.compareTo(suggestion.amount()) == 0)
                .isPresent();
        return same ? formula : FullAndBriefText.of(messages, "formula.reckoned", amount, formula.whole());
    }

    /** Offers the value of the register if it differs from the input or is too uncertain to be filled in. */
    private Optional<FullAndBriefText> difference(ExternalValues.Value value, FieldState state) {
        SourcedValue.Origin origin = value.sourcedValue().origin();
        if (offers.contains(value.text())) {
            return Optional.empty();
        }
        boolean isOneOfSeveral = !offers.buttons().isEmpty();
        offer(state, value.text(), () -> form.externalValues().accept(value));
        if (state.problems().stream().anyMatch(problem -> problem.code() == Problem.Code.REGISTER_OFFERS)) {
            return Optional.empty();
        }
        String usual = state.isBlank() ? "source.offers" : "source.differs";
        String special = usual + "." + Messages.key(origin);
        String shown = FieldOffers.shorten(value.text());
        FullAndBriefText source =
                FullAndBriefText.of(messages, messages.find(special).isPresent() ? special : usual, shown);
        return Optional.of(
                isOneOfSeveral && !state.isBlank()
                        ? new FullAndBriefText(source.whole() + " (" + shown + ")", source.brief() + " " + shown)
                        : source);
    }

    private void offer(FieldState state, String value, Runnable accept) {
        if (!state.readOnly()) {
            offers.add(value, accept);
        }
    }
}
