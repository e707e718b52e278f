package app.forecourt.model.cars;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.TRADE_PRICE;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.journal.JournalFixture;
import app.forecourt.model.store.Autosave;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.Submission;
import app.forecourt.testing.Cases;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.TypedCars;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of what other desks have written into the journal, in the form, in the stock list and in the next saves. */
class RemoteChangesTest extends OtherDeskFixture {
    private static final List<CarField> FIELDS = List.of(MODEL, VERSION, BODY_COLOR, DESCRIPTION, SALES_PRICE);

    private static final Problem QUESTION =
            Problem.of(SALES_PRICE, Problem.Code.SENT_BEFORE, "staging", "2026-03-01T12:00:00Z", "Opel Corsa");

    private int texts;

    /** The fields whose texts replace those of the other desk, in the order of their reports. */
    private final List<Map.Entry<UUID, Set<CarField>>> reports = new ArrayList<>();

    @BeforeEach
    void recordReports() {
        cars().autosave().whenTextsReplaced((car, fields) -> reports.add(Map.entry(car, fields)));
    }

    private void awaitReport(UUID car, CarField field) {
        window.until("the report", () -> !reports.isEmpty());
        assertEquals(List.of(Map.entry(car, Set.of(field))), reports);
    }

    private void untilListed(UUID car, String model) {
        window.until("the row", () -> listedCar(car).text(MODEL).equals(model));
    }

    /** Writes a field of the car in the form as another desk. */
    private void writeThere(CarField field, String text) {
        write(carId(), draft -> draft.with(field, text), NONE);
    }

    /** Writes a field as another desk, and reports that to the model. */
    private void typeThere(CarField field, String text) {
        writeThere(field, text);
        refresh(carId());
    }

    /** Adds a car as another desk, and waits for its row. */
    private void addCarThere() {
        UUID car = UUID.randomUUID();
        TypedCars.save(journal, car, CarDraft.EMPTY.with(BRAND, "saab"), Set.of());
        refresh(car);
        window.until("the other desk's car", () -> stock().row(car).isPresent());
    }

    /** Begins a new car, and returns the previous one when only the disk has it. */
    private UUID leaveCar() {
        UUID car = beginNext();
        window.until(
                "a car on the disk only", () -> cars().store().inMemory(car).isEmpty());
        return car;
    }

    private void untilShown(CarField field, String text) {
        window.until("the other desk's text", () -> text(field).equals(text));
    }

    private FocusedControl typeIntoFocusedPrice() {
        FocusedControl price = new FocusedControl(form(), SALES_PRICE);
        type(SALES_PRICE, "15");
        awaitSaved();
        return price;
    }

    private void assertStored(CarField field, String text) {
        assertEquals(text, storedText(field));
    }

    @Test
    void textEmptiedOnBothDesksStaysEmptiedHere() {
        type(DESCRIPTION, "tidy");
        awaitSaved();
        UUID car = carId();
        writeThere(DESCRIPTION, "");
        readUntilAnswered(car);
        // The window has read the empty text but does not show it, and does not know of the next one.
        writeThere(DESCRIPTION, "clean");
        type(DESCRIPTION, "");
        awaitSaved();
        awaitReport(car, DESCRIPTION);
        assertText(DESCRIPTION, "");
        assertStored(DESCRIPTION, "");
    }

    @Test
    void questionBeforeSendingStaysWhileAnotherFieldChanges() {
        form().problems().showDuplicateWarnings(List.of(QUESTION));
        typeThere(MODEL, "astra");
        untilShown(MODEL, "astra");
        assertEquals(List.of(QUESTION), visibleProblems());
        assertEquals(0, cars().unsavedCount(), "no edit of this desk");
        assertEquals("astra", listedCar(carId()).text(MODEL));
    }

