package app.forecourt.car.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.Problem;
import app.forecourt.testing.TriesAndSeed;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * Whatever is typed in all fields at once, the check answers. Other drafts: {@code ./mvnw verify -Ddrafts=1000000
 * -Ddrafts.seed=7}.
 */
class GeneratedDraftsCheckTest {
    /** What a message can bear: 60 characters, each of which may be two units, and an ellipsis. */
    private static final int LONGEST_ARG = 130;

    // The edge cases are among the texts; all combinations of thirty fields' would be no end.
    @AddLifecycleHook(TriesAndSeed.class)
    @Property(edgeCases = EdgeCasesMode.NONE)
    void isReadyOrSaysWhyNot(@ForAll("drafts") CarDraft draft, @ForAll boolean listLoaded) {
        ValidationResult checked = check(draft, listLoaded);

        checked.problems().forEach(GeneratedDraftsCheckTest::canBeTold);
        boolean blocked = checked.problems().stream().anyMatch(problem -> problem.rule().blocks());
        assertEquals(checked instanceof ValidationResult.Faulty, blocked, () -> checked.toString());
    }

    @Provide
    Arbitrary<CarDraft> drafts() {
        return DraftGenerator.drafts();
    }

    private static ValidationResult check(CarDraft draft, boolean listLoaded) {
        return ProblemCases.check(draft, listLoaded ? ProblemCases.LIST : Optional.empty());
    }

    private static void canBeTold(Problem problem) {
        assertNotNull(problem.field());
        assertNotNull(problem.rule());
        for (Object arg : problem.args()) {
            String told = arg.toString();
            assertTrue(told.length() <= LONGEST_ARG, () -> problem.field() + " " + problem.rule() + " "
                    + told.length() + " long");
            assertFalse(told.chars().anyMatch(Character::isISOControl), () -> problem.field() + " "
                    + problem.rule() + " has a control character");
        }
    }
}
