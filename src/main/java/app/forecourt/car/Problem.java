package app.forecourt.car;

import java.util.List;

/**
 * One thing that is wrong, or worth a look, in one field.
 *
 * @param field where it is
 * @param rule what it is
 * @param args what the message names, in the order the rule gives; texts and numbers only
 */
public record Problem(CarField field, Rule rule, List<Object> args) {
    public Problem {
        args = List.copyOf(args);
    }

    public static Problem of(CarField field, Rule rule, Object... args) {
        return new Problem(field, rule, List.of(args));
    }
}
