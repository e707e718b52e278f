package app.forecourt.sharing.server;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.sharing.server.ClaimModel.World;
import app.forecourt.sharing.server.ModelServer.Mistake;
import app.forecourt.testing.Cases;
import app.forecourt.testing.LongWait;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Test of the claim protocol by a model check, and of the check by planted mistakes. */
@Timeout(LongWait.TEST_SECONDS)
class ClaimModelTest {

    /** Small limits of different kinds, because all together would be too many worlds. */
    static Stream<Arguments> worlds() {
        Arguments small = Arguments.of(1, 1, 1);
        return Cases.areAll() ? Stream.of(small, Arguments.of(2, 1, 0), Arguments.of(2, 0, 1)) : Stream.of(small);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void noCarIsPostedTwiceUnwarned(int presses, int crashes, int losses) {
        var model = new ClaimModel(Mistake.NONE);
        assertEmpty(model.find(World.of(presses, crashes, losses), ClaimModel::isPostedTwiceUnwarned));
        assertTrue(model.visited() > 10_000, () -> model.visited() + " worlds only");
    }

    static Stream<Mistake> mistakes() {
        return Cases.some(2, Stream.of(Mistake.values()).filter(mistake -> mistake != Mistake.NONE));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void plantedMistakeIsFound(Mistake mistake) {
        Optional<List<String>> path =
                new ClaimModel(mistake).find(World.of(2, 1, 0), ClaimModel::isPostedTwiceUnwarned);
        assertTrue(path.isPresent(), mistake::toString);
    }

    /** Each user presses once, so that both desks can post. */
    @Test
    void bothDesksCanPostByConfirming() {
        assertTrue(new ClaimModel(Mistake.NONE)
                .find(World.of(1, 0, 0), world -> world.posts() == 2)
                .isPresent());
    }
}
