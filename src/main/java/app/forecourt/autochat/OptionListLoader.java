package app.forecourt.autochat;

import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.http.RateLimit;
import app.forecourt.option.BoundedOptions;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/** Loads AutoChat's option list, page after page, without letting a server lead it astray or keep it forever. */
final class OptionListLoader {
    private static final int MOST_PAGES = 100;

    private final HttpUrl first;
    private final StockApi api;
    private final AuthorizedExchange visit;
    private final Clock clock;
    private final BoundedOptions options = new BoundedOptions();
    private final Set<HttpUrl> seen = new HashSet<>();

    /** @param first the address of the first page */
    OptionListLoader(HttpUrl first, StockApi api, AuthorizedExchange visit, Clock clock) {
        this.first = first;
        this.api = api;
        this.visit = visit;
        this.clock = clock;
    }

    /**
     * A page that fails fails all: half a list would make right options look wrong. It is whole where it ends with a
     * page that names no next one; it is cut where that one was seen or is another server's, or the bounds are reached.
     */
    OptionsOutcome load() {
        HttpUrl page = first;
        while (true) {
            HttpUrl current = page;
            seen.add(current);
            AuthorizedExchange.Result result = visit
                    .ask((bearer, trip) -> api.options(current, bearer, trip));
            if (!(result instanceof AuthorizedExchange.Answered(RawResponse reply)) || reply.status() != 200
                    || !reply.isWhole()) {
                return failure(result);
            }
            Optional<OptionPage> read = OptionPage.read(reply);
            if (read.isEmpty()) {
                return new OptionsOutcome.Failed(Cause.UNREADABLE, reply.status());
            }
            read.get().options().forEach(options::add);
            Optional<HttpUrl> next = read.get().next().flatMap(link -> following(current, link));
            if (next.isEmpty() || seen.size() >= MOST_PAGES || options.isFull()) {
                return new OptionsOutcome.Loaded(options.options(),
                        read.get().next().isEmpty() && !options.isFull() && options.leftOut() == 0,
                        options.leftOut());
            }
            page = next.get();
        }
    }

    /** The token goes along, so only to the very same server. */
    private Optional<HttpUrl> following(HttpUrl page, String link) {
        return Optional.ofNullable(page.resolve(link))
                .filter(next -> next.scheme().equals(first.scheme()) && next.host().equals(first.host())
                        && next.port() == first.port())
                .filter(next -> !seen.contains(next));
    }

    private OptionsOutcome failure(AuthorizedExchange.Result result) {
        return switch (result) {
            case AuthorizedExchange.Answered(RawResponse reply) -> failure(reply);
            case AuthorizedExchange.NotDeparted(Cause cause) -> new OptionsOutcome.Failed(cause, 0);
            case AuthorizedExchange.Lost(Cause cause) -> new OptionsOutcome.Failed(cause, 0);
            case AuthorizedExchange.Denied(SignInOutcome.Denied why) -> switch (why) {
                case SignInOutcome.Refused(SignInFailure failure) ->
                    new OptionsOutcome.SignInRefused(failure);
                case SignInOutcome.Limited(var until, var reason) ->
                    new OptionsOutcome.Limited(until, reason);
                case SignInOutcome.Failed(Cause cause) -> new OptionsOutcome.Failed(cause, 0);
            };
        };
    }

    private OptionsOutcome failure(RawResponse reply) {
        int status = reply.status();
        return switch (status) {
            case 401, 403 -> new OptionsOutcome.SignInRefused(CarResponseMapper.notAllowed(reply));
            case 429 -> new OptionsOutcome.Limited(RateLimit.until(reply.headers(), clock.instant()));
            case 200 ->
                new OptionsOutcome.Failed(
                        reply.fault().map(FailureClassifier::inBody).orElse(Cause.UNREADABLE), 200);
            default -> new OptionsOutcome.Failed(switch (status / 100) {
                case 3 -> Cause.REDIRECT;
                case 5 -> Cause.SERVER_ERROR;
                default -> Cause.UNREADABLE;
            }, status);
        };
    }
}
