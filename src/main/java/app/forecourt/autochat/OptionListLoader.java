package app.forecourt.autochat;

import app.forecourt.http.RateLimitHeaders;
import app.forecourt.option.BoundedOptionListBuilder;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/** Loader of AutoChat's option list, page by page. All pages come from one server, and their number is bounded. */
final class OptionListLoader {
    private static final int MAX_PAGES = 100;

    private final HttpUrl first;
    private final AutochatClient.StockApi api;
    private final AuthorizedRequests requests;
    private final Clock clock;
    private final BoundedOptionListBuilder list = new BoundedOptionListBuilder();
    private final Set<HttpUrl> loadedPages = new HashSet<>();

    /** @param first the address of the first page */
    OptionListLoader(HttpUrl first, AutochatClient.StockApi api, AuthorizedRequests requests, Clock clock) {
        this.first = first;
        this.api = api;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * Loads all pages. One failed page fails the whole list, because half a list would make valid options look unknown.
     *
     * <p>The list is complete if its last page names no next page. It is incomplete if a bound is reached. It is also
     * incomplete if the next page was already loaded or belongs to another server.
     */
    OptionsOutcome load() {
        HttpUrl page = first;
        while (true) {
            HttpUrl current = page;
            loadedPages.add(current);
            AuthorizedRequests.Result result = requests.execute((bearer, trace) -> api.options(current, bearer, trace));
            if (!(result instanceof AuthorizedRequests.Answered(RawResponse response))
                    || response.status() != 200
                    || !response.isWhole()) {
                return failure(result);
            }
            Optional<OptionPage> parsed = OptionPage.parse(response);
            if (parsed.isEmpty()) {
                return new OptionsOutcome.Failed(FailureCause.UNREADABLE, response.status());
            }
            parsed.get().options().forEach(list::add);
            Optional<HttpUrl> next = parsed.get().next().flatMap(link -> nextPage(current, link));
            if (next.isEmpty() || loadedPages.size() >= MAX_PAGES || list.isFull()) {
                return new OptionsOutcome.Loaded(
                        list.options(), parsed.get().next().isEmpty() && !list.lacksOptions());
            }
            page = next.get();
        }
    }

    /** Resolves the link to the next page. The request carries the token, so only the same server is accepted. */
    private Optional<HttpUrl> nextPage(HttpUrl page, String link) {
        return Optional.ofNullable(page.resolve(link))
                .filter(next -> next.scheme().equals(first.scheme())
                        && next.host().equals(first.host())
                        && next.port() == first.port())
                .filter(next -> !loadedPages.contains(next));
    }

    private OptionsOutcome failure(AuthorizedRequests.Result result) {
        return switch (result) {
            case AuthorizedRequests.Answered(RawResponse response) -> failure(response);
            case AuthorizedRequests.NotStarted(FailureCause cause) -> new OptionsOutcome.Failed(cause, 0);
            case AuthorizedRequests.NoResponse(FailureCause cause) -> new OptionsOutcome.Failed(cause, 0);
            case AuthorizedRequests.Denied(SignInOutcome.Denied denial) ->
                switch (denial) {
                    case SignInOutcome.Refused(SignInRefusal failure) -> new OptionsOutcome.SignInRefused(failure);
                    case SignInOutcome.Limited(var until, var reason) -> new OptionsOutcome.Limited(until, reason);
                    case SignInOutcome.Failed(FailureCause cause) -> new OptionsOutcome.Failed(cause, 0);
                };
        };
    }

    private OptionsOutcome failure(RawResponse response) {
        int status = response.status();
        return switch (status) {
            case 401, 403 -> new OptionsOutcome.SignInRefused(CarResponseMapper.notAllowed(response));
            case 429 -> new OptionsOutcome.Limited(RateLimitHeaders.until(response.headers(), clock.instant()));
            case 200 ->
                new OptionsOutcome.Failed(
                        response.fault().map(NetworkFailureClassifier::inBody).orElse(FailureCause.UNREADABLE), 200);
            default ->
                new OptionsOutcome.Failed(
                        switch (status / 100) {
                            case 3 -> FailureCause.REDIRECT;
                            case 5 -> FailureCause.SERVER_ERROR;
                            default -> FailureCause.UNREADABLE;
                        },
                        status);
        };
    }
}
