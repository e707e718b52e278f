package app.forecourt.car.check;

import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.Problem.Code.DEALERSHIP_BY_NAME;
import static app.forecourt.car.Problem.Code.DEALERSHIP_FROM_ELSEWHERE;
import static app.forecourt.car.Problem.Code.DEALERSHIP_LACKS_ID;
import static app.forecourt.car.Problem.Code.DEALERSHIP_NOT_HERE;
import static app.forecourt.car.Problem.Code.DEALERSHIP_UNKNOWN;
import static app.forecourt.car.Problem.Code.REQUIRED;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.car.ProfileDealerships;
import app.forecourt.car.ProfileDealerships.Seller;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests of {@link DealershipRules} with the dealerships of the settings, on production. */
class DealershipRulesTest {
    private static final Seller NORTH = new Seller("North", "n-p", Set.of("n-s", "practice-dealer"));
    private static final Seller HARBOUR = new Seller("Harbour", "", Set.of("h-s"));
    private static final Seller NAMELESS = new Seller("", "x-p", Set.of("x-s"));
    private static final List<Seller> OWN = List.of(NORTH, HARBOUR, NAMELESS);

    private static List<Problem> check(String typed, ProfileDealerships own) {
        return ProblemCases.CHECK
                .check(ProblemCases.GOOD.with(DEALERSHIP_ID, typed), ProblemCases.LIST, PricingTerms.STANDARD, own)
                .problems();
    }

    private static List<Problem> check(String typed) {
        return check(typed, new ProfileDealerships("production", OWN, Optional.empty()));
    }

    private static List<Problem> problem(Problem.Code code, List<String> offers, Object... args) {
        return List.of(Problem.of(DEALERSHIP_ID, code, args).withCorrections(offers));
    }

    @Test
    void idOfThisProfileIsValid() {
        assertEmpty(check("n-p"));
        assertEmpty(check(" x-p "));
    }

    @Test
    void nameSuggestsTheId() {
        for (String typed : List.of("North", " nORTH ")) {
            assertEquals(problem(DEALERSHIP_BY_NAME, List.of("n-p")), check(typed), typed);
        }
    }

    @Test
    void sharedNameSuggestsBothIds() {
        Seller namesake = new Seller("north", "n-2", Set.of("n-3"));
        assertEquals(
                problem(DEALERSHIP_BY_NAME, List.of("n-p", "n-2")),
                check("NORTH", new ProfileDealerships("production", List.of(NORTH, namesake), Optional.empty())));
    }

    @Test
    void idOfAnotherProfileSuggestsTheIdOfThis() {
        assertEquals(problem(DEALERSHIP_FROM_ELSEWHERE, List.of("n-p"), "North", "production"), check("n-s"));
        assertEquals(problem(DEALERSHIP_FROM_ELSEWHERE, List.of("x-p"), "x-s", "production"), check("x-s"));
    }

    @Test
    void dealershipWithoutIdOnProfileIsAWarning() {
        for (String typed : List.of("harbour", "h-s")) {
            assertEquals(problem(DEALERSHIP_NOT_HERE, List.of(), "Harbour", "production"), check(typed));
        }
    }

    @Test
    void unknownIdIsReportedOnlyWithDealerships() {
        assertEquals(problem(DEALERSHIP_UNKNOWN, List.of()), check("Nort"));
        assertEquals(problem(DEALERSHIP_UNKNOWN, List.of("n-p")), check("N-P"));
        assertEmpty(check("Nort", ProfileDealerships.NONE));
        assertEmpty(check(
                "Nort",
                new ProfileDealerships(
                        "practice", List.of(new Seller("", "practice-dealer", Set.of())), Optional.empty())));
    }

    @Test
    void missingDealershipIsNamed() {
        ProfileDealerships lacking = new ProfileDealerships("production", OWN, Optional.of("Harbour"));
        assertEquals(problem(DEALERSHIP_LACKS_ID, List.of(), "Harbour", "production"), check("", lacking));
        assertEquals(problem(REQUIRED, List.of()), check(""));
        assertEmpty(check("n-p", lacking));
    }
}
