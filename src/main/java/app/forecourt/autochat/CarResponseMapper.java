package app.forecourt.autochat;

import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.autochat.json.Json;
import app.forecourt.autochat.json.ResponseText;
import app.forecourt.http.RateLimit;
import java.time.Instant;
import java.util.Optional;

/** What an answer to a posted car means. The status decides; only a success must have a whole body too, and no web page. */
final class CarResponseMapper {
    private CarResponseMapper() {}

    static SendOutcome outcome(RawResponse reply, Instant now) {
        int status = reply.status();
        return switch (status) {
            case 200, 201, 202 -> success(reply);
            case 401 -> new SendOutcome.SignInRefused(notAllowed(reply));
            case 403 -> forbidden(reply);
            case 408 -> unknown(Cause.SERVER_ERROR, reply);
            case 429 -> new SendOutcome.Limited(RateLimit.until(reply.headers(), now));
            default -> switch (status / 100) {
                // A success that the design doesn't count as one, such as 204: it names no car.
                case 2 -> unknown(Cause.UNREADABLE, reply);
                case 3 -> unknown(Cause.REDIRECT, reply);
                case 4 -> SendOutcome.Rejected.of(reply.answer());
                default -> unknown(Cause.SERVER_ERROR, reply);
            };
        };
    }

    private static SendOutcome success(RawResponse reply) {
        if (reply.fault().isPresent()) {
            return unknown(FailureClassifier.inBody(reply.fault().get()), reply);
        }
        // A log-in page or a proxy's page: whoever wrote it, it does not speak of the car.
        return ResponseText.isPage(reply.contentType(), reply.body()) ? unknown(Cause.UNREADABLE, reply)
                : new SendOutcome.Accepted(reply.answer(), id(reply));
    }

    /** A token that is in order and yet not taken; shared with the option list. */
    static SignInFailure notAllowed(RawResponse reply) {
        return new SignInFailure(SignInFailure.Kind.NOT_ALLOWED, said(reply).message());
    }

    private static SendOutcome forbidden(RawResponse reply) {
        ErrorBodyParser.Said said = said(reply);
        return said.problems().isEmpty() ? new SendOutcome.SignInRefused(notAllowed(reply))
                : SendOutcome.Rejected.of(reply.answer());
    }

    private static SendOutcome unknown(Cause cause, RawResponse reply) {
        return new SendOutcome.Unknown(cause, Optional.of(reply.answer()));
    }

    private static ErrorBodyParser.Said said(RawResponse reply) {
        return ErrorBodyParser.read(reply.contentType(), reply.body());
    }

    private static Optional<String> id(RawResponse reply) {
        return Json.read(reply.body())
                .flatMap(car -> Json.text(car, "id", "uuid", "@id"))
                .or(() -> Optional.ofNullable(reply.headers().get("Location")))
                .map(ResponseText::of)
                .filter(id -> !id.isEmpty());
    }
}
