package app.forecourt.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of the share of many like cases. */
class CasesTest {
    private static final List<Integer> TEN =
            IntStream.rangeClosed(1, 10).boxed().toList();

    @Test
    void someReachFromFirstToLast() {
        assertEquals(List.of(1, 4, 7, 10), Cases.spread(4, TEN));
        assertEquals(List.of(1, 10), Cases.spread(2, TEN));
        assertEquals(List.of(1), Cases.spread(1, TEN));
    }
}
