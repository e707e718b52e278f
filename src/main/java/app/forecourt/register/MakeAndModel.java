package app.forecourt.register;

import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.car.vocabulary.Vocabulary.Beginning;
import java.util.Optional;

/**
 * What a car is called, as AutoChat spells it where that is known, else in small letters. The
 * register writes in capitals, at times the maker's full name (TESLA MOTORS), who built what stands on its chassis
 * (FIAT/ADRIA), the brand once more before the model (OPEL CORSA) or the trim behind it (GOLF VARIANT).
 */
record MakeAndModel(Optional<String> brand, Optional<String> model) {

    static MakeAndModel of(RdwRow car, Vocabulary vocabulary) {
        Optional<String> maker = car.text("merk").map(text -> text.replace(".", "").replaceFirst("/.*", ""))
                .map(String::strip).filter(text -> !text.isEmpty());
        Optional<String> brand = maker.map(text -> brand(text, vocabulary).map(Beginning::word)
                .orElseGet(() -> vocabulary.word(CarField.BRAND, text)));
        return new MakeAndModel(brand, car.text("handelsbenaming")
                .map(text -> model(withoutBrand(text, maker, brand, vocabulary), brand, vocabulary)));
    }

    private static String model(String text, Optional<String> brand, Vocabulary vocabulary) {
        return brand.flatMap(known -> vocabulary.beginning(CarField.MODEL, known, text)).map(Beginning::word)
                .orElseGet(() -> vocabulary.word(CarField.MODEL, text));
    }

    /** A model that is called as its brand is stays as it is. */
    private static String withoutBrand(String text, Optional<String> maker, Optional<String> brand,
            Vocabulary vocabulary) {
        Optional<String> behindKnown = brand(text, vocabulary)
                .filter(begun -> brand.filter(begun.word()::equals).isPresent()).map(Beginning::rest);
        Optional<String> behindMaker = maker.filter(name -> text.startsWith(name + " "))
                .map(name -> text.substring(name.length()).strip());
        return behindKnown.or(() -> behindMaker).filter(rest -> !rest.isEmpty()).orElse(text);
    }

    private static Optional<Beginning> brand(String text, Vocabulary vocabulary) {
        return vocabulary.beginning(CarField.BRAND, "", text);
    }
}
