package app.forecourt.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<Object> told = new ArrayList<>();
    private final TaskRunner background = new TaskRunner(work::add, Runnable::run);

    private static Object fail() {
        throw new UnsupportedOperationException("closed");
    }

    @Test
    void bugIsToldToWhoWaitsAndToAll() {
        background.run(TaskRunnerTest::fail, told::add, bug -> told.add(bug.getMessage()));
        IllegalStateException thrown = assertThrows(IllegalStateException.class, work.remove()::run);
        assertEquals("closed", thrown.getCause().getMessage());
        assertEquals(List.of("closed"), told);
    }

    /** The journal is closed while something is still read from it. */
    @Test
    void whatFailsAfterTheEndIsNoBug() {
        background.run(TaskRunnerTest::fail, told::add, told::add);
        background.close();
        work.remove().run();
        assertEquals(List.of(), told);
    }

    @Test
    void nothingIsBegunAfterTheEnd() {
        background.close();
        background.run(() -> "done", told::add);
        assertEquals(0, work.size());
    }
}
