package app.forecourt.day;

import app.forecourt.autochat.FakeAutochat;
import app.forecourt.stock.SubmissionState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** What befalls a car on its way: what the server does with one POST of it after the other, and what is to come of each sending. */
public enum CarFate {
    TAKEN(List.of(Turn.TAKES), SubmissionState.ACCEPTED),
    /** The token ran out in mid-day; another one is fetched by itself. */
    RENEWED(List.of(Turn.UNAUTHORIZED, Turn.TAKES), SubmissionState.ACCEPTED),
    /** It waits as long as it is told, and goes by itself. */
    LIMITED(List.of(Turn.TOO_MANY, Turn.TAKES), SubmissionState.ACCEPTED),
    /** She leaves it at that nobody knows. */
    FAILED(List.of(Turn.FAILS), SubmissionState.UNKNOWN),
    /** The same; it was taken, and the connection closed before that was said. */
    UNHEARD(List.of(Turn.TAKES_IN_SILENCE), SubmissionState.UNKNOWN),
    /** The same; no answer within the patience there is. */
    STALLED(List.of(Turn.TAKES_AND_STALLS), SubmissionState.UNKNOWN),
    /** She looks in the dashboard, and sees that it is there. */
    CUT(List.of(Turn.TAKES_AND_CUTS), SubmissionState.UNKNOWN),
    /** She looks in the dashboard, sees that it is not there, and sends it again. */
    SENT_AGAIN(List.of(Turn.FAILS, Turn.TAKES), SubmissionState.UNKNOWN, SubmissionState.ACCEPTED),
    /** She stops it, sooner or later than it leaves. */
    STOPPED(List.of(Turn.STALLS),
            EnumSet.of(SubmissionState.UNKNOWN, SubmissionState.NOT_SENT)),
    /** The secret does not open that door. */
    NOT_LET_IN(List.of(Turn.FORBIDDEN), SubmissionState.REFUSED),
    /** She mends the model, and sends it again. */
    CORRECTED(List.of(Turn.SAYS_NO, Turn.TAKES), SubmissionState.REJECTED, SubmissionState.ACCEPTED),
    /** She sees that the price was wrong once it is there, and sends it again. */
    AMENDED(List.of(Turn.TAKES, Turn.TAKES), SubmissionState.ACCEPTED, SubmissionState.ACCEPTED),
    /** At staging first, then the same on production. */
    PUBLISHED(List.of(Turn.TAKES), SubmissionState.ACCEPTED, SubmissionState.ACCEPTED);

    /** Those after which she does nothing more with the car, so that she may go on before it is answered. */
    static final Set<CarFate> LEFT = EnumSet.of(TAKEN, RENEWED, LIMITED, FAILED, UNHEARD, STALLED,
            NOT_LET_IN);

    private final List<Turn> turns;
    private final List<Set<SubmissionState>> states;

    CarFate(List<Turn> turns, SubmissionState... states) {
        this.turns = turns;
        this.states = List.of(states).stream().<Set<SubmissionState>>map(EnumSet::of).toList();
    }

    CarFate(List<Turn> turns, Set<SubmissionState> oneOf) {
        this.turns = turns;
        this.states = List.of(oneOf);
    }

    /** What the server does with one POST. */
    enum Turn {
        TAKES(201, true), TAKES_IN_SILENCE(201, true), TAKES_AND_STALLS(201, true), TAKES_AND_CUTS(201,
                true), STALLS(201, false), FAILS(503, false), UNAUTHORIZED(401,
                        false), FORBIDDEN(403, false), TOO_MANY(429, false), SAYS_NO(422, false);

        private static final String NO = """
                {"violations": [{"propertyPath": "model", "message": "This brand has no such model."}]}""";

        final int status;
        /** Whether it has the car from then on. */
        final boolean takes;

        Turn(int status, boolean takes) {
            this.status = status;
            this.takes = takes;
        }

        /** Whether it said so before it looked at the car: another token will do, a later time, or nothing. */
        boolean isNotLookedAt() {
            return this == UNAUTHORIZED || this == FORBIDDEN || this == TOO_MANY;
        }

        MockResponse answer() {
            MockResponse.Builder answer = FakeAutochat.answer(status, "application/json",
                    this == SAYS_NO ? NO : "{\"id\": 7}");
            return (switch (this) {
                case TAKES, FAILS, UNAUTHORIZED, FORBIDDEN, SAYS_NO -> answer;
                case TOO_MANY -> answer.addHeader("Retry-After", 1);
                case TAKES_IN_SILENCE -> answer.onResponseStart(new SocketEffect.CloseSocket());
                case TAKES_AND_STALLS, STALLS -> answer.onResponseStart(SocketEffect.Stall.INSTANCE);
                case TAKES_AND_CUTS -> answer.setHeader("Content-Length", 100)
                        .onResponseEnd(new SocketEffect.CloseSocket());
            }).build();
        }
    }

    /** What the server does with that POST of the car, counted from 0; nothing is planned for more than those. */
    Turn turn(int post) {
        return turns.get(Math.min(post, turns.size() - 1));
    }

    /** Whether that may have come of its sendings, oldest first. */
    boolean allows(List<SubmissionState> came) {
        return came.size() == states.size()
                && IntStream.range(0, came.size())
                        .allMatch(sending -> states.get(sending).contains(came.get(sending)));
    }
}