    @Test
    void saveTakesNothingOfAnotherDeskBack() {
        // The window does not hear of it before its next save.
        write(carId(), draft -> draft.with(MODEL, "astra").withOptions(List.of("abs")), NONE);
        type(SALES_PRICE, "9999");
        awaitSaved();
        assertStored(MODEL, "astra");
        assertStored(SALES_PRICE, "9999");
        untilShown(MODEL, "astra");
        assertEquals(List.of("abs"), form().options());
        assertText(SALES_PRICE, "9999");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fieldBeingTypedKeepsItsTextUntilTheFocusLeaves(boolean isBehind) {
        FocusedControl price = typeIntoFocusedPrice();
        if (isBehind) {
            price.putBehind();
        }
        typeThere(SALES_PRICE, "15950");
        typeThere(MODEL, "astra");
        untilShown(MODEL, "astra");
        assertText(SALES_PRICE, "15");
        current().save();
        awaitSaved();
        assertEquals("15950", storedText(SALES_PRICE), "the shown text is no edit");
        price.leave();
        untilShown(SALES_PRICE, "15950");
        awaitSaved();
        assertStored(SALES_PRICE, "15950");
    }

    /** Lets another desk type a price while the empty field of the price has the focus here. */
    private FocusedControl typePriceThereIntoFocusedField() {
        type(SALES_PRICE, "");
        awaitSaved();
        FocusedControl price = new FocusedControl(form(), SALES_PRICE);
        price.enter();
        typeThere(SALES_PRICE, "8950");
        typeThere(MODEL, "astra");
        untilShown(MODEL, "astra");
        assertText(SALES_PRICE, "");
        return price;
    }

    @Test
    void focusedFieldTakesTheTextWhenTheFocusLeaves() {
        FocusedControl price = typePriceThereIntoFocusedField();
        price.leave();
        untilShown(SALES_PRICE, "8950");
        assertEmpty(reports, "nothing was typed here");
        assertEquals(0, cars().unsavedCount());
    }

    @Test
    void textTypedIntoFocusedFieldStaysAndTheOtherIsReported() {
        FocusedControl price = typePriceThereIntoFocusedField();
        type(SALES_PRICE, "1");
        awaitSaved();
        price.leave();
        awaitReport(carId(), SALES_PRICE);
        assertText(SALES_PRICE, "1");
        assertStored(SALES_PRICE, "1");
    }

    @ProofTest
    void carWithFocusedFieldIsDeletedIfNothingIsTyped() {
        FocusedControl price = typePriceThereIntoFocusedField();
        assertFalse(form().isBeingTyped());
        UUID car = deleteThere();
        price.leave();
        awaitSaved();
        assertEquals("8950", storedText(car, SALES_PRICE));
    }

    @Test
    void carInAWindowBehindIsDeleted() {
        FocusedControl price = typeIntoFocusedPrice();
        assertTrue(form().isBeingTyped());
        price.putBehind();
        UUID car = deleteThere();
        awaitSaved();
        assertEquals(DELETED, storedCar(car).mark());
    }

    @Test
    void acceptedAmountOfAnotherDeskIsNotCalculatedAgain() {
        form().amounts()
                .accept(form().amounts().all().stream()
                        .filter(suggestion -> suggestion.field() == TRADE_PRICE)
                        .findFirst()
                        .orElseThrow());
        awaitSaved();
        write(carId(), draft -> draft.with(SALES_PRICE, "20000").with(TRADE_PRICE, "7"), NONE);
        refresh(carId());
        window.until("the price", () -> text(SALES_PRICE).equals("20000"));
        assertText(TRADE_PRICE, "7");
        assertEquals(0, cars().unsavedCount());
    }

    @Test
    void photosOfBothDesksStayAlsoAfterUndo() {
        form().photos().add(List.of("https://a/1", "https://a/2"));
        awaitSaved();
        removePhoto(0);
        form().photos().typedAddress().set("https://a/ty");
        awaitSaved();
        typeThere(IMAGES, "https://a/2\nhttps://a/ty\nhttps://a/3");
        window.until("the photo", () -> form().photos().addresses().equals(List.of("https://a/2", "https://a/3")));
        assertEquals("https://a/ty", form().photos().typedAddress().get());
        assertTrue(form().photos().undo().isPresent());
        assertEquals(
                Set.of("https://a/1", "https://a/2", "https://a/3"),
                Set.copyOf(form().photos().addresses()));
    }

    @Test
    void sentCarShowsItsSentVersion() {
        send();
        assertFalse(submissions().isEmpty());
        assertEmpty(correction().unsentFields().get());
        // Otherwise both desks would have typed the model since the last save.
        awaitSaved();
        typeThere(MODEL, "astra");
        untilListed(carId(), "astra");
        assertText(MODEL, "corsa");
        assertEquals("astra", current().draft().text(MODEL));
    }

    /** Sends a version of the car as another desk. */
    private void sendThere(Profile profile, CarDraft sent) {
        Submission there = Submission.of(carId(), profile, "https://autochat.ai", sent, "{}", clock.instant());
        journal.update(JournalFixture.enqueue(journal, there)
                .asSending(clock.instant())
                .withOutcome(clock.instant(), JournalFixture.ACCEPTED));
        refresh(carId());
    }

    private void untilUnsent(CarField... fields) {
        window.until(
                "the fields that were not sent",
                () -> correction().unsentFields().get().equals(List.of(fields)));
    }

    @Test
    void questionBeforeSendingEndsWhenAnotherDeskHasSent() {
        form().problems().showDuplicateWarnings(List.of(QUESTION));
        sendThere(STAGING, draft());
        untilSent();
        assertEmpty(visibleProblems());
    }

    @Test
    void unsentTextThatTheListDoesNotShowIsNamed() {
        send();
        awaitSaved();
        typeThere(DESCRIPTION, "tidy");
        untilUnsent(DESCRIPTION);
    }

    @ProofTest
    void textSentToAnotherProfileIsSent() {
        send();
        awaitSaved();
        typeThere(MODEL, "astra");
        untilUnsent(MODEL);
        sendThere(PRODUCTION, current().draft());
        untilUnsent();
    }

    @Test
    void dealershipThatOnlyTheOtherDeskKnowsIsSent() {
        send();
        awaitSaved();
        write(carId(), draft -> draft.with(DEALERSHIP_ID, "theirs").with(MODEL, "astra"), NONE);
        refresh(carId());
        untilUnsent(MODEL);
        setDealerships(new Dealership("Other", "other", ""));
        typeThere(DEALERSHIP_ID, "other");
        untilUnsent(DEALERSHIP_ID, MODEL);
    }

    @Test
    void otherOrderOfOptionsIsSent() {
        CarDraft sent = current().draft().withOptions(List.of("abs", "airbag"));
        write(carId(), draft -> draft.withOptions(List.of("airbag", "abs")).with(MODEL, "astra"), NONE);
        sendThere(STAGING, sent);
        untilUnsent(MODEL);
        sendThere(PRODUCTION, sent.with(BRAND, "saab"));
        selectProfile(PRODUCTION);
        untilUnsent(BRAND, MODEL);
    }

    @Test
    void newCarOfAnotherDeskIsInTheListAndTheFilterStays() {
        stock().filter().text().set("corsa");
        addCarThere();
        assertEquals("corsa", stock().filter().text().get());
        assertModels("corsa");
    }

    @Test
    void ownMarkThatIsNotSavedYetStays() {
        window.runQueued();
        UUID car = carId();
        refresh(car);
        // The read has begun with a save of everything, and does not see the mark.
        LongWait.until("the read", () -> !window.isIdle());
        mark(car, SOLD);
        awaitSaved();
        addCarThere();
        assertEquals(SOLD, storedCar(car).mark());
        assertEquals(SOLD, listedCar(car).mark());
        assertEquals(SOLD, shownMark());
    }

    /** Starts to read a car, and returns when the answer waits for the FX thread. */
    private void readUntilAnswered(UUID car) {
        awaitSaved();
        window.until("no other task", () -> window.isIdle() && cars().unsavedCount() == 0);
        refresh(car);
        // The report of the save before the read, and the answer.
        LongWait.until("the answer", () -> window.queuedCount() >= 2);
    }

    /** Returns the marks that a row of the stock list gets from now on. */
    private List<StockMark> marksOf(UUID car) {
        List<StockMark> marks = new ArrayList<>();
        stock().addListener(() -> stock().row(car).ifPresent(row -> marks.add(row.mark())));
        return marks;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void markSavedAfterTheReadStays(boolean isInForm) {
        UUID car = isInForm ? carId() : leaveCar();
        write(car, draft -> draft.with(MODEL, "astra"), NONE);
        readUntilAnswered(car);
        mark(car, SOLD);
        List<StockMark> marks = marksOf(car);
        flush();
        assertEquals(SOLD, storedCar(car).mark());
        untilListed(car, "astra");
        assertEquals(Set.of(SOLD), Set.copyOf(marks));
        assertEquals(isInForm ? SOLD : NONE, shownMark());
    }

    @Test
    void textSavedAfterTheReadStaysInTheList() {
        UUID car = leaveCar();
        readUntilAnswered(car);
        // Without the window's thread, on which the answer waits.
        CarInMemory opened = CarInMemory.of(storedCar(car));
        cars().store().keep(opened);
        cars().autosave().saveCar(opened, opened.draft().with(MODEL, "astra"));
        stock().put(opened.row());
        flush();
        cars().store().releaseSaved();
        List<String> models = new ArrayList<>();
        stock().addListener(() -> models.add(listedCar(car).text(MODEL)));
        addCarThere();
        assertEquals(Set.of("astra"), Set.copyOf(models));
    }

    @Test
    void rejectedMarkStaysUntilTheDiskTakesIt() throws Exception {
        UUID car = leaveCar();
        List<StockMark> marks;
        try (var _ = lockJournal()) {
            mark(car, SOLD);
            marks = marksOf(car);
            refresh(car);
            untilAutosave(Autosave.State.Failing.class);
        }
        addCarThere();
        assertEquals(Set.of(SOLD), Set.copyOf(marks));
    }

    @Test
    void replacedTextsOfAnotherDeskAreReported() {
        UUID car = carId();
        // The save comes after the first key.
        type(SALES_PRICE, "15500");
        writeThere(SALES_PRICE, "15950");
        awaitSaved();
        awaitReport(car, SALES_PRICE);
        assertStored(SALES_PRICE, "15500");
        assertText(SALES_PRICE, "15500");
    }

    @Test
    void replacedTextsOfACarThatWasLeftAreReported() {
        UUID car = carId();
        write(car, draft -> draft.with(SALES_PRICE, "15950"), NONE);
        type(VERSION, "1.2");
        flush();
        // The window has not heard of the other text yet.
        type(SALES_PRICE, "15500");
        newCar();
        awaitReport(car, SALES_PRICE);
        awaitSaved();
        assertEquals("15500", storedText(car, SALES_PRICE));
    }

    @Test
    void randomEditsLoseNothing() {
        long seed = Long.getLong("sharing.seed", Cases.areAll() ? new Random().nextLong() : 20_261_201);
        System.out.println("edits of form and journal: seed " + seed);
        Random random = new Random(seed);
        for (int run = 0; run < Cases.times(4, 25); run++) {
            newCar();
            type(BRAND, "car " + run);
            awaitSaved();
            runRandomly(random, carId());
        }
    }

    private void runRandomly(Random random, UUID car) {
        Map<CarField, String> here = new EnumMap<>(CarField.class);
        Map<CarField, List<String>> allowed = new EnumMap<>(CarField.class);
        for (int edit = 0; edit < 40; edit++) {
            CarField field = FIELDS.get(random.nextInt(FIELDS.size()));
            boolean isSaved = cars().unsavedCount() == 0;
            String text = String.valueOf(++texts);
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    // An emptied field is an edit only if its text was saved.
                    String typed =
                            random.nextInt(4) == 0 && isSaved && !text(field).isEmpty() ? "" : text;
                    type(field, typed);
                    here.put(field, typed);
                    allowed.put(field, List.of(typed));
                }
                case 2, 3 -> {
                    String typed = random.nextInt(4) == 0 ? "" : text;
                    write(car, draft -> draft.with(field, typed), NONE);
                    // Both desks have typed at the same time if this one has not saved yet.
                    allowed.put(field, isSaved ? List.of(typed) : List.of(typed, here.getOrDefault(field, "")));
                    if (random.nextBoolean()) {
                        refresh(car);
                    }
                }
                default -> {
                    if (random.nextBoolean()) {
                        awaitSaved();
                    } else {
                        window.runQueued();
                    }
                }
            }
        }
        refresh(car);
        awaitSaved();
        window.until(
                "the same text in form and journal",
                () -> cars().unsavedCount() == 0
                        && draft().equals(storedCar(car).draft()));
        allowed.forEach((field, last) ->
                assertTrue(last.contains(text(field)), () -> field + " is " + text(field) + ", none of " + last));
    }
}
