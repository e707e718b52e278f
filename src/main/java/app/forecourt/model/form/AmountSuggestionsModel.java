package app.forecourt.model.form;

import app.forecourt.car.PricingTerms;
import app.forecourt.car.check.ParsedDraft;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The amounts that follow from other fields of the form, and those of them that the user has accepted. */
public final class AmountSuggestionsModel {
    private final FormInputModel texts;
    private final Function<BigDecimal, String> formatter;
    private final BooleanSupplier readOnly;
    private AcceptedSuggestions accepted = new AcceptedSuggestions();
    private List<PriceSuggestion> suggestions = List.of();

    AmountSuggestionsModel(FormInputModel texts, Function<BigDecimal, String> formatter, BooleanSupplier readOnly) {
        this.texts = texts;
        this.formatter = formatter;
        this.readOnly = readOnly;
    }

    /** Returns the suggested amounts, also for fields that hold a typed amount. */
    public List<PriceSuggestion> all() {
        return suggestions;
    }

    /** Accepts a suggested amount. The amount follows its source fields until the user types over it. */
    public void accept(PriceSuggestion suggestion) {
        String text = formatter.apply(suggestion.amount());
        accepted.accept(suggestion.field(), text);
        texts.type(suggestion.field(), text);
    }

    AcceptedSuggestions accepted() {
        return accepted;
    }

    void load(AcceptedSuggestions ofCar) {
        accepted = ofCar;
    }

    /** @param takingOver whether another desk makes the change, which must lead to no change of this desk */
    void update(ParsedDraft parsed, PricingTerms terms, boolean takingOver) {
        suggestions = PriceCalculator.suggest(parsed, terms);
        if (!readOnly.getAsBoolean() && !takingOver) {
            accepted.update(
                    suggestions,
                    parsed::value,
                    formatter,
                    (field, text) -> texts.text(field).set(text));
        }
    }
}
