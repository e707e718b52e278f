package app.forecourt.sharing.server;

import app.forecourt.settings.Profile;
import app.forecourt.sharing.connection.StockServerException;
import app.forecourt.sharing.server.SharedItem.Kind;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.UserVerdict;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Items of tests. */
final class Items {
    private Items() {}

    static ItemPush car(UUID id, String text, long base) {
        return new ItemPush(Kind.CAR, id, "{\"text\": \"" + text + "\"}", base, SubmissionKeys.NONE);
    }

    /** Returns the keys of a waiting submission of a car with a VIN to staging. */
    static SubmissionKeys keys(UUID car, String vin) {
        return new SubmissionKeys(
                Optional.of(Profile.STAGING),
                Optional.of(car),
                Optional.of(vin),
                Optional.empty(),
                Optional.empty(),
                Optional.of("7"),
                Optional.of(SubmissionState.WAITING),
                UserVerdict.NONE);
    }

    static SubmissionKeys with(SubmissionKeys keys, SubmissionState state) {
        return new SubmissionKeys(
                keys.environment(),
                keys.car(),
                keys.vin(),
                keys.plate(),
                keys.number(),
                keys.dealership(),
                Optional.of(state),
                keys.verdict());
    }

    static ItemPush submission(UUID id, SubmissionKeys keys, long base) {
        return new ItemPush(
                Kind.SUBMISSION,
                id,
                "{\"state\": \"" + ItemTable.word(keys.state().orElseThrow()) + "\"}",
                base,
                keys);
    }

    /** Claims a car for a user who knows of each confirmed submission whether the car is there. */
    static ClaimResult claim(
            StockClient desk, UUID submission, SubmissionKeys keys, Set<UUID> confirmed, Set<OpenClaim> takenOver)
            throws StockServerException {
        return desk.claim(submission, keys, new StockClient.Confirmed(confirmed, confirmed), takenOver);
    }

    /** Claims a car as above. */
    static ClaimResult claim(
            StockClient desk, UUID submission, SubmissionKeys keys, Set<UUID> confirmed, Optional<OpenClaim> takenOver)
            throws StockServerException {
        return claim(desk, submission, keys, confirmed, takenOver.stream().collect(Collectors.toSet()));
    }
}
