package app.forecourt.sharing.server;

import app.forecourt.settings.Profile;
import app.forecourt.sharing.server.SharedItem.Kind;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.UserVerdict;
import java.util.Optional;
import java.util.UUID;

/** Items of tests. */
final class Items {
    private Items() {}

    static ItemPush car(UUID id, String text, long base) {
        return new ItemPush(Kind.CAR, id, "{\"text\": \"" + text + "\"}", base, SubmissionKeys.NONE);
    }

    /** Returns the keys of a waiting submission of a car with a VIN to staging. */
    static SubmissionKeys keys(UUID car, String vin) {
        return new SubmissionKeys(Optional.of(Profile.STAGING), Optional.of(car), Optional.of(vin),
                Optional.empty(),
                Optional.empty(), Optional.of("7"), Optional.of(SubmissionState.WAITING), UserVerdict.NONE);
    }

    static SubmissionKeys with(SubmissionKeys keys, SubmissionState state) {
        return new SubmissionKeys(keys.environment(), keys.car(), keys.vin(), keys.plate(), keys.number(),
                keys.dealership(), Optional.of(state), keys.verdict());
    }

    static ItemPush submission(UUID id, SubmissionKeys keys, long base) {
        return new ItemPush(Kind.SUBMISSION, id,
                "{\"state\": \"" + ItemTable.word(keys.state().orElseThrow()) + "\"}", base, keys);
    }
}
