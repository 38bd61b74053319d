package nl.knelpunt.engine.guard;

import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.text.Kind;

/** The rules on free text: G03, G08, G09, G15 and G48 as far as they look at what was found in it and not yet confirmed. */
final class TextTests {

    private static final Text REWORD = new Text(
            "Verwoord de tekst anders, of leg vast dat dit niet over een persoon gaat.",
            "Reword the text, or record that it does not say this of a person.");
    private static final Text OWN_FIELD = new Text(
            "Zet dit als eigen gegeven bij de betrokkene en noem het niet in de tekst, of leg vast dat het dat niet is.",
            "Put this with its subject as a datum of its own and leave it out of the text, or record that it is no such thing.");
    private static final Text OBSERVED = new Text(
            "Schrijf op wat is waargenomen, of bevestig dat dit de waarneming zelf is.",
            "Write what was observed, or confirm that this is the observation itself.");

    private TextTests() {}

    /** G08. */
    static Fault noNationality(Facts facts) {
        return found(facts, Kind.NATIONALITY, REWORD, null);
    }

    /** G09. */
    static Fault noSpecialCategories(Facts facts) {
        return found(facts, Kind.SPECIAL, REWORD, null);
    }

    /** G15. */
    static Fault noBsn(Facts facts) {
        return found(facts, Kind.BSN, OWN_FIELD, null);
    }

    /** G48: an identifier in a text is a datum without source and term. */
    static Fault noIdentifiers(Facts facts) {
        Fault fault = found(facts, Kind.IBAN, OWN_FIELD, null);
        fault = found(facts, Kind.LICENCE_PLATE, OWN_FIELD, fault);
        return found(facts, Kind.TELEPHONE, OWN_FIELD, fault);
    }

    /** G03. */
    static Fault noAssumptions(Facts facts) {
        return found(facts, Kind.ASSUMPTION, OBSERVED, null);
    }

    private static Fault found(Facts facts, Kind kind, Text remedy, Fault before) {
        Fault fault = before;
        List<Found> finds = facts.finds();
        for (int i = 0; i < finds.size(); i++) {
            if (finds.get(i).find().kind() == kind) {
                fault = Fault.in(finds.get(i), remedy, fault);
            }
        }
        return fault;
    }
}
