package app.forecourt.environment;

import app.forecourt.http.UrlCheck;
import app.forecourt.http.UrlPolicy;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What can be told of an address in the settings without trying it. */
public sealed interface AddressCheck {

    /**
     * It may be used.
     *
     * @param understood where cars go when a path is part of it, since paths are put behind it or taken away
     */
    record Usable(Optional<String> understood) implements AddressCheck {}

    /**
     * It may not be used.
     *
     * @param fault why: the name of one of {@link UrlCheck.Fault}, in lower case
     */
    record Faulty(String fault) implements AddressCheck {}

    /** It may be used, but not by this profile, since it belongs to that one. */
    record Others(Profile owner) implements AddressCheck {}

    /**
     * Looks at one of the addresses.
     *
     * @param values all settings as they are typed now, with the default for what is blank
     */
    static AddressCheck of(Setting setting, Function<Setting, String> values) {
        String text = values.apply(setting);
        return switch (setting) {
            case TOKEN_ADDRESS -> judged(UrlPolicy.whole(text), Optional.empty());
            case STAGING_ADDRESS, PRODUCTION_ADDRESS ->
                ConnectionSettings
                        .owner(setting == Setting.STAGING_ADDRESS ? Profile.STAGING : Profile.PRODUCTION,
                                values)
                        .<AddressCheck>map(Others::new).orElseGet(
                                () -> judged(UrlPolicy.root(text), path(text)));
            default -> throw new IllegalArgumentException(setting + " is no address");
        };
    }

    private static AddressCheck judged(UrlCheck address, Optional<String> understood) {
        return switch (address) {
            case UrlCheck.Allowed allowed -> new Usable(understood);
            case UrlCheck.Refused(UrlCheck.Fault fault) -> new Faulty(fault.name().toLowerCase(Locale.ROOT));
        };
    }

    private static Optional<String> path(String text) {
        return UrlPolicy.whole(text) instanceof UrlCheck.Allowed(var whole)
                && UrlPolicy.root(text) instanceof UrlCheck.Allowed(var root) && whole.getPath().length() > 1
                        ? Optional.of(root + "/api/cars")
                        : Optional.empty();
    }
}
