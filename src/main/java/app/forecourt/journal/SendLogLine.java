package app.forecourt.journal;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarField;
import app.forecourt.journal.database.DraftJson;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.UserVerdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry of the send log.
 *
 * @param tries the number of tries of the submission
 * @param at the time of the entry
 * @param submission the submission with the keys of the duplicate guard in place of its payload; empty in an entry by
 *     the id alone
 * @param json the form of the entry in the file
 */
record SendLogLine(UUID submissionId, int tries, Instant at, Optional<Submission> submission, JsonNode json) {
    private static final String ATTEMPT = "attempt";
    private static final String TRIES = "tries";
    private static final String AT = "at";
    private static final String CAR = "car";
    private static final String PROFILE = "profile";
    private static final String ADDRESS = "address";
    private static final String BEGUN = "begun";
    private static final String KNOWN = "known";
    /** The end of the year 9999 in milliseconds. A later time is treated as damage. */
    private static final long LATEST = 253_402_300_799_999L;

    /** Returns the entry of a submission by its id alone. */
    static SendLogLine ofId(UUID submissionId, int tries, Instant at) {
        return of(json(submissionId, tries, at));
    }

    /** Returns the entry of a submission that leaves now, with what the duplicate guard needs of it. */
    static SendLogLine ofDeparture(Submission submission, Instant at) {
        ObjectNode entry = json(submission.id(), submission.tries(), at)
                .put(CAR, submission.car().toString())
                .put(PROFILE, submission.profile().name())
                .put(ADDRESS, submission.address())
                .put(BEGUN, submission.requestedAt().toEpochMilli());
        entry.set(
                KNOWN,
                ((ObjectNode) DraftJson.read(submission.payload()))
                        .retain(StockRow.KNOWN_BY.stream()
                                .map(CarField::apiName)
                                .toList()));
        return of(entry);
    }

    private static ObjectNode json(UUID submissionId, int tries, Instant at) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(ATTEMPT, submissionId.toString())
                .put(TRIES, tries)
                .put(AT, at.toEpochMilli());
    }

    /**
     * Reads an entry. Checks each part, because a part that SQLite refuses would keep the journal closed.
     *
     * @throws IllegalArgumentException if a part is missing or damaged
     */
    static SendLogLine of(JsonNode entry) {
        UUID attempt = id(entry, ATTEMPT);
        int tries = (int) number(entry, TRIES, Integer.MAX_VALUE);
        Instant at = time(entry, AT);
        return new SendLogLine(
                attempt,
                tries,
                at,
                entry.has(CAR) || entry.has(KNOWN)
                        ? Optional.of(submission(entry, attempt, tries, at))
                        : Optional.empty(),
                entry);
    }

    /** Reads a submission. Its outcome is unknown to a journal that lacks it. */
    private static Submission submission(JsonNode entry, UUID attempt, int tries, Instant at) {
        require(entry.path(KNOWN).isObject(), KNOWN);
        String known = entry.path(KNOWN).toString();
        return new Submission(
                        attempt,
                        id(entry, CAR),
                        Profile.valueOf(text(entry, PROFILE)),
                        text(entry, ADDRESS),
                        Optional.empty(),
                        DraftJson.draft(known),
                        known,
                        SubmissionState.SENDING,
                        time(entry, BEGUN),
                        at,
                        tries,
                        Optional.empty(),
                        Optional.empty(),
                        UserVerdict.NONE,
                        Optional.empty())
                .withOutcome(at, new SendOutcome.Unknown(FailureCause.NOT_KEPT, Optional.empty()));
    }

    private static void require(boolean sound, String name) {
        if (!sound) {
            throw new IllegalArgumentException("no sound " + name);
        }
    }

    private static String text(JsonNode entry, String name) {
        require(entry.path(name).isTextual(), name);
        return entry.path(name).asText();
    }

    private static UUID id(JsonNode entry, String name) {
        String text = text(entry, name);
        UUID id = UUID.fromString(text);
        // UUID.fromString accepts shorter forms too. The journal would then have another text than the log.
        require(id.toString().equals(text), name);
        return id;
    }

    private static long number(JsonNode entry, String name, long most) {
        JsonNode number = entry.path(name);
        require(
                number.isIntegralNumber()
                        && number.canConvertToLong()
                        && number.asLong() >= 0
                        && number.asLong() <= most,
                name);
        return number.asLong();
    }

    private static Instant time(JsonNode entry, String name) {
        return Instant.ofEpochMilli(number(entry, name, LATEST));
    }
}
