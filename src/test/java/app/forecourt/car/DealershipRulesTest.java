package app.forecourt.car;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.Sellers.Seller;
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

    private static List<Problem> found(String typed, Sellers own) {
        return Cases.CHECK.check(Cases.GOOD.with(CarField.DEALERSHIP_ID, typed), Cases.LIST,
                PriceTerms.STANDARD, own).problems();
    }

    private static List<Problem> found(String typed) {
        return found(typed, new Sellers("production", OWN, Optional.empty()));
    }

    private static List<Problem> one(Rule rule, List<String> offers, Object... args) {
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
            assertEquals(one(Rule.DEALERSHIP_BY_NAME, List.of("n-p")), found(typed), typed);
        }
    }

    @Test
    void ofTwoWithOneNameBothAreOffered() {
        Seller other = new Seller("north", "n-2", Set.of("n-3"));
        assertEquals(one(Rule.DEALERSHIP_BY_NAME, List.of("n-p", "n-2")),
                found("NORTH", new Sellers("production", List.of(NORTH, other), Optional.empty())));
    }

    @Test
    void idOfAnotherProfileIsOfferedAsTheOneOfThis() {
        assertEquals(one(Rule.DEALERSHIP_FROM_ELSEWHERE, List.of("n-p"), "North", "production"),
                found("n-s"));
        assertEquals(one(Rule.DEALERSHIP_FROM_ELSEWHERE, List.of("x-p"), "x-s", "production"), found("x-s"));
    }

    @Test
    void oneWithoutAnIdHereSaysSoAndIsOnlyAWarning() {
        for (String typed : List.of("harbour", "h-s")) {
            assertEquals(one(Rule.DEALERSHIP_NOT_HERE, List.of(), "Harbour", "production"), found(typed));
        }
    }

    @Test
    void strangerIsOnlyOneWhereThereAreDealerships() {
        assertEquals(one(Rule.DEALERSHIP_UNKNOWN, List.of()), found("Nort"));
        assertEquals(one(Rule.DEALERSHIP_UNKNOWN, List.of("n-p")), found("N-P"));
        assertEquals(List.of(), found("Nort", Sellers.NONE));
        assertEquals(List.of(), found("Nort", new Sellers("practice",
                List.of(new Seller("", "practice-dealer", Set.of())), Optional.empty())));
    }

    @Test
    void missingOneSaysWhichItWas() {
        Sellers lacking = new Sellers("production", OWN, Optional.of("Harbour"));
        assertEquals(one(Rule.DEALERSHIP_LACKS_ID, List.of(), "Harbour", "production"), found("", lacking));
        assertEquals(one(Rule.REQUIRED, List.of()), found(""));
        assertEquals(List.of(), found("n-p", lacking));
    }
}
