package app.forecourt.ui.settings;

import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kordamp.ikonli.feather.Feather;

/** Sections of the settings in their order. */
public enum SettingsTopic {
    CONNECTION(Feather.LOG_IN, "clientId", "clientSecret"),
    DEALERSHIPS(Feather.MAP_PIN),
    SHARED_STOCK(Feather.USERS, "sharedStockAddress", "deskName", "shared.copy", "shared.leave"),
    PHOTOS(Feather.IMAGE, "photoStore", "photoAddress", "photoFolder", "photoPublicUrl"),
    CARD(Feather.FILE_TEXT, "cardName", "cardAddress", "cardLogo"),
    PRICES(Feather.TAG, "country", "taxAmountMeans", "tradeDiscount"),
    SENDING(Feather.SEND, "sendUndo"),
    APPEARANCE(Feather.SUN, "language", "theme", "theme.dark", "textSize"),
    NETWORK(Feather.GLOBE, "proxy"),
    PRIVACY(Feather.SHIELD, "photoPreviews", "home", "support", "forgetAll");

    private final Feather icon;
    private final List<String> settings;

    SettingsTopic(Feather icon, String... settings) {
        this.icon = icon;
        this.settings = List.of(settings);
    }

    Feather icon() {
        return icon;
    }

    /** Returns the title in the window's language. */
    public String title(Messages messages) {
        return messages.get("settings." + Messages.key(this));
    }

    /** Returns the labels of the section's settings, by which a search finds the section. */
    public String labels(Messages messages) {
        return settings.stream()
                .map(setting -> messages.find("settings." + setting))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }
}
