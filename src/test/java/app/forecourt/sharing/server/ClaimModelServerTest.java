package app.forecourt.sharing.server;

import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.sharing.server.ModelServer.Answer;
import app.forecourt.sharing.server.ModelServer.Mistake;
import app.forecourt.sharing.server.ModelServer.Seen;
import app.forecourt.sharing.server.StockClient.Confirmed;
import app.forecourt.testing.Cases;
import app.forecourt.testing.LongWait;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Test that the server of the model answers as the real one, on the same random calls of two desks. */
@Timeout(LongWait.TEST_SECONDS)
class ClaimModelServerTest extends TwoClientsFixture {
    private static final int CARS = Cases.times(40, 150);
    private static final int CALLS = 14;

    private final Random random = new Random(27);
    private final Set<String> kinds = new HashSet<>();
    private List<UUID> submissions = List.of();
    private final List<UnsettledClaim> seenClaims = new ArrayList<>();
    private final List<UUID> claims = new ArrayList<>();
    private ModelServer model = ModelServer.EMPTY;
    private Set<Integer> confirmed = Set.of();

    @Test
    void answersAreTheSame() throws Exception {
        for (int car = 0; car < CARS; car++) {
            DuplicateGuardColumns facts = Items.facts(UUID.randomUUID(), "VIN" + car);
            begin();
            for (int call = 0; call < CALLS; call++) {
                int desk = random.nextInt(2);
                call(desk, desk == 0 ? anna : ben, facts);
            }
        }
        assertEquals(
                Set.of("Granted", "Held", "Duplicate", "begin true", "begin false", "hold true", "hold false"), kinds);
    }

    private void begin() {
        model = ModelServer.EMPTY;
        claims.clear();
        seenClaims.clear();
        confirmed = Set.of();
        submissions = Stream.generate(UUID::randomUUID).limit(4).toList();
    }

    private void call(int desk, StockClient server, DuplicateGuardColumns facts) throws StockServerException {
        int kind = random.nextInt(7);
        if (claims.isEmpty() || kind < 3) {
            claim(desk, server, facts);
            return;
        }
        int claim = random.nextInt(claims.size());
        switch (kind) {
            case 3 ->
                moved(
                        "begin ",
                        server.begin(claims.get(claim), 0, Confirmed.NOTHING),
                        model.begin(desk, claim, Mistake.NONE));
            case 4 -> moved("hold ", server.hold(claims.get(claim)), model.hold(desk, claim));
            case 5 -> {
                server.release(claims.get(claim));
                model = model.release(desk, claim).server();
            }
            default -> settle(desk, server, facts, claim);
        }
    }

    private void moved(String name, boolean real, ModelServer.Moved modelled) {
        assertEquals(modelled.isDone(), real, name + model);
        model = modelled.server();
        kinds.add(name + real);
    }

    /** Claims with the submissions of the desk, with what the users have seen last. */
    private void claim(int desk, StockClient server, DuplicateGuardColumns facts) throws StockServerException {
        int number = 2 * random.nextInt(2) + desk;
        if (model.sent().contains(number)) {
            // The program claims nothing for a submission that has an outcome.
            return;
        }
        Optional<UnsettledClaim> takeOver =
                seenClaims.isEmpty() || random.nextBoolean() ? Optional.empty() : Optional.of(seenClaims.getLast());
        Optional<Seen> seen = takeOver.map(open -> new Seen(claims.indexOf(open.id()), open.isPosting()));
        ClaimResult real = Items.claim(
                server,
                submissions.get(number),
                facts,
                confirmed.stream().map(submissions::get).collect(toSet()),
                takeOver.stream().toArray(UnsettledClaim[]::new));
        ModelServer.Claimed modelled = model.claim(desk, number, confirmed, seen, Mistake.NONE);
        kinds.add(modelled.answer().getClass().getSimpleName());
        switch (modelled.answer()) {
            case Answer.Granted(int claim) -> {
                UUID id = assertInstanceOf(ClaimResult.Granted.class, real).claim();
                if (claim == claims.size()) {
                    claims.add(id);
                }
                assertEquals(claims.get(claim), id);
            }
            case Answer.Held(Seen held) -> {
                UnsettledClaim open =
                        assertInstanceOf(ClaimResult.HeldByOther.class, real).claim();
                assertEquals(held, new Seen(claims.indexOf(open.id()), open.isPosting()));
                seenClaims.add(open);
            }
            case Answer.Duplicate() -> {
                assertInstanceOf(ClaimResult.Duplicates.class, real);
                confirmed = Set.copyOf(model.sent());
            }
        }
        model = modelled.server();
    }

    private void settle(int desk, StockClient server, DuplicateGuardColumns facts, int claim)
            throws StockServerException {
        int number = model.claims().get(claim).submission();
        if (number % 2 == desk && !model.sent().contains(number)) {
            server.settle(claims.get(claim), Items.submission(submissions.get(number), Items.with(facts, ACCEPTED), 0));
            model = model.settle(desk, claim, number, Mistake.NONE);
        }
    }
}
