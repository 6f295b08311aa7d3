package fr.syaga.facturation.clockify.category;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JudgingTurnTest {

    private final JudgingTurn turn = new JudgingTurn();
    private final AtomicInteger works = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    @Test
    void oneWorksAtATimeAndWhoWaitedIsServedByTheNext() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread first = started(() -> {
            begun.countDown();
            await(goOn);
        });
        begun.await();
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            waiting.add(started(() -> {}));
        }
        waiting.forEach(JudgingTurnTest::awaitItsTurn);

        goOn.countDown();
        first.join();
        for (Thread each : waiting) {
            each.join();
        }

        assertThat(works).hasValue(2);
        assertThat(mostAtOnce).hasValue(1);
    }

    @Test
    void whoComesLaterWorksAgain() {
        turn.take(this::work);
        turn.take(this::work);

        assertThat(works).hasValue(2);
    }

    @Test
    void aWorkThatFailsServesNobody() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread failing = new Thread(() -> assertThatThrownBy(() -> turn.take(() -> {
                    begun.countDown();
                    await(goOn);
                    throw new IllegalStateException("the database is gone");
                }))
                .hasMessageContaining("gone"));
        failing.start();
        begun.await();
        Thread next = started(() -> {});
        awaitItsTurn(next);

        goOn.countDown();
        failing.join();
        next.join();

        assertThat(works).hasValue(1);
    }

    private Thread started(Runnable within) {
        Thread thread = new Thread(() -> turn.take(() -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            within.run();
            work();
            atOnce.decrementAndGet();
        }));
        thread.start();
        return thread;
    }

    private void work() {
        works.incrementAndGet();
    }

    private static void awaitItsTurn(Thread thread) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> thread.getState() == Thread.State.WAITING);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
