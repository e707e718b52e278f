package app.forecourt.concurrent;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Tests of failing and late tasks. */
class TaskRunnerTest {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Object> received = new ArrayList<>();
    private final TaskRunner runner = new TaskRunner(tasks::add, Runnable::run);

    private static Object fail() {
        throw new UnsupportedOperationException("closed");
    }

    @Test
    void bugIsPassedToCallbackAndThread() {
        runner.run(TaskRunnerTest::fail, received::add, bug -> received.add(bug.getMessage()));
        IllegalStateException thrown = assertThrows(IllegalStateException.class, tasks.remove()::run);
        assertEquals("closed", thrown.getCause().getMessage());
        assertEquals(List.of("closed"), received);
    }

    /** An example is a journal that is closed while a task still reads from it. */
    @Test
    void failureAfterCloseIsIgnored() {
        runner.run(TaskRunnerTest::fail, received::add, received::add);
        runner.close();
        tasks.remove().run();
        assertEmpty(received);
    }

    @Test
    void noTaskStartsAfterClose() {
        runner.close();
        runner.run(() -> "done", received::add);
        assertEquals(0, tasks.size());
    }
}
