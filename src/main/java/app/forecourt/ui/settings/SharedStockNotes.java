package app.forecourt.ui.settings;

import app.forecourt.secret.Vault;
import app.forecourt.settings.Setting;
import app.forecourt.sharing.SharedStockInput;
import app.forecourt.sharing.SharedStockSettings;
import app.forecourt.sharing.SharedStockSettings.Setup;
import app.forecourt.ui.settings.SettingField.Note;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.SharedStockMessages;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The notes below the fields of a shared stock. */
final class SharedStockNotes {
    private final SharedStockSettings settings;
    private final Vault vault;
    private final Messages messages;
    private final SharedStockMessages words;
    private final Set<Path> unusable = new HashSet<>();

    SharedStockNotes(SharedStockSettings settings, Vault vault, Messages messages) {
        this.settings = settings;
        this.vault = vault;
        this.messages = messages;
        words = new SharedStockMessages(messages);
    }

    Note ofAddress(SharedStockInput typed) {
        if (typed.isBlank()) {
            boolean isShared = settings.setup().isPresent();
            return new Note(isShared ? messages.get("settings.shared.blank") : "", isShared);
        }
        return typed.addressFault()
                .map(fault -> new Note(words.sentence(fault), true))
                .or(() -> typed.risk()
                        .map(risk -> Note.warning(messages.get("settings.shared.risk." + Messages.key(risk)))))
                .orElse(Note.NONE);
    }

    /** Returns the note of the password. A stored one is sent only to the address for which it was typed. */
    Note ofPassword(SharedStockInput typed) {
        if (typed.typedPassword().isPresent() || isStoredPasswordUsable(typed)) {
            return Note.NONE;
        }
        return new Note(
                messages.get(
                        vault.has(Setting.SHARED_STOCK_SECRET)
                                ? "settings.sharedStockSecret.again"
                                : "settings.sharedStockSecret.missing"),
                false);
    }

    boolean isStoredPasswordUsable(SharedStockInput typed) {
        return vault.has(Setting.SHARED_STOCK_SECRET)
                && typed.serverAddress().equals(settings.setup().map(Setup::address));
    }

    Note ofCertificate(SharedStockInput typed) {
        boolean isWrong = typed.isRootCertificateFaulty()
                || typed.rootFile().filter(unusable::contains).isPresent();
        return isWrong ? new Note(messages.get("settings.sharedStockCertificate.wrong"), true) : Note.NONE;
    }

    /** Notes whether a file has certificates, as the disk has said. */
    void noteCertificate(Path file, boolean isUsable) {
        if (isUsable) {
            unusable.remove(file);
        } else {
            unusable.add(file);
        }
    }

    Note ofDeskName(SharedStockInput typed) {
        return typed.isBlank() || !typed.isDeskNameFaulty()
                ? Note.NONE
                : new Note(messages.get("settings.deskName.wrong", SharedStockInput.LONGEST_NAME), true);
    }

    /** @param choice which stock is under the address */
    Note ofStock(String choice) {
        return new Note(messages.get("settings.sharedStockNew.about." + choice), false);
    }
}
