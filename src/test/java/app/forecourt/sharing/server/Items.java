package app.forecourt.sharing.server;

import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SubmissionState.WAITING;

import app.forecourt.settings.Profile;
import app.forecourt.sharing.server.SharedItem.Kind;
import app.forecourt.stock.DuplicateKeys;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.UserVerdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Items of tests. */
final class Items {
    private Items() {}

    static OutgoingItem car(UUID id, String text, long base) {
        return new OutgoingItem(Kind.CAR, id, "{\"text\": \"" + text + "\"}", base, DuplicateGuardColumns.NONE);
    }

    /** Returns the facts of a waiting submission of a car with a VIN to staging. */
    static DuplicateGuardColumns facts(UUID car, String vin) {
        return new DuplicateGuardColumns(
                Optional.of(STAGING),
                Optional.of(car),
                new DuplicateKeys(Optional.of(vin), Optional.empty(), Optional.empty()),
                Optional.of("7"),
                Optional.of(WAITING),
                UserVerdict.NONE);
    }

    static DuplicateGuardColumns with(DuplicateGuardColumns facts, SubmissionState state) {
        return with(facts, STAGING, state, facts.verdict());
    }

    static DuplicateGuardColumns with(
            DuplicateGuardColumns facts, Profile environment, SubmissionState state, UserVerdict verdict) {
        return new DuplicateGuardColumns(
                Optional.of(environment), facts.car(), facts.keys(), facts.dealership(), Optional.of(state), verdict);
    }

    /** Stores an item alone. */
    static ItemPushResult push(StockClient desk, OutgoingItem item) throws StockServerException {
        return desk.push(List.of(item)).getFirst();
    }

    static OutgoingItem submission(UUID id, DuplicateGuardColumns facts, long base) {
        return new OutgoingItem(
                Kind.SUBMISSION,
                id,
                "{\"state\": \"" + ItemTable.word(facts.state().orElseThrow()) + "\"}",
                base,
                facts);
    }

    /** Claims a car for a user who has confirmed no submission. */
    static ClaimResult claim(
            StockClient desk, UUID submission, DuplicateGuardColumns facts, UnsettledClaim... takenOver)
            throws StockServerException {
        return claim(desk, submission, facts, Set.of(), takenOver);
    }

    /** Claims a car for a user who knows of each confirmed submission whether the car is there. */
    static ClaimResult claim(
            StockClient desk,
            UUID submission,
            DuplicateGuardColumns facts,
            Set<UUID> confirmed,
            UnsettledClaim... takenOver)
            throws StockServerException {
        return desk.claim(submission, facts, new StockClient.Confirmed(confirmed, confirmed), Set.of(takenOver));
    }
}
