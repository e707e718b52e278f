package app.forecourt.settings;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What this desk can set, each with its default, and what stands in for it on a managed desk: an environment variable
 * or a system property, which then takes precedence over what was typed.
 */
public enum Setting {
    /** The profile chosen last, by its {@link Profile#key()}; blank before the first choice. */
    PROFILE("profile", "", "", "forecourt.profile"),
    /** Handed out by AutoChat; staging and production share it unless they have their own. */
    CLIENT_ID("clientId", "", "FORECOURT_CLIENT_ID", ""),
    /** Handed out by AutoChat; staging and production share it unless they have their own. A secret. */
    CLIENT_SECRET("clientSecret", "", "FORECOURT_CLIENT_SECRET", ""),
    /** Staging's own; blank for the shared one. */
    STAGING_CLIENT_ID("stagingClientId", "", "FORECOURT_CLIENT_ID", ""),
    /** Staging's own; counts only beside its own client id. A secret. */
    STAGING_CLIENT_SECRET("stagingClientSecret", "", "FORECOURT_CLIENT_SECRET", ""),
    /** Production's own; blank for the shared one. */
    PRODUCTION_CLIENT_ID("productionClientId", "", "FORECOURT_CLIENT_ID", ""),
    /** Production's own; counts only beside its own client id. A secret. */
    PRODUCTION_CLIENT_SECRET("productionClientSecret", "", "FORECOURT_CLIENT_SECRET", ""),
    /** Staging's root. */
    STAGING_ADDRESS("stagingUrl", "https://staging.autochat.ai", "", "forecourt.staging.url"),
    /** Production's root. */
    PRODUCTION_ADDRESS("productionUrl", "https://console.autochat.ai", "", "forecourt.production.url"),
    /** Where tokens are asked for, whole. */
    TOKEN_ADDRESS("tokenUrl", "https://autochat-dev.eu.auth0.com/oauth/token", "", "forecourt.token.url"),
    /** The root of RDW's open data; never typed. */
    REGISTER_ADDRESS("registerUrl", "https://opendata.rdw.nl", "", "forecourt.rdw.url"),
    /** Where the key to the secrets lies: {@code keychain}, {@code file}, or {@code run} for nowhere. */
    KEEP_SECRETS("keepSecrets", "keychain", "", "forecourt.secrets"),
    /** Never typed: what is given from outside stands in for the default's id among {@link DealershipRepository}. */
    DEALERSHIP("dealershipId", "", "FORECOURT_DEALERSHIP_ID", ""),
    /** The window's, by its ISO code; {@code system} for the computer's. */
    LANGUAGE("language", "system", "", ""),
    /** {@code system}, {@code light} or {@code dark}. */
    THEME("theme", "system", "", ""),
    /** How large text is, in percent of the usual. */
    TEXT_SIZE("textSize", "100", "", ""),
    /** Whether photos are fetched to be shown small: {@code on} or {@code off}. */
    PHOTO_PREVIEWS("photoPreviews", "on", "", ""),
    /** Whether a car waits for an undo before it leaves for production: {@code on} or {@code off}. */
    SEND_UNDO("sendUndo", "on", "", ""),
    /** {@code system}, {@code manual} or {@code none}. */
    PROXY("proxy", "system", "", ""),
    /** The name or number of the manual proxy. */
    PROXY_HOST("proxyHost", "", "", ""),
    /** The port of the manual proxy. */
    PROXY_PORT("proxyPort", "", "", ""),
    /** Whose VAT it is, by its ISO code; blank for the country the computer is set to. */
    COUNTRY("country", "", "", ""),
    /** {@code vat}, {@code bpm} or {@code empty}. */
    TAX_AMOUNT("taxAmountMeans", "vat", "", ""),
    /** How much less another dealer pays, in percent; {@code 0} when that is not reckoned. */
    TRADE_DISCOUNT("tradeDiscount", "10", "", ""),
    /** Where the window was closed last; blank before the first time. */
    WINDOW("window", "", "", "");

    private final String key;
    private final String standard;
    private final String variable;
    private final String property;

    Setting(String key, String standard, String variable, String property) {
        this.key = key;
        this.standard = standard;
        this.variable = variable;
        this.property = property;
    }

    /** Its name in the preferences file. */
    public String key() {
        return key;
    }

    /** What holds until it is set. */
    public String standard() {
        return standard;
    }

    /** The environment variable that stands in for it. */
    public Optional<String> variable() {
        return Optional.of(variable).filter(name -> !name.isEmpty());
    }

    /** The system property that stands in for it. */
    public Optional<String> property() {
        return Optional.of(property).filter(name -> !name.isEmpty());
    }

    /** Whether it is kept in the {@code Vault} and not in the preferences. */
    public boolean isSecret() {
        return this == CLIENT_SECRET || this == STAGING_CLIENT_SECRET || this == PRODUCTION_CLIENT_SECRET;
    }

    /** Those that belong to one profile or to the signing-in, in the order in which they are asked for. */
    public static Set<Setting> ofConnections() {
        return EnumSet.range(CLIENT_ID, TOKEN_ADDRESS);
    }
}
