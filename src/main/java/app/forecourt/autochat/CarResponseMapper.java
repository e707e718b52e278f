package app.forecourt.autochat;

import app.forecourt.autochat.json.ServerTextSanitizer;
import app.forecourt.autochat.json.UntrustedJsonParser;
import app.forecourt.http.RateLimitHeaders;
import java.time.Instant;
import java.util.Optional;

/**
 * Mapper from the response to a posted car to its outcome. The status decides. A success also needs a complete body
 * that is no web page.
 */
final class CarResponseMapper {
    private CarResponseMapper() {}

    static SendOutcome outcome(RawResponse response, Instant now) {
        int status = response.status();
        return switch (status) {
            case 200, 201, 202 -> success(response);
            case 401 -> new SendOutcome.SignInRefused(notAllowed(response));
            case 403 -> forbidden(response);
            case 408 -> unknown(FailureCause.SERVER_ERROR, response);
            case 429 -> new SendOutcome.Limited(RateLimitHeaders.until(response.headers(), now));
            default ->
                switch (status / 100) {
                    // Other 2xx, such as 204, are not documented as a success and name no car.
                    case 2 -> unknown(FailureCause.UNREADABLE, response);
                    case 3 -> unknown(FailureCause.REDIRECT, response);
                    case 4 -> SendOutcome.Rejected.of(response.toAnswer());
                    default -> unknown(FailureCause.SERVER_ERROR, response);
                };
        };
    }

    private static SendOutcome success(RawResponse response) {
        if (response.fault().isPresent()) {
            return unknown(NetworkFailureClassifier.inBody(response.fault().get()), response);
        }
        // A log-in page or a proxy's page says nothing about the car.
        return ServerTextSanitizer.isPage(response.contentType(), response.body())
                ? unknown(FailureCause.UNREADABLE, response)
                : new SendOutcome.Accepted(response.toAnswer(), id(response));
    }

    /** Describes the refusal of a valid token. Shared with the option list. */
    static SignInRefusal notAllowed(RawResponse response) {
        return new SignInRefusal(
                SignInRefusal.Kind.NOT_ALLOWED, parsed(response).message());
    }

    private static SendOutcome forbidden(RawResponse response) {
        ErrorBodyParser.ParsedErrors parsed = parsed(response);
        return parsed.problems().isEmpty()
                ? new SendOutcome.SignInRefused(notAllowed(response))
                : SendOutcome.Rejected.of(response.toAnswer());
    }

    private static SendOutcome unknown(FailureCause cause, RawResponse response) {
        return new SendOutcome.Unknown(cause, Optional.of(response.toAnswer()));
    }

    private static ErrorBodyParser.ParsedErrors parsed(RawResponse response) {
        return ErrorBodyParser.parse(response.contentType(), response.body());
    }

    private static Optional<String> id(RawResponse response) {
        return UntrustedJsonParser.read(response.body())
                .flatMap(car -> UntrustedJsonParser.firstText(car, "id", "uuid", "@id"))
                .or(() -> Optional.ofNullable(response.headers().get("Location")))
                .map(ServerTextSanitizer::singleLine)
                .filter(id -> !id.isEmpty());
    }
}
