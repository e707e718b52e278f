package app.forecourt.model.cars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.journal.JournalFixture;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.store.Autosave;
import app.forecourt.model.store.CarRecord;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import app.forecourt.stock.Template;
import app.forecourt.testing.Cases;
import app.forecourt.testing.LongWait;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of what other desks have written into the journal, in the form, in the stock list and in the next saves. */
class RemoteChangesTest extends AppModelFixture {
    private static final List<CarField> FIELDS = List.of(CarField.MODEL, CarField.VERSION,
            CarField.BODY_COLOR,
            CarField.DESCRIPTION, CarField.SALES_PRICE);

    private int texts;

    @BeforeEach
    void start() {
        startModel();
        window.until("all cars", () -> appModel.cars().stock().complete().get());
    }

    private UUID car() {
        return appModel.cars().current().car().get().id();
    }

    /** Writes a car as an exchange does, again if the car was changed since it was read. */
    private void write(UUID car, UnaryOperator<CarDraft> change, StockMark mark) {
        new OtherDeskJournal(journal, clock).write(car, change, mark);
    }

    /** Writes a field as another desk, and reports that to the model. */
    private void typeThere(UUID car, CarField field, String text) {
        write(car, draft -> draft.with(field, text), StockMark.NONE);
        appModel.cars().remoteChanges().refresh(Set.of(car));
    }

    private String stored(CarField field) {
        return journal.car(car()).orElseThrow().draft().text(field);
    }

    @Test
    void textEmptiedOnBothDesksStaysEmptiedHere() {
        typeCar();
        type(CarField.DESCRIPTION, "tidy");
        awaitSaved();
        UUID car = car();
        write(car, draft -> draft.with(CarField.DESCRIPTION, ""), StockMark.NONE);
        readUntilAnswered(() -> appModel.cars().remoteChanges().refresh(Set.of(car)));
        // The window has read the empty text but does not show it, and does not know of the next one.
        write(car, draft -> draft.with(CarField.DESCRIPTION, "clean"), StockMark.NONE);
        Map<UUID, Map<CarField, String>> hidden = new HashMap<>();
        appModel.cars().autosave().hiddenTexts().setListener(hidden::put);
        type(CarField.DESCRIPTION, "");
        awaitSaved();
        window.until("the report", () -> !hidden.isEmpty());
        assertEquals("", text(CarField.DESCRIPTION));
        assertEquals("", stored(CarField.DESCRIPTION));
        assertEquals(Map.of(car, Map.of(CarField.DESCRIPTION, "clean")), hidden);
    }

    @Test
    void untouchedFieldTakesOtherDesksText() {
        typeCar();
        awaitSaved();
        typeThere(car(), CarField.MODEL, "astra");
        window.until("the other desk's text", () -> text(CarField.MODEL).equals("astra"));
        assertEquals(0, appModel.cars().unsavedCount(), "no edit of this desk");
        assertEquals("astra", appModel.cars().stock().row(car()).orElseThrow().text(CarField.MODEL));
    }

    @Test
    void questionBeforeSendingStaysWhileAnotherFieldChanges() {
        typeCar();
        awaitSaved();
        Problem question = Problem.of(CarField.SALES_PRICE, Problem.Code.SENT_BEFORE, "staging",
                "2026-03-01T12:00:00Z", "Opel Corsa");
        appModel.form().problems().showDuplicateWarnings(List.of(question));
        typeThere(car(), CarField.MODEL, "astra");
        window.until("the other desk's text", () -> text(CarField.MODEL).equals("astra"));
        assertEquals(List.of(question), appModel.form().problems().visible());
    }

    @Test
    void saveTakesNothingOfAnotherDeskBack() {
        typeCar();
        awaitSaved();
        // The window does not hear of it before its next save.
        write(car(), draft -> draft.with(CarField.MODEL, "astra"), StockMark.NONE);
        type(CarField.SALES_PRICE, "9999");
        awaitSaved();
        assertEquals("astra", stored(CarField.MODEL));
        assertEquals("9999", stored(CarField.SALES_PRICE));
        window.until("the other desk's text", () -> text(CarField.MODEL).equals("astra"));
        assertEquals("9999", text(CarField.SALES_PRICE));
    }

