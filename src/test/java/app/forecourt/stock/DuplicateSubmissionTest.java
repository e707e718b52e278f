package app.forecourt.stock;

import static app.forecourt.autochat.FailureCause.TLS;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SubmissionState.SENDING;
import static app.forecourt.stock.SubmissionState.WAITING;
import static app.forecourt.stock.UserVerdict.SENT_AGAIN;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.OutcomeKinds;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.autochat.SendOutcome.Limited;
import app.forecourt.autochat.SendOutcome.NotSent;
import app.forecourt.autochat.SendOutcome.Rejected;
import app.forecourt.autochat.SendOutcome.SignInRefused;
import app.forecourt.autochat.SignInRefusal;
import app.forecourt.car.CarField;
import app.forecourt.car.Price;
import app.forecourt.journal.EnqueueResult;
import app.forecourt.journal.JournalFixture;
import app.forecourt.journal.JournalOpenState;
import app.forecourt.journal.database.Database;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the duplicate guard, which stops a car that a profile may have already. */
class DuplicateSubmissionTest extends JournalFixture {
    private static final String FIRST = """
            {"brand":"bmw","model":"x6","vin":"WAVWGBFH3AN026569","licensePlate":"XD9913",\
            "internalId":"Seb-1","salesPrice":15944.50,"currency":"EUR"}""";

    private List<DuplicateSubmission> enqueueDuplicates(Submission submission, UUID... seen) {
        return journal.note(submission, submission.draft(), Set.of(), Set.of(seen))
                        instanceof EnqueueResult.AlreadyThere(var there)
                ? there
                : List.of();
    }

    private List<DuplicateSubmission> duplicatesOf(String payload, UUID... seen) {
        return enqueueDuplicates(submission(payload), seen);
    }

    private Submission sendFirst(SendOutcome outcome, UUID... seen) {
        return complete(submission(FIRST), outcome, seen);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VIN           | {"vin":"wavwgbfh3an026569"}
            LICENSE_PLATE | {"licensePlate":"xd9913"}
            INTERNAL_ID   | {"internalId":"SEB-1"}
            VIN           | {"vin":"WAVWGBFH3AN026569","licensePlate":"XD9913","internalId":"Seb-1"}
            LICENSE_PLATE | {"vin":"WAUZZZ","licensePlate":"XD9913","internalId":"Seb-1"}
            """)
    void matchesByVinPlateOrStockNumberInAnyCase(CarField by, String payload) {

        Submission taken = sendFirst(ACCEPTED);
        Submission again = submission(payload);
        assertEquals(
                List.of(new DuplicateSubmission(
                        taken.id(),
                        taken.car(),
                        Optional.of(by),
                        SubmissionState.ACCEPTED,
                        taken.requestedAt(),
                        Map.of(BRAND, "bmw", MODEL, "x6"),
                        Optional.of(new Price(new BigDecimal("15944.5"), "EUR")))),
                enqueueDuplicates(again));
        assertEquals(Optional.empty(), journal.car(again.car()), "nothing is written");
        assertEmpty(enqueueDuplicates(again, taken.id()), "a confirmed duplicate is enqueued");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            licensePlate | XF100F        | XF1OOF
            licensePlate | XF100F        | XF-1OO-F
            licensePlate | XF100F        | NLXF100F
            licensePlate | XF100F        | NL XF-1OO-F
            licensePlate | 1ABC234       | B1ABC234
            licensePlate | XI100F        | X1.100.F
            vin          | WAVWGBFH3AN026569 | WAVWGBFH3AN-O26 569
            vin          | WAVWGBFH1AN026569 | wavwgbfhian026569
            internalId   | SÉB-1         | séb 1
            internalId   | Sé.b–1        | SE\u0301B1
            """)
    void matchesAnySpelling(String field, String one, String other) {

        Submission taken = complete(submission("{\"%s\":\"%s\"}".formatted(field, one)), ACCEPTED);
        assertEquals(List.of(taken.id()), ids(duplicatesOf("{\"%s\":\"%s\"}".formatted(field, other))));
    }

