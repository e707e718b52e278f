package app.forecourt.autochat;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** All kinds of outcomes. A test with a case for each kind asks them, so that it fails when a new kind has no case. */
public final class OutcomeKinds {
    private OutcomeKinds() {}

    /** Returns the kinds that none of the outcomes has. */
    public static List<Class<?>> missing(Collection<SendOutcome> outcomes) {
        return Stream.<Class<?>>of(SendOutcome.class.getPermittedSubclasses())
                .filter(kind -> outcomes.stream().noneMatch(kind::isInstance))
                .toList();
    }
}
