package app.forecourt.connection;

import app.forecourt.http.UrlPolicy;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The result of checking an address of the settings without a network request. */
public sealed interface AddressCheckResult {

    /**
     * The result for an address that may be used.
     *
     * @param carsAddress the address of cars, if the entered address has a path, because API paths are appended to the
     *     root
     */
    record Usable(Optional<String> carsAddress) implements AddressCheckResult {}

    /**
     * The result for an address that may not be used.
     *
     * @param fault the reason: a name of {@link UrlPolicy.Result.Fault} in lower case
     */
    record Faulty(String fault) implements AddressCheckResult {}

    /** The result for an address that belongs to the other profile. */
    record BelongsToOther(Profile owner) implements AddressCheckResult {}

    /**
     * Checks an address of the settings.
     *
     * @param values all settings as entered, with the default instead of a blank text
     * @throws IllegalArgumentException if the setting is no address
     */
    static AddressCheckResult of(Setting setting, Function<Setting, String> values) {
        String text = values.apply(setting);
        return switch (setting) {
            case TOKEN_ADDRESS -> toResult(UrlPolicy.checkAddress(text), Optional.empty());
            case STAGING_ADDRESS, PRODUCTION_ADDRESS ->
                ConnectionSettingsReader.otherOwner(
                                setting == Setting.STAGING_ADDRESS ? Profile.STAGING : Profile.PRODUCTION, values)
                        .<AddressCheckResult>map(BelongsToOther::new)
                        .orElseGet(() -> toResult(UrlPolicy.checkRoot(text), carsAddress(text)));
            default -> throw new IllegalArgumentException(setting + " is no address");
        };
    }

    private static AddressCheckResult toResult(UrlPolicy.Result address, Optional<String> understood) {
        return switch (address) {
            case UrlPolicy.Result.Allowed _ -> new Usable(understood);
            case UrlPolicy.Result.Refused(UrlPolicy.Result.Fault fault) ->
                new Faulty(fault.name().toLowerCase(Locale.ROOT));
        };
    }

    private static Optional<String> carsAddress(String text) {
        return UrlPolicy.checkAddress(text) instanceof UrlPolicy.Result.Allowed(var whole)
                        && UrlPolicy.checkRoot(text) instanceof UrlPolicy.Result.Allowed(var root)
                        && whole.getPath().length() > 1
                ? Optional.of(root + "/api/cars")
                : Optional.empty();
    }
}