    @Test
    void fieldBeingTypedKeepsItsTextUntilTheFocusLeaves() {
        typeCar();
        FocusedControl price = new FocusedControl(appModel.form(), CarField.SALES_PRICE);
        type(CarField.SALES_PRICE, "15");
        awaitSaved();
        typeThere(car(), CarField.SALES_PRICE, "15950");
        typeThere(car(), CarField.MODEL, "astra");
        window.until("the other field", () -> text(CarField.MODEL).equals("astra"));
        assertEquals("15", text(CarField.SALES_PRICE));
        appModel.cars().current().save();
        awaitSaved();
        assertEquals("15950", stored(CarField.SALES_PRICE), "the shown text is no edit");
        price.leave();
        window.until("the other desk's text", () -> text(CarField.SALES_PRICE).equals("15950"));
        awaitSaved();
        assertEquals("15950", stored(CarField.SALES_PRICE));
    }

    /** Lets another desk type a price while the empty field of the price has the focus here. */
    private FocusedControl typePriceThereIntoFocusedField() {
        typeCar();
        type(CarField.SALES_PRICE, "");
        awaitSaved();
        FocusedControl price = new FocusedControl(appModel.form(), CarField.SALES_PRICE);
        price.enter();
        typeThere(car(), CarField.SALES_PRICE, "8950");
        typeThere(car(), CarField.MODEL, "astra");
        window.until("the other field", () -> text(CarField.MODEL).equals("astra"));
        assertEquals("", text(CarField.SALES_PRICE));
        return price;
    }

    @Test
    void focusedFieldTakesTheTextWhenTheFocusLeaves() {
        Map<UUID, Map<CarField, String>> hidden = new HashMap<>();
        appModel.cars().autosave().hiddenTexts().setListener(hidden::put);
        FocusedControl price = typePriceThereIntoFocusedField();
        price.leave();
        window.until("the other desk's text", () -> text(CarField.SALES_PRICE).equals("8950"));
        assertEquals(Map.of(), hidden, "nothing was typed here");
        assertEquals(0, appModel.cars().unsavedCount());
    }

    @Test
    void textTypedIntoFocusedFieldStaysAndTheOtherIsReported() {
        FocusedControl price = typePriceThereIntoFocusedField();
        Map<UUID, Map<CarField, String>> hidden = new HashMap<>();
        appModel.cars().autosave().hiddenTexts().setListener(hidden::put);
        type(CarField.SALES_PRICE, "1");
        awaitSaved();
        price.leave();
        window.until("the report", () -> !hidden.isEmpty());
        assertEquals(Map.of(car(), Map.of(CarField.SALES_PRICE, "8950")), hidden);
        assertEquals("1", text(CarField.SALES_PRICE));
        assertEquals("1", stored(CarField.SALES_PRICE));
    }

    @Test
    void carWithFocusedFieldIsDeletedIfNothingIsTyped() {
        FocusedControl price = typePriceThereIntoFocusedField();
        UUID car = car();
        assertFalse(appModel.cars().current().isBeingTyped());
        write(car, draft -> draft, StockMark.DELETED);
        appModel.cars().remoteChanges().refresh(Set.of(car));
        window.until("another car", () -> !car().equals(car));
        price.leave();
        awaitSaved();
        assertEquals("8950", journal.car(car).orElseThrow().draft().text(CarField.SALES_PRICE));
    }

    @Test
    void fieldOfAWindowBehindIsStillBeingTyped() {
        typeCar();
        FocusedControl price = new FocusedControl(appModel.form(), CarField.SALES_PRICE);
        type(CarField.SALES_PRICE, "15");
        awaitSaved();
        price.putBehind();
        Map<UUID, Map<CarField, String>> hidden = new HashMap<>();
        appModel.cars().autosave().hiddenTexts().setListener(hidden::put);
        typeThere(car(), CarField.SALES_PRICE, "15950");
        window.until("the report", () -> !hidden.isEmpty());
        assertEquals(Map.of(car(), Map.of(CarField.SALES_PRICE, "15950")), hidden);
        assertEquals("15", text(CarField.SALES_PRICE));
        price.leave();
        window.until("the other desk's text", () -> text(CarField.SALES_PRICE).equals("15950"));
    }

    @Test
    void carInAWindowBehindIsDeleted() {
        typeCar();
        FocusedControl price = new FocusedControl(appModel.form(), CarField.SALES_PRICE);
        type(CarField.SALES_PRICE, "15");
        awaitSaved();
        assertTrue(appModel.cars().current().isBeingTyped());
        price.putBehind();
        UUID car = car();
        write(car, draft -> draft, StockMark.DELETED);
        appModel.cars().remoteChanges().refresh(Set.of(car));
        window.until("another car", () -> !car().equals(car));
        awaitSaved();
        assertEquals(StockMark.DELETED, journal.car(car).orElseThrow().mark());
    }

