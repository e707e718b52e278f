package app.forecourt.sharing.server;

import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.SubmissionState.UNKNOWN;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import app.forecourt.sharing.connection.StockServerException;
import app.forecourt.sharing.server.ClaimResult.Duplicates;
import app.forecourt.sharing.server.ClaimResult.Granted;
import app.forecourt.sharing.server.ClaimResult.HeldByOther;
import app.forecourt.sharing.server.PostgresServer.TestDatabase;
import app.forecourt.sharing.server.StockClient.Confirmed;
import app.forecourt.sharing.server.StockClient.Desk;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.UserVerdict;
import app.forecourt.testing.LongWait;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Test of claims of two desks at a real PostgreSQL. */
@Timeout(LongWait.TEST_SECONDS)
class ClaimTest {
    private static final String VIN = "W0L0AHL3555000001";

    private final UUID car = UUID.randomUUID();
    private final UUID annas = UUID.randomUUID();
    private final UUID bens = UUID.randomUUID();
    private final DuplicateGuardFacts facts = Items.facts(car, VIN);

    @AutoClose
    private TestDatabase database;

    private StockClient anna;
    private StockClient ben;

    @BeforeEach
    void open() {
        database = PostgresServer.shared().database();
        anna = new StockClient(database.opener("owner"), new Desk(UUID.randomUUID(), "Anna"), Optional.empty());
        ben = new StockClient(database.opener("owner"), new Desk(UUID.randomUUID(), "Ben"), Optional.empty());
    }

    @AfterEach
    void close() {
        if (database != null) {
            anna.close();
            ben.close();
        }
    }

    private UUID granted(StockClient desk, UUID submission) throws StockServerException {
        return assertInstanceOf(Granted.class, Items.claim(desk, submission, facts, Set.of(), Set.of()))
                .claim();
    }

    private OpenClaim held(UUID car) throws StockServerException {
        return assertInstanceOf(HeldByOther.class, Items.claim(ben, bens, Items.facts(car, VIN), Set.of(), Set.of()))
                .claim();
    }

    /** Returns the granted claim of Anna, who posts. */
    private UUID posting() throws StockServerException {
        UUID claim = granted(anna, annas);
        anna.begin(claim, 0, Confirmed.NOTHING);
        return claim;
    }

    private PushResult settle(UUID claim, SubmissionState state, long base) throws StockServerException {
        return anna.settle(claim, Items.submission(annas, Items.with(facts, state), base));
    }

    private ClaimResult claimOfBen() throws StockServerException {
        return Items.claim(ben, bens, facts, Set.of(), Set.of());
    }

    private ClaimResult takeOver(OpenClaim open) throws StockServerException {
        return Items.claim(ben, bens, facts, Set.of(), Optional.of(open));
    }

    private Granted takenOver(OpenClaim open) throws StockServerException {
        return assertInstanceOf(Granted.class, takeOver(open));
    }

    @Test
    void openClaimIsHeldForOthers() throws Exception {
        UUID claim = granted(anna, annas);
        OpenClaim open = held(car);
        assertEquals(
                List.of(claim, annas, car, "Anna", 1, false),
                List.of(open.id(), open.submission(), open.car(), open.deskName(), open.revision(), open.isPosting()));
        assertTrue(anna.begin(claim, 0, Confirmed.NOTHING));
        assertTrue(held(car).isPosting());
        assertTrue(anna.hold(claim));
        assertFalse(held(car).isPosting());
    }

    @Tag("proof")
    @Test
    void otherCarWithSameVinIsHeld() throws Exception {
        granted(anna, annas);
        assertEquals(car, held(UUID.randomUUID()).car());
    }

    @Test
    void otherEnvironmentIsGranted() throws Exception {
        granted(anna, annas);
        var production = Items.with(facts, Profile.PRODUCTION, SubmissionState.WAITING, UserVerdict.NONE);
        assertInstanceOf(Granted.class, Items.claim(ben, bens, production, Set.of(), Set.of()));
    }

    @Test
    void repeatedClaimIsGrantedOnce() throws Exception {
        assertEquals(granted(anna, annas), granted(anna, annas));
        assertEquals("1", database.text("SELECT count(*) FROM forecourt.claim"));
        assertInstanceOf(HeldByOther.class, Items.claim(anna, UUID.randomUUID(), facts, Set.of(), Set.of()));
    }

