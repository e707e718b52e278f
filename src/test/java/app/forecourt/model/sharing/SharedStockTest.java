package app.forecourt.model.sharing;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.JournalFixture;
import app.forecourt.journal.database.Database;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.form.Rival;
import app.forecourt.settings.Profile;
import app.forecourt.sharing.SyncStatus;
import app.forecourt.stock.Submission;
import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests of the window's model beside another desk, with a real PostgreSQL. */
class SharedStockTest extends AppModelFixture {
    private DeskBeside bert;

    @BeforeEach
    void join() throws IOException {
        bert = new DeskBeside(this);
        appModel.sharedStock().setSyncFactory(bert.source(this));
        startModel();
        until("the other desk", () -> DeskBeside.isTogether(this));
    }

    @AfterEach
    void leave() throws IOException {
        // The model's exchange ends before its server.
        super.close();
        bert.close();
    }

    @Override
    public void close() {
        // Called by leave, because the exchange needs its server until then.
    }

    /** Waits for a condition of the window or of the other desk. */
    private void until(String what, Callable<Boolean> condition) {
        LongWait.until(what, () -> {
            window.runQueued();
            return condition.call();
        });
    }

    @Test
    void typedCarGetsToTheOtherDeskAndBack() {
        typeCar();
        until(
                "the car at the other desk",
                () -> bert.draft(carId())
                        .filter(draft -> draft.text(SALES_PRICE).equals("12500"))
                        .isPresent());
        bert.type(carId(), MODEL, "astra");
        until("the model", () -> text(MODEL).equals("astra"));
        assertEquals(0, cars().unsavedCount());
    }

    @Tag("proof")
    @Test
    void carThatIsLeftGoesAtOnce() {
        typeCar();
        UUID car = carId();
        newCar();
        until("the car at the other desk", () -> bert.draft(car).isPresent());
    }

    @Tag("proof")
    @Test
    void carOfTheOtherDeskIsInTheList() {
        UUID car = UUID.randomUUID();
        bert.type(car, BRAND, "Saab");
        until("the row", () -> stock().row(car).isPresent());
        openCar(car);
        assertEquals("Saab", text(BRAND));
    }

    @Tag("proof")
    @Test
    void restoredBackupGetsToTheOtherDeskAtOnce() {
        typeCar();
        UUID car = carId();
        newCar();
        until("the car at the other desk", () -> bert.draft(car).isPresent());
        Path backup = home.resolve("backup.db");
        journal.copyTo(backup);
        bert.type(car, SALES_PRICE, "15950");
        until(
                "the price",
                () -> journal.car(car).orElseThrow().draft().text(SALES_PRICE).equals("15950"));

        journal.restore(backup);
        appModel.reload();

        until(
                "the price of the backup",
                () -> bert.draft(car).orElseThrow().text(SALES_PRICE).equals("12500"));
    }

    @Tag("proof")
    @Test
    void sameFieldAtTheSameTimeIsOfferedAtBothDesks() {
        typeCar();
        until("the car at the other desk", () -> bert.draft(carId()).isPresent());
        bert.stock.cutOff();
        until("alone", () -> appModel.sharedStock().status().get().orElseThrow() instanceof SyncStatus.Alone);
        type(SALES_PRICE, "15500");
        awaitSaved();
        bert.type(carId(), SALES_PRICE, "15950");
        bert.stock.reconnect();
        appModel.sharedStock().retryNow();
        bert.sync.retryNow();
        until("the rival", () -> form().rivals().of(SALES_PRICE).size() == 1);
        Rival rival = form().rivals().of(SALES_PRICE).getFirst();
        assertEquals(Set.of("15500", "15950"), Set.of(rival.text(), text(SALES_PRICE)));
        assertEquals(rival.text().equals("15500") ? "Anna" : "Bert", rival.author());
        assertEquals(rival.author().equals("Anna"), rival.isOwn());
        until("the mark in the list", () -> rivalCars().equals(Set.of(carId())));
        form().rivals().dismiss(SALES_PRICE);
        until("no rival at the other desk", () -> bert.sync.rivals(carId()).isEmpty());
        until("no mark in the list", () -> {
            appModel.sharedStock().retryNow();
            return rivalCars().isEmpty();
        });
    }

