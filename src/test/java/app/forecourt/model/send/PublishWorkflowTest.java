package app.forecourt.model.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.model.AppModelFixture;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.Submission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Test of publishing from staging to production. */
class PublishWorkflowTest extends AppModelFixture {
    private static final String STAGING = """
            [{"name": "abs", "prettyName": "ABS"}, {"name": "seat_heating", "prettyName": "Seat heating"},
            {"name": "tow_bar", "prettyName": "Tow bar"}]""";
    private static final String PRODUCTION = """
            [{"name": "abs", "prettyName": "ABS"}, {"name": "heated_seats", "prettyName": "Seat heating"},
            {"name": "tow_bar_fixed", "prettyName": "Tow bar, fixed"}]""";
    private final AtomicInteger sendings = new AtomicInteger();

    private SendWorkflow.Step step = SendWorkflow.Step.NOT_AGAIN;

    private void publish() {
        int before = sendings.get();
        desk.publishing().publish(() -> {
            step = dispatch.send();
            sendings.incrementAndGet();
        });
        window.until("production's options", () -> sendings.get() > before);
    }

    private void sendToStaging(String... options) {
        answers.put("/api/options", answer(200, STAGING));
        begin();
        typeACar();
        List.of(options).forEach(option -> desk.form().toggle(option));
        send();
        send();
        assertInstanceOf(SendOutcome.Accepted.class, outcome());
        posts();
        answers.put("/api/options", answer(200, PRODUCTION));
    }

    @Test
    void publishedCarIsLinkedToStaging() {
        sendToStaging("abs");
        assertTrue(desk.publishing().isOver());
        publish();
        assertEquals(Profile.PRODUCTION, desk.profile().get());
        assertEquals(SendWorkflow.Step.ASK, step);
        dispatch.confirmProduction();
        send();
        assertInstanceOf(SendOutcome.Accepted.class, outcome());
        assertEquals(1, posts());
        List<Submission> all = attempts();
        assertEquals(List.of(Profile.STAGING, Profile.PRODUCTION),
                all.stream().map(Submission::profile).toList());
        window.until("the link", () -> attempts().getLast().follows().isPresent());
        assertEquals(Optional.of(all.getFirst().id()), attempts().getLast().follows());
        assertFalse(desk.publishing().isOver(), "it is there");
    }

    @Test
    void missingOptionsAreNamedWithNearest() {
        sendToStaging("abs", "seat_heating", "tow_bar");
        publish();
        assertEquals(SendWorkflow.Step.LOOK, step);
        List<Problem> missing = desk.form().shown().stream()
                .filter(problem -> problem.field() == CarField.OPTIONS).toList();
        assertEquals(2, missing.size(), missing::toString);
        assertEquals(0, posts());
        assertEquals(ListingStatus.SENT, desk.cars().current().car().get().standing(Profile.STAGING));
    }

    @Test
    void switchToAnotherCarSendsNothing() {
        sendToStaging("abs");
        desk.publishing().publish(sendings::incrementAndGet);
        desk.cars().newCar();
        connected();
        assertEquals(0, sendings.get());
    }

    @Test
    void missingProductionListWarns() {
        sendToStaging("abs");
        answers.put("/api/options", answer(500, ""));
        publish();
        assertEquals(SendWorkflow.Step.LOOK, step);
        assertEquals(0, posts());
    }

    @Test
    void onlyAcceptedCarsCanBePublished() {
        begin();
        typeACar();
        assertFalse(desk.publishing().isOver());
        desk.publishing().publish(sendings::incrementAndGet);
        assertEquals(Profile.STAGING, desk.profile().get());
        answers.put("/api/cars", answer(500, ""));
        send();
        send();
        assertInstanceOf(SendOutcome.Unknown.class, outcome());
        assertFalse(desk.publishing().isOver());
    }

    @Test
    void eachProfileShowsItsSentVersion() {
        sendToStaging("abs", "tow_bar");
        String id = attempts().getFirst().sent().text(CarField.INTERNAL_ID);
        publish();
        desk.form().toggle("tow_bar");
        type(CarField.INTERNAL_ID, "EDITED");
        choose(Profile.STAGING);
        assertEquals(ListingStatus.SENT, standing());
        assertEquals(id, text(CarField.INTERNAL_ID));
        assertEquals(List.of("abs", "tow_bar"), desk.form().options());
        choose(Profile.PRODUCTION);
        assertEquals("EDITED", text(CarField.INTERNAL_ID));
        assertEquals(List.of("abs"), desk.form().options());

        choose(Profile.STAGING);
        var car = desk.cars().current().car().get().id();
        saved();
        desk.cars().newCar();
        openCar(car);
        assertEquals(id, text(CarField.INTERNAL_ID));
        choose(Profile.PRODUCTION);
        assertEquals("EDITED", text(CarField.INTERNAL_ID), "nothing typed is lost");
    }

    @Test
    void unknownDealershipIsNotReplaced() {
        dealerships(new Dealership("Main street", "stg-main", "prd-main"),
                new Dealership("Harbour", "stg-harb", ""));
        answers.put("/api/options", answer(200, STAGING));
        begin();
        typeACar();
        type(CarField.DEALERSHIP_ID, "stg-harb");
        send();
        send();
        assertInstanceOf(SendOutcome.Accepted.class, outcome());
        publish();
        assertEquals("", text(CarField.DEALERSHIP_ID));
        saved();
        var car = desk.cars().current().car().get().id();
        choose(Profile.STAGING);
        desk.cars().newCar();
        openCar(car);
        choose(Profile.PRODUCTION);
        assertEquals("", text(CarField.DEALERSHIP_ID));
        assertEquals(SendWorkflow.Step.LOOK, dispatch.send());
    }