    @Test
    void settledSubmissionIsDuplicate() throws Exception {
        UUID claim = posting();
        assertInstanceOf(PushResult.Stored.class, settle(claim, ACCEPTED, 0));
        Duplicates found = assertInstanceOf(Duplicates.class, claimOfBen());
        assertEquals(annas, found.found().getFirst().submission().id());
        assertEquals(Optional.of(CarField.VIN), found.found().getFirst().sharedField());
        assertInstanceOf(Granted.class, Items.claim(ben, bens, facts, Set.of(annas), Set.of()));
        assertEquals("2", database.text("SELECT max(revision) FROM forecourt.claim"));
    }

    @Test
    void settlingTwiceIsTheSame() throws Exception {
        UUID claim = granted(anna, annas);
        ItemPush accepted = Items.submission(annas, Items.with(facts, ACCEPTED), 0);
        assertEquals(anna.settle(claim, accepted), anna.settle(claim, accepted));
        assertEmpty(anna.ownOpenClaims());
    }

    @Test
    void outdatedSubmissionLeavesClaimOpen() throws Exception {
        UUID claim = granted(anna, annas);
        anna.push(Items.submission(annas, facts, 0));
        ben.push(Items.submission(annas, Items.with(facts, UNKNOWN), 1));
        assertInstanceOf(PushResult.Outdated.class, settle(claim, ACCEPTED, 1));
        assertEquals(claim, anna.ownOpenClaims().getFirst().id());
        settle(claim, ACCEPTED, 2);
        assertEmpty(anna.ownOpenClaims());
    }

    @Test
    void takenOverPostStaysDoubtful() throws Exception {
        UUID claim = posting();
        OpenClaim posting = held(car);
        ben.release(takenOver(posting).claim());
        // The user of another submission is asked again.
        assertTrue(held(car).isPosting());
        assertFalse(anna.begin(claim, 0, Confirmed.NOTHING));
        assertEquals(claim, anna.ownOpenClaims().getFirst().id());
        settle(claim, ACCEPTED, 0);
        assertInstanceOf(Duplicates.class, claimOfBen());
    }

    @Test
    void takenOverPostThatNeverLeftIsNoDoubt() throws Exception {
        UUID claim = posting();
        ben.release(takenOver(held(car)).claim());
        assertFalse(anna.hold(claim));
        granted(ben, bens);
    }

    @Test
    void duplicateUndoesTakeOver() throws Exception {
        UUID earlier = UUID.randomUUID();
        UUID claim = granted(anna, annas);
        anna.push(Items.submission(earlier, Items.with(facts, UNKNOWN), 0));
        assertInstanceOf(Duplicates.class, takeOver(held(car)));
        assertTrue(anna.begin(claim, 0, new Confirmed(Set.of(earlier), Set.of())));
    }

    @Test
    void takeOverAsksAgainAboutReplacedSubmission() throws Exception {
        UUID unknown = UUID.randomUUID();
        DuplicateGuardFacts sentAgain = Items.with(facts, Profile.STAGING, UNKNOWN, UserVerdict.SENT_AGAIN);
        anna.push(Items.submission(unknown, sentAgain, 0));
        granted(anna, annas);
        anna.push(Items.submission(annas, facts, 0));
        OpenClaim open = held(car);
        Duplicates asked = assertInstanceOf(Duplicates.class, takeOver(open));
        assertEquals(
                List.of(unknown),
                asked.found().stream().map(found -> found.submission().id()).toList());
        assertInstanceOf(Granted.class, Items.claim(ben, bens, facts, Set.of(unknown), Optional.of(open)));
    }

    @Test
    void acceptanceAfterClaimForbidsPost() throws Exception {
        UUID claim = posting();
        UUID other = takenOver(held(car)).claim();
        settle(claim, ACCEPTED, 0);
        assertFalse(ben.begin(other, 0, Confirmed.NOTHING));
        assertTrue(ben.begin(other, 0, new Confirmed(Set.of(annas), Set.of(annas))));
    }
}