    /** Gives a car other rivals at the server, and has this desk get them. */
    private void putRivals(UUID car, String rivals) {
        bert.stock.execute(
                """
                UPDATE forecourt.item SET version = version + 1000000,
                document = jsonb_set(document, '{rivals}', '%s') WHERE id = '%s'
                """.formatted(rivals.strip(), car), "UPDATE forecourt.stock SET version = version + 1000000");
        appModel.sharedStock().retryNow();
    }

    @Tag("proof")
    @Test
    void ownTextThatLostIsOwn() {
        typeCar();
        UUID car = carId();
        until("the car at the other desk", () -> bert.draft(car).isPresent());
        awaitSaved();
        putRivals(car, """
                {"salesPrice": [{"v": "7", "by": "Anna", "at": "2026-11-29T12:04:00Z"},
                {"v": "2", "by": "Bert", "at": "2026-11-29T12:03:00Z"}]}
                """);
        until("both texts", () -> form().rivals().of(SALES_PRICE).size() == 2);
        until("the mark in the list", () -> rivalCars().equals(Set.of(car)));
        assertEquals(
                List.of(true, false),
                form().rivals().of(SALES_PRICE).stream().map(Rival::isOwn).toList());
    }

    private void putRivalsOfPriceAndMileage() {
        typeCar();
        UUID car = carId();
        until("the car at the other desk", () -> bert.draft(car).isPresent());
        awaitSaved();
        putRivals(car, """
                {"salesPrice": [{"v": "1", "by": "Bert"}], "mileage": [{"v": "2", "by": "Bert"}]}
                """);
        until("the mark", () -> rivalCars().equals(Set.of(car)));
        until("both texts", () -> form(SALES_PRICE) + form(MILEAGE) == 2);
    }

    private int form(CarField field) {
        return form().rivals().of(field).size();
    }

    private void accept(CarField field) {
        form().rivals().accept(form().rivals().of(field).getFirst());
    }

    private boolean hasServerRivals(UUID car) {
        return bert.stock
                        .text("SELECT coalesce(document ->> 'rivals', '') FROM forecourt.item WHERE id = '" + car + "'")
                        .length()
                > 2;
    }

    @Tag("proof")
    @Test
    void carIsMarkedUntilItsLastOfferIsAnswered() {
        putRivalsOfPriceAndMileage();
        UUID car = carId();
        // The stock has no rivals of the mileage then, but the form offers one.
        type(MILEAGE, "64300");
        accept(SALES_PRICE);
        awaitSaved();
        until("no rivals at the server", () -> !hasServerRivals(car));
        until("the next exchange", this::isExchangedAgain);
        assertEquals(1, form(MILEAGE));
        assertEquals(Set.of(car), rivalCars());
        form().rivals().dismiss(MILEAGE);
        assertEmpty(rivalCars());
    }

    private boolean isExchangedAgain() {
        Optional<SyncStatus> before = appModel.sharedStock().status().get();
        appModel.sharedStock().retryNow();
        until("another status", () -> !appModel.sharedStock().status().get().equals(before));
        return true;
    }

    @Tag("proof")
    @Test
    void answerWithoutConnectionEndsTheMark() {
        putRivalsOfPriceAndMileage();
        UUID car = carId();
        bert.stock.cutOff();
        until("alone", () -> appModel.sharedStock().status().get().orElseThrow() instanceof SyncStatus.Alone);
        accept(SALES_PRICE);
        assertEquals(Set.of(car), rivalCars());
        form().rivals().dismiss(MILEAGE);
        assertEmpty(rivalCars());
        newCar();
        openCar(car);
        assertEquals(0, form(SALES_PRICE) + form(MILEAGE));
        assertEmpty(rivalCars());
    }

