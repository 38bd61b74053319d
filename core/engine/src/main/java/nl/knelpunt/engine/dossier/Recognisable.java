package nl.knelpunt.engine.dossier;

import static nl.knelpunt.api.recognition.IdentifierKind.BRANCH;
import static nl.knelpunt.api.recognition.IdentifierKind.BSN;
import static nl.knelpunt.api.recognition.IdentifierKind.BUILDING;
import static nl.knelpunt.api.recognition.IdentifierKind.CONTAINER;
import static nl.knelpunt.api.recognition.IdentifierKind.EORI;
import static nl.knelpunt.api.recognition.IdentifierKind.IBAN;
import static nl.knelpunt.api.recognition.IdentifierKind.KVK;
import static nl.knelpunt.api.recognition.IdentifierKind.LICENCE_PLATE;
import static nl.knelpunt.api.recognition.IdentifierKind.PAYROLL_TAX;
import static nl.knelpunt.api.recognition.IdentifierKind.RSIN;
import static nl.knelpunt.api.recognition.IdentifierKind.SHIP;
import static nl.knelpunt.api.recognition.IdentifierKind.VAT;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.knelpunt.api.recognition.IdentifierKind;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.rights.Identifier;

/**
 * An identifier that others may have in their own systems, in the form by which it is known there.
 *
 * @param normal never logged
 */
public record Recognisable(IdentifierKind kind, String normal) {

    /** What data of a category may be, by the form of what they say. */
    private static final Map<DataCategory, List<IdentifierKind>> KINDS = new EnumMap<>(Map.of(
            DataCategory.BSN, List.of(BSN),
            DataCategory.VEHICLE, List.of(LICENCE_PLATE, CONTAINER, SHIP),
            DataCategory.COMPANY, List.of(KVK, RSIN, BRANCH, VAT, PAYROLL_TAX),
            DataCategory.FINANCIAL, List.of(IBAN),
            DataCategory.CADASTRAL, List.of(BUILDING),
            DataCategory.HOUSING, List.of(BUILDING)));

    /** What a field names, so that it counts in whatever category it stands. */
    private static final Map<String, IdentifierKind> NAMED = Map.of(
            "kenteken", LICENCE_PLATE,
            "containernummer", CONTAINER,
            "imonummer", SHIP,
            "kvknummer", KVK,
            "rsin", RSIN,
            "eori", EORI,
            "eorinummer", EORI,
            "iban", IBAN,
            "bagid", BUILDING);

    /** What a datum identifies by; empty when it says something else. */
    public static Optional<Recognisable> of(Datum datum) {
        IdentifierKind named = NAMED.get(Identifier.bare(datum.field()));
        List<IdentifierKind> kinds = named == null ? KINDS.getOrDefault(datum.category(), List.of()) : List.of(named);
        return kinds.stream()
                .flatMap(kind -> kind.normal(datum.content()).map(n -> new Recognisable(kind, n)).stream())
                .findFirst();
    }

    /** Without the identifier, so that a log or an exception can't hold it. */
    @Override
    public String toString() {
        return "Recognisable[" + kind + "]";
    }
}