    @Test
    void textTypedOnStays() {
        typeCar();
        FocusedControl price = new FocusedControl(appModel.form(), CarField.SALES_PRICE);
        type(CarField.SALES_PRICE, "15");
        awaitSaved();
        typeThere(car(), CarField.SALES_PRICE, "15950");
        type(CarField.SALES_PRICE, "15500");
        awaitSaved();
        price.leave();
        awaitSaved();
        assertEquals("15500", text(CarField.SALES_PRICE));
        assertEquals("15500", stored(CarField.SALES_PRICE));
    }

    @Test
    void acceptedAmountOfAnotherDeskIsNotCalculatedAgain() {
        typeCar();
        appModel.form().accept(appModel.form().suggestions().stream()
                .filter(suggestion -> suggestion.field() == CarField.TRADE_PRICE).findFirst().orElseThrow());
        awaitSaved();
        write(car(), draft -> draft.with(CarField.SALES_PRICE, "20000").with(CarField.TRADE_PRICE, "7"),
                StockMark.NONE);
        appModel.cars().remoteChanges().refresh(Set.of(car()));
        window.until("the price", () -> text(CarField.SALES_PRICE).equals("20000"));
        assertEquals("7", text(CarField.TRADE_PRICE));
        assertEquals(0, appModel.cars().unsavedCount());
    }

    @Test
    void photosOfBothDesksStayAlsoAfterUndo() {
        typeCar();
        appModel.form().photos().add(List.of("https://a/1", "https://a/2"));
        awaitSaved();
        appModel.form().photos().remove(0);
        appModel.form().photos().typedAddress().set("https://a/ty");
        awaitSaved();
        typeThere(car(), CarField.IMAGES, "https://a/2\nhttps://a/ty\nhttps://a/3");
        window.until("the photo", () -> appModel.form().photos().addresses()
                .equals(List.of("https://a/2", "https://a/3")));
        assertEquals("https://a/ty", appModel.form().photos().typedAddress().get());
        assertTrue(appModel.form().photos().undo().isPresent());
        assertEquals(Set.of("https://a/1", "https://a/2", "https://a/3"),
                Set.copyOf(appModel.form().photos().addresses()));
    }

    @Test
    void sentCarShowsItsSentVersion() {
        typeCar();
        send();
        assertFalse(submissions().isEmpty());
        assertEquals(List.of(), appModel.correctionWorkflow().unsentFields().get());
        // Otherwise both desks would have typed the model since the last save.
        awaitSaved();
        typeThere(car(), CarField.MODEL, "astra");
        window.until("the row",
                () -> appModel.cars().stock().row(car()).orElseThrow().text(CarField.MODEL).equals("astra"));
        assertEquals("corsa", text(CarField.MODEL));
        assertEquals("astra", appModel.cars().current().draft().text(CarField.MODEL));
        assertEquals(List.of(CarField.MODEL), appModel.correctionWorkflow().unsentFields().get());
    }

    /** Sends a version of the car as another desk. */
    private void sendThere(Profile profile, CarDraft sent) {
        Submission there = Submission.of(car(), profile, "https://autochat.ai", sent, "{}", clock.instant());
        journal.update(JournalFixture.enqueue(journal, there).asSending(clock.instant())
                .withOutcome(clock.instant(), JournalFixture.ACCEPTED));
        appModel.cars().remoteChanges().refresh(Set.of(car()));
    }

    private void untilUnsent(CarField... fields) {
        window.until("the fields that were not sent",
                () -> appModel.correctionWorkflow().unsentFields().get().equals(List.of(fields)));
    }

    @Test
    void unsentTextThatTheListDoesNotShowIsNamed() {
        typeCar();
        send();
        awaitSaved();
        typeThere(car(), CarField.DESCRIPTION, "tidy");
        untilUnsent(CarField.DESCRIPTION);
    }

    @Test
    void textSentToAnotherProfileIsSent() {
        typeCar();
        send();
        awaitSaved();
        typeThere(car(), CarField.MODEL, "astra");
        untilUnsent(CarField.MODEL);
        sendThere(Profile.PRODUCTION, appModel.cars().current().draft());
        untilUnsent();
    }

