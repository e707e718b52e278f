package app.forecourt.model.stock;

import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.model.send.SendWorkflow.Step.CONFIRMATION_NEEDED;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SendingStatus.SENT;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.model.AppModelFixture;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.stock.StockRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The adverts to take off, from sending to the tick, on two profiles. */
class StaleAdvertsTest extends AppModelFixture {

    private UUID sendTo(String number, Profile... profiles) {
        newCar();
        typeAdvert();
        type(INTERNAL_ID, number);
        UUID car = carId();
        for (Profile profile : profiles) {
            selectProfile(profile);
            answers.put("/api/cars", response(201, "{\"uuid\": \"%s-%s\"}".formatted(number, profile.key())));
            sendOnce();
        }
        return car;
    }

    /** Sends the current car, and answers the questions on the way. */
    private void sendOnce() {
        for (int asked = 0; status() != SENT; asked++) {
            assertTrue(asked < 5, () -> visibleProblems().toString());
            if (send() == CONFIRMATION_NEEDED) {
                sendWorkflow.confirmProduction();
            }
        }
    }

    private List<String> all() {
        return stock().staleAdverts().get().stream()
                .map(advert -> advert.profile() + " "
                        + advert.submission().number().orElseThrow() + " " + advert.reason()
                        + (advert.isTakenOff() ? " off" : ""))
                .sorted()
                .toList();
    }

    private long left(Profile profile) {
        return StaleAdvert.countLeft(stock().staleAdverts().get(), profile);
    }

    @Test
    void advertOfACarThatAnotherDeskSoldIsListedUntilTheMarkGoes() {
        startModel();
        StockModel stock = stock();
        StockRow forSale = stock.row(sendTo("A1", STAGING)).orElseThrow();

        stock.putAll(IndexedCar.of(List.of(forSale.with(SOLD, Optional.empty())), cars().names()));
        assertEquals(List.of("STAGING A1-staging SOLD"), all());

        stock.putAll(IndexedCar.of(List.of(forSale), cars().names()));
        assertEmpty(all());
    }

    @Test
    void soldAndCorrectedCarsAreListedUntilTicked() {
        startModel();
        sendTo("A1", STAGING, PRODUCTION);
        UUID sold = sendTo("B2", STAGING, PRODUCTION);
        UUID corrected = sendTo("C3", STAGING);
        assertEmpty(all());

        mark(sold, SOLD);
        openCar(corrected);
        correct();
        type(SALES_PRICE, "11900");
        answerCars(201, "{\"uuid\": \"C3-again\"}");
        sendOnce();
        assertEquals(
                List.of("PRODUCTION B2-production SOLD", "STAGING B2-staging SOLD", "STAGING C3-staging CORRECTED"),
                all());
        assertEquals(2, left(STAGING));
        assertEquals(1, left(PRODUCTION));
        stock().filter().filter().set(StockFilterModel.Filter.TO_TAKE_OFF);
        assertEquals(Set.of("B2", "C3"), Set.copyOf(listed(INTERNAL_ID)));

        tick("B2-production", true);
        assertEquals(Set.of("B2", "C3"), Set.copyOf(listed(INTERNAL_ID)), "one of two is left");
        awaitSaved();

        restartModel();
        assertEquals(2, left(STAGING), "after a restart");
        assertEquals(0, left(PRODUCTION));
        tick("B2-production", false);
        assertEquals(1, left(PRODUCTION), "the tick is undone");
        openCar(sold);
        mark(sold, NONE);
        assertEquals(List.of("STAGING C3-staging CORRECTED"), all());
        cars().undo();
        assertEquals(2, left(STAGING), "undone, it is sold again");
    }

    /** Records whether the advert with a number was taken off. */
    private void tick(String number, boolean isOff) {
        stock().staleAdverts().get().stream()
                .filter(advert -> advert.submission().number().equals(Optional.of(number)))
                .toList()
                .forEach(advert -> cars().actions()
                        .setTakenOff(advert.car().id(), advert.submission().id(), isOff));
    }

    @Test
    void undoKeepsWhatWasTickedBefore() {
        startModel();
        UUID sold = sendTo("B2", STAGING, PRODUCTION);
        mark(sold, SOLD);
        tick("B2-production", true);
        cars().actions().confirmTakenOff(sold);
        cars().undo();
        assertEquals(List.of("PRODUCTION B2-production SOLD off", "STAGING B2-staging SOLD"), all());
    }

    @Test
    void tickOfTheCarInTheFormStaysWhenItIsTyped() {
        startModel();
        UUID car = sendTo("A1", STAGING);
        mark(car, SOLD);
        tick("A1-staging", true);
        selectProfile(PRODUCTION);
        type(VERSION, "Sport");
        assertEquals(0, left(STAGING));
        assertEquals(List.of("STAGING A1-staging SOLD off"), all());
    }
}
