package app.forecourt.sharing.server;

import static app.forecourt.testing.TextAssertions.assertContains;
import static app.forecourt.testing.TextAssertions.assertLacks;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.sharing.server.PostgresServer.TestDatabase;
import app.forecourt.testing.LongWait;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Test that pull and duplicate guard find their rows by indexes among 200,000 cars. */
@Tag("stress")
@Timeout(LongWait.TEST_SECONDS)
@Tag("proof")
class QueryPlanTest {
    private static final int CARS = 200_000;

    @Test
    void largeStockIsReadByIndexes() throws Exception {
        try (TestDatabase database = ManyItems.fill(CARS);
                Connection connection = database.opener("owner").open();
                var desk = database.desk("Anna")) {
            check(ManyItems.planOfPull(connection, 2 * CARS - 3, 1_000), "item_version");
            check(ManyItems.planOfPull(connection, 0, 1_000), "item_version");
            check(ManyItems.planOfGuard(connection), "item_car", "item_vin", "item_plate", "item_number");
            assertEquals(3, desk.changesSince(2 * CARS - 3, 1_000).items().size());
            assertEquals(
                    3,
                    assertInstanceOf(ClaimResult.Duplicates.class, Items.claim(desk, UUID.randomUUID(), ManyItems.KEYS))
                            .found()
                            .size());
        }
    }

    private static void check(List<String> plan, String... indexes) {
        String text = String.join("\n", plan);
        assertLacks("Seq Scan", text);
        for (String index : indexes) {
            assertContains(index, text);
        }
    }
}