    @Test
    void dealershipThatOnlyTheOtherDeskKnowsIsSent() {
        typeCar();
        send();
        awaitSaved();
        write(car(), draft -> draft.with(CarField.DEALERSHIP_ID, "theirs").with(CarField.MODEL, "astra"),
                StockMark.NONE);
        appModel.cars().remoteChanges().refresh(Set.of(car()));
        untilUnsent(CarField.MODEL);
        setDealerships(new Dealership("Other", "other", ""));
        typeThere(car(), CarField.DEALERSHIP_ID, "other");
        untilUnsent(CarField.DEALERSHIP_ID, CarField.MODEL);
    }

    @Test
    void otherOrderOfOptionsIsSent() {
        typeCar();
        awaitSaved();
        CarDraft sent = appModel.cars().current().draft().withOptions(List.of("abs", "airbag"));
        write(car(), draft -> draft.withOptions(List.of("airbag", "abs")).with(CarField.MODEL, "astra"),
                StockMark.NONE);
        sendThere(Profile.STAGING, sent);
        untilUnsent(CarField.MODEL);
    }

    @Test
    void newCarOfAnotherDeskIsInTheListAndTheFilterStays() {
        typeCar();
        awaitSaved();
        appModel.cars().stock().filter().text().set("corsa");
        UUID car = UUID.randomUUID();
        journal.save(car, CarDraft.EMPTY.with(CarField.BRAND, "saab"), Set.of());
        appModel.cars().remoteChanges().refresh(Set.of(car));
        window.until("the car", () -> appModel.cars().stock().row(car).isPresent());
        assertEquals("corsa", appModel.cars().stock().filter().text().get());
        assertEquals(List.of(car()),
                appModel.cars().stock().visibleCars().stream().map(StockRow::id).toList());
    }

    @Test
    void markOfAnotherDeskIsShown() {
        typeCar();
        awaitSaved();
        write(car(), draft -> draft, StockMark.SOLD);
        appModel.cars().remoteChanges().refresh(Set.of(car()));
        window.until("the mark", () -> appModel.cars().current().mark().get() == StockMark.SOLD);
        assertEquals(StockMark.SOLD, appModel.cars().stock().row(car()).orElseThrow().mark());
    }

    @Test
    void ownMarkThatIsNotSavedYetStays() {
        typeCar();
        awaitSaved();
        window.runQueued();
        UUID car = car();
        appModel.cars().remoteChanges().refresh(Set.of(car));
        // The read has begun with a save of everything, and does not see the mark.
        LongWait.until("the read", () -> !window.isIdle());
        appModel.cars().mark(car, StockMark.SOLD);
        awaitSaved();
        UUID other = UUID.randomUUID();
        journal.save(other, CarDraft.EMPTY.with(CarField.BRAND, "saab"), Set.of());
        appModel.cars().remoteChanges().refresh(Set.of(other));
        window.until("a later change", () -> appModel.cars().stock().row(other).isPresent());
        assertEquals(StockMark.SOLD, journal.car(car).orElseThrow().mark());
        assertEquals(StockMark.SOLD, appModel.cars().stock().row(car).orElseThrow().mark());
        assertEquals(StockMark.SOLD, appModel.cars().current().mark().get());
    }

    /** Starts to read a car, and returns when the answer waits for the FX thread. */
    private void readUntilAnswered(Runnable refresh) {
        awaitSaved();
        window.until("no other task", () -> window.isIdle() && appModel.cars().unsavedCount() == 0);
        refresh.run();
        // The report of the save before the read, and the answer.
        LongWait.until("the answer", () -> window.queuedCount() >= 2);
    }

    /** Returns the marks that a row of the stock list gets from now on. */
    private List<StockMark> marksOf(UUID car) {
        List<StockMark> marks = new ArrayList<>();
        appModel.cars().stock()
                .addListener(() -> appModel.cars().stock().row(car).ifPresent(row -> marks.add(row.mark())));
        return marks;
    }

    @Test
    void markSavedAfterTheReadStaysInTheList() {
        typeCar();
        UUID car = car();
        awaitSaved();
        appModel.cars().newCar();
        window.until("a car on the disk only", () -> appModel.cars().store().inMemory(car).isEmpty());
        write(car, draft -> draft.with(CarField.MODEL, "astra"), StockMark.NONE);
        readUntilAnswered(() -> appModel.cars().remoteChanges().refresh(Set.of(car)));
        appModel.cars().mark(car, StockMark.SOLD);
        List<StockMark> marks = marksOf(car);
        appModel.cars().autosave().flush();
        assertEquals(StockMark.SOLD, journal.car(car).orElseThrow().mark());
        window.until("the other desk's text",
                () -> appModel.cars().stock().row(car).orElseThrow().text(CarField.MODEL).equals("astra"));
        assertEquals(Set.of(StockMark.SOLD), Set.copyOf(marks));
    }

