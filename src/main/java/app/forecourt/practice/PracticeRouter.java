package app.forecourt.practice;

/** A router from paths to services; also checks method and token. */
final class PracticeRouter {
    private final PracticeTokens tokens;
    private final PracticeOptions options;
    private final PracticeStock stock;
    private final PracticeRdw rdw = new PracticeRdw();

    PracticeRouter(PracticeTokens tokens, PracticeOptions options, PracticeStock stock) {
        this.tokens = tokens;
        this.options = options;
        this.stock = stock;
    }

    PracticeResponse answer(PracticeRequest request) {
        return switch (request.path()) {
            case "/oauth/token" -> only("POST", request, tokens::issue);
            case "/api/options" -> only("GET", request, signedIn(_ -> PracticeResponse.json(200, options.json())));
            case "/api/cars" -> only("POST", request, signedIn(stock::add));
            case PracticeRdw.VEHICLES, PracticeRdw.FUELS -> only("GET", request, rdw::answer);
            default ->
                PracticeResponse.problem(404, "No route found for \"" + request.method() + " " + request.path() + "\"");
        };
    }

    private static PracticeResponse only(String method, PracticeRequest request, Service service) {
        if (request.method().equals(method)) {
            return service.answer(request);
        }
        return PracticeResponse.problem(
                        405,
                        "No route found for \"" + request.method() + " " + request.path()
                                + "\": Method Not Allowed (Allow: " + method + ")")
                .withHeader("Allow", method);
    }

    private Service signedIn(Service service) {
        return request -> tokens.accepts(request)
                ? service.answer(request)
                : PracticeResponse.problem(401, "Full authentication is required to access this resource.")
                        .withHeader("WWW-Authenticate", "Bearer");
    }

    /** A service at one path. */
    @FunctionalInterface
    interface Service {
        PracticeResponse answer(PracticeRequest request);
    }
}
