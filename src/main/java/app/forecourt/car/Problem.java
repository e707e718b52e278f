package app.forecourt.car;

import java.util.List;

/**
 * One thing that is wrong, worth a look, or good to know, in one field.
 *
 * @param field where it is
 * @param rule what it is
 * @param args what the message names, in the order the rule gives; texts and numbers only
 * @param offers what might be meant, best first: the whole text for the field, or of {@link CarField#OPTIONS} the names
 *        that could stand for the one in {@code args}. Offered to the user, never done for her.
 */
public record Problem(CarField field, ProblemCode rule, List<Object> args, List<String> offers) {
    public Problem {
        args = List.copyOf(args);
        offers = List.copyOf(offers);
    }

    /** One with nothing to offer. */
    public static Problem of(CarField field, ProblemCode rule, Object... args) {
        return new Problem(field, rule, List.of(args), List.of());
    }

    /** The same with what might be meant. */
    public Problem offering(List<String> offered) {
        return new Problem(field, rule, args, offered);
    }
}
