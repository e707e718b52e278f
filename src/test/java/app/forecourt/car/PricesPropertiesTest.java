package app.forecourt.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every price there is: a generator of prices and a method for each thing that holds. */
class PricesPropertiesTest {
    private static final long SEED = 20_261_124;
    private static final int TRIES = 6_000;
    private static final long LARGEST = 9_999_999_999L;

    /** Amounts in cents. */
    private record Price(Country country, long gross, long restBpm) {
        BigDecimal grossAmount() {
            return BigDecimal.valueOf(gross, 2);
        }

        BigDecimal restBpmAmount() {
            return BigDecimal.valueOf(restBpm, 2);
        }

        Split split() {
            return Split.of(grossAmount(), restBpmAmount(), country.vatRate());
        }

        CarDraft draft(boolean vatCar) {
            return CarDraft.EMPTY.with(CarField.SALES_PRICE, grossAmount().toPlainString())
                    .with(CarField.REST_BPM, restBpmAmount().toPlainString())
                    .with(CarField.IS_TAX_DEDUCTIBLE, vatCar ? "true" : "");
        }
    }

    /** The ends of the range, every cent at its beginning, and prices of every size; rest BPM from none to all. */
    private static Stream<Price> prices() {
        var random = new Random(SEED);
        LongStream ends = LongStream.concat(LongStream.rangeClosed(1, 2_000),
                LongStream.rangeClosed(LARGEST - 2_000, LARGEST));
        LongStream between = LongStream.generate(() -> size(random)).limit(TRIES);
        return LongStream.concat(ends, between).boxed()
                .flatMap(gross -> Stream.of(Country.values()).flatMap(country -> country.hasBpm()
                        ? Stream.of(0L, gross, random.nextLong(gross + 1))
                                .map(bpm -> new Price(country, gross, bpm))
                        : Stream.of(new Price(country, gross, 0))));
    }

    /** As many small prices as large ones. */
    private static long size(Random random) {
        return random.nextLong(1, (long) Math.pow(10, 1 + random.nextInt(10)));
    }

    private static void always(Consumer<Price> holds) {
        System.out.println("seed " + SEED);
        long tried = prices().peek(price -> {
            try {
                holds.accept(price);
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + SEED + ", " + price, broken);
            }
        }).mapToLong(price -> 1).sum();
        assertTrue(tried > 2 * TRIES, "tried " + tried);
    }

    @Test
    void netAndVatAreThePriceToTheCent() {
        always(PricesPropertiesTest::addsUp);
    }

    @Test
    void vatIsWithinHalfACent() {
        always(PricesPropertiesTest::isExactToHalfACent);
    }

    @Test
    void vatIsNeitherNegativeNorMoreThanWhatCarriesIt() {
        always(PricesPropertiesTest::staysWithinThePrice);
    }

    @Test
    void marginCarHasNoVatAtAnyPrice() {
        always(PricesPropertiesTest::isAllNetAsAMarginCar);
    }

    @Test
    void proposalsAddUpForEveryPriceThatIsRight() {
        always(PricesPropertiesTest::isProposedAsReckoned);
    }

    private static void addsUp(Price price) {
        assertEquals(price.grossAmount(), price.split().net().add(price.split().vat()));
        assertEquals(2, price.split().vat().scale());
        assertEquals(2, price.split().net().scale());
    }

    /** Without dividing: |VAT × (100 + rate) − what carries it × rate| in hundredths of a cent. */
    private static void isExactToHalfACent(Price price) {
        long rate = price.country().vatRate();
        long off = price.split().vat().unscaledValue().longValueExact() * (100 + rate)
                - (price.gross() - price.restBpm()) * rate;
        assertTrue(2 * Math.abs(off) <= 100 + rate, "off by " + off);
    }

    private static void staysWithinThePrice(Price price) {
        assertTrue(price.split().vat().signum() >= 0);
        assertTrue(price.split().vat().compareTo(price.grossAmount().subtract(price.restBpmAmount())) <= 0);
        assertTrue(price.split().net().compareTo(price.restBpmAmount()) >= 0);
    }

    private static void isAllNetAsAMarginCar(Price price) {
        assertEquals(new Split(new BigDecimal("0.00"), price.grossAmount()),
                Split.ofMargin(price.grossAmount()));
        var amounts = amounts(price, false);
        assertEquals(price.grossAmount(), amounts.get(CarField.SALES_PRICE_EX_VAT));
        assertEquals(new BigDecimal("0.00"), amounts.get(CarField.TAX_AMOUNT));
    }

    private static void isProposedAsReckoned(Price price) {
        var amounts = amounts(price, true);
        assertEquals(price.split(),
                new Split(amounts.get(CarField.TAX_AMOUNT), amounts.get(CarField.SALES_PRICE_EX_VAT)));
        BigDecimal trade = amounts.getOrDefault(CarField.TRADE_PRICE, BigDecimal.ZERO);
        assertTrue(trade.compareTo(price.grossAmount()) < 0);
    }

    private static Map<CarField, BigDecimal> amounts(Price price, boolean vatCar) {
        var terms = new PriceTerms(price.country(), TaxMeaning.VAT, BigDecimal.TEN);
        return Prices.proposals(price.draft(vatCar), terms).stream()
                .collect(Collectors.toMap(Proposal::field, Proposal::amount));
    }
}
