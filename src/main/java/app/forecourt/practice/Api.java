package app.forecourt.practice;

/** Which path does what, and who may. */
final class Api {
    private final Tokens tokens;
    private final OptionList options;
    private final Cars cars;
    private final Rdw rdw = new Rdw();

    Api(Tokens tokens, OptionList options, Cars cars) {
        this.tokens = tokens;
        this.options = options;
        this.cars = cars;
    }

    Answer answer(Request request) {
        return switch (request.path()) {
            case "/oauth/token" -> only("POST", request, tokens::issue);
            case "/api/options" -> only("GET", request, signedIn(signed -> Answer.json(200, options.json())));
            case "/api/cars" -> only("POST", request, signedIn(cars::add));
            case Rdw.VEHICLES, Rdw.FUELS -> only("GET", request, rdw::answer);
            default ->
                Answer.problem(404, "No route found for \"" + request.method() + " " + request.path() + "\"");
        };
    }

    private static Answer only(String method, Request request, Service service) {
        if (request.method().equals(method)) {
            return service.answer(request);
        }
        return Answer.problem(405, "No route found for \"" + request.method() + " " + request.path()
                + "\": Method Not Allowed (Allow: " + method + ")").withHeader("Allow", method);
    }

    private Service signedIn(Service service) {
        return request -> tokens.admit(request)
                ? service.answer(request)
                : Answer.problem(401, "Full authentication is required to access this resource.")
                        .withHeader("WWW-Authenticate", "Bearer");
    }

    /** One thing it does. */
    @FunctionalInterface
    interface Service {
        Answer answer(Request request);
    }
}
