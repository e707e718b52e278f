package app.forecourt.model.sharing;

import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journal.JournalFixture;
import app.forecourt.model.AppModelFixture;
import app.forecourt.sharing.ReplacedText;
import app.forecourt.stock.Submission;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the window's model beside another desk, with a real PostgreSQL. */
@Needs(SystemFeature.LOCAL_SERVERS)
class SharedStockModelTest extends AppModelFixture {
    private DeskBeside bert;

    @BeforeEach
    void join() throws IOException {
        bert = new DeskBeside(this);
        shared().setSyncFactory(bert.source(this));
        startModel();
        untilTogether();
    }

    @AfterEach
    void leave() throws IOException {
        // The model's sync ends before its server.
        super.close();
        bert.close();
    }

    @Override
    public void close() {
        // Called by leave, because the sync needs its server until then.
    }

    private SharedStockModel shared() {
        return appModel.sharedStock();
    }

    private void share(boolean isShared) {
        bert.isShared = isShared;
        shared().settingsChanged();
    }

    private void untilTogether() {
        until("the other desk", () -> DeskBeside.isTogether(this));
    }

    /** Waits for a condition of the window or of the other desk. */
    private void until(String what, Callable<Boolean> condition) {
        LongWait.until(what, () -> {
            window.runQueued();
            return condition.call();
        });
    }

    /** Types a car, and returns it when the other desk has it. */
    private UUID shareCar() {
        typeCar();
        UUID car = carId();
        until("the car at the other desk", () -> bert.draft(car).isPresent());
        return car;
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

    @ProofTest
    void restoredBackupGetsToTheOtherDeskAtOnce() {
        UUID car = shareCar();
        newCar();
        Path backup = home.resolve("backup.db");
        JournalFixture.copy(journal, backup);
        bert.type(car, SALES_PRICE, "15950");
        until("the price", () -> storedText(car, SALES_PRICE).equals("15950"));

        journal.restore(backup);
        appModel.reload();

        until(
                "the price of the backup",
                () -> bert.draft(car).orElseThrow().text(SALES_PRICE).equals("12500"));
    }

    private List<ReplacedText> replacedHere() {
        List<ReplacedText> replaced = new CopyOnWriteArrayList<>();
        shared().whenTextsReplaced(replaced::addAll);
        return replaced;
    }

    @Test
    void textReplacedByTheNextSaveIsToldAtBothDesks() {
        UUID car = shareCar();
        List<ReplacedText> here = replacedHere();
        awaitSaved();
        // No save by time: this desk saves after it has got the text of Bert.
        scheduler = (_, _) -> {};
        type(SALES_PRICE, "15500");
        bert.type(car, SALES_PRICE, "15950");
        until("the report", () -> here.size() == 1);
        assertEquals(List.of(new ReplacedText(car, SALES_PRICE.apiName(), "Bert", false)), here);
        assertText(SALES_PRICE, "15500");
        assertEquals("15500", storedText(car, SALES_PRICE));
        newCar();
        until("the other desk", () -> bert.replaced.size() == 1);
        assertEquals(List.of(new ReplacedText(car, SALES_PRICE.apiName(), "Anna", true)), bert.replaced);
        assertEquals("15500", bert.draft(car).orElseThrow().text(SALES_PRICE));
    }

    @Test
    void openCarIsKnownToTheOtherDesk() {
        shareCar();
        assertEmpty(shared().desksAtCar().getValue());
        bert.sync.onCarOpened(Optional.of(carId()));
        shared().retryNow();
        until("the other desk", () -> {
            shared().retryNow();
            return shared().desksAtCar().getValue().equals(List.of("Bert"));
        });
        newCar();
        assertEmpty(shared().desksAtCar().getValue());
    }

    @Test
    void sharingEndsAndBeginsWithoutRestart() {
        share(false);
        until("no sync", () -> shared().status().get().isEmpty());
        typeCar();
        awaitSaved();
        share(true);
        until("the car at the other desk", () -> bert.draft(carId()).isPresent());
        untilTogether();
        assertEquals(2, bert.created);
    }

    @Test
    void secondChangeWaitsForTheEndOfTheFirstSync() {
        share(false);
        share(true);
        assertEquals(1, bert.created);
        until("the second sync", () -> bert.created == 2);
        untilTogether();
        assertEquals(2, bert.created);
    }

    @Test
    void submissionOfTheOtherDeskNamesThatDesk() {
        UUID car = shareCar();
        UUID sent = bert.send(car, bert.draft(car).orElseThrow()).id();
        until(
                "the submission",
                () -> submissions().stream().map(Submission::id).toList().equals(List.of(sent)));
        Map<UUID, String> senders = new HashMap<>();
        shared().findSenders(List.of(sent), senders::putAll);
        until("the desk", () -> senders.equals(Map.of(sent, "Bert")));
        assertEquals(Map.of(), bert.sync.senders(List.of(sent)), "its own submission");
        selectProfile(STAGING);
        until("the desk of the shown submission", () -> shared().sender().get().equals(Optional.of("Bert")));
        newCar();
        assertEmpty(shared().sender().get());
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
}
