package nl.knelpunt.engine.dossier;

/** Where a datum comes from, as far as the law treats it differently for ever. */
public enum OriginFlag {
    /** Rijksbelastingdienst (Wgs 1.7(6)). */
    TAX,
    BIBOB,
    POLICE,
    JUDICIAL,
    /** Of a criminal nature (Wgs 1.7(3)). */
    CRIMINAL,
    /** A special category (Wgs 1.7(3)). */
    SPECIAL,
    /** Under the secrecy of medicine or youth care (Wgs 1.7(8)): never to another verband. */
    PROFESSIONAL_SECRECY
}
