package nl.knelpunt.api.vocabulary;

/** What a datum is about. Only persons and legal persons fall under the circle of Wgs 2.22(1). */
public enum SubjectKind {
    PERSON,
    LEGAL_PERSON,
    /** A place, a parcel, a vessel, a load: no person. */
    OBJECT
}
