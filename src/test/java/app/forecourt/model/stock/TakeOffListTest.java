package app.forecourt.model.stock;

import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.model.AppModelFixture;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.stock.StockRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The adverts to take off, from sending to the tick, on two profiles. */
class TakeOffListTest extends AppModelFixture {

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
        for (int asked = 0; status() != ListingStatus.SENT; asked++) {
            assertTrue(asked < 5, () -> visibleProblems().toString());
            if (send() == SendWorkflow.Step.CONFIRMATION_NEEDED) {
                sendWorkflow.confirmProduction();
            }
        }
    }

    private List<String> list(Profile selected, boolean all) {
        try (TakeOffList list = new TakeOffList(stock(), selected)) {
            list.showingAll().set(all);
            return list.shown().stream()
                    .map(advert -> advert.profile() + " "
                            + advert.submission().number().orElseThrow() + " " + advert.reason()
                            + (advert.isTakenOff() ? " off" : ""))
                    .toList();
        }
    }

    private StaleAdvert first(Profile selected) {
        try (TakeOffList list = new TakeOffList(stock(), selected)) {
            return list.shown().getFirst();
        }
    }

    private long left(Profile profile) {
        return TakeOffList.countLeft(stock().staleAdverts().get(), profile);
    }

    @Test
    void advertOfACarThatAnotherDeskSoldIsListedUntilTheMarkGoes() {
        startModel();
        StockModel stock = stock();
        StockRow forSale = stock.row(sendTo("A1", STAGING)).orElseThrow();

        stock.putAll(IndexedCar.of(List.of(forSale.with(SOLD, Optional.empty())), cars().names()));
        assertEquals(List.of("STAGING A1-staging SOLD"), list(STAGING, false));

        stock.putAll(IndexedCar.of(List.of(forSale), cars().names()));
        assertEmpty(list(STAGING, true));
    }

    @Test
    void soldAndCorrectedCarsAreListedUntilTicked() {
        startModel();
        sendTo("A1", STAGING, PRODUCTION);
        UUID sold = sendTo("B2", STAGING, PRODUCTION);
        UUID corrected = sendTo("C3", STAGING);
        assertEmpty(list(STAGING, true));

        cars().mark(sold, SOLD);
        openCar(corrected);
        correct();
        type(SALES_PRICE, "11900");
        answers.put("/api/cars", response(201, "{\"uuid\": \"C3-again\"}"));
        sendOnce();
        assertEquals(
                List.of("STAGING C3-staging CORRECTED", "STAGING B2-staging SOLD", "PRODUCTION B2-production SOLD"),
                list(STAGING, false));
        assertEquals("PRODUCTION B2-production SOLD", list(PRODUCTION, false).getFirst());
        assertEquals(2, left(STAGING));
        assertEquals(1, left(PRODUCTION));

        try (TakeOffList open = new TakeOffList(stock(), PRODUCTION)) {
            StaleAdvert advert = open.shown().getFirst();
            cars().setTakenOff(advert.car().id(), advert.submission().id(), true);
            assertTrue(open.shown().getFirst().isTakenOff(), "a ticked advert keeps its place");
        }
        assertEquals(0, left(PRODUCTION));
        assertEquals(List.of("STAGING C3-staging CORRECTED", "STAGING B2-staging SOLD"), list(PRODUCTION, false));
        awaitSaved();

        openModel(variables);
        startModel();
        assertEquals(2, left(STAGING), "after a restart");
        assertEquals(
                List.of("PRODUCTION B2-production SOLD off", "STAGING C3-staging CORRECTED", "STAGING B2-staging SOLD"),
                list(PRODUCTION, true));
        StaleAdvert ticked = stock().staleAdverts().get().stream()
                .filter(StaleAdvert::isTakenOff)
                .findFirst()
                .orElseThrow();
        cars().setTakenOff(ticked.car().id(), ticked.submission().id(), false);
        assertEquals(1, left(PRODUCTION), "the tick is undone");
        openCar(sold);
        cars().mark(sold, NONE);
        assertEquals(List.of("STAGING C3-staging CORRECTED"), list(STAGING, true));
        cars().undo();
        assertEquals(2, left(STAGING), "undone, it is sold again");
    }

    @Test
    void tickOfTheCarInTheFormStaysWhenItIsTyped() {
        startModel();
        UUID car = sendTo("A1", STAGING);
        cars().mark(car, SOLD);
        StaleAdvert advert = first(STAGING);
        cars().setTakenOff(car, advert.submission().id(), true);
        selectProfile(PRODUCTION);
        type(VERSION, "Sport");
        assertEquals(0, left(STAGING));
        assertEquals(List.of("STAGING A1-staging SOLD off"), list(STAGING, true));
    }

    @Test
    void practiceIsListedOnlyWhileItIsSelected() {
        openModel(Map.of());
        startModel();
        newCar();
        typeCar();
        sendOnce();
        cars().mark(carId(), SOLD);
        assertEquals(1, list(PRACTICE, false).size());
        assertEmpty(list(STAGING, false));
    }
}
