package app.forecourt.journal.salvage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How much work the salvage of a file may take. */
class SalvageBudgetTest {
    @Test
    void budgetIs64MegabytesAnd32TimesTheFile() {
        SalvageBudget budget = new SalvageBudget(1_000);
        budget.spend(64 << 20);
        budget.spend(31_999);
        assertFalse(budget.isSpent());
        budget.spend(1);
        assertTrue(budget.isSpent());
    }
}
