package app.forecourt.ui.send;

import app.forecourt.model.AppModel;
import app.forecourt.settings.Profile;
import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.stock.StockMark;
import app.forecourt.text.TextSanitizer;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the banner says about a car that was sold, withdrawn or archived.
 *
 * @param name brand and model
 * @param desk the other desk that has marked the car; empty if this desk has
 * @param adverts the car's adverts at the selected profile, also those that were taken off
 */
record MarkedCarBannerText(
        String name, StockMark mark, Optional<String> desk, Profile profile, List<StaleAdvert> adverts) {

    /** Returns the car in the form; empty if it has no mark, or something about its submission is more urgent. */
    static Optional<MarkedCarBannerText> of(AppModel model) {
        StockMark mark = model.cars().current().mark().value().get();
        SendingStatus status = model.cars().current().status().get();
        if (mark == StockMark.NONE
                || mark == StockMark.DELETED
                || (status != SendingStatus.DRAFT && status != SendingStatus.SENT)) {
            return Optional.empty();
        }
        Profile profile = model.profile().get();
        return Optional.of(new MarkedCarBannerText(
                TextSanitizer.excerpt(
                        model.cars().names().name(model.form().draft().get()::text)),
                mark,
                model.cars().current().mark().author().get(),
                profile,
                adverts(model)));
    }

    /** Returns the adverts of the car in the form at the selected profile that are out of date, the oldest first. */
    static List<StaleAdvert> adverts(AppModel model) {
        UUID car = model.cars().current().car().get().id();
        return model.cars().stock().staleAdverts().get().stream()
                .filter(advert -> advert.car().id().equals(car)
                        && advert.profile() == model.profile().get())
                .toList();
    }

    /** Returns true if the dealer still has to take an advert off the selected profile. */
    boolean isLeft() {
        return countOff() < adverts.size();
    }

    private long countOff() {
        return adverts.stream().filter(StaleAdvert::isTakenOff).count();
    }

    /** Returns {@code Opel Corsa is sold (Anna, desk 2) · still at PRODUCTION}. */
    String title(Messages messages) {
        String here = messages.get(
                "stock.marked." + Messages.key(mark), name.isEmpty() ? messages.get("stock.untitled") : name);
        String marked =
                desk.map(there -> messages.get("marked.by", here, there)).orElse(here);
        if (adverts.isEmpty()) {
            return marked;
        }
        String state = !isLeft() ? "off" : countOff() == 0 ? "left" : "part";
        return marked + " · "
                + messages.getFor(
                        profile,
                        "marked." + state,
                        "marked." + state + ".practice",
                        messages.upperCaseName(profile),
                        countOff(),
                        adverts.size());
    }

    /** Returns what to do about the advert; {@code ""} if there is nothing to do. */
    String sentence(Messages messages) {
        return isLeft() ? messages.get("takeoff.hint") : "";
    }
}
