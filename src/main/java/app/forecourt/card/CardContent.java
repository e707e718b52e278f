package app.forecourt.card;

import app.forecourt.advert.Advert;
import app.forecourt.advert.AdvertOptionGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the card says, without its layout. The texts have no control characters.
 *
 * @param language the code of the texts' language
 * @param name brand and model; may be blank
 * @param energy the fuel and its emission, with its label
 * @param options the names of the options, the most important group first
 * @param unnamedOptions the number of further options
 * @param moreText returns the text for a number of options that are not named
 * @param foot the plate and the stock number; may be blank
 */
public record CardContent(
        String language,
        String name,
        Optional<String> version,
        Optional<String> price,
        Optional<String> vat,
        List<Advert.Fact> facts,
        Optional<Advert.Fact> energy,
        List<String> options,
        int unnamedOptions,
        IntFunction<String> moreText,
        String foot,
        Dealer dealer) {
    public CardContent {
        facts = List.copyOf(facts);
        options = List.copyOf(options);
    }

    /**
     * The dealer on the card.
     *
     * @param name the name for buyers, if the dealer typed one
     */
    public record Dealer(Optional<String> name, Optional<DealerWebAddress> address, Optional<CardLogo> logo) {
        /** A dealer without name, address and logo. */
        public static final Dealer NONE = new Dealer(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns the content for a car. A dealer without a name for buyers has the name of the car's dealership. */
    public static CardContent of(Advert advert, Dealer dealer) {
        return new CardContent(
                advert.language().code(),
                clean(advert.name()),
                clean(advert.version()),
                clean(Optional.of(advert.priceOnCard())),
                clean(advert.vat()),
                advert.factsBesideEnergy().stream().map(CardContent::clean).toList(),
                advert.energy().map(CardContent::clean),
                advert.options().stream()
                        .map(AdvertOptionGroup::labels)
                        .flatMap(List::stream)
                        .map(CardContent::clean)
                        .filter(label -> !label.isEmpty())
                        .toList(),
                advert.options().stream().mapToInt(AdvertOptionGroup::moreCount).sum(),
                advert::moreText,
                clean(Stream.of(advert.plate(), advert.stockNumber())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" · "))),
                new Dealer(clean(dealer.name()).or(() -> clean(advert.dealership())), dealer.address(), dealer.logo()));
    }

    /** Returns the title of the card as a document. */
    public String title() {
        return (name + " " + version.orElse("")).strip();
    }

    private static Optional<String> clean(Optional<String> text) {
        return text.map(CardContent::clean).filter(clean -> !clean.isEmpty());
    }

    private static Advert.Fact clean(Advert.Fact fact) {
        return new Advert.Fact(clean(fact.label()), clean(fact.value()));
    }

    /**
     * Replaces control characters by spaces, and removes unpaired surrogates and characters that change the direction
     * of writing. They have no glyph.
     */
    static String clean(String text) {
        return text.codePoints()
                .filter(c -> switch (Character.getType(c)) {
                    case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> false;
                    default -> true;
                })
                .mapToObj(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.LINE_SEPARATOR
                                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                        ? " "
                        : Character.toString(c))
                .collect(Collectors.joining())
                .replaceAll(" {2,}", " ")
                .strip();
    }
}