    @Tag("proof")
    @Test
    void offeredTextStaysMarkedAfterALostConnection() {
        typePriceAtBothDesks();
        UUID car = carId();
        until("the offer", () -> form(SALES_PRICE) == 1);
        newCar();
        until("the mark in the list", () -> rivalCars().equals(Set.of(car)));
        bert.stock.cutOff();
        until("alone", () -> {
            appModel.sharedStock().retryNow();
            return appModel.sharedStock().status().get().orElseThrow() instanceof SyncStatus.Alone;
        });
        bert.stock.reconnect();
        until("together", () -> {
            appModel.sharedStock().retryNow();
            return DeskBeside.isTogether(this);
        });
        until("the next exchange", this::isExchangedAgain);
        assertEquals(Set.of(car), rivalCars());
    }

    /** Types a price as Bert and then as Anna, whose desk saves after it has got the text of Bert. */
    private void typePriceAtBothDesks() {
        typeCar();
        until("the car at the other desk", () -> bert.draft(carId()).isPresent());
        awaitSaved();
        // No save by time.
        scheduler = (_, _) -> {};
        type(SALES_PRICE, "15500");
        bert.type(carId(), SALES_PRICE, "15950");
    }

    @Tag("proof")
    @Test
    void textReplacedByTheNextSaveIsOffered() {
        typePriceAtBothDesks();
        until("the offer", () -> form().rivals().of(SALES_PRICE).size() == 1);
        Rival rival = form().rivals().of(SALES_PRICE).getFirst();
        assertEquals("15950", rival.text());
        assertEquals("Bert", rival.author());
        assertEquals("15500", text(SALES_PRICE));
        assertEquals("15500", journal.car(carId()).orElseThrow().draft().text(SALES_PRICE));
    }

    @Test
    void textReplacedInACarThatWasLeftIsOfferedLater() {
        typePriceAtBothDesks();
        UUID car = carId();
        newCar();
        // The text that gets to the server first loses.
        until(
                "the same text at both desks",
                () -> bert.draft(car)
                        .orElseThrow()
                        .text(SALES_PRICE)
                        .equals(journal.car(car).orElseThrow().draft().text(SALES_PRICE)));
        until("the mark in the list", () -> rivalCars().equals(Set.of(car)));
        openCar(car);
        until("the offer", () -> form().rivals().of(SALES_PRICE).size() == 1);
        form().rivals().dismiss(SALES_PRICE);
        newCar();
        until("no mark in the list", () -> rivalCars().isEmpty());
        openCar(car);
        assertEmpty(form().rivals().of(SALES_PRICE));
    }

    private Set<UUID> rivalCars() {
        return stock().rivalCars().get();
    }

    @Tag("proof")
    @Test
    void markedCarsAreFoundAtTheNextStart() {
        typeCar();
        UUID car = carId();
        until("the car at the other desk", () -> bert.draft(car).isPresent());
        awaitSaved();
        putRivals(car, """
                {"salesPrice": [{"v": "1", "by": "Bert"}]}
                """);
        until("the mark", () -> rivalCars().equals(Set.of(car)));
        appModel.sharedStock().settingsChanged();
        assertEmpty(rivalCars());
        until("the mark again", () -> rivalCars().equals(Set.of(car)));
    }

