package app.forecourt.sharing.server;

import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.SubmissionState.UNKNOWN;
import static app.forecourt.stock.SubmissionState.WAITING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.sharing.server.ClaimResult.Duplicates;
import app.forecourt.sharing.server.ClaimResult.Granted;
import app.forecourt.sharing.server.ClaimResult.HeldByOther;
import app.forecourt.sharing.server.StockClient.Confirmed;
import app.forecourt.stock.UserVerdict;
import app.forecourt.testing.LongWait;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Test of claims of two desks at a real PostgreSQL. */
@Timeout(LongWait.TEST_SECONDS)
class ClaimTest extends TwoClientsFixture {
    private static final String VIN = "W0L0AHL3555000001";

    private final UUID annas = UUID.randomUUID();
    private final UUID bens = UUID.randomUUID();
    private final DuplicateGuardColumns facts = Items.facts(id, VIN);

    /** Returns the new claim of Anna. */
    private UUID granted() throws StockServerException {
        return assertInstanceOf(Granted.class, Items.claim(anna, annas, facts)).claim();
    }

    /** Returns the claim of Anna, as Ben sees it. */
    private UnsettledClaim held() throws StockServerException {
        return assertInstanceOf(HeldByOther.class, Items.claim(ben, bens, facts))
                .claim();
    }

    @Test
    void otherEnvironmentIsGranted() throws Exception {
        granted();
        var production = Items.with(facts, PRODUCTION, WAITING, UserVerdict.NONE);
        assertInstanceOf(Granted.class, Items.claim(ben, bens, production));
    }

    @Test
    void outdatedSubmissionLeavesClaimOpen() throws Exception {
        UUID claim = granted();
        Items.push(anna, Items.submission(annas, facts, 0));
        Items.push(ben, Items.submission(annas, Items.with(facts, UNKNOWN), 1));
        DuplicateGuardColumns accepted = Items.with(facts, ACCEPTED);
        assertInstanceOf(ItemPushResult.Outdated.class, anna.settle(claim, Items.submission(annas, accepted, 1)));
        assertEquals(claim, anna.ownOpenClaims().getFirst().id());
        anna.settle(claim, Items.submission(annas, accepted, 2));
        assertEmpty(anna.ownOpenClaims());
    }

    @Test
    void takeOverAsksAgainAboutReplacedSubmission() throws Exception {
        UUID unknown = UUID.randomUUID();
        DuplicateGuardColumns sentAgain = Items.with(facts, STAGING, UNKNOWN, UserVerdict.SENT_AGAIN);
        Items.push(anna, Items.submission(unknown, sentAgain, 0));
        granted();
        Items.push(anna, Items.submission(annas, facts, 0));
        UnsettledClaim open = held();
        Duplicates asked = assertInstanceOf(Duplicates.class, Items.claim(ben, bens, facts, open));
        assertEquals(
                List.of(unknown),
                asked.found().stream().map(found -> found.submission().id()).toList());
        assertInstanceOf(Granted.class, Items.claim(ben, bens, facts, Set.of(unknown), open));
    }

    @Test
    void acceptanceAfterClaimForbidsPost() throws Exception {
        UUID claim = granted();
        anna.begin(claim, 0, Confirmed.NOTHING);
        UUID other = assertInstanceOf(Granted.class, Items.claim(ben, bens, facts, held()))
                .claim();
        anna.settle(claim, Items.submission(annas, Items.with(facts, ACCEPTED), 0));
        assertFalse(ben.begin(other, 0, Confirmed.NOTHING));
        assertTrue(ben.begin(other, 0, new Confirmed(Set.of(annas), Set.of(annas))));
    }
}
