package app.forecourt.practice;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Runs every exchange on a virtual thread of its own, from the first byte of the request to the last of the
 * answer, and interrupts it when it takes too long. An interrupted socket closes, so a client that dawdles
 * holds nothing.
 */
record ExchangeExecutor(Duration limit) implements Executor {

    @Override
    public void execute(Runnable exchange) {
        Thread.ofVirtual().name("practice").start(() -> {
            Future<?> alarm = ForkJoinPool.commonPool()
                    .schedule(Thread.currentThread()::interrupt, limit.toMillis(), TimeUnit.MILLISECONDS);
            try {
                exchange.run();
            } finally {
                alarm.cancel(false);
            }
        });
    }
}
