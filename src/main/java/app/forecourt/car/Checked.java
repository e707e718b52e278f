package app.forecourt.car;

import java.util.List;

/** What {@link CarCheck} made of a draft. */
public sealed interface Checked {

    /** All that was found, in form order. */
    List<Problem> problems();

    /**
     * It can be sent.
     *
     * @param problems warnings and information only
     */
    record Ready(Car car, List<Problem> problems) implements Checked {
        public Ready {
            problems = List.copyOf(problems);
        }
    }

    /**
     * It can't be sent.
     *
     * @param problems at least one of which blocks
     */
    record Faulty(List<Problem> problems) implements Checked {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}