    @Test
    void submissionOfTheFirstSchemaMatches() throws Exception {
        Files.createDirectories(file().getParent());
        UUID car = UUID.randomUUID();
        String schema;
        try (var in = Database.class.getResourceAsStream("schema-1.sql")) {
            schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        execute(file(), schema + """
                            ;INSERT INTO car (id, draft, begun, changed) VALUES ('%1$s', '{"brand":"bmw"}', 1, 1);
                            INSERT INTO attempt (id, car, profile, address, draft, payload, hash, state, begun, changed,
                            status) VALUES ('%1$s', '%1$s', 'staging', 'https://a', '{}', '{"licensePlate":"XF100F"}', 'h',
                            'accepted', 1, 1, 201);
                            PRAGMA user_version = 1
                            """.formatted(car));

        assertEquals(JournalOpenState.of(JournalOpenState.Kind.SOUND), journal.check());
        assertEquals(
                car, duplicatesOf("{\"licensePlate\":\"XF-1OO-F\"}").getFirst().car());
        assertEquals("bmw", journal.stock().getFirst().text(BRAND));
    }

    @ParameterizedTest
    @MethodSource("turnedDown")
    void failedResendLeavesTheFirstUnknown(SendOutcome outcome) {

        Submission unknown = sendFirst(UNKNOWN);
        tick();
        complete(submission(unknown.car(), STAGING, FIRST), outcome, unknown.id());
        assertEquals(List.of(unknown.id()), ids(duplicatesOf(FIRST)), "another car is a duplicate");
        boolean looked = outcome instanceof Rejected;
        assertEquals(
                looked ? List.of() : List.of(unknown.id()),
                ids(enqueueDuplicates(submission(unknown.car(), STAGING, FIRST))),
                "the same car is a duplicate unless AutoChat has checked it");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void replacedSubmissionMatchesOnlyOnce(boolean accepted) {

        Submission unknown = sendFirst(UNKNOWN);
        tick();
        Submission again = complete(
                journal, submission(unknown.car(), STAGING, FIRST), accepted ? ACCEPTED : UNKNOWN, unknown.id());
        assertEquals(List.of(again.id()), ids(duplicatesOf(FIRST)));
    }

    private static List<UUID> ids(List<DuplicateSubmission> earlier) {
        return earlier.stream().map(DuplicateSubmission::submissionId).toList();
    }

    @Test
    void sameCarWithAnotherVinMatches() {

        Submission taken = sendFirst(ACCEPTED);
        List<DuplicateSubmission> earlier =
                enqueueDuplicates(submission(taken.car(), STAGING, "{\"vin\":\"ANOTHER\"}"));
        assertEmpty(earlier.getFirst().sharedField());
        assertEquals(taken.id(), earlier.getFirst().submissionId());
    }

    @Test
    void otherCarAndOtherProfileDoNotMatch() {

        Submission taken = sendFirst(ACCEPTED);
        assertEmpty(duplicatesOf("{\"vin\":\"X\",\"licensePlate\":\"Y\"}"));
        assertEmpty(duplicatesOf("{}"));
        assertEmpty(duplicatesOf("{}"), "neither car has a plate or VIN");
        assertEmpty(enqueueDuplicates(submission(taken.car(), PRODUCTION, FIRST)));
    }

    @Test
    void onlyTheSameCarMatchesAcrossDealerships() {

        String payload = "{\"vin\":\"WAVWGBFH3AN026569\",\"dealershipId\":\"%s\"}";
        Submission taken = complete(submission(payload.formatted("d-1")), ACCEPTED);
        assertEquals(1, duplicatesOf(payload.formatted("d-1")).size());
        assertEquals(1, duplicatesOf("{\"vin\":\"WAVWGBFH3AN026569\"}").size(), "the dealership is unknown");
        assertEquals(
                1,
                enqueueDuplicates(submission(taken.car(), STAGING, payload.formatted("d-2")))
                        .size());
        assertEmpty(duplicatesOf(payload.formatted("d-2")));
    }

    static List<SendOutcome> turnedDown() {
        return List.of(
                Rejected.of(new Answer(422, "", "")),
                new SignInRefused(new SignInRefusal(SignInRefusal.Kind.NOT_ALLOWED, Optional.empty())),
                new Limited(Instant.EPOCH),
                new NotSent(TLS));
    }

    /** The other tests have an accepted outcome and an unknown one. */
    @Test
    void everyKindOfOutcomeHasACase() {
        assertEmpty(OutcomeKinds.missing(Stream.concat(turnedDown().stream(), Stream.of(ACCEPTED, UNKNOWN))
                .toList()));
    }

    @ParameterizedTest
    @MethodSource("turnedDown")
    void turnedDownSubmissionDoesNotMatch(SendOutcome outcome) {

        Submission down = sendFirst(outcome);
        assertEmpty(enqueueDuplicates(submission(down.car(), STAGING, FIRST)));
    }

    @ParameterizedTest
    @EnumSource(UserVerdict.class)
    void unknownSubmissionMatchesUntilSentAgain(UserVerdict decision) {

        Submission unknown = sendFirst(UNKNOWN);
        journal.setVerdict(unknown.car(), STAGING, UserVerdict.NONE, decision);
        assertEquals(
                decision == SENT_AGAIN ? 0 : 1,
                enqueueDuplicates(submission(unknown.car(), STAGING, FIRST)).size());
    }

    @Test
    void submissionUnderWayMatches() {

        Submission waiting = enqueue(submission(FIRST));
        assertEquals(WAITING, duplicatesOf(FIRST).getFirst().state());
        journal.update(waiting.asSending(clock.instant()));
        assertEquals(SENDING, duplicatesOf(FIRST).getFirst().state());
    }

    @Test
    void eachMatchMustBeSeenNewestFirst() {

        Submission first = sendFirst(ACCEPTED);
        tick();
        Submission second = sendFirst(ACCEPTED, first.id());
        assertEquals(List.of(second.id(), first.id()), ids(duplicatesOf(FIRST)));
        assertEquals(List.of(second.id()), ids(duplicatesOf(FIRST, first.id())));
        Submission third = submission(FIRST);
        assertInstanceOf(
                EnqueueResult.Enqueued.class,
                journal.note(third, third.draft(), Set.of(), Set.of(first.id(), second.id())));
    }
}
