package nl.knelpunt.engine.guard;

import java.util.List;
import java.util.Map;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.result.Handling;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.engine.signal.HandlingCode;
import nl.knelpunt.engine.signal.Signal;

/** G34 and G50 where a source put a handling code on its information: it goes further with its consent only. */
final class HandlingTests {

    private static final HandlingCode[] ALL = HandlingCode.values();

    private HandlingTests() {}

    /** Of what would be shown to others by somebody else than its source. */
    static Fault withheld(Facts facts, Grading grading, String supplier, String field, Fault before) {
        Fault fault = before;
        for (int i = 0; i < ALL.length && grading != null; i++) {
            if (Handling.keepsFromOthers(ALL[i]) && grading.has(ALL[i])) {
                fault = refusal(facts, supplier, ALL[i], field, fault);
            }
        }
        return fault;
    }

    /** Of a signal that is linked to a running activity. */
    static Fault linkedSignalMayBeShown(Facts facts) {
        Fault fault = null;
        List<Signal> signals = facts.bundled();
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            fault = withheld(facts, signal.content().grading(), signal.reporter(), "signal", fault);
        }
        return fault;
    }

    /** Of a result that leaves. */
    static Fault mayBeProvided(Facts facts) {
        Provision provision = facts.papers().provision();
        Fault fault = null;
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Datum datum = data.get(i);
            if (datum.source().grading() != null && !provision.hasConsentOf(datum.supplier())) {
                fault = binding(facts, datum, provision, fault);
            }
        }
        return fault;
    }

    private static Fault binding(Facts facts, Datum datum, Provision provision, Fault before) {
        Fault fault = before;
        for (int i = 0; i < ALL.length; i++) {
            if (Handling.binds(ALL[i], datum, provision.content().recipient(), facts.region())) {
                fault = refusal(facts, datum.supplier(), ALL[i], "answers", fault);
            }
        }
        return fault;
    }

    /** Of a datum that is taken over into another dossier. */
    static Fault takenOverByItsSource(Facts facts, Datum datum, Fault before) {
        return facts.actor().isOf(datum.supplier())
                ? before
                : withheld(facts, datum.source().grading(), datum.supplier(), "datum", before);
    }

    private static Fault refusal(Facts facts, String supplier, HandlingCode code, String field, Fault before) {
        String name = facts.nameOf(supplier);
        Text remedy = new Text(
                "Handelingscode " + code + ": " + code.label().nl() + ". Vraag " + name + " om instemming, of laat "
                        + name + " het zelf doen of de code aanpassen.",
                "Handling code " + code + ": " + code.label().en() + ". Ask " + name + " for its consent, or let "
                        + name + " do it itself or change the code.");
        return new Fault(field, () -> Map.of("deelnemer", DataTests.same(name)), null, remedy, before);
    }
}
