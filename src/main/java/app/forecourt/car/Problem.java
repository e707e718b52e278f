package app.forecourt.car;

import java.util.List;

/**
 * Error, warning or information about one field.
 *
 * @param field the affected field
 * @param code the kind of problem
 * @param args arguments of the message, in the order given at the code; texts and numbers only
 * @param corrections suggested corrections, best first: the whole text of the field. For {@link CarField#OPTIONS} they are
 *        option names that could replace the one in {@code args}. The program never applies them by itself.
 */
public record Problem(CarField field, ProblemCode code, List<Object> args, List<String> corrections) {
    public Problem {
        args = List.copyOf(args);
        corrections = List.copyOf(corrections);
    }

    /** Returns a problem without suggested corrections. */
    public static Problem of(CarField field, ProblemCode code, Object... args) {
        return new Problem(field, code, List.of(args), List.of());
    }

    /** Returns a copy with suggested corrections. */
    public Problem withCorrections(List<String> corrections) {
        return new Problem(field, code, args, corrections);
    }
}
