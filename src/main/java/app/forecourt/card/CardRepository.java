package app.forecourt.card;

import app.forecourt.card.CardContent.Dealer;
import app.forecourt.card.CardLogo.ReadResult;
import app.forecourt.file.AtomicFile;
import app.forecourt.file.PrivateFile;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The dealer's name, address and logo for the card. Name and address are settings, the logo is a file of its own. */
public final class CardRepository {
    /** The maximum length of the name in characters. */
    public static final int MAX_NAME_LENGTH = 200;
    /** The name of the logo's file in the home. */
    public static final String LOGO_FILE = "card-logo.png";

    private final Preferences preferences;
    private final Path logoFile;

    /** Creates the repository of a home, with the logo beside the preferences. */
    public CardRepository(Preferences preferences) {
        this.preferences = preferences;
        logoFile = preferences.path().resolveSibling(LOGO_FILE);
    }

    /** Returns the dealer as stored. A damaged logo counts as none. Blocks on the disk. */
    public Dealer dealer() {
        return new Dealer(
                Optional.of(preferences.get(Setting.CARD_NAME).strip()).filter(name -> !name.isEmpty()),
                DealerWebAddress.parse(preferences.get(Setting.CARD_ADDRESS)),
                logo());
    }

    /** Returns the stored logo. Blocks on the disk. */
    public Optional<CardLogo> logo() {
        return Files.exists(logoFile) && CardLogo.read(logoFile) instanceof ReadResult.Read(CardLogo logo, boolean _)
                ? Optional.of(logo)
                : Optional.empty();
    }

    /**
     * Stores a logo, or removes the stored one. Blocks on the disk.
     *
     * @throws IOException if the file can't be written or deleted; the stored logo is unchanged
     */
    public void storeLogo(Optional<CardLogo> logo) throws IOException {
        if (logo.isPresent()) {
            PrivateFile.createFolder(logoFile.toAbsolutePath().resolveSibling(""));
            AtomicFile.writePrivate(logoFile, out -> out.write(logo.get().png()));
        } else {
            Files.deleteIfExists(logoFile);
        }
    }
}