    @Test
    void markSavedAfterTheReadStaysInTheForm() {
        typeCar();
        awaitSaved();
        UUID car = car();
        write(car, draft -> draft.with(CarField.MODEL, "astra"), StockMark.NONE);
        readUntilAnswered(() -> appModel.cars().remoteChanges().refresh(Set.of(car)));
        appModel.cars().mark(car, StockMark.SOLD);
        List<StockMark> marks = marksOf(car);
        appModel.cars().autosave().flush();
        window.until("the other desk's text", () -> text(CarField.MODEL).equals("astra"));
        assertEquals(Set.of(StockMark.SOLD), Set.copyOf(marks));
        assertEquals(StockMark.SOLD, appModel.cars().current().mark().get());
    }

    @Test
    void textSavedAfterTheReadStaysInTheList() {
        typeCar();
        UUID car = car();
        awaitSaved();
        appModel.cars().newCar();
        window.until("a car on the disk only", () -> appModel.cars().store().inMemory(car).isEmpty());
        readUntilAnswered(() -> appModel.cars().remoteChanges().refresh(Set.of(car)));
        // Without the window's thread, on which the answer waits.
        appModel.cars().store().keep(CarRecord.of(journal.car(car).orElseThrow()));
        CarRecord opened = appModel.cars().store().inMemory(car).orElseThrow();
        appModel.cars().autosave().saveCar(opened, opened.draft().with(CarField.MODEL, "astra"));
        appModel.cars().stock().put(opened.row());
        appModel.cars().autosave().flush();
        appModel.cars().store().releaseSaved();
        assertTrue(appModel.cars().store().inMemory(car).isEmpty());
        List<String> models = new ArrayList<>();
        appModel.cars().stock().addListener(() -> models
                .add(appModel.cars().stock().row(car).orElseThrow().text(CarField.MODEL)));
        UUID other = UUID.randomUUID();
        journal.save(other, CarDraft.EMPTY.with(CarField.BRAND, "saab"), Set.of());
        appModel.cars().remoteChanges().refresh(Set.of(other));
        window.until("a later change", () -> appModel.cars().stock().row(other).isPresent());
        assertEquals(Set.of("astra"), Set.copyOf(models));
    }

    @Test
    void templateSavedAfterTheReadStays() {
        typeCar();
        journal.saveTemplate(new Template(UUID.randomUUID(), "Golf", CarDraft.EMPTY));
        readUntilAnswered(appModel.cars().remoteChanges()::refreshTemplates);
        appModel.cars().templates().save("Corsa", appModel.form().draft().get());
        appModel.cars().autosave().flush();
        List<Integer> counts = new ArrayList<>();
        appModel.cars().templates().all()
                .subscribe(() -> counts.add(appModel.cars().templates().all().size()));
        window.until("both templates", () -> appModel.cars().templates().all().size() == 2);
        assertFalse(counts.contains(0), counts::toString);
        assertTrue(appModel.cars().templates().findByName("Corsa").isPresent());
    }

    @Test
    void rejectedMarkStaysUntilTheDiskTakesIt() throws Exception {
        typeCar();
        UUID car = car();
        awaitSaved();
        appModel.cars().newCar();
        window.until("a car on the disk only", () -> appModel.cars().store().inMemory(car).isEmpty());
        List<StockMark> marks;
        try (var _ = lockJournal()) {
            appModel.cars().mark(car, StockMark.SOLD);
            marks = marksOf(car);
            appModel.cars().remoteChanges().refresh(Set.of(car));
            window.until("the rejection",
                    () -> appModel.cars().autosave().state().get() instanceof Autosave.State.Failing);
        }
        UUID other = UUID.randomUUID();
        journal.save(other, CarDraft.EMPTY.with(CarField.BRAND, "saab"), Set.of());
        appModel.cars().remoteChanges().refresh(Set.of(other));
        window.until("a later change", () -> appModel.cars().stock().row(other).isPresent());
        assertEquals(Set.of(StockMark.SOLD), Set.copyOf(marks));
    }

