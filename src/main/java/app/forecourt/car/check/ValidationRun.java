package app.forecourt.car.check;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.car.ProfileDealerships;
import app.forecourt.option.AvailableOptions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * State of one validation: the draft, the parsed values, the problems found, and the option list, pricing terms and
 * dealerships to compare with. Invalid and empty fields have no value, so that rules see only valid values.
 */
final class ValidationRun {
    private final Map<CarField, Object> values = new EnumMap<>(CarField.class);
    private final List<Problem> problems = new ArrayList<>();
    private final ParsedDraft parsed;
    private final Optional<AvailableOptions> list;
    private final PricingTerms terms;
    private final ProfileDealerships dealerships;

    ValidationRun(
            ParsedDraft parsed, Optional<AvailableOptions> list, PricingTerms terms, ProfileDealerships dealerships) {
        this.parsed = parsed;
        this.list = list;
        this.terms = terms;
        this.dealerships = dealerships;
    }

    CarDraft draft() {
        return parsed.draft();
    }

    /** Returns the licence plate with its country; empty if the text can't be a plate. */
    Optional<LicensePlate> plate() {
        return parsed.plate();
    }

    /** Returns the profile's option list; empty if it was never loaded. */
    Optional<AvailableOptions> optionList() {
        return list;
    }

    PricingTerms terms() {
        return terms;
    }

    ProfileDealerships dealerships() {
        return dealerships;
    }

    void add(CarField field, Problem.Code code, Object... args) {
        add(Problem.of(field, code, args));
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    /** Returns the problems found so far. */
    List<Problem> problems() {
        return problems;
    }

    void put(CarField field, Object value) {
        values.put(field, value);
    }

    boolean hasValue(CarField field) {
        return values.containsKey(field);
    }

    Map<CarField, Object> values() {
        return values;
    }

    Optional<String> text(CarField field) {
        return Optional.ofNullable(of(field, String.class));
    }

    Optional<LocalDate> date(CarField field) {
        return Optional.ofNullable(of(field, LocalDate.class));
    }

    Optional<Integer> integer(CarField field) {
        return Optional.ofNullable(of(field, Integer.class));
    }

    Optional<BigDecimal> amount(CarField field) {
        return Optional.ofNullable(of(field, BigDecimal.class));
    }

    /** Returns the value of a field that is a whole number or an amount. */
    Optional<BigDecimal> number(CarField field) {
        return integer(field).map(BigDecimal::valueOf).or(() -> amount(field));
    }

    boolean isTrue(CarField field) {
        return Boolean.TRUE.equals(of(field, Boolean.class));
    }

    private <T> @Nullable T of(CarField field, Class<T> type) {
        Object value = values.get(field);
        return type.isInstance(value) ? type.cast(value) : null;
    }
}