    @Test
    void typingDuringPublishSendsNothing() {
        sendToStaging("abs");
        desk.publishing().publish(sendings::incrementAndGet);
        type(CarField.SALES_PRICE, "1250");
        connected();
        assertEquals(0, sendings.get());
    }

    @Test
    void productionDraftIsNotPublishedUnseen() {
        sendToStaging("abs");
        choose(Profile.PRODUCTION);
        dispatch.confirmProduction();
        type(CarField.SALES_PRICE, "11900");
        choose(Profile.STAGING);
        desk.publishing().publish(sendings::incrementAndGet);
        connected();
        assertEquals(Profile.PRODUCTION, desk.profile().get());
        assertEquals("11900", text(CarField.SALES_PRICE));
        assertEquals(0, sendings.get(), "she saw another price when she pressed the key");
        assertEquals(List.of(CarField.SALES_PRICE), desk.correction().changes(), "and is told");
    }

    @Test
    void typedProductionDealershipIsShownAndKept() {
        dealerships(new Dealership("Main street", "stg-main", "prd-main"));
        begin();
        typeACar();
        type(CarField.DEALERSHIP_ID, "stg-main");
        send();
        assertInstanceOf(SendOutcome.Accepted.class, outcome());
        choose(Profile.PRODUCTION);
        assertEquals("prd-main", text(CarField.DEALERSHIP_ID));
        assertEquals(List.of(), desk.correction().changes());
        type(CarField.DEALERSHIP_ID, "prd-other");
        choose(Profile.STAGING);
        assertEquals("stg-main", text(CarField.DEALERSHIP_ID));
        desk.publishing().publish(sendings::incrementAndGet);
        connected();
        assertEquals(0, sendings.get(), "another dealership than she saw");
        assertEquals("prd-other", text(CarField.DEALERSHIP_ID));
        choose(Profile.STAGING);
        desk.correction().begin();
        choose(Profile.PRODUCTION);
        assertEquals("prd-other", text(CarField.DEALERSHIP_ID), "nothing typed is lost");
    }

    @Test
    void switchOfProfileSendsNothing() {
        sendToStaging("abs");
        desk.publishing().publish(sendings::incrementAndGet);
        desk.choose(Profile.PRACTICE);
        connected();
        assertEquals(0, sendings.get());
    }

    @Test
    void productionShowsStagingSubmission() {
        sendToStaging("abs");
        Submission taken = attempts().getFirst();
        choose(Profile.PRODUCTION);
        assertEquals(Optional.of(taken), desk.cars().current().last().get());
        assertEquals(ListingStatus.DRAFT, standing());
        choose(Profile.PRACTICE);
        assertEquals(Optional.empty(), desk.cars().current().last().get());
        choose(Profile.PRODUCTION);
        answers.put("/api/cars", answer(422, "{\"detail\": \"no\"}"));
        publish();
        dispatch.confirmProduction();
        send();
        assertInstanceOf(SendOutcome.Rejected.class, outcome(), "what production says of it comes first");
    }

    @Test
    void pendingCarIsShownAsTyped() {
        sendToStaging("abs");
        choose(Profile.PRODUCTION);
        type(CarField.SALES_PRICE, "11900");
        dispatch.confirmProduction();
        dispatch.send();
        assertEquals("11900", text(CarField.SALES_PRICE));
        window.until("the answer", () -> standing() == ListingStatus.SENT);
        assertEquals("11900", text(CarField.SALES_PRICE));
    }

    @Test
    void reloadOfListDoesNotSendAgain() {
        sendToStaging("abs", "seat_heating");
        choose(Profile.PRODUCTION);
        publish();
        assertEquals(SendWorkflow.Step.LOOK, step);
        assertEquals(1, sendings.get());
        desk.loadOptions();
        connected();
        assertEquals(1, sendings.get());
    }

    @Test
    void missingOptionsKeepStagingNames() {
        answers.put("/api/options", answer(200, """
                [{"name": "ac", "prettyName": "Airconditioning"}]"""));
        begin();
        typeACar();
        desk.form().toggle("ac");
        send();
        answers.put("/api/options", answer(200, PRODUCTION));
        choose(Profile.PRODUCTION);
        assertEquals("Airconditioning", desk.form().knownOptions().get().orElseThrow().prettyName("ac"));
        saved();
        window.until("the lists to be kept", () -> journal
                .options(Profile.PRODUCTION, environments.address(Profile.PRODUCTION)).isPresent());
        open(Map.of("FORECOURT_CLIENT_ID", "id", "FORECOURT_CLIENT_SECRET", "secret"));
        assertEquals(Profile.PRODUCTION, desk.profile().get());
        begin();
        window.until("staging's list of the time before", () -> desk.form().knownOptions().get().orElseThrow()
                .prettyName("ac").equals("Airconditioning"));
        assertEquals("Airconditioning", desk.called().option(Profile.PRODUCTION, "ac"));
    }
}
