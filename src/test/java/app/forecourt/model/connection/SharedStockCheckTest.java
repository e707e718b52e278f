package app.forecourt.model.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.connection.TestSteps.StepState;
import app.forecourt.sharing.connection.ServerAddress;
import app.forecourt.sharing.connection.ServerAddress.Encryption;
import app.forecourt.sharing.server.ServerCheck.Outcome;
import app.forecourt.sharing.server.ServerCheck.Step;
import app.forecourt.sharing.server.ServerCheck.StepResult;
import app.forecourt.sharing.server.StockClient.Desk;
import app.forecourt.sharing.server.TestStock;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.LoopbackPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The test of a shared stock, as the settings show it. */
@Timeout(LongWait.TEST_SECONDS)
class SharedStockCheckTest {
    private final BlockingQueue<Runnable> fxThread = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final SharedStockCheck immediate = new SharedStockCheck(new TaskRunner(Runnable::run, Runnable::run));

    private static String text(StepState<StepResult> state) {
        return switch (state) {
            case StepState.Waiting _ -> "waiting";
            case StepState.Running _ -> "running";
            case StepState.Stopped _ -> "stopped";
            case StepState.Ended(var result)
            when result.outcome() instanceof Outcome.Failed(var failure) -> failure.name();
            case StepState.Ended(var result) -> result.outcome().getClass().getSimpleName();
        };
    }

    private static List<String> texts(SharedStockCheck check) {
        return Stream.of(Step.values())
                .map(step -> text(check.steps().get(step)))
                .toList();
    }

    private static ServerAddress local(int port) {
        return new ServerAddress("127.0.0.1", port, "stock", "anna", Encryption.NONE, Optional.empty());
    }

    @Test
    void everyStepEnds() throws Exception {
        try (TestStock stock = new TestStock()) {
            immediate.start(stock.address(), TestStock::password);
            assertEquals(
                    List.of("Passed", "Passed", "Skipped", "Passed", "Passed", "WillCreate", "Passed"),
                    texts(immediate));
            assertTrue(immediate.isPassed());
            immediate.start(stock.address(), () -> "wrong");
            assertEquals(
                    List.of("Passed", "Passed", "Skipped", "WRONG_PASSWORD", "waiting", "waiting", "waiting"),
                    texts(immediate));
            assertFalse(immediate.isPassed());
            immediate.reset();
            assertEquals(
                    List.of("waiting"), texts(immediate).stream().distinct().toList());
        }
    }

    @Test
    void serverThatCanOnlyBeReadIsTold() throws Exception {
        try (TestStock stock = new TestStock()) {
            stock.execute("ALTER DATABASE " + stock.text("SELECT current_database()")
                    + " SET default_transaction_read_only = on");
            immediate.start(stock.address(), TestStock::password);
            assertEquals("READ_ONLY", texts(immediate).get(Step.DATABASE.ordinal()));
        }
    }

    @Test
    void tablesOfLaterVersionAreTold() throws Exception {
        try (TestStock stock = new TestStock();
                var desk = stock.server(new Desk(UUID.randomUUID(), "Anna"), Optional.empty())) {
            desk.state();
            stock.execute("INSERT INTO forecourt.schema_version (version) VALUES (99)");
            immediate.start(stock.address(), TestStock::password);
            assertEquals("NEWER_SCHEMA", texts(immediate).get(Step.SCHEMA.ordinal()));
        }
    }

    private void runNext() {
        LongWait.next("the next step", fxThread).run();
    }

    @Test
    void silentServerCanBeStopped() throws Exception {
        SharedStockCheck check = new SharedStockCheck(
                new TaskRunner(task -> threads.add(Thread.startVirtualThread(task)), fxThread::add));
        try (var silent = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            check.start(local(silent.getLocalPort()), () -> "x");
            runNext();
            runNext();
            runNext();
            assertEquals(Optional.of(Step.SIGN_IN), check.runningStep());
            check.stop();
            assertEquals(
                    List.of("Passed", "Passed", "Skipped", "stopped", "waiting", "waiting", "waiting"), texts(check));
            threads.getFirst().join();
            fxThread.forEach(Runnable::run);
            assertEquals("stopped", texts(check).get(3), "a late result of a stopped test is not shown");
        }
    }

    @Test
    void resultsOfAnEarlierTestAreNotShown() throws IOException, InterruptedException {
        SharedStockCheck check = new SharedStockCheck(
                new TaskRunner(task -> threads.add(Thread.startVirtualThread(task)), fxThread::add));
        check.start(local(LoopbackPorts.reserve()), () -> "x");
        threads.getFirst().join();
        check.reset();
        fxThread.forEach(Runnable::run);
        assertEquals(List.of("waiting"), texts(check).stream().distinct().toList());
    }
}
