package app.forecourt.settings;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The settings with their defaults. On a managed computer an environment variable or a system property can fix a
 * setting. Its value then takes precedence over the stored value.
 */
public enum Setting {
    /** The {@link Profile#key()} of the last chosen profile; blank before the first choice. */
    PROFILE("profile", "", "forecourt.profile"),
    /** The client id, issued by AutoChat. Staging and production share it unless they have one of their own. */
    CLIENT_ID("clientId", "", "FORECOURT_CLIENT_ID"),
    /** The client secret, issued by AutoChat. Staging and production share it unless they have one of their own. */
    CLIENT_SECRET("clientSecret", "", "FORECOURT_CLIENT_SECRET"),
    /** The client id of staging; blank for the shared one. */
    STAGING_CLIENT_ID("stagingClientId", "", "FORECOURT_CLIENT_ID"),
    /** The client secret of staging; ignored while staging has no client id of its own. */
    STAGING_CLIENT_SECRET("stagingClientSecret", "", "FORECOURT_CLIENT_SECRET"),
    /** The client id of production; blank for the shared one. */
    PRODUCTION_CLIENT_ID("productionClientId", "", "FORECOURT_CLIENT_ID"),
    /** The client secret of production; ignored while production has no client id of its own. */
    PRODUCTION_CLIENT_SECRET("productionClientSecret", "", "FORECOURT_CLIENT_SECRET"),
    /** The root address of staging. */
    STAGING_ADDRESS("stagingUrl", "https://staging.autochat.ai", "forecourt.staging.url"),
    /** The root address of production. */
    PRODUCTION_ADDRESS("productionUrl", "https://console.autochat.ai", "forecourt.production.url"),
    /** The complete address of the token endpoint. */
    TOKEN_ADDRESS("tokenUrl", "https://autochat-dev.eu.auth0.com/oauth/token", "forecourt.token.url"),
    /** The root address of RDW's open data. The settings dialog does not show it. */
    REGISTER_ADDRESS("registerUrl", "https://opendata.rdw.nl", "forecourt.rdw.url"),
    /** The storage of the vault's key: {@code keychain}, {@code file}, or {@code run} to store nothing. */
    KEEP_SECRETS("keepSecrets", "keychain", "forecourt.secrets"),
    /** The id from outside that replaces the default's id in {@link DealershipRepository}; never stored. */
    DEALERSHIP("dealershipId", "", "FORECOURT_DEALERSHIP_ID"),
    /** The ISO code of the window's language; {@code system} for the computer's language. */
    LANGUAGE("language", "system"),
    /** The colour theme: {@code system}, {@code light} or {@code dark}. */
    THEME("theme", "system"),
    /** The text size in percent of the default size. */
    TEXT_SIZE("textSize", "100"),
    /** Whether photos are fetched for thumbnails: {@code on} or {@code off}. */
    PHOTO_PREVIEWS("photoPreviews", "on"),
    /** The kind of the web space for photos: {@code sftp}, {@code ftps}; blank for none. */
    PHOTO_STORE("photoStore", ""),
    /** The host of the web space. */
    PHOTO_ADDRESS("photoAddress", ""),
    /** The port of the web space; blank for the usual one. */
    PHOTO_PORT("photoPort", ""),
    /** The folder on the web space below which photos are put. */
    PHOTO_FOLDER("photoFolder", ""),
    /** The user name of the web space. */
    PHOTO_USER("photoUser", ""),
    /** The password of the web space. */
    PHOTO_SECRET("photoSecret", ""),
    /** The web address under which the contents of the folder appear. */
    PHOTO_PUBLIC_ADDRESS("photoPublicUrl", ""),
    /** The identities of hosts that the user accepted: kind, host, port and fingerprint, one a line. */
    PHOTO_HOSTS("photoHosts", ""),
    /** The address of the shared stock with the certificate authority, without the password; blank for none. */
    SHARED_STOCK_ADDRESS("sharedStockAddress", ""),
    /** The password of the shared stock. */
    SHARED_STOCK_SECRET("sharedStockSecret", ""),
    /** Whether what the desk knows of an earlier shared stock is forgotten before the next sync: on or off. */
    SHARED_STOCK_NEW("sharedStockNew", "off"),
    /** The name of this desk for the other desks of the shared stock. */
    DESK_NAME("deskName", ""),
    /** Whether sending to production is delayed, so that the user can undo it: {@code on} or {@code off}. */
    SEND_UNDO("sendUndo", "on"),
    /** The source of the proxy: {@code system}, {@code manual} or {@code none}. */
    PROXY("proxy", "system"),
    /** The host name or IP address of the manual proxy. */
    PROXY_HOST("proxyHost", ""),
    /** The port of the manual proxy. */
    PROXY_PORT("proxyPort", ""),
    /** The ISO code of the country with the VAT rate; blank for the computer's country. */
    COUNTRY("country", ""),
    /** The meaning of the tax field: {@code vat}, {@code bpm} or {@code empty}. */
    TAX_AMOUNT("taxAmountMeans", "vat"),
    /** The discount for other dealers in percent; {@code 0} if no trade price is calculated. */
    TRADE_DISCOUNT("tradeDiscount", "10"),
    /** The order of the stock list: {@code newest}, {@code name}, {@code price}, {@code mileage}, {@code standing}. */
    STOCK_ORDER("stockOrder", "newest"),
    /** The dealer's name for buyers on the windscreen card; blank for the name of the car's dealership. */
    CARD_NAME("cardName", ""),
    /** The dealer's web address, which the windscreen card shows as a QR code; blank for none. */
    CARD_ADDRESS("cardAddress", ""),
    /** The width of the stock list in pixels at the standard text size; blank for one that follows the window. */
    STOCK_WIDTH("stockWidth", ""),
    /** The bounds of the window when it was closed last; blank before the first time. */
    WINDOW("window", "");

    private final String key;
    private final String standard;
    private final String source;

    Setting(String key, String standard) {
        this(key, standard, "");
    }

    Setting(String key, String standard, String source) {
        this.key = key;
        this.standard = standard;
        this.source = source;
    }

    /** Returns the name in the preferences file. */
    public String key() {
        return key;
    }

    public String defaultValue() {
        return standard;
    }

    /** Returns the name of the environment variable or the system property that can fix the setting. */
    public Optional<String> source() {
        return Optional.of(source).filter(name -> !name.isEmpty());
    }

    /** Returns whether the setting is a secret, which is stored in the {@code Vault} instead of the preferences. */
    public boolean isSecret() {
        return this == CLIENT_SECRET
                || this == STAGING_CLIENT_SECRET
                || this == PRODUCTION_CLIENT_SECRET
                || this == PHOTO_SECRET
                || this == SHARED_STOCK_SECRET;
    }

    /** Returns the settings of credentials and addresses, in the order of the settings dialog. */
    public static Set<Setting> connectionSettings() {
        return EnumSet.range(CLIENT_ID, TOKEN_ADDRESS);
    }
}
