package app.forecourt.day;

import app.forecourt.autochat.FakeAutochat;
import app.forecourt.stock.SubmissionState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** Scenario of a car: the server's response to each POST, and the expected states of its submissions. */
public enum CarScenario {
    TAKEN(List.of(Response.TAKES), SubmissionState.ACCEPTED),
    /** The token expires during the day and is renewed automatically. */
    RENEWED(List.of(Response.UNAUTHORIZED, Response.TAKES), SubmissionState.ACCEPTED),
    /** The car waits until the limit ends and is sent automatically. */
    LIMITED(List.of(Response.TOO_MANY, Response.TAKES), SubmissionState.ACCEPTED),
    /** The outcome is unknown, and the user leaves it so. */
    FAILED(List.of(Response.FAILS), SubmissionState.UNKNOWN),
    /** The outcome is unknown: the server took the car and closed the connection before it answered. */
    UNHEARD(List.of(Response.TAKES_IN_SILENCE), SubmissionState.UNKNOWN),
    /** The outcome is unknown: the server took the car and did not answer before the timeout. */
    STALLED(List.of(Response.TAKES_AND_STALLS), SubmissionState.UNKNOWN),
    /** The user finds the car in the dashboard and says so. */
    CUT(List.of(Response.TAKES_AND_CUTS), SubmissionState.UNKNOWN),
    /** The user does not find the car in the dashboard and sends it again. */
    SENT_AGAIN(List.of(Response.FAILS, Response.TAKES), SubmissionState.UNKNOWN, SubmissionState.ACCEPTED),
    /** The user stops the submission, before or after it leaves. */
    STOPPED(List.of(Response.STALLS), EnumSet.of(SubmissionState.UNKNOWN, SubmissionState.NOT_SENT)),
    /** The server refuses the credentials. */
    NOT_LET_IN(List.of(Response.FORBIDDEN), SubmissionState.REFUSED),
    /** The user corrects the model after a rejection and sends the car again. */
    CORRECTED(List.of(Response.SAYS_NO, Response.TAKES), SubmissionState.REJECTED, SubmissionState.ACCEPTED),
    /** The user corrects the price of an accepted car and sends the car again. */
    AMENDED(List.of(Response.TAKES, Response.TAKES), SubmissionState.ACCEPTED, SubmissionState.ACCEPTED),
    /** The car is sent to staging, then published on production. */
    PUBLISHED(List.of(Response.TAKES), SubmissionState.ACCEPTED, SubmissionState.ACCEPTED);

    /** Scenarios without further actions of the user, so that the next car may begin before the answer arrives. */
    static final Set<CarScenario> LEFT = EnumSet.of(TAKEN, RENEWED, LIMITED, FAILED, UNHEARD, STALLED, NOT_LET_IN);

    private final List<Response> turns;
    private final List<Set<SubmissionState>> states;

    CarScenario(List<Response> turns, SubmissionState... states) {
        this.turns = turns;
        this.states =
                List.of(states).stream().<Set<SubmissionState>>map(EnumSet::of).toList();
    }

    CarScenario(List<Response> turns, Set<SubmissionState> oneOf) {
        this.turns = turns;
        this.states = List.of(oneOf);
    }

    /** Response of the server to one POST. */
    enum Response {
        TAKES(201, true),
        TAKES_IN_SILENCE(201, true),
        TAKES_AND_STALLS(201, true),
        TAKES_AND_CUTS(201, true),
        STALLS(201, false),
        FAILS(503, false),
        UNAUTHORIZED(401, false),
        FORBIDDEN(403, false),
        TOO_MANY(429, false),
        SAYS_NO(422, false);

        private static final String NO = """
                {"violations": [{"propertyPath": "model", "message": "This brand has no such model."}]}""";

        final int status;
        /** True if the server stores the car. */
        final boolean takes;

        Response(int status, boolean takes) {
            this.status = status;
            this.takes = takes;
        }

        /** Returns whether the server answered before it read the car, because of the token or the rate limit. */
        boolean isUnread() {
            return this == UNAUTHORIZED || this == FORBIDDEN || this == TOO_MANY;
        }

        MockResponse answer() {
            MockResponse.Builder answer =
                    FakeAutochat.answer(status, "application/json", this == SAYS_NO ? NO : "{\"id\": 7}");
            return (switch (this) {
                        case TAKES, FAILS, UNAUTHORIZED, FORBIDDEN, SAYS_NO -> answer;
                        case TOO_MANY -> answer.addHeader("Retry-After", 1);
                        case TAKES_IN_SILENCE -> answer.onResponseStart(new SocketEffect.CloseSocket());
                        case TAKES_AND_STALLS, STALLS -> answer.onResponseStart(SocketEffect.Stall.INSTANCE);
                        case TAKES_AND_CUTS ->
                            answer.setHeader("Content-Length", 100).onResponseEnd(new SocketEffect.CloseSocket());
                    })
                    .build();
        }
    }

    /** Returns the response to a POST of the car, counted from 0. The last planned response repeats. */
    Response response(int post) {
        return turns.get(Math.min(post, turns.size() - 1));
    }

    /** Returns whether the scenario allows these states of the submissions, oldest first. */
    boolean allows(List<SubmissionState> came) {
        return came.size() == states.size()
                && IntStream.range(0, came.size())
                        .allMatch(sending -> states.get(sending).contains(came.get(sending)));
    }
}
