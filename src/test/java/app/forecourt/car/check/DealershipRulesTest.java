package app.forecourt.car.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.car.KnownDealerships;
import app.forecourt.car.KnownDealerships.Seller;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is typed as a dealership, held against the desk's own, on production. */
class DealershipRulesTest {
    private static final Seller NORTH = new Seller("North", "n-p", Set.of("n-s", "practice-dealer"));
    private static final Seller HARBOUR = new Seller("Harbour", "", Set.of("h-s"));
    private static final Seller NAMELESS = new Seller("", "x-p", Set.of("x-s"));
    private static final List<Seller> OWN = List.of(NORTH, HARBOUR, NAMELESS);

    private static List<Problem> found(String typed, KnownDealerships own) {
        return ProblemCases.CHECK
                .check(ProblemCases.GOOD.with(CarField.DEALERSHIP_ID, typed), ProblemCases.LIST,
                        PricingTerms.STANDARD, own)
                .problems();
    }

    private static List<Problem> found(String typed) {
        return found(typed, new KnownDealerships("production", OWN, Optional.empty()));
    }

    private static List<Problem> one(ProblemCode rule, List<String> offers, Object... args) {
        return List.of(Problem.of(CarField.DEALERSHIP_ID, rule, args).offering(offers));
    }

    @Test
    void idOfThisProfileIsRight() {
        assertEquals(List.of(), found("n-p"));
        assertEquals(List.of(), found(" x-p "));
    }

    @Test
    void nameIsNoIdAndTheIdIsOffered() {
        for (String typed : List.of("North", " nORTH ")) {
            assertEquals(one(ProblemCode.DEALERSHIP_BY_NAME, List.of("n-p")), found(typed), typed);
        }
    }

    @Test
    void ofTwoWithOneNameBothAreOffered() {
        Seller other = new Seller("north", "n-2", Set.of("n-3"));
        assertEquals(one(ProblemCode.DEALERSHIP_BY_NAME, List.of("n-p", "n-2")),
                found("NORTH", new KnownDealerships("production", List.of(NORTH, other), Optional.empty())));
    }

    @Test
    void idOfAnotherProfileIsOfferedAsTheOneOfThis() {
        assertEquals(one(ProblemCode.DEALERSHIP_FROM_ELSEWHERE, List.of("n-p"), "North", "production"),
                found("n-s"));
        assertEquals(one(ProblemCode.DEALERSHIP_FROM_ELSEWHERE, List.of("x-p"), "x-s", "production"),
                found("x-s"));
    }

    @Test
    void oneWithoutAnIdHereSaysSoAndIsOnlyAWarning() {
        for (String typed : List.of("harbour", "h-s")) {
            assertEquals(one(ProblemCode.DEALERSHIP_NOT_HERE, List.of(), "Harbour", "production"),
                    found(typed));
        }
    }

    @Test
    void strangerIsOnlyOneWhereThereAreDealerships() {
        assertEquals(one(ProblemCode.DEALERSHIP_UNKNOWN, List.of()), found("Nort"));
        assertEquals(one(ProblemCode.DEALERSHIP_UNKNOWN, List.of("n-p")), found("N-P"));
        assertEquals(List.of(), found("Nort", KnownDealerships.NONE));
        assertEquals(List.of(), found("Nort", new KnownDealerships("practice",
                List.of(new Seller("", "practice-dealer", Set.of())), Optional.empty())));
    }

    @Test
    void missingOneSaysWhichItWas() {
        KnownDealerships lacking = new KnownDealerships("production", OWN, Optional.of("Harbour"));
        assertEquals(one(ProblemCode.DEALERSHIP_LACKS_ID, List.of(), "Harbour", "production"),
                found("", lacking));
        assertEquals(one(ProblemCode.REQUIRED, List.of()), found(""));
        assertEquals(List.of(), found("n-p", lacking));
    }
}
