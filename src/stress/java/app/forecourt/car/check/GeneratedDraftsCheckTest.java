package app.forecourt.car.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.Problem;
import app.forecourt.testing.TriesAndSeedHook;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * Tests of the validation with generated drafts: the validator has a result for any text. Other drafts: {@code ./mvnw
 * verify -Ddrafts=1000000 -Ddrafts.seed=7}.
 */
@Tag("stress")
class GeneratedDraftsCheckTest {
    /** Maximum length of an argument: 60 characters of at most two UTF-16 units each, and an ellipsis. */
    private static final int LONGEST_ARG = 130;

    // The texts include the edge cases; all combinations of thirty fields would be too many.
    @AddLifecycleHook(TriesAndSeedHook.class)
    @Property(edgeCases = EdgeCasesMode.NONE)
    void anyDraftIsReadyOrHasErrors(@ForAll("drafts") CarDraft draft, @ForAll boolean listLoaded) {
        CarValidator.Result result = check(draft, listLoaded);

        result.problems().forEach(GeneratedDraftsCheckTest::assertShortArguments);
        boolean blocked =
                result.problems().stream().anyMatch(problem -> problem.code().isError());
        assertEquals(result instanceof CarValidator.Result.Invalid, blocked, () -> result.toString());
    }

    @Provide
    Arbitrary<CarDraft> drafts() {
        return DraftGenerator.drafts();
    }

    private static CarValidator.Result check(CarDraft draft, boolean listLoaded) {
        return ProblemCases.check(draft, listLoaded ? ProblemCases.LIST : Optional.empty());
    }

    private static void assertShortArguments(Problem problem) {
        assertNotNull(problem.field());
        assertNotNull(problem.code());
        for (Object arg : problem.args()) {
            String text = arg.toString();
            assertTrue(
                    text.length() <= LONGEST_ARG,
                    () -> problem.field() + " " + problem.code() + " " + text.length() + " long");
            assertFalse(
                    text.chars().anyMatch(Character::isISOControl),
                    () -> problem.field() + " " + problem.code() + " has a control character");
        }
    }
}