    @Test
    void replacedTextsOfAnotherDeskAreReported() {
        typeCar();
        awaitSaved();
        Map<UUID, Map<CarField, String>> hidden = new HashMap<>();
        appModel.cars().autosave().hiddenTexts().setListener(hidden::put);
        UUID car = car();
        // The save comes after the first key.
        type(CarField.SALES_PRICE, "15500");
        write(car, draft -> draft.with(CarField.SALES_PRICE, "15950"), StockMark.NONE);
        awaitSaved();
        window.until("the report", () -> !hidden.isEmpty());
        assertEquals(Map.of(car, Map.of(CarField.SALES_PRICE, "15950")), hidden);
        assertEquals("15500", stored(CarField.SALES_PRICE));
        assertEquals("15500", text(CarField.SALES_PRICE));
    }

    @Test
    void replacedTextsOfACarThatWasLeftAreReported() {
        typeCar();
        awaitSaved();
        Map<UUID, Map<CarField, String>> hidden = new HashMap<>();
        appModel.cars().autosave().hiddenTexts().setListener(hidden::put);
        UUID car = car();
        write(car, draft -> draft.with(CarField.SALES_PRICE, "15950"), StockMark.NONE);
        type(CarField.VERSION, "1.2");
        appModel.cars().autosave().flush();
        // The window has not heard of the other text yet.
        type(CarField.SALES_PRICE, "15500");
        appModel.cars().newCar();
        window.until("the report", () -> !hidden.isEmpty());
        assertEquals(Map.of(car, Map.of(CarField.SALES_PRICE, "15950")), hidden);
        awaitSaved();
        assertEquals("15500", journal.car(car).orElseThrow().draft().text(CarField.SALES_PRICE));
    }

    @Test
    void templatesOfAnotherDeskAreShown() {
        journal.saveTemplate(new Template(UUID.randomUUID(), "Golf", CarDraft.EMPTY));
        appModel.cars().remoteChanges().refreshTemplates();
        window.until("the template", () -> appModel.cars().templates().all().size() == 1);
    }

    @Test
    void randomEditsLoseNothing() {
        long seed = Long.getLong("sharing.seed", Cases.areAll() ? new Random().nextLong() : 20_261_201);
        System.out.println("edits of form and journal: seed " + seed);
        Random random = new Random(seed);
        for (int run = 0; run < Cases.times(4, 25); run++) {
            appModel.cars().newCar();
            type(CarField.BRAND, "car " + run);
            awaitSaved();
            runRandomly(random, car());
        }
    }

    private void runRandomly(Random random, UUID car) {
        Map<CarField, String> here = new EnumMap<>(CarField.class);
        Map<CarField, String> there = new EnumMap<>(CarField.class);
        Set<CarField> mustBeHere = EnumSet.noneOf(CarField.class);
        Set<CarField> mustBeThere = EnumSet.noneOf(CarField.class);
        for (int edit = 0; edit < 40; edit++) {
            CarField field = FIELDS.get(random.nextInt(FIELDS.size()));
            boolean isSaved = appModel.cars().autosave().isSaved(car);
            String text = String.valueOf(++texts);
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    // An emptied field is an edit only if its text was saved.
                    String typed = random.nextInt(4) == 0 && isSaved && !text(field).isEmpty() ? "" : text;
                    type(field, typed);
                    here.put(field, typed);
                    mustBeHere.add(field);
                    mustBeThere.remove(field);
                }
                case 2, 3 -> {
                    String typed = random.nextInt(4) == 0 ? "" : text;
                    write(car, draft -> draft.with(field, typed), StockMark.NONE);
                    there.put(field, typed);
                    mustBeHere.remove(field);
                    mustBeThere.remove(field);
                    if (isSaved) {
                        mustBeThere.add(field);
                    }
                    if (random.nextBoolean()) {
                        appModel.cars().remoteChanges().refresh(Set.of(car));
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
        appModel.cars().remoteChanges().refresh(Set.of(car));
        awaitSaved();
        window.until("the same text in form and journal", () -> appModel.cars().unsavedCount() == 0
                && appModel.form().draft().get().equals(journal.car(car).orElseThrow().draft()));
        for (CarField field : FIELDS) {
            if (mustBeHere.contains(field)) {
                assertEquals(here.get(field), text(field), "typed last here: " + field);
            } else if (mustBeThere.contains(field)) {
                assertEquals(there.get(field), text(field), "typed last there: " + field);
            } else if (here.containsKey(field) || there.containsKey(field)) {
                assertTrue(text(field).equals(here.getOrDefault(field, ""))
                        || text(field).equals(there.getOrDefault(field, "")), "nobody's text: " + field);
            }
        }
    }
}
