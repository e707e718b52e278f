package app.forecourt.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Assertions that a value has no content. A failure prints the content. */
public final class EmptyAssertions {
    private EmptyAssertions() {}

    public static void assertEmpty(List<?> actual) {
        assertEquals(List.of(), actual);
    }

    public static void assertEmpty(List<?> actual, String reason) {
        assertEquals(List.of(), actual, reason);
    }

    public static void assertEmpty(Set<?> actual) {
        assertEquals(Set.of(), actual);
    }

    public static void assertEmpty(Map<?, ?> actual) {
        assertEquals(Map.of(), actual);
    }

    public static void assertEmpty(Optional<?> actual) {
        assertEquals(Optional.empty(), actual);
    }
}