    @Tag("proof")
    @Test
    void offersAreInTheFormAgainInAStockThatWasLeft() {
        putRivalsOfPriceAndMileage();
        bert.prepare = () -> {
            try (Database copies = Database.open(home.resolve("shared.db"))) {
                copies.update("INSERT INTO setting (name, value) VALUES ('left', 'yes')");
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        };
        appModel.sharedStock().settingsChanged();
        until("both texts", () -> form(SALES_PRICE) + form(MILEAGE) == 2);
        until("the mark", () -> rivalCars().equals(Set.of(carId())));
    }

    @Tag("proof")
    @Test
    void offersAreInTheFormAgainAfterANewSync() {
        putRivalsOfPriceAndMileage();
        appModel.sharedStock().settingsChanged();
        assertEquals(0, form(SALES_PRICE) + form(MILEAGE));
        until("both texts", () -> form(SALES_PRICE) + form(MILEAGE) == 2);
        until("the mark", () -> rivalCars().equals(Set.of(carId())));
    }

    @Tag("proof")
    @Test
    void marksAreThereAfterARestartWithoutConnection() throws IOException {
        putRivalsOfPriceAndMileage();
        UUID car = carId();
        newCar();
        typeVan();
        awaitSaved();
        openModel(variables);
        bert.stock.cutOff();
        appModel.sharedStock().setSyncFactory(bert.source(this));
        startModel();
        until("the mark", () -> rivalCars().equals(Set.of(car)));
        assertNotEquals(car, carId());
        openCar(car);
        until("both texts", () -> form(SALES_PRICE) + form(MILEAGE) == 2);
    }

    @Test
    void openCarIsKnownToTheOtherDesk() {
        typeCar();
        until("the car at the other desk", () -> bert.draft(carId()).isPresent());
        assertEmpty(appModel.sharedStock().desksAtCar().getValue());
        bert.sync.onCarOpened(Optional.of(carId()));
        appModel.sharedStock().retryNow();
        until("the other desk", () -> {
            appModel.sharedStock().retryNow();
            return appModel.sharedStock().desksAtCar().getValue().equals(List.of("Bert"));
        });
        newCar();
        assertEmpty(appModel.sharedStock().desksAtCar().getValue());
    }

    @Test
    void sharingEndsAndBeginsWithoutRestart() {
        bert.isShared = false;
        appModel.sharedStock().settingsChanged();
        until("no exchange", () -> appModel.sharedStock().status().get().isEmpty());
        typeCar();
        awaitSaved();
        bert.isShared = true;
        appModel.sharedStock().settingsChanged();
        until("the car at the other desk", () -> bert.draft(carId()).isPresent());
        until("the other desk", () -> DeskBeside.isTogether(this));
        assertEquals(2, bert.created);
    }

    @Test
    void secondChangeWaitsForTheEndOfTheFirstExchange() {
        bert.isShared = false;
        appModel.sharedStock().settingsChanged();
        bert.isShared = true;
        appModel.sharedStock().settingsChanged();
        assertEquals(1, bert.created);
        until("the second exchange", () -> bert.created == 2);
        until("the other desk", () -> DeskBeside.isTogether(this));
        assertEquals(2, bert.created);
    }

    @Test
    void submissionOfTheOtherDeskNamesThatDesk() {
        typeCar();
        UUID car = carId();
        until("the car at the other desk", () -> bert.draft(car).isPresent());
        Submission sent = Submission.of(
                car,
                Profile.STAGING,
                "https://staging.autochat.ai",
                bert.draft(car).orElseThrow(),
                "{}",
                clock.instant());
        bert.journal.update(JournalFixture.enqueue(bert.journal, sent)
                .asSending(clock.instant())
                .withOutcome(clock.instant(), JournalFixture.ACCEPTED));
        bert.sync.onCarChanged(car);
        until(
                "the submission",
                () -> submissions().stream().map(Submission::id).toList().equals(List.of(sent.id())));
        Map<UUID, String> senders = new HashMap<>();
        appModel.sharedStock().findSenders(List.of(sent.id()), senders::putAll);
        until("the desk", () -> senders.equals(Map.of(sent.id(), "Bert")));
        assertEquals(Map.of(), bert.sync.senders(List.of(sent.id())), "its own submission");
        selectProfile(Profile.STAGING);
        until(
                "the desk of the shown submission",
                () -> appModel.sharedStock().sender().get().equals(Optional.of("Bert")));
        newCar();
        assertEmpty(appModel.sharedStock().sender().get());
        openCar(car);
        cars().findHistory(
                        draft -> draft,
                        history -> senders.put(
                                car,
                                history.orElseThrow()
                                        .withSenders(senders)
                                        .newestFirst()
                                        .getFirst()
                                        .author()
                                        .orElse("")));
        until("the history", () -> senders.containsKey(car));
        assertEquals("Bert", senders.get(car));
    }

    @Tag("proof")
    @Test
    void lostServerIsShownAndComesBack() {
        bert.stock.cutOff();
        typeCar();
        until("alone", () -> appModel.sharedStock().status().get().orElseThrow() instanceof SyncStatus.Alone);
        awaitSaved();
        assertNotEquals(CarDraft.EMPTY, journal.car(carId()).orElseThrow().draft());
        bert.stock.reconnect();
        appModel.sharedStock().retryNow();
        bert.sync.retryNow();
        until("the car at the other desk", () -> bert.draft(carId()).isPresent());
    }
}
