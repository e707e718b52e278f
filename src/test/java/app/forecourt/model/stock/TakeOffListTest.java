package app.forecourt.model.stock;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.stock.StockMark;
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
        type(CarField.INTERNAL_ID, number);
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
            return list.shown().stream().map(advert -> advert.profile() + " "
                    + advert.submission().number().orElseThrow() + " " + advert.reason()
                    + (advert.isTakenOff() ? " off" : "")).toList();
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
        StockRow forSale = stock.row(sendTo("A1", Profile.STAGING)).orElseThrow();

        stock.putAll(IndexedCar.of(List.of(forSale.with(StockMark.SOLD, Optional.empty())),
                cars().names()));
        assertEquals(List.of("STAGING A1-staging SOLD"), list(Profile.STAGING, false));

        stock.putAll(IndexedCar.of(List.of(forSale), cars().names()));
        assertEmpty(list(Profile.STAGING, true));
    }

    @Test
    void soldAndCorrectedCarsAreListedUntilTicked() {
        startModel();
        sendTo("A1", Profile.STAGING, Profile.PRODUCTION);
        UUID sold = sendTo("B2", Profile.STAGING, Profile.PRODUCTION);
        UUID corrected = sendTo("C3", Profile.STAGING);
        assertEmpty(list(Profile.STAGING, true));

        cars().mark(sold, StockMark.SOLD);
        openCar(corrected);
        correct();
        type(CarField.SALES_PRICE, "11900");
        answers.put("/api/cars", response(201, "{\"uuid\": \"C3-again\"}"));
        sendOnce();
        assertEquals(List.of("STAGING C3-staging CORRECTED", "STAGING B2-staging SOLD",
                "PRODUCTION B2-production SOLD"), list(Profile.STAGING, false));
        assertEquals("PRODUCTION B2-production SOLD", list(Profile.PRODUCTION, false).getFirst());
        assertEquals(2, left(Profile.STAGING));
        assertEquals(1, left(Profile.PRODUCTION));

        try (TakeOffList open = new TakeOffList(stock(), Profile.PRODUCTION)) {
            StaleAdvert advert = open.shown().getFirst();
            cars().setTakenOff(advert.car().id(), advert.submission().id(), true);
            assertTrue(open.shown().getFirst().isTakenOff(), "a ticked advert keeps its place");
        }
        assertEquals(0, left(Profile.PRODUCTION));
        assertEquals(List.of("STAGING C3-staging CORRECTED", "STAGING B2-staging SOLD"),
                list(Profile.PRODUCTION, false));
        awaitSaved();

        openModel(variables);
        startModel();
        assertEquals(2, left(Profile.STAGING), "after a restart");
        assertEquals(List.of("PRODUCTION B2-production SOLD off", "STAGING C3-staging CORRECTED",
                "STAGING B2-staging SOLD"), list(Profile.PRODUCTION, true));
        StaleAdvert ticked = stock().staleAdverts().get().stream()
                .filter(StaleAdvert::isTakenOff)
                .findFirst().orElseThrow();
        cars().setTakenOff(ticked.car().id(), ticked.submission().id(), false);
        assertEquals(1, left(Profile.PRODUCTION), "the tick is undone");
        openCar(sold);
        cars().mark(sold, StockMark.NONE);
        assertEquals(List.of("STAGING C3-staging CORRECTED"), list(Profile.STAGING, true));
        cars().undo();
        assertEquals(2, left(Profile.STAGING), "undone, it is sold again");
    }

    @Test
    void tickOfTheCarInTheFormStaysWhenItIsTyped() {
        startModel();
        UUID car = sendTo("A1", Profile.STAGING);
        cars().mark(car, StockMark.SOLD);
        StaleAdvert advert = first(Profile.STAGING);
        cars().setTakenOff(car, advert.submission().id(), true);
        selectProfile(Profile.PRODUCTION);
        type(CarField.VERSION, "Sport");
        assertEquals(0, left(Profile.STAGING));
        assertEquals(List.of("STAGING A1-staging SOLD off"), list(Profile.STAGING, true));
    }

    @Test
    void practiceIsListedOnlyWhileItIsSelected() {
        openModel(Map.of());
        startModel();
        newCar();
        typeCar();
        sendOnce();
        cars().mark(carId(), StockMark.SOLD);
        assertEquals(1, list(Profile.PRACTICE, false).size());
        assertEmpty(list(Profile.STAGING, false));
    }
}
