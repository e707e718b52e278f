package app.forecourt.practice;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * An executor with one virtual thread per exchange, which covers the whole request and the whole response. It
 * interrupts an exchange that exceeds the time limit. Interrupting closes the socket, so a slow client blocks
 * nothing.
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
